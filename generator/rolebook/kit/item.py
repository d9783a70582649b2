"""What every part of a kit has in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from rolebook.kit.references import ID_PATTERN, FactRef
from rolebook.kit.text import Plain, Text


class Part(BaseModel):
    """A frozen part of a kit that knows its keys and refuses any other."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Allowance(Part):
    """A rule that an item may break, and why."""

    rule: Annotated[str, Field(pattern=ID_PATTERN)]
    """The rule's code, as `rolebook check` shows it in square brackets."""
    reason: Plain
    """Why it is right here."""


class Item(Part):
    """A part that makes a claim: it says which facts back it, or is the kit's own editorial advice."""

    source: tuple[FactRef, ...] = ()
    """The facts that back it, by number (`[F22]`). Without any it is the kit's own advice, and the pages say so."""
    allow: tuple[Allowance, ...] = ()
    """Rules of `rolebook check` that it may break, with all inside of it."""


class Statement(Item):
    """One sentence or short paragraph, with what backs it."""

    text: Text
    """What it says."""
