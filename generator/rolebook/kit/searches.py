"""Search strings for professional networks and CV databases, and the small language that they are written in.

`("data analyst" OR BI) AND ("sales data" OR dashboard)`: words and phrases, joined by operators in capitals, grouped by
brackets. Only what most sites read alike is understood; everything else is a mistake (`MalformedSearchError`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from rolebook.exceptions import RolebookError
from rolebook.kit.references import Language
from rolebook.kit.text import Plain

Terms = Mapping[Language, tuple[Plain, ...]]
"""Words and phrases to search for, by the language of the profiles; those need not be languages of the kit."""

_TOKEN: Final = re.compile(r'"([^"]*)"|([()])|([^\s()"]+)')
_OPERATORS: Final = ("AND", "OR", "NOT")
_BARE: Final = re.compile(r"\w+")
"""A term that needs no quotation marks."""
_WITHOUT_HAMZA: Final = str.maketrans("أإآ", "ااا")


class Fault(Enum):
    """What keeps a search string from being read."""

    CURLY_QUOTES = auto()
    OPEN_QUOTE = auto()
    BRACKETS = auto()
    LOWER_CASE = auto()
    NO_OPERATOR = auto()
    NO_TERM = auto()
    MIXED = auto()


class MalformedSearchError(RolebookError):
    """A search string that cannot be read: why, and the part of it that shows the mistake."""

    def __init__(self, fault: Fault, at: str) -> None:
        super().__init__(f"{fault.name}: {at}")
        self.fault, self.at = fault, at


@dataclass(frozen=True)
class Term:
    """A word or phrase that a profile contains."""

    text: str

    def holds(self, contains: Callable[[str], bool]) -> bool:
        """Tell whether a profile matches, if `contains` tells which terms it contains."""
        return contains(self.text)


@dataclass(frozen=True)
class Group:
    """Searches that are joined: a profile matches if it matches each of them (`AND`), or any (`OR`)."""

    operator: str
    parts: tuple[Search, ...]

    def holds(self, contains: Callable[[str], bool]) -> bool:
        """Tell whether a profile matches."""
        joined = all if self.operator == "AND" else any
        return joined(part.holds(contains) for part in self.parts)


@dataclass(frozen=True)
class Exclusion:
    """A search whose matches are left out (`NOT`)."""

    part: Search

    def holds(self, contains: Callable[[str], bool]) -> bool:
        """Tell whether a profile matches."""
        return not self.part.holds(contains)


Search = Term | Group | Exclusion


def composed(*groups: Iterable[str]) -> str:
    """Write the string that finds profiles with a term of each group, however it is spelt.

    An empty group is left out, and one that contains all of another: whoever matches the narrower one matches both.
    """
    asked: list[dict[str, None]] = []
    for terms in groups:
        group = dict.fromkeys(spelling for term in terms for spelling in _spellings(term))
        if group and not any(other.keys() <= group.keys() for other in asked):
            asked.append(group)
    return " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in asked)


def parsed(search: str) -> Search:
    """Read a search string.

    Raises:
        MalformedSearchError: It is not written as most sites read it.
    """
    for mark in "“”„«»":
        if mark in search:
            raise MalformedSearchError(Fault.CURLY_QUOTES, mark)
    if search.count('"') % 2:
        raise MalformedSearchError(Fault.OPEN_QUOTE, search[search.rindex('"') :])
    return _Parser(search).read()


def exclusions(search: Search) -> Iterator[Search]:
    """Yield what a search leaves out."""
    if isinstance(search, Exclusion):
        yield search.part
    elif isinstance(search, Group):
        for part in search.parts:
            yield from exclusions(part)


def _spellings(term: str) -> tuple[str, ...]:
    """A term as it should be written and, in Arabic, as many write it: without hamza on or under an alef."""
    return term, term.translate(_WITHOUT_HAMZA)


def _quoted(term: str) -> str:
    return term if _BARE.fullmatch(term) and term.upper() not in _OPERATORS else f'"{term}"'


class _Parser:
    """Reads a search string from left to right, one token at a time."""

    def __init__(self, search: str) -> None:
        self._tokens = [(match.group(), match.group(1)) for match in _TOKEN.finditer(search)]
        self._next = 0

    def read(self) -> Search:
        """Read all of it."""
        found = self._group()
        if self._next < len(self._tokens):
            raise MalformedSearchError(Fault.BRACKETS, self._here)
        return found

    @property
    def _here(self) -> str:
        """The next token; an empty string at the end."""
        return self._tokens[self._next][0] if self._next < len(self._tokens) else ""

    def _group(self) -> Search:
        """What stands up to the closing bracket, or the end: parts joined by one and the same operator."""
        parts, operator = [self._part()], ""
        while self._here not in ("", ")"):
            found = self._here
            if found == "NOT" or found.startswith("-"):
                found = "AND"  # “baker NOT intern” and “baker -intern” are read as “baker AND NOT intern”
            elif found in _OPERATORS:
                self._next += 1
            else:
                fault = Fault.LOWER_CASE if found.upper() in _OPERATORS else Fault.NO_OPERATOR
                raise MalformedSearchError(fault, found)
            if operator not in ("", found):
                raise MalformedSearchError(Fault.MIXED, found)
            operator = found
            parts.append(self._part())
        return Group(operator, tuple(parts)) if operator else parts[0]

    def _part(self) -> Search:
        """A term, a group in brackets, or what is left out."""
        word = self._here
        phrase = self._tokens[self._next][1] if word else None
        self._next += 1
        if phrase is not None:
            if not phrase.strip():
                raise MalformedSearchError(Fault.NO_TERM, word)
            return Term(phrase)
        if word == "(":
            found = self._group()
            if self._here != ")":
                raise MalformedSearchError(Fault.BRACKETS, word)
            self._next += 1
            return found
        if word == "NOT":
            return Exclusion(self._part())
        if word.startswith("-") and len(word) > 1:
            return Exclusion(Term(word[1:]))
        if word in ("", ")", *_OPERATORS):
            raise MalformedSearchError(Fault.NO_TERM, word)
        if word.upper() in _OPERATORS:
            raise MalformedSearchError(Fault.LOWER_CASE, word)
        return Term(word)
