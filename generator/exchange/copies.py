"""The internal page of a job description, with its posting to copy into job boards' forms."""

from __future__ import annotations

from dataclasses import replace

from generator.documents.blocks import Copyable, Document, Heading, Paragraph, words
from generator.documents.edition import Edition
from generator.documents.job_description import job_description
from generator.documents.public.edition import PublicEdition
from generator.documents.public.posting import advertisement
from generator.formats import board, text
from generator.kit.public import public


def job_description_page(edition: Edition, subject: str) -> Document:
    """The job description of a role and, if the role has an open posting, that posting as text and as HTML."""
    document, kit = job_description(edition, subject), public(edition.kit)
    role, say = edition.kit.role(subject), edition.say
    if kit is None or role.posting is None or not role.posting.is_open:
        return document
    written = advertisement(PublicEdition(kit, edition.language), subject)
    return replace(
        document,
        blocks=(
            *document.blocks,
            Heading(say("For job boards"), "job-boards"),
            Paragraph(words(say("The posting as boards take it: plain text, or HTML of paragraphs and lists."))),
            Copyable(say("Posting"), text.write(written, edition.language), board.write(written, edition.language)),
        ),
    )
