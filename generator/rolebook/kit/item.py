"""What every part of a kit has in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from rolebook.kit.references import ID_PATTERN, FactRef
from rolebook.kit.text import Plain, Text


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Found = TypeVar("Found", bound=_HasId)


class Part(BaseModel):
    """A frozen part of a kit that knows its keys and refuses any other."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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


def find(items: Iterable[Found], kind: str, item_id: str) -> Found:
    """Find the item of an id. `kind` is what such items are called.

    Raises:
        LookupError: There is none.
    """
    for item in items:
        if item.id == item_id:
            return item
    raise LookupError(f"There is no {kind} “{item_id}”.")
