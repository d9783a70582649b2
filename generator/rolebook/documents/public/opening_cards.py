"""A card for each open position: what leads to its posting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rolebook.documents.blocks import Card, Kind, Target
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit.postings import Posting, Workplace
from rolebook.kit.public import Opening


def opening_cards(edition: PublicEdition) -> tuple[Card, ...]:
    """A card for each open position, the one that closes first before the others."""
    first = sorted(edition.kit.open, key=lambda opening: opening.posting.valid_through or date.max)
    return tuple(_card(edition, opening) for opening in first)


def terms(edition: PublicEdition, posting: Posting) -> Iterator[str]:
    """How, and on what terms, one works."""
    if posting.workplace is not Workplace.REMOTE:  # that stands among the places
        yield edition.workplace(posting.workplace)
    yield edition.employment(posting)


def deadline(edition: PublicEdition, posting: Posting) -> str:
    """The last day to apply; an empty text where none is set."""
    day = posting.valid_through
    return edition.gettext("Apply by {day}", day=edition.language.date(day)) if day is not None else ""


def _card(edition: PublicEdition, opening: Opening) -> Card:
    posting = opening.posting
    return Card(
        edition.text(opening.title),
        edition.text(opening.summary),
        Target(Kind.POSTING, opening.id),
        places=edition.places(posting),
        facts=tuple(terms(edition, posting)),
        pay=edition.pay(posting.pay) if posting.pay is not None else "",
        deadline=deadline(edition, posting),
        until=str(posting.valid_through or ""),
    )
