"""Where the kit's claims come from: sources, and numbered facts out of them."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Final

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from rolebook.kit.addresses import Address
from rolebook.kit.item import Allowance, Part
from rolebook.kit.references import FactId, Id, SourceRef
from rolebook.kit.text import Text

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _iso_date(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else _refuse(value)
    except ValueError:
        return _refuse(value)


def _refuse(value: object) -> object:
    raise PydanticCustomError("iso_date", "{value}", {"value": str(value)[:40]})


Day = Annotated[
    date,
    BeforeValidator(_iso_date),
    Field(examples=["2026-11-23"], json_schema_extra={"pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
"""A calendar day, written `2026-11-23`."""


class Source(Part):
    """Something published that facts come from, or that the kit's method follows."""

    id: Id
    """Its name inside the kit."""
    title: Text
    """Its title."""
    author: Text | None = None
    """Who wrote or published it."""
    published: Day | None = None
    """The day it was published."""
    url: Address | None = None
    """Where it can be read."""
    about: Text | None = None
    """What it is used for here, and how far it can be relied on."""
    allow: tuple[Allowance, ...] = ()
    """Rules of `rolebook check` that it may break."""


class Fact(Part):
    """One statement of a source, numbered so that any part of the kit can cite it."""

    id: FactId
    """Its number, as `F22`."""
    topic: Text
    """What it is about; facts of one topic are listed together."""
    text: Text
    """What the source says, in this kit's own words."""
    from_: Annotated[SourceRef, Field(alias="from")]
    """The source that says it."""
