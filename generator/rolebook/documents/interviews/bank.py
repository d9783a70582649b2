"""A skill's question bank: its questions by kind, what each samples, who asks it, its pilots, and those retired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolebook.documents.blocks import Block, Folded, Heading, Item, Kind, Listing, Paragraph, Run, Target, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.question import question_card
from rolebook.documents.roles.overview import FEW
from rolebook.kit.questions import PRACTICAL, Pilot, Question, QuestionKind, RetirementReason
from rolebook.kit.skills import Skill


def question_bank(edition: InternalEdition, skill: Skill) -> Iterator[Block]:
    """All questions of a skill: those in use by kind, then those that are retired, folded."""
    _, number = edition.gettext, 0
    yield Heading(_("Question bank"), "questions")
    for kind in QuestionKind:
        questions = [one for one in skill.questions if one.kind is kind and one.retired is None]
        if questions:
            yield Heading(edition.kind(kind), f"questions-{kind}", 3)
            yield from _parallel(edition, kind, questions)
        for question in questions:
            number += 1
            yield from _question(edition, skill, question, number)
    retired = [one for one in skill.questions if one.retired is not None]
    if retired:
        blocks: list[Block] = []
        for question in retired:
            number += 1
            blocks.append(Paragraph((Run(_retirement(edition, question), strong=True),)))
            blocks.extend(_question(edition, skill, question, number))
        yield Folded("questions-retired", _("Retired questions, no longer asked"), tuple(blocks))


def _parallel(edition: InternalEdition, kind: QuestionKind, questions: Sequence[Question]) -> Iterator[Block]:
    """Whether a stage may ask any of some questions in place of another."""
    shapes = {(question.minutes, question.reaches) for question in questions}
    if len(questions) > 1 and len(shapes) == 1 and kind not in PRACTICAL:
        yield Paragraph(
            words(
                edition.gettext(
                    "These questions are parallel: they take the same time and reach the same level, so that a stage "
                    "can ask any one of them in place of another."
                )
            )
        )


def _question(edition: InternalEdition, skill: Skill, question: Question, number: int) -> Iterator[Block]:
    yield question_card(edition, skill.id, question, f"question-{question.id}", number, notes=False)
    pilots = (Item(words(_pilot(edition, pilot))) for pilot in question.pilots)
    about = (*_duties(edition, question), *_stages(edition, skill, question), *pilots)
    if about:
        yield Listing(about)


def _duties(edition: InternalEdition, question: Question) -> Iterator[Item]:
    """The duties that a question samples."""
    for role, duty in map(edition.kit.duty, question.duties):
        if edition.kit.shows(role.id):
            text = Run(edition.text(duty.text), Target(Kind.JOB_DESCRIPTION, role.id, f"duty-{duty.id}"))
            yield Item((Run(edition.gettext("Samples: ")), text, Run(f" ({edition.text(role.title)})")))


def _stages(edition: InternalEdition, skill: Skill, question: Question) -> Iterator[Item]:
    """The stages that ask it; their number where there are many."""
    _ = edition.gettext
    asked = [
        (role, stage)
        for role, stage in edition.kit.stages_rating(skill.id)
        if f"{skill.id}/{question.id}" in stage.questions
    ]
    if len(asked) > FEW:
        yield Item(words(edition.language.ngettext("Asked in {n} stage.", "Asked in {n} stages.", len(asked))))
        return
    for role, stage in asked:
        to_stage = Target(Kind.STAGE, f"{role.id}/{stage.id}")
        yield Item((Run(_("Asked in: ")), Run(edition.text(stage.name), to_stage), Run(_(", ")), edition.role(role.id)))


def _pilot(edition: InternalEdition, pilot: Pilot) -> str:
    """When a question was piloted, by whom, what was learnt, and what was changed."""
    _, text = edition.gettext, edition.text
    date = edition.language.date(pilot.on)
    said = _("Piloted on {date} by {people}: {learnt}", date=date, people=text(pilot.by), learnt=text(pilot.learnt))
    changed = text(pilot.changed) if pilot.changed else _("nothing")
    return f"{said} {_('Changed since: {changed}', changed=changed)}"


def _retirement(edition: InternalEdition, question: Question) -> str:
    """When a question was retired, and why."""
    _, retired = edition.gettext, question.retired
    if retired is None:
        return ""
    reason = {
        RetirementReason.LEAKED: _("candidates know it"),
        RetirementReason.DOES_NOT_SEPARATE: _("everyone answers it alike"),
        RetirementReason.OUT_OF_DATE: _("the work has changed"),
        RetirementReason.REPLACED: _("a better one has taken its place"),
    }[retired.because]
    return _("Retired on {date}: {reason}", date=edition.language.date(retired.on), reason=reason)
