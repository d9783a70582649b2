"""Whose a document is, as every file says it: the organisation, its mark, and on letters its logo and address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rolebook.documents.blocks import Document, Kind
from rolebook.documents.edition import Edition
from rolebook.pictures import Picture

LETTERS: Final = frozenset({Kind.POSTING, Kind.CANDIDATE_BRIEF, Kind.OFFER_LETTER})
"""What leaves the house: these begin with the letterhead."""


@dataclass(frozen=True)
class Letterhead:
    """Whose a document is.

    Attributes:
        organisation: The name.
        symbol: The mark, or else the logo, for the head of each sheet.
        logo: The logo, or else the mark, for the head of a letter.
        lines: What stands beside it there.
        is_letter: Whether the document begins with it.
    """

    organisation: str
    symbol: Picture | None = None
    logo: Picture | None = None
    lines: tuple[str, ...] = ()
    is_letter: bool = False


def letterhead(document: Document, edition: Edition) -> Letterhead:
    """What stands at the head of a document."""
    about, tag = edition.imprint, edition.language.tag
    organisation, brand = edition.unmarked(about.organisation), about.brand
    if brand is None:
        return Letterhead(organisation)
    full, mark = brand.in_full(tag), brand.mark
    lines = tuple(map(edition.unmarked, brand.letterhead))
    is_letter = document.kind in LETTERS and bool(lines or full or mark)
    return Letterhead(organisation, mark or full, full or mark, lines, is_letter)
