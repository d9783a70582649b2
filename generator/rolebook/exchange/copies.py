"""Internal pages that hold texts to be copied elsewhere: a posting for job boards, a stage's questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rolebook.documents.blocks import Block, Document, Heading, Item, Kind, Listing, Paragraph, Run, words
from rolebook.documents.blocks.tools import Copyable
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import advertisement
from rolebook.documents.roles.job_description import job_description
from rolebook.formats import board, text
from rolebook.kit.interviews import Stage
from rolebook.kit.public import public
from rolebook.language import Language


def job_description_page(edition: InternalEdition, subject: str) -> Document:
    """The job description of a role and, if the role has an open posting, that posting as text and as HTML."""
    document, _ = job_description(edition, subject), edition.gettext
    posting = edition.kit.role(subject).posting
    kit = public(edition.kit, subject) if posting is not None and posting.is_open else None
    if kit is None:
        return document
    written = advertisement(PublicEdition(kit, edition.language), subject)
    return replace(
        document,
        blocks=(
            *document.blocks,
            Heading(_("For job boards"), "job-boards"),
            Paragraph(words(_("The posting as boards take it: plain text, or HTML of paragraphs and lists."))),
            _copyable(_("Posting"), written, edition.language),
        ),
    )


def interview_kit_page(edition: InternalEdition, subject: str) -> Document:
    """The interview kit of a role, with each stage's questions as text and as HTML."""
    document, role = interview_kit(edition, subject), edition.kit.role(subject)
    sets = {f"stage-{stage.id}-closing": _questions(edition, stage) for stage in role.interview}
    return replace(document, blocks=tuple(_with(sets, document.blocks, edition)))


def _with(sets: dict[str, Document], blocks: tuple[Block, ...], edition: InternalEdition) -> Iterator[Block]:
    """The blocks of an interview kit, with each question set before the heading that follows its questions."""
    for block in blocks:
        if isinstance(block, Heading) and block.anchor in sets:
            yield _copyable(edition.gettext("Copy these questions"), sets[block.anchor], edition.language)
        yield block


def _questions(edition: InternalEdition, stage: Stage) -> Document:
    blocks: list[Block] = []
    for number, reference in enumerate(stage.questions, start=1):
        _, question = edition.kit.question(reference)
        blocks.append(Paragraph((Run(f"{number}. {edition.text(question.text)}", strong=True),)))
        blocks.append(Listing(tuple(Item(words(edition.text(probe))) for probe in question.probes)))
    return Document(
        Kind.INTERVIEW_KIT,
        "",
        edition.language.tag,
        edition.text(stage.name),
        edition.text(stage.purpose),
        tuple(blocks),
    )


def _copyable(label: str, document: Document, language: Language) -> Copyable:
    return Copyable(label, text.write(document, language), board.write(document, language))
