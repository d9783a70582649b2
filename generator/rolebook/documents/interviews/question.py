"""A question on paper and on a page: its words, its probes, and what answers to it sound like."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import QuestionCard
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.questions import Question, QuestionKind


def question_card(
    edition: InternalEdition, skill_id: str, question: Question, anchor: str, number: int, *, notes: bool = True
) -> QuestionCard:
    """A question as it is asked, with its probes and what to listen for."""
    return QuestionCard(
        anchor,
        number,
        edition.text(question.text),
        edition.kind(question.kind),
        edition.minutes(question.minutes),
        edition.skill(skill_id) if notes else None,
        edition.text(question.material) if question.material else "",
        tuple(edition.text(probe) for probe in question.probes),
        listen_for(edition, question),
        edition.evidence(question),
        notes,
        tuple(_asides(edition, question)),
    )


def _asides(edition: InternalEdition, question: Question) -> Iterator[tuple[str, str]]:
    """What is asked beside the probes, and the highest level that an answer can show."""
    _, follow_up = edition.gettext, edition.kit.interviewing.situational_follow_up
    if question.fallback is not None:
        yield _("If they have not had this experience"), edition.text(question.fallback)
    if question.kind is QuestionKind.SITUATIONAL and follow_up is not None:
        yield _("Then ask"), edition.text(follow_up)
    if question.reaches is not None:
        yield _("Highest level that an answer can show"), edition.level(question.reaches)


def listen_for(edition: InternalEdition, question: Question) -> tuple[tuple[str, str], ...]:
    """What strong, mixed and weak answers sound like, and the level that each comes close to."""
    _, listen, levels = edition.gettext, question.listen_for, question.reads_as
    answers = (
        (_("Strong"), listen.strong, levels and levels.strong),
        (_("Mixed"), listen.mixed, levels and levels.mixed),
        (_("Weak"), listen.weak, levels and levels.weak),
    )
    return tuple(
        (_("{answer} (about level {level})", answer=name, level=level) if level else name, edition.text(text))
        for name, text, level in answers
    )
