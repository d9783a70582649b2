"""What every part of a kit has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from generator.kit.names import FactRef
from generator.kit.text import Text


class Part(BaseModel):
    """A frozen part of a kit that knows its keys and refuses any other."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Item(Part):
    """A part that makes a claim: it says which facts back it, or is the kit's own editorial advice."""

    source: tuple[FactRef, ...] = ()
    """The facts that back it, by number (`[F22]`). Without any it is the kit's own advice, and the pages say so."""


class Statement(Item):
    """One sentence or short paragraph, with what backs it."""

    text: Text
    """What it says."""
