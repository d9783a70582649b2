"""What candidates are told of their data, wherever it is said."""

from __future__ import annotations

from rolebook.documents.blocks.message import plain
from rolebook.documents.edition import Edition
from rolebook.documents.messages import wording
from rolebook.kit.careers import Careers
from rolebook.kit.fields import KnownField


def privacy(edition: Edition, careers: Careers, organisation: str, contact: str) -> tuple[str, ...]:
    """The paragraphs about the data of those who apply; none where the kit has none."""
    if careers.privacy is None:
        return ()
    known = {
        KnownField.ORGANISATION: organisation,
        KnownField.RETENTION: retention(edition, careers),
        KnownField.CONTACT: contact,
    }
    return tuple(plain(wording(edition, text, known)) for text in careers.privacy.text)


def retention(edition: Edition, careers: Careers) -> str:
    """How long an application is kept, as “6 months”; an empty text where the kit does not say it."""
    if careers.privacy is None:
        return ""
    return edition.language.ngettext("{n} month", "{n} months", careers.privacy.retention_months)
