"""Walk through what kits and documents are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel


def every(part: Any, *, but: type | tuple[type, ...] = ()) -> Iterator[Any]:
    """A value, and every value inside it: of tuples, dataclasses and models. Nothing is looked for inside of `but`."""
    yield part
    if isinstance(part, but):
        return
    if isinstance(part, tuple):
        inside = part
    elif isinstance(part, BaseModel):
        inside = tuple(getattr(part, name) for name in type(part).model_fields)
    elif is_dataclass(part):
        inside = tuple(getattr(part, field.name) for field in fields(part))
    else:
        return
    for value in inside:
        yield from every(value, but=but)
