"""The page of an interview kit: what its files say, and each stage's questions to be copied elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rolebook.documents.blocks import (
    Block,
    Copyable,
    Document,
    Heading,
    Item,
    Kind,
    Listing,
    Paragraph,
    Run,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit
from rolebook.kit.interviews import Stage
from rolebook.kit.questions import QuestionKind


def interview_kit_page(edition: InternalEdition, subject: str) -> Document:
    """The interview kit of a role, with each stage's questions as text and as HTML."""
    document, role = edition.cached(interview_kit, subject), edition.kit.role(subject)
    copies = {
        f"stage-{stage.id}-closing": Copyable(edition.gettext("Copy these questions"), _questions(edition, stage))
        for stage in role.interview
    }
    return replace(document, blocks=tuple(_with(copies, document.blocks)))


def _with(copies: dict[str, Copyable], blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks of an interview kit, with each stage's questions before the heading that follows them."""
    for block in blocks:
        if isinstance(block, Heading) and block.anchor in copies:
            yield copies[block.anchor]
        yield block


def _questions(edition: InternalEdition, stage: Stage) -> Document:
    """A stage's questions in order, each with what else may be asked; nothing of keys or of what to listen for."""
    _, follow_up = edition.gettext, edition.kit.interviewing.situational_follow_up
    blocks: list[Block] = []
    for number, reference in enumerate(stage.questions, start=1):
        question = edition.kit.question(reference)[1]
        blocks.append(Paragraph((Run(f"{number}. {edition.text(question.text)}", strong=True),)))
        blocks.append(Listing(tuple(Item(words(edition.text(probe))) for probe in question.probes)))
        if question.fallback is not None:
            blocks.append(_said(_("If they have not had this experience"), edition.text(question.fallback), _(": ")))
        if question.kind is QuestionKind.SITUATIONAL and follow_up is not None:
            blocks.append(_said(_("Then ask"), edition.text(follow_up), _(": ")))
    return edition.document(
        Kind.INTERVIEW_KIT,
        title=edition.text(stage.name),
        description=edition.text(stage.purpose),
        blocks=tuple(blocks),
        trail=(),
    )


def _said(label: str, asked: str, colon: str) -> Paragraph:
    return Paragraph((Run(label, strong=True), Run(f"{colon}{asked}")))
