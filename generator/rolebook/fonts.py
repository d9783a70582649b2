"""The fonts that paper is set in, and which characters they have. They come from a package, never from the system."""

from __future__ import annotations

import atexit
import io
import tempfile
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

import pymupdf_fonts
from fontTools.ttLib import TTFont

FAMILIES: Final = ("FiraGO", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math")
"""The families by preference: text first, then what has further signs."""
_TEXT: Final = ("figo", "figbo", "figit")
_SIGNS: Final = ("symbol1", "symbol2", "math")


@cache
def folder() -> Path:
    """A folder that holds the fonts' files, as long as this process lives."""
    place = tempfile.TemporaryDirectory(prefix="rolebook-fonts-")
    atexit.register(place.cleanup)
    for name in (*_TEXT, *_SIGNS):
        Path(place.name, f"{name}.ttf").write_bytes(pymupdf_fonts.myfont(name))
    return Path(place.name)


@cache
def _characters() -> frozenset[str]:
    found: set[int] = set()
    for name in (_TEXT[0], *_SIGNS):
        with TTFont(io.BytesIO(pymupdf_fonts.myfont(name)), lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(map(chr, found))


def missing(text: str) -> tuple[str, ...]:
    """The characters of a text that none of the fonts has, each once, in order.

    Those that only steer how others look (joiners, variation selectors, spaces) do not count.
    """
    if text.isascii():
        return ()
    unknown = set(text) - _characters()
    return tuple(one for one in dict.fromkeys(text) if one in unknown and _is_drawn(one)) if unknown else ()


def name(character: str) -> str:
    """What a character is called (Unicode), in lower case; its number where it has no name."""
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def printable(text: str) -> str:
    """A text with the name, in brackets, of each character that none of the fonts has: better than an empty box."""
    for character in missing(text):
        text = text.replace(character, f"[{name(character)}]")
    return text


def _is_drawn(character: str) -> bool:
    return character.isprintable() and not 0xFE00 <= ord(character) <= 0xFE0F
