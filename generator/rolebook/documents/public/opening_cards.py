"""A card for each open position: what leads to its posting."""

from __future__ import annotations

from rolebook.documents.blocks import Card, Kind, Target
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit.postings import Workplace
from rolebook.kit.public import Opening


def opening_cards(edition: PublicEdition) -> tuple[Card, ...]:
    """A card for each open position, in the kit's order."""
    return tuple(_card(edition, opening) for opening in edition.kit.open)


def _card(edition: PublicEdition, opening: Opening) -> Card:
    posting = opening.posting
    facts = [edition.employment(posting)]
    if posting.workplace is not Workplace.REMOTE:  # that stands among the places
        facts.append(edition.workplace(posting.workplace))
    if posting.pay is not None:
        facts.append(edition.pay(posting.pay))
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
