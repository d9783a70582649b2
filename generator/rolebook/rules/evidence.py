"""Rules about facts and sources: each is used, and none is too old."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.item import Item
from rolebook.kit.job_description import WorksWith
from rolebook.kit.walk import walk
from rolebook.problem import Finding


def uncited_fact(kit: Kit) -> Iterator[Finding]:
    """Find a fact that no item cites."""
    cited = set(_citations(kit))
    for index, fact in enumerate(kit.facts):
        if fact.id not in cited:
            yield Finding(
                ("facts", index, "id"),
                f"Nothing cites the fact {fact.id}.",
                f"Write “source: [{fact.id}]” where it backs a statement, or remove it.",
            )


def unused_source(kit: Kit) -> Iterator[Finding]:
    """Find a source that no fact comes from."""
    used = {fact.from_ for fact in kit.facts}
    for index, source in enumerate(kit.sources):
        if source.id not in used:
            yield Finding(
                ("sources", index, "id"),
                f"No fact comes from the source “{source.id}”.",
                "Name it in a fact's “from”, or remove it.",
            )


def _citations(kit: Kit) -> Iterator[str]:
    """Yield every fact number that something in a kit cites."""
    for _, part in walk(kit):
        if isinstance(part, Item | WorksWith):
            yield from part.source


YEARS = 3
"""Years after which a figure of a trade is worth checking again (editorial default)."""


def fact_old(kit: Kit) -> Iterator[Finding]:
    """Find a source of facts that is older than three years."""
    for index, source in enumerate(kit.sources):
        number = sum(fact.from_ == source.id for fact in kit.facts)
        if source.published and number and (kit.today - source.published).days > YEARS * 365.25:
            yield Finding(
                ("sources", index, "published"),
                f"“{source.id}” is of {source.published}, more than {YEARS} years ago; "
                f"{'1 fact rests' if number == 1 else f'{number} facts rest'} on it.",
                "Look for newer figures, or say beside the source why it still holds.",
            )
