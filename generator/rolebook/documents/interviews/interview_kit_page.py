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
    blocks: list[Block] = []
    for number, reference in enumerate(stage.questions, start=1):
        _, question = edition.kit.question(reference)
        blocks.append(Paragraph((Run(f"{number}. {edition.text(question.text)}", strong=True),)))
        blocks.append(Listing(tuple(Item(words(edition.text(probe))) for probe in question.probes)))
    return edition.document(
        Kind.INTERVIEW_KIT,
        title=edition.text(stage.name),
        description=edition.text(stage.purpose),
        blocks=tuple(blocks),
        trail=(),
    )
