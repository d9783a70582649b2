"""The glossary: the terms of the field, and the words for them that a kit does not use."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Item
from rolebook.kit.references import Id, Language, ValidationContext
from rolebook.kit.text import Plain, Text


class Term(Item):
    """A term of the field, explained."""

    id: Id
    """Its name inside the kit."""
    name: Text
    """The word."""
    topic: Text | None = None
    """What it belongs to; terms of one topic are listed together."""
    text: Text
    """What it means."""
    rejected: Mapping[Language, tuple[Plain, ...]] = {}
    """Other words for it, by language, that this kit's texts do not use: `rolebook check` reports them."""

    @field_validator("rejected")
    @classmethod
    def _in_its_languages(
        cls, rejected: Mapping[Language, tuple[Plain, ...]], info: ValidationInfo
    ) -> Mapping[Language, tuple[Plain, ...]]:
        languages = ValidationContext.of(info).languages
        unknown = [tag for tag in rejected if languages and tag not in languages]
        if unknown:
            raise PydanticCustomError("unknown_language", "{unknown}", {"unknown": ", ".join(unknown)})
        return rejected
