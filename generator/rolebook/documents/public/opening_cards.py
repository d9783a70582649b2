"""A card for each open position: what leads to its posting."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import Card, Kind, Target
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit.postings import Posting, Workplace
from rolebook.kit.public import Opening


def opening_cards(edition: PublicEdition) -> tuple[Card, ...]:
    """A card for each open position, in the kit's order."""
    return tuple(_card(edition, opening) for opening in edition.kit.open)


def terms(edition: PublicEdition, posting: Posting) -> Iterator[str]:
    """How, on what terms and for what pay one works: what decides, with the place, whether somebody reads on."""
    if posting.workplace is not Workplace.REMOTE:  # that stands among the places
        yield edition.workplace(posting.workplace)
    yield edition.employment(posting)
    if posting.pay is not None:
        yield edition.pay(posting.pay)


def _card(edition: PublicEdition, opening: Opening) -> Card:
    posting, facts = opening.posting, list(terms(edition, opening.posting))
    if posting.valid_through is not None:
        facts.append(edition.gettext("Apply by {day}", day=edition.language.date(posting.valid_through)))
    return Card(
        edition.text(opening.title),
        edition.text(opening.summary),
        Target(Kind.POSTING, opening.id),
        edition.text(opening.family),
        places=edition.places(posting),
        facts=tuple(facts),
        until=str(posting.valid_through or ""),
    )
