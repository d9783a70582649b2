"""The public home page: who hires, and what is open, with a way to look for it where that is much."""

from __future__ import annotations

from typing import Final

from rolebook.documents.blocks import (
    Callout,
    CardFilter,
    Cards,
    Document,
    Heading,
    Highlights,
    Kind,
    Paragraph,
    words,
)
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.opening_cards import opening_cards

FEW: Final = 6
"""Positions that a list has fewer of is read at a glance: it needs no fields to search it (editorial default)."""


def openings(edition: PublicEdition, subject: str) -> Document:
    """The list of open positions. It has no subject."""
    kit, _ = edition.kit, edition.gettext
    cards = opening_cards(edition)
    places = sorted({place for card in cards for place in card.places})
    found = Cards(
        cards,
        search=CardFilter(
            _("Find a position"),
            _("Place"),
            _("All places"),
            tuple(places),
            _("Nothing found. Try fewer words, or all places."),
            offered=len(cards) >= FEW,
        ),
    )
    none = Callout("note", _("No open positions"), (Paragraph(words(_("Please come back later."))),))
    return edition.document(
        Kind.OPENINGS,
        title=_("Open positions"),
        description=edition.text(kit.careers.introduction),
        blocks=(
            Paragraph(
                words(f"{edition.text(kit.careers.employer.about)} {edition.text(kit.careers.introduction)}"), lead=True
            ),
            found if cards else none,
            _employer(edition),
            Heading(_("Equal opportunity"), "equal-opportunity"),
            Paragraph(words(edition.text(kit.equal_opportunity))),
        ),
        trail=(),
    )


def _employer(edition: PublicEdition) -> Highlights:
    """What there is to know of the employer: what it does, where it is, and how long one waits for its answer."""
    _, careers = edition.gettext, edition.kit.careers
    answer = edition.language.ngettext(
        "within {n} day of the last interview", "within {n} days of the last interview", careers.answer_days
    )
    return Highlights(
        _("Who we are"),
        (
            (_("What we do"), edition.text(careers.employer.activity)),
            (_("Head office"), edition.place(careers.employer.head_office)),
            (_("You hear the outcome"), answer),
        ),
    )
