"""Every part of a kit, with the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from rolebook.kit.text import Text
from rolebook.problem import Path


def walk(whole: object) -> Iterator[tuple[Path, BaseModel | str]]:
    """Every model and every text inside of `whole`, itself among them, in the file's order, with the way to it.

    What several roles take over from one is the same part in each of them: it comes once, where it stands first.
    A `Text` comes as a whole; a string stands for itself.
    """
    seen: set[int] = set()
    ahead: list[tuple[Path, object]] = [((), whole)]
    while ahead:
        path, part = ahead.pop()
        if isinstance(part, str):
            yield path, part
        elif isinstance(part, BaseModel):
            if id(part) in seen:
                continue
            seen.add(id(part))
            yield path, part
            if not isinstance(part, Text):
                held = vars(part)
                ahead.extend(((*path, key), held[name]) for name, key in _fields(type(part)))
        elif isinstance(part, tuple):
            ahead.extend(((*path, number), part[number]) for number in reversed(range(len(part))))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The names of a model's fields with their keys in the file, last first."""
    return tuple((name, field.alias or name) for name, field in reversed(model.model_fields.items()))
