"""What a message about a mistake is made from: its place, and what stands there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pydantic_core import ErrorDetails

from rolebook.problem import Path


class Words(NamedTuple):
    """A stable code, what is wrong, and what to do; and the way on to where exactly, if that is farther in."""

    code: str
    message: str
    hint: str
    inside: Path = ()


@dataclass(frozen=True)
class Place:
    """Where a mistake is.

    Attributes:
        key: The key that it is about; that of the list, for an item.
        near: The keys, or the names, that are known there, to suggest the one that was meant.
        languages: The kit's languages.
        typed: What the line says from the value on.
        is_key: Whether the mistake is the key itself.
    """

    key: str = ""
    near: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    typed: str = ""

    @property
    def in_braces(self) -> bool:
        """Whether a mapping is written on one line, as `{en: …, ar: …}`."""
        return self.typed.startswith("{")

    @property
    def word(self) -> str:
        """A single value as it was typed."""
        found = re.match(r"\"[^\"]*\"|'[^']*'|[^,\]}#]*", self.typed)
        return found.group().strip() if found else ""


Say = Callable[[ErrorDetails, dict[str, Any], Place], Words]
"""What is said of an error, with its figures, at a place."""

LONGEST: Final = 200
"""Characters of a value that are repeated in a message."""
_NOUNS: Final = {
    "facts": "fact",
    "sources": "source",
    "objectives": "objective",
    "skills": "skill",
    "backgrounds": "background",
    "roles": "role",
    "leadership_models": "leadership model",
    "questions": "question",
    "duties": "duty",
    "stages": "stage",
    "organisations": "organisation",
    "glossary": "glossary entry",
    "jurisdictions": "jurisdiction profile",
    "rules": "rule",
    "options": "option",
    "planner": "question of the planner",
}
_FOUND: Final = {
    "dict": "a mapping",
    "list": "a list",
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "NoneType": "nothing",
}


def noun(collection: str) -> str:
    """What one item of a collection is called."""
    return _NOUNS.get(collection, collection)


def a(word: str) -> str:
    """A noun with its article."""
    return f"an {word}" if word[:1] in "aeiou" else f"a {word}"


def found(value: object) -> str:
    """What a value is, in plain words."""
    return _FOUND.get(type(value).__name__, "something else")


def shown(value: object) -> str:
    """A value as a message repeats it."""
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def line(key: str, value: str) -> str:
    """How a key's line is written."""
    return f"“{key}: {value}”" if key else f"“{value}”"


def quote(text: object) -> str:
    """A value in the straight double quotes of the file."""
    return f'"{text}"'


def closest(word: str, known: Sequence[str], cutoff: float) -> str | None:
    """The known word that was most likely meant."""
    close = difflib.get_close_matches(word[:LONGEST], known, n=1, cutoff=cutoff)
    return close[0] if close else None
