"""How wide a table's columns are: by their longest texts, and never so narrow that a word is broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from docx.shared import Inches

WIDTH: Final = Inches(5.7).twips
"""How wide tables are, in twentieths of a point: what the template leaves between margins on A4, the narrower paper."""
SIZE: Final = 22
"""The size of letters, in half points, as Word's template has it."""
_SMALLEST: Final = 13
_NARROWEST, _WIDEST = 14, 45
"""Characters that a column is as wide as, at least and at most, beside others."""
_NARROWEST_BESIDE_ROOM: Final = 22
"""The same at least beside columns to fill in."""
_PADDING: Final = 240
"""What a cell leaves free at its sides, and half a letter, in twentieths of a point."""
_BREAKS: Final = re.compile(r"\s+|(?<=[-–—])")
"""Where a line may end."""
_SLIM, _BROAD = frozenset("!'(),-./:;I[]fijlrt|ًٌٍَُِّْ"), frozenset("%@MWmwـشسصض—")
_BROAD_AT_END: Final = tuple("بتثفقكنىي")
"""Arabic letters whose form at the end of a word is broad."""
_SLIM_EM, _USUAL_EM, _BROAD_EM = 0.42, 0.68, 1.05
"""How wide letters are, in their own size: as in DejaVu Serif in bold, which is broader than what Word has."""


@dataclass(frozen=True)
class Columns:
    """A table's columns.

    Attributes:
        widths: How wide each is, in twentieths of a point.
        size: The size of their letters, in half points: smaller where the longest words would not fit side by side.
    """

    widths: tuple[int, ...]
    size: int


def fitted(texts: Sequence[Sequence[str]], room: Mapping[int, int]) -> Columns:
    """Fit columns to what stands in them.

    Args:
        texts: The texts of each column, its head first.
        room: The columns that are filled in, with the characters that each has room for.
    """
    wanted = _wanted([max(map(len, column[1:]), default=1) for column in texts], room)
    ems = [_longest_word(column) for column in texts]
    free = WIDTH - _PADDING * len(texts)
    size = min(SIZE, max(_SMALLEST, int(free / (10 * sum(ems)) if sum(ems) else SIZE)))
    least = [_PADDING + 10 * size * em for em in ems]
    return Columns(tuple(map(int, _at_least(least, wanted))), size)


def _wanted(lengths: Sequence[int], room: Mapping[int, int]) -> list[int]:
    """The share of each column, by the longest text of each, or its room."""
    narrowest, widest = (
        (_NARROWEST, _WIDEST) if not room else (_NARROWEST_BESIDE_ROOM, _WIDEST * 2 // len(lengths) + 16)
    )
    return [
        room[column] if column in room else min(max(length, narrowest), widest) for column, length in enumerate(lengths)
    ]


def _longest_word(texts: Iterable[str]) -> float:
    """How wide the longest word is, in sizes of its letters."""
    return max((_width(word) for text in texts for word in _BREAKS.split(text)), default=0)


def _width(word: str) -> float:
    ems = sum(_SLIM_EM if one in _SLIM else _BROAD_EM if one in _BROAD else _USUAL_EM for one in word)
    return ems + (_BROAD_EM - _USUAL_EM if word.endswith(_BROAD_AT_END) else 0)


def _at_least(least: Sequence[float], wanted: Sequence[float]) -> list[float]:
    """The whole width by what is wanted, but to nobody less than the least: others give it up."""
    if sum(least) >= WIDTH:
        return [WIDTH * one / sum(least) for one in least]
    fixed: set[int] = set()
    while True:
        left = WIDTH - sum(least[column] for column in fixed)
        shares = sum(wanted[column] for column in range(len(wanted)) if column not in fixed)
        widths = [least[column] if column in fixed else left * wanted[column] / shares for column in range(len(wanted))]
        short = {column for column, width in enumerate(widths) if width < least[column] - 1}
        if not short:
            return widths
        fixed |= short
