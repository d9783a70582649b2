"""Texts by language: plain text, never markup, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final

from pydantic import AfterValidator, ConfigDict, GetJsonSchemaHandler, RootModel, ValidationInfo, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from rolebook.kit.references import ValidationContext
from rolebook.kit.stand_ins import stand_in

# Control characters other than tab and newline, the bidirectional embeddings, overrides and isolates that
# can make a text read other than it is written (Unicode UTS #39), surrogates and non-characters.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u2028\u2029]"
)


def forbidden(value: str) -> str:
    """Return the first character of `value` that cannot be shown as written, as U+XXXX; or an empty string."""
    found = _FORBIDDEN.search(value)
    return f"U+{ord(found.group()):04X}" if found else ""


def check_characters(value: str) -> str:
    """Return `value` unless it holds a character that cannot be shown as written.

    Raises:
        PydanticCustomError: `forbidden_character`, naming the first such character as U+XXXX.
    """
    name = forbidden(value)
    if name:
        raise PydanticCustomError("forbidden_character", "{name}", {"name": name})
    if not value.strip():
        raise PydanticCustomError("empty_text", "empty", {})
    return value.strip()


def _checked(tag: str, words: str) -> str:
    try:
        return check_characters(words)
    except PydanticCustomError as error:
        raise PydanticCustomError(error.type, "{language}", {**(error.context or {}), "language": tag}) from None


Plain = Annotated[str, AfterValidator(check_characters)]
"""A text that is the same in every language: a name, a code, a web address."""


class Text(RootModel[Mapping[str, str]]):
    """A text in each language of the kit, as plain text without any markup.

    In YAML it is a mapping by language tag (`{en: …, ar: …}`); a bare string stands for the kit's first language.
    Every language that the kit names must be there, but for its drafts.
    """

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _by_language(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, Text):  # a role's that another one takes over: it has been looked at
            return data
        names = ValidationContext.of(info)
        languages = names.languages
        if isinstance(data, str):
            data = {languages[0] if languages else "": data}
        if not isinstance(data, Mapping):
            raise PydanticCustomError("text_type", "{found}", {"found": type(data).__name__})
        for language, words in data.items():
            if not isinstance(words, str):
                raise PydanticCustomError(
                    "text_word_type", "{language}", {"language": str(language), "found": type(words).__name__}
                )
        unknown = [str(tag) for tag in data if languages and tag not in languages]
        if unknown:
            raise PydanticCustomError("unknown_language", "{unknown}", {"unknown": ", ".join(unknown)})
        missing = [tag for tag in languages if tag not in data and tag not in names.drafts]
        if missing:
            raise PydanticCustomError("missing_translation", "{missing}", {"missing": ", ".join(missing)})
        return {tag: _checked(tag, data[tag]) for tag in languages or data if tag in data}

    def __getitem__(self, language: str) -> str:
        """Return the words in `language`; where a draft lacks them, those of the first language, marked."""
        words = self.root.get(language)
        if words is None:
            first, words = next(iter(self.root.items()))
            return stand_in(first, words)
        return words

    def unmarked(self, language: str) -> str:
        """Return the words in `language`; where a draft lacks them, those of the first language, without a mark."""
        return self.root.get(language) or next(iter(self.root.values()))

    def languages(self) -> Iterator[str]:
        """Return the tags of the languages that it is written in."""
        return iter(self.root)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "title": "Text",
            "description": "Plain text in each language of the kit; a bare string means the first language.",
            "examples": [{"en": "Sales analyst", "ar": "محلل/ة مبيعات"}, "Sales analyst"],
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string", "minLength": 1}},
            ],
        }
