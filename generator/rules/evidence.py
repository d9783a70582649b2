"""Rules about facts and sources: what is written down is used."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.kit import Kit
from generator.kit.item import Item
from generator.kit.roles import WorksWith
from generator.problem import Finding


def uncited_fact(kit: Kit) -> Iterator[Finding]:
    """A fact that no item cites."""
    cited = set(_citations(kit))
    for index, fact in enumerate(kit.facts):
        if fact.id not in cited:
            yield Finding(
                ("facts", index, "id"),
                f"Nothing cites the fact {fact.id}.",
                f"Write “source: [{fact.id}]” where it backs a statement, or remove it.",
            )


def unused_source(kit: Kit) -> Iterator[Finding]:
    """A source that no fact comes from."""
    used = {fact.from_ for fact in kit.facts}
    for index, source in enumerate(kit.sources):
        if source.id not in used:
            yield Finding(
                ("sources", index, "id"),
                f"No fact comes from the source “{source.id}”.",
                "Name it in a fact's “from”, or remove it.",
            )


def _citations(part: object) -> Iterator[str]:
    """Every fact number that something inside of `part` cites."""
    if isinstance(part, BaseModel):
        if isinstance(part, Item | WorksWith):
            yield from part.source
        for name in type(part).model_fields:
            yield from _citations(getattr(part, name))
    elif isinstance(part, tuple):
        for one in part:
            yield from _citations(one)
