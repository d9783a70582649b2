"""What a message about a mistake is made from: its place in the file, and the value there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pydantic_core import ErrorDetails

from rolebook.problem import Path


class Words(NamedTuple):
    """The wording of a problem: its code, what is wrong, what to do, and the path within the value, if farther in."""

    code: str
    message: str
    hint: str
    inside: Path = ()


@dataclass(frozen=True)
class Place:
    """The place of a mistake: its path, its value, and the languages and keys that are known there.

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
        """Tell whether a mapping is written on one line, as `{en: …, ar: …}`."""
        return self.typed.startswith("{")

    @property
    def word(self) -> str:
        """Return a single value as it was typed."""
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
    "languages": "language",
    "leadership_models": "leadership model",
    "questions": "question",
    "sample_answers": "sample answer",
    "duties": "duty",
    "levels": "level",
    "stages": "stage",
    "organisations": "organisation",
    "glossary": "glossary entry",
    "jurisdictions": "jurisdiction profile",
    "rules": "rule",
    "options": "option",
    "screening": "screening item",
    "planner": "question of the planner",
    "services": "service",
    "quantities": "quantity",
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
    """Return what one item of a collection is called."""
    return _NOUNS.get(collection, collection)


def a(word: str) -> str:
    """Return a noun with its article."""
    return f"an {word}" if word[:1] in "aeiou" else f"a {word}"


def found(value: object) -> str:
    """Describe a value in plain words."""
    return _FOUND.get(type(value).__name__, "something else")


def shown(value: object) -> str:
    """Return a value as a message repeats it."""
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def line(key: str, value: str) -> str:
    """Return how a key's line is written."""
    return f"“{key}: {value}”" if key else f"“{value}”"


def quote(text: object) -> str:
    """Put a value in straight double quotes, as in the file."""
    return f'"{text}"'


def closest(word: str, known: Sequence[str], cutoff: float) -> str | None:
    """Return the known word that was most likely meant."""
    close = difflib.get_close_matches(word[:LONGEST], known, n=1, cutoff=cutoff)
    return close[0] if close else None
