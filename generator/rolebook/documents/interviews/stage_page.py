"""The page of one stage: prepare it, ask, rate, hand over; a step at a time, on a scorecard of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from rolebook.documents.blocks import (
    Block,
    Callout,
    Copyable,
    Definitions,
    Device,
    Document,
    Folded,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    NoteSpace,
    Paragraph,
    Run,
    Target,
    words,
)
from rolebook.documents.blocks.scorecards import NotedAnswer, StageStep, StageSteps
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import (
    before_first_interview,
    screening_questions,
    stage_facts,
    stage_of,
)
from rolebook.documents.interviews.question import question_card
from rolebook.documents.interviews.rating import (
    candidate_fields,
    form_id,
    notes_field,
    question_title,
    rating_field,
    rating_grids,
    recommendation,
    scorecard_form,
)
from rolebook.documents.interviews.read_aloud import said_aloud
from rolebook.documents.interviews.what_to_bring import exercise_script, what_to_bring
from rolebook.documents.interviews.work_sample import work_sample, work_sample_anchors
from rolebook.documents.role_bar import role_bar
from rolebook.kit.interviews import Stage
from rolebook.kit.questions import QuestionKind
from rolebook.kit.roles import Role


def stage_page(edition: InternalEdition, subject: str) -> Document:
    """The page of a stage, named by `role/stage`.

    Raises:
        KeyError: The role has no such stage.
    """
    role, stage, _number = stage_of(edition, subject)
    prefix, name = f"stage-{stage.id}", edition.text(stage.name)
    return edition.document(
        Kind.STAGE,
        subject,
        title=f"{edition.sought(role)}{edition.gettext(': ')}{name}",
        description=edition.text(stage.purpose),
        blocks=(
            StageSteps(
                edition.gettext("Interview: {stage}", stage=name),
                scorecard_form(edition, role, prefix, stage.skills, stage),
                tuple(_steps(edition, role, stage, prefix)),
                stage.minutes,
                Target(Kind.INTERVIEW_KIT, role.id),
            ),
            Device(form_id(prefix), edition.kit.interviewing.device_days),
        ),
        eyebrow=edition.gettext("Internal"),
        searchable=False,
        trail=(*edition.role_trail(), Run(edition.gettext("Interview kit"), Target(Kind.INTERVIEW_KIT, role.id))),
        bar=role_bar(edition, role, Kind.STAGE, stage.id),
    )


def _steps(edition: InternalEdition, role: Role, stage: Stage, prefix: str) -> Iterator[StageStep]:
    _ = edition.gettext
    yield StageStep(
        "prepare",
        "prepare",
        _("Prepare"),
        "",
        tuple(_preparing(edition, role, stage, prefix)),
        first=(candidate_fields(edition, prefix),),
        about=(Paragraph(edition.backed(stage.purpose, stage)),),
    )
    yield from _asking(edition, role, stage, prefix)
    yield from _rating(edition, role, stage, prefix)
    yield StageStep("hand-over", "hand-over", _("Hand over"), "", recommendation(edition, prefix, 3))


def _preparing(edition: InternalEdition, role: Role, stage: Stage, prefix: str) -> Iterator[Block]:
    _ = edition.gettext
    yield from what_to_bring(edition, stage, prefix)
    facts = Definitions(tuple(stage_facts(edition, role, stage)))
    yield Folded("about-stage", _("About this stage"), (facts,), apart=False)
    first = before_first_interview(edition)
    yield Folded("first-interview", first.title, first.blocks, apart=False)
    yield Copyable(_("Copy these questions"), _questions(edition, stage))


def _asking(edition: InternalEdition, role: Role, stage: Stage, prefix: str) -> Iterator[StageStep]:
    _, interviewing = edition.gettext, edition.kit.interviewing
    opening = said_aloud(edition, role, stage, interviewing.opening)
    yield StageStep(
        "ask-opening",
        "ask",
        _("Opening"),
        _("Opening"),
        (_read_aloud(_("Read aloud"), opening),),
        interviewing.opening.minutes,
        asked=(Paragraph(opening),),
    )
    if stage.screening:
        title = _("Screening questions")
        asked = tuple(block for block in screening_questions(edition, role, stage, prefix) if not _is_heading(block))
        listed = (edition.texts(tuple(item.question for item in edition.kit.screening(stage))),)
        minutes = stage.screening_minutes or 0
        yield StageStep("ask-screening", "ask", title, _("Screening"), asked, minutes, asked=listed)
    for number, reference in enumerate(stage.questions, start=1):
        skill, question = edition.kit.question(reference)
        yield StageStep(
            f"ask-{number}",
            "ask",
            question_title(edition, number, skill),
            edition.language.number(number),
            tuple(_question(edition, role, stage, reference, number)),
            interviewing.minutes_for(question),
            asked=(Paragraph(words(edition.text(question.text))),),
        )
    scripts = (interviewing.candidate_questions, interviewing.closing)
    said = tuple(said_aloud(edition, role, stage, script) for script in scripts)
    yield StageStep(
        "ask-closing",
        "ask",
        _("The candidate's questions and closing"),
        _("Closing"),
        (
            _read_aloud(_("Read aloud"), *said),
            NoteSpace(_("Further notes"), 4, notes_field(""), form_id(prefix)),
        ),
        interviewing.candidate_questions.minutes + interviewing.closing.minutes,
        asked=tuple(map(Paragraph, said)),
    )


def _is_heading(block: Block) -> bool:
    return isinstance(block, Heading)


def _read_aloud(title: str, *said: Inlines) -> Callout:
    return Callout("script", title, tuple(map(Paragraph, said)))


def _question(edition: InternalEdition, role: Role, stage: Stage, reference: str, number: int) -> Iterator[Block]:
    """A question as it is asked, with what is handed over for it and what may be asked after any question."""
    _, interviewing = edition.gettext, edition.kit.interviewing
    skill, question = edition.kit.question(reference)
    prefix = f"stage-{stage.id}"
    anchor = f"{prefix}-question-{number}"
    files, _key = work_sample_anchors(question, anchor)
    if files and (said := exercise_script(edition, stage)):
        yield _read_aloud(_("Read aloud before you hand over an exercise"), words(said))
    field = (notes_field(reference), form_id(prefix))
    yield question_card(edition, skill.id, question, anchor, number, role=role, field=field)
    yield from work_sample(edition, stage, reference, question, anchor)
    if interviewing.neutral_probes:
        probes = (edition.texts(interviewing.neutral_probes),)
        yield Callout("note", _("May be asked after any question"), probes)


def _rating(edition: InternalEdition, role: Role, stage: Stage, prefix: str) -> Iterator[StageStep]:
    _ = edition.gettext
    for skill_id in stage.skills:
        name = edition.text(edition.kit.skill(skill_id).name)
        asked = [
            (position, reference, *edition.kit.question(reference))
            for position, reference in enumerate(stage.questions, start=1)
        ]
        theirs = [(position, reference, question) for position, reference, one, question in asked if one.id == skill_id]
        (grid,) = rating_grids(edition, role, (skill_id,), prefix, 3, stage)  # an answer is rated beside its notes
        yield StageStep(
            f"rate-{skill_id}",
            "rate",
            _("Rating: {skill}", skill=name),
            name,
            (replace(grid, answers=()),),
            noted=tuple(
                NotedAnswer(
                    reference,
                    _("Question {number}", number=position),
                    edition.text(question.text),
                    line.name if line else "",
                    tuple(anchor.level for anchor in grid.anchors) if line else (),
                )
                for (position, reference, question), line in zip_longest(theirs, grid.answers)
            ),
            skill=f"{rating_field(prefix, skill_id)}--evidence",
            borrows=tuple(
                key
                for position, _reference, question in theirs
                for key in work_sample_anchors(question, f"{prefix}-question-{position}")[1]
            ),
        )


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
        Kind.STAGE,
        title=edition.text(stage.name),
        description=edition.text(stage.purpose),
        blocks=tuple(blocks),
        trail=(),
    )


def _said(label: str, asked: str, colon: str) -> Paragraph:
    return Paragraph((Run(label, strong=True), Run(f"{colon}{asked}")))
