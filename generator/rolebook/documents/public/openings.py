"""The public home page: what is open, with a way to look for it."""

from __future__ import annotations

from rolebook.documents.blocks import (
    Callout,
    Card,
    CardFilter,
    Cards,
    Document,
    Heading,
    Kind,
    Paragraph,
    Target,
    words,
)
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit.postings import Workplace
from rolebook.kit.public import Opening


def openings(edition: PublicEdition, subject: str) -> Document:
    """The list of open positions. It has no subject."""
    kit, _ = edition.kit, edition.gettext
    cards = tuple(_card(edition, opening) for opening in kit.open)
    places = sorted({place for card in cards for place in card.places})
    found = Cards(cards, search=CardFilter(_("Find a position"), _("Place"), _("All places"), tuple(places)))
    none = Callout("note", _("No open positions"), (Paragraph(words(_("Please come back later."))),))
    return edition.document(
        Kind.OPENINGS,
        title=_("Open positions"),
        description=edition.text(kit.careers.introduction),
        blocks=(
            Paragraph(words(edition.text(kit.careers.introduction)), lead=True),
            found if cards else none,
            Heading(_("About us"), "about"),
            Paragraph(words(edition.text(kit.careers.employer.about))),
            Heading(_("Equal opportunity"), "equal-opportunity"),
            Paragraph(words(edition.text(kit.equal_opportunity))),
        ),
        eyebrow=edition.text(kit.organisation),
        trail=(),
    )


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
