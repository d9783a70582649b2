"""A skill's question bank: its questions by kind, what each samples, who asks it, its pilots, and those retired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rolebook.documents.blocks import (
    Block,
    Folded,
    Heading,
    Item,
    Kind,
    Listing,
    Paragraph,
    QuestionCard,
    Run,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.question import question_card
from rolebook.documents.roles.overview import FEW
from rolebook.kit.interviews import Stage
from rolebook.kit.questions import PRACTICAL, Pilot, Question, QuestionKind, RetirementReason
from rolebook.kit.roles import Role
from rolebook.kit.skills import Skill


def question_bank(edition: InternalEdition, skill: Skill, *, folded: bool) -> Iterator[Block]:
    """All questions of a skill: those in use by kind, then those that are retired, folded.

    Args:
        edition: The kit in a language.
        skill: The skill.
        folded: Whether each question shows its words alone until it is unfolded, as on a page.
    """
    _, number, is_told = edition.gettext, 0, False
    yield Heading(_("Question bank"), "questions")
    for kind in QuestionKind:
        questions = [one for one in skill.questions if one.kind is kind and one.retired is None]
        if questions:
            yield Heading(edition.kind(kind), f"questions-{kind}", 3)
            if _are_parallel(kind, questions):
                yield Paragraph(words(_parallel(edition, again=is_told)))
                is_told = True
        for question in questions:
            number += 1
            yield from _question(edition, skill, question, number, folded=folded)
    retired = [one for one in skill.questions if one.retired is not None]
    if retired:
        blocks: list[Block] = []
        for question in retired:
            number += 1
            blocks.append(Paragraph((Run(_retirement(edition, question), strong=True),)))
            blocks.extend(_question(edition, skill, question, number, folded=folded))
        yield Folded("questions-retired", _("Retired questions, no longer asked"), tuple(blocks))


def _are_parallel(kind: QuestionKind, questions: Sequence[Question]) -> bool:
    """Whether a stage may ask any of some questions in place of another."""
    shapes = {(question.minutes, question.reaches) for question in questions}
    return len(questions) > 1 and len(shapes) == 1 and kind not in PRACTICAL


def _parallel(edition: InternalEdition, *, again: bool) -> str:
    """That questions are parallel: what that means is said once on a page."""
    if again:
        return edition.gettext("These questions are parallel, too.")
    return edition.gettext(
        "These questions are parallel: they take the same time and reach the same level, so that a stage "
        "can ask any one of them in place of another."
    )


def _question(
    edition: InternalEdition, skill: Skill, question: Question, number: int, *, folded: bool
) -> Iterator[Block]:
    anchor = f"question-{question.id}"
    card = question_card(edition, skill.id, question, anchor, number, notes=False)
    pilots = (Item(words(_pilot(edition, pilot))) for pilot in question.pilots)
    known = (*_duties(edition, question), *_stages(edition, skill, question), *pilots)
    beneath = (Listing(known),) if known else ()
    if not folded:
        yield from (card, *beneath)
        return
    card = replace(card, anchor=f"{anchor}-aids", titled=False)
    about = _glance(edition, skill, question, card)
    yield Folded(anchor, card.text, (card, *beneath), apart=False, about=about, level=4)


def _glance(edition: InternalEdition, skill: Skill, question: Question, card: QuestionCard) -> str:
    """What there is to know of a question before it is unfolded: its time, how high it reaches, how much it covers."""
    _, ngettext = edition.gettext, edition.language.ngettext
    facts = [card.minutes]
    if question.reaches is not None:
        facts.append(_("up to {level}", level=edition.level(question.reaches)))
    if question.duties:
        facts.append(ngettext("samples {n} duty", "samples {n} duties", len(question.duties)))
    if asked := len(_asked(edition, skill, question)):
        facts.append(ngettext("asked in {n} stage", "asked in {n} stages", asked))
    return " · ".join(facts)


def _asked(edition: InternalEdition, skill: Skill, question: Question) -> list[tuple[Role, Stage]]:
    """The stages that ask a question, each with its role."""
    reference = f"{skill.id}/{question.id}"
    return [(role, stage) for role, stage in edition.kit.stages_rating(skill.id) if reference in stage.questions]


def _duties(edition: InternalEdition, question: Question) -> Iterator[Item]:
    """The duties that a question samples."""
    for role, duty in map(edition.kit.duty, question.duties):
        if edition.kit.shows(role.id):
            text = Run(edition.text(duty.text), Target(Kind.JOB_DESCRIPTION, role.id, f"duty-{duty.id}"))
            yield Item((Run(edition.gettext("Samples: ")), text, Run(f" ({edition.text(role.title)})")))


def _stages(edition: InternalEdition, skill: Skill, question: Question) -> Iterator[Item]:
    """The stages that ask it; their number where there are many."""
    _ = edition.gettext
    asked = _asked(edition, skill, question)
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
