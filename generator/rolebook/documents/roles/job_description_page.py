"""The page of a job description: what its files say, and the role's posting to be copied to job boards."""

from __future__ import annotations

from dataclasses import replace

from rolebook.documents.blocks import Copyable, Document, Heading, Paragraph, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import advertisement
from rolebook.documents.roles.job_description import job_description
from rolebook.kit.public import public


def job_description_page(edition: InternalEdition, subject: str) -> Document:
    """The job description of a role and, if the role has an open posting, that posting as text and as HTML."""
    document, _ = edition.cached(job_description, subject), edition.gettext
    posting = edition.kit.role(subject).posting
    kit = public(edition.kit, subject) if posting is not None and posting.is_open_on(edition.kit.today) else None
    if kit is None:
        return document
    return replace(
        document,
        blocks=(
            *document.blocks,
            Heading(_("For job boards"), "job-boards"),
            Paragraph(words(_("The posting as boards take it: plain text, or HTML of paragraphs and lists."))),
            Copyable(_("Posting"), advertisement(PublicEdition(kit, edition.language), subject)),
        ),
    )
