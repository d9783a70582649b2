"""Files with fonts: the kit's own, and those of installed packages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTCollection, TTFont

from rolebook.exceptions import RolebookError

ENDINGS: Final = frozenset({".ttf", ".otf", ".ttc", ".otc"})


class NotAFontError(RolebookError):
    """Something that should be a font is not one; the message says why."""


@dataclass(frozen=True)
class FontFile:
    """A file with one font or several. Two are equal if they hold the same."""

    path: Path = field(repr=False, compare=False)
    digest: str


def read(path: Path) -> FontFile:
    """Read the font's file at `path`.

    Raises:
        NotAFontError: There is no such file, or it holds no font.
    """
    if path.suffix.lower() not in ENDINGS:
        raise NotAFontError("a font's file ends with .ttf, .otf or .ttc")
    if not path.is_file():
        raise NotAFontError("there is no such file")
    status = path.stat()
    return _read(path.resolve(), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, changed: int, size: int) -> FontFile:
    try:
        for number in range(faces(path)):
            if not characters(path, number):
                raise NotAFontError("it has no characters")
        return FontFile(path, _digest(path.read_bytes()))
    except NotAFontError:
        raise
    except Exception as error:  # a broken file breaks its reader anywhere
        raise NotAFontError("it holds no font") from error


def of_package(name: str) -> tuple[FontFile, ...]:
    """Return the fonts that an installed package contains.

    Raises:
        NotAFontError: It is not installed, or holds none.
    """
    try:
        held = [file for file in files(name) or () if file.suffix.lower() in ENDINGS]
    except PackageNotFoundError:
        raise NotAFontError("it is not installed") from None
    if not held:
        raise NotAFontError("it holds no fonts")
    return tuple(FontFile(Path(str(file.locate())), _digest(f"{name} {version(name)} {file}")) for file in sorted(held))


def faces(path: Path) -> int:
    """Count the fonts in a file."""
    if path.suffix.lower() not in (".ttc", ".otc"):
        return 1
    with path.open("rb") as file, TTCollection(file, lazy=True) as collection:
        return len(collection.fonts)


def characters(path: Path, number: int) -> frozenset[str]:
    """Return the characters that a font of a file has."""
    return _characters(path, number, path.stat().st_mtime_ns)


@lru_cache(maxsize=128)
def _characters(path: Path, number: int, changed: int) -> frozenset[str]:
    with path.open("rb") as file, TTFont(file, fontNumber=number, lazy=True) as font:
        return frozenset(chr(code) for code, glyph in (font.getBestCmap() or {}).items() if glyph != ".notdef")


def _digest(content: bytes | str) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
