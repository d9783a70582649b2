"""Rules about texts: everything that is written can be printed."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator import fonts
from generator.kit import Kit
from generator.kit.text import Text
from generator.problem import Finding, Path


def missing_glyph(kit: Kit) -> Iterator[Finding]:
    """A text with a character that no font of the printed documents has, such as an emoji or Chinese writing."""
    for path, text in _texts(kit, ()):
        lacking = fonts.missing(text)
        if lacking:
            named = ", ".join(f"“{one}” ({fonts.name(one)})" for one in lacking)
            yield Finding(
                path,
                f"The fonts of printed documents lack {named}; on paper, the name stands there in brackets.",
                "Write it in words. On pages, the reader's own fonts show it.",
            )


def _texts(part: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text inside of `part`, with the way to it; a text in one language alone stands for itself."""
    if isinstance(part, Text):
        for tag in part.languages():
            yield (*path, tag), part[tag]
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield from _texts(getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, tuple):
        for number, one in enumerate(part):
            yield from _texts(one, (*path, number))
    elif isinstance(part, str):
        yield path, part
