"""Drafts show what they lack in the kit's first language. Here is how formats of plain words mark it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from babel.core import Locale

from rolebook.documents.blocks import Document
from rolebook.kit.stand_ins import has_stand_in, show_stand_ins
from rolebook.language import Language

T = TypeVar("T")
_MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
"""What keeps the signs at the end of a stretch in its direction (Unicode UAX #9)."""


def in_words(value: T, language: Language) -> T:
    """A document, or anything that one is made of, in which words in another language are marked by words.

    Args:
        value: A document, a block, a string, or lists and mappings of such.
        language: The language that it is meant to be in.
    """
    return cast(T, _in_words(value, language))


def _in_words(value: Any, language: Language) -> Any:
    if isinstance(value, str):
        if not has_stand_in(value):
            return value
        label = language.gettext("not translated yet")
        return show_stand_ins(value, lambda tag, words: f"[{label}] {words}{_end(tag, language)}")
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _in_words(getattr(value, field.name), language) for field in fields(value)}
        written = replace(value, **changed)
        if isinstance(value, Document):  # it says the same, and is still known as the same state of it
            vars(written)["digest"], vars(written)["fingerprint"] = value.digest, value.fingerprint
        return written
    if isinstance(value, tuple | list):
        return type(value)(_in_words(item, language) for item in value)
    if isinstance(value, dict):
        return {key: _in_words(item, language) for key, item in value.items()}
    return value


def _end(tag: str, language: Language) -> str:
    direction = Locale.parse(tag, sep="-").text_direction
    return _MARKS[direction] if direction != language.direction else ""
