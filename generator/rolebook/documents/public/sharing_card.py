"""What is shown where somebody shares a posting: its title in the site's languages, where it is, and what it pays."""

from __future__ import annotations

from rolebook.documents.blocks import Document, Item, Kind, Listing, Paragraph, Run, words
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import highlights


def sharing_card(edition: PublicEdition, subject: str) -> Document:
    """The card of the opening whose id is `subject`: what a picture of it says."""
    opening, kit = edition.kit.opening(subject), edition.kit
    others = [opening.title[tag] for tag in kit.languages if tag != edition.language.tag]
    return edition.document(
        Kind.POSTING,
        opening.id,
        title=edition.text(opening.title),
        description=edition.text(opening.summary),
        blocks=(
            *(Paragraph((Run(title),)) for title in others),
            Listing(tuple(Item(words(fact)) for fact in highlights(edition, opening))),
        ),
        eyebrow=edition.employer(opening),
        trail=(),
    )
