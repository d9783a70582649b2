"""What characters are, by Unicode's own tables and not by those of the Python that happens to run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import unicodedata2
from fontTools import unicodedata as scripts

_IGNORABLE: Final = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Unicode's Default_Ignorable_Code_Point: what only steers how others look. New ones fall into these ranges."""
_JOINER: Final = "\u200d"
_JOINED: Final = ((0x1F3FB, 0x1F3FF), (0xFF9E, 0xFF9F))
"""What belongs to the character before it, beside marks and what is ignorable: skin tones, halfwidth voicing."""


def is_ignorable(character: str) -> bool:
    """Tell whether a character is invisible by itself, as joiners and variation selectors are."""
    return _within(character, _IGNORABLE)


def is_space(character: str) -> bool:
    """Tell whether it is a space of some width, a tab or the end of a line."""
    return character in "\t\n" or unicodedata2.category(character) == "Zs"


def is_letter(character: str) -> bool:
    """Tell whether it is a letter or figure of a named script, or a mark that stands on any."""
    return unicodedata2.category(character)[0] in "LMN" and script(character) not in ("Zyyy", "Zzzz")


def script(character: str) -> str:
    """Return the script that a character belongs to (ISO 15924); `Zyyy` for what several share, `Zzzz` for none."""
    return str(scripts.script(character))


def name(character: str) -> str:
    """Return the name of a character (Unicode), in lower case; its number where it has no name."""
    return str(unicodedata2.name(character, "")).lower() or f"U+{ord(character):04X}"


def clusters(text: str) -> Iterator[str]:
    """Yield what has to be in one font: each character, with the marks and joined ones that follow it."""
    cluster = ""
    for character in text:
        if cluster and (_follows(character) or cluster[-1] == _JOINER):
            cluster += character
            continue
        if cluster:
            yield cluster
        cluster = character
    if cluster:
        yield cluster


def _follows(character: str) -> bool:
    return is_ignorable(character) or unicodedata2.category(character)[0] == "M" or _within(character, _JOINED)


def _within(character: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(character) <= last for first, last in ranges)
