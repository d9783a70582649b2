"""A question on paper and on a page: its words, its probes, and what answers to it sound like."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import QuestionCard
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.questions import Question, QuestionKind
from rolebook.kit.roles import Role


def question_card(
    edition: InternalEdition,
    skill_id: str,
    question: Question,
    anchor: str,
    number: int,
    *,
    role: Role | None = None,
    notes: bool = True,
    field: tuple[str, str] = ("", ""),
) -> QuestionCard:
    """A question as it is asked, with its probes and what to listen for.

    Args:
        edition: The kit in a language.
        skill_id: The question's skill.
        question: The question.
        anchor: Where it stands in the document.
        number: Which one it is there.
        role: The role that is hired for: the card names those of its duties that the question samples.
        notes: Whether there is room for notes under it.
        field: The name of the field for them, and the id of its form.
    """
    return QuestionCard(
        anchor,
        number,
        edition.text(question.text),
        edition.kind(question.kind),
        edition.minutes(edition.kit.interviewing.minutes_for(question)),
        edition.skill(skill_id) if notes else None,
        edition.text(question.material) if question.material else "",
        tuple(edition.text(probe) for probe in question.probes),
        listen_for(edition, question),
        edition.evidence(question),
        notes,
        tuple(_asides(edition, question, role)),
        *field,
    )


def _asides(edition: InternalEdition, question: Question, role: Role | None) -> Iterator[tuple[str, str]]:
    """What is asked beside the probes, the highest level that an answer can show, and the duties that it samples."""
    _, follow_up = edition.gettext, edition.kit.interviewing.situational_follow_up
    if question.fallback is not None:
        yield _("If they have not had this experience"), edition.text(question.fallback)
    if question.kind is QuestionKind.SITUATIONAL and follow_up is not None:
        yield _("Then ask"), edition.text(follow_up)
    if question.reaches is not None:
        yield _("Highest level that an answer can show"), edition.level(question.reaches)
    sampled = [reference.split("/") for reference in question.duties]
    duties = [
        edition.text(role.duty(duty).text) for owner, duty in sampled if role is not None and owner == role.own_id
    ]
    if duties:
        yield _("Duties that it samples"), " ".join(duties)


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
