"""The public home page: what is open, with a way to look for it."""

from __future__ import annotations

from rolebook.documents.blocks import (
    Callout,
    CardFilter,
    Cards,
    Document,
    Heading,
    Kind,
    Paragraph,
    words,
)
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.opening_cards import opening_cards


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
        ),
    )
    none = Callout("note", _("No open positions"), (Paragraph(words(_("Please come back later."))),))
    return edition.document(
        Kind.OPENINGS,
        title=_("Open positions"),
        description=edition.text(kit.careers.introduction),
        blocks=(
            Paragraph(words(edition.text(kit.careers.employer.about)), lead=True),
            Paragraph(words(edition.text(kit.careers.introduction))),
            found if cards else none,
            Heading(_("Equal opportunity"), "equal-opportunity"),
            Paragraph(words(edition.text(kit.equal_opportunity))),
        ),
        trail=(),
    )
