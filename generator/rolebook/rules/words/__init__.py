"""Word lists of the rules that read texts: data, one file a language. A language without a file has no such rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import yaml

from rolebook import tags

_PREFIX = "(?:[وفبكل]?(?:ال)?|لل)"
"""What Arabic writes together with the word that it stands before; Latin words have none of these letters."""
_AND = "و?"
"""What may stand before words that no preposition can stand before: with one, «كم» would be «لكم»."""
_ALEF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ـ": ""})


@dataclass(frozen=True)
class Words:
    """What the rules look for in one language. `off_limits` and `gendered` are lists by topic."""

    off_limits: Mapping[str, list[str]] = field(default_factory=dict)
    grades: list[str] = field(default_factory=list)
    credentials: list[str] = field(default_factory=list)
    yes_no: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    gendered: Mapping[str, list[str]] = field(default_factory=dict)
    foreign_punctuation: Mapping[str, str] = field(default_factory=dict)
    """Signs of other scripts, each with the language's own."""
    both_genders: list[str] = field(default_factory=list)
    longest_sentence: int = 1000
    """Words that can be read aloud in one breath (editorial default)."""
    shortest_anchor: int = 1
    """Words in the shortest anchor that can name an act and its object (editorial default)."""


@cache
def words(language: str) -> Words:
    """Return the lists of a language, by its tag; those of `pt` are used for `pt-BR`."""
    written = {path.stem: path for path in Path(__file__).parent.glob("*.yaml")}
    found = tags.nearest(language, written.__contains__)
    return Words(**yaml.safe_load(written[found].read_text("utf-8"))) if found else Words()


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return a text as it is compared with the lists: lower case, without vowel signs, each alef the same."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFD", text.casefold().translate(_ALEF))
    return unicodedata.normalize("NFC", _signs().sub("", plain)).translate(_ALEF)


@cache
def _signs() -> re.Pattern[str]:
    """Return a pattern of every sign that is written above, below or through another one."""
    signs = (chr(code) for code in range(0x10000) if unicodedata.combining(chr(code)))
    return re.compile(f"[{''.join(map(re.escape, signs))}]")


@cache
def _pattern(listed: tuple[str, ...], prefix: str) -> re.Pattern[str]:
    """Return one pattern for a list: each entry as a whole word behind a prefix, with a star for any ending."""
    alternatives = (re.escape(folded(entry)).replace(r"\*", r"\w*") for entry in listed)
    return re.compile(rf"(?<!\w){prefix}(?P<word>{'|'.join(alternatives)})(?!\w)") if listed else re.compile(r"(?!)")


def found(text: str, listed: Iterable[str], *, prefixed: bool = True) -> list[str]:
    """Return the words of a text that stand in a list, as the text writes them, in order, each once.

    Args:
        text: The text.
        listed: The list.
        prefixed: Whether Arabic prepositions and the article may be written together with them; “and” always may.
    """
    matches = _pattern(tuple(listed), _PREFIX if prefixed else _AND).finditer(folded(text))
    spans = {match["word"]: match.span("word") for match in reversed(list(matches))}
    return [_unfolded(text, *spans[word]) for word in reversed(spans)]


def _unfolded(text: str, start: int, end: int) -> str:
    """Return the part of a text that a part of its folded form stands for."""
    places = [place for place, sign in enumerate(text) for _ in folded(sign)]
    last = places[end - 1] + 1
    while last < len(text) and unicodedata.combining(text[last]):
        last += 1
    return text[places[start] : last]
