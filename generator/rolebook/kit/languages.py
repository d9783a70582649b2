"""The languages of a kit: complete ones, and drafts."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Part
from rolebook.kit.references import Language


class KitLanguage(Part):
    """A language of the kit. Its tag alone says as much as `{tag: …}`."""

    tag: Language
    """Its tag, such as `fr`."""
    draft: bool = False
    """Whether it is unfinished: what it lacks appears in the first language, marked; candidates do not see it."""


def _as_mapping(value: object) -> object:
    return {"tag": value} if isinstance(value, str) else value


def first_is_whole(languages: tuple[KitLanguage, ...]) -> tuple[KitLanguage, ...]:
    """Check that the first language is no draft: it stands in for what drafts lack."""
    if languages and languages[0].draft:
        raise PydanticCustomError("first_is_draft", "{tag}", {"tag": languages[0].tag})
    return languages


ListedLanguage = Annotated[KitLanguage, BeforeValidator(_as_mapping, json_schema_input_type=Language | KitLanguage)]
