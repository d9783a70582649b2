"""A role's open posting as text and as HTML, to be copied to job boards."""

from __future__ import annotations

from rolebook.documents.blocks import Copyable, Document, Kind, Paragraph, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import advertisement
from rolebook.kit import Kit
from rolebook.kit.public import public
from rolebook.kit.readiness import open_postings


def posting_text_subjects(kit: Kit) -> tuple[str, ...]:
    """The roles that have one: those with an open posting."""
    return () if kit.careers is None else tuple(role.id for _, role, _ in open_postings(kit))


def posting_text(edition: InternalEdition, subject: str) -> Document:
    """The posting of the role whose id is `subject`, to be copied."""
    role, kit = edition.kit.role(subject), public(edition.kit, subject)
    if kit is None or not kit.open:
        raise LookupError(f"The role “{subject}” has no open posting.")
    _ = edition.gettext
    return edition.document(
        Kind.POSTING_TEXT,
        role.id,
        title=_("Posting: {role}", role=edition.text(role.title)),
        description=_("The posting as job boards accept it: plain text, or HTML with paragraphs and lists."),
        blocks=(
            edition.role_documents(role, Kind.POSTING_TEXT),
            Paragraph(
                words(_("The posting as job boards accept it: plain text, or HTML with paragraphs and lists.")),
                lead=True,
            ),
            Copyable(_("For job boards"), advertisement(PublicEdition(kit, edition.language), subject), is_open=True),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=edition.role_trail(role),
    )
