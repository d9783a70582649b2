"""Rating a candidate: the parts that a role's scorecard and a stage's packet share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rolebook.documents.blocks import (
    AnswerLine,
    Block,
    Choice,
    Fields,
    Heading,
    Inline,
    Mark,
    NoteSpace,
    Option,
    RatingGrid,
    Run,
)
from rolebook.documents.blocks.scorecards import RatedAnswer, RatedSkill, RatedStage, ScorecardForm
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.fingerprints import anchors_fingerprint, rating_fingerprint
from rolebook.kit.interviews import ScreeningItem, Stage
from rolebook.kit.must_haves import can_show, counting, reach
from rolebook.kit.roles import Role
from rolebook.kit.skills import Skill


def scorecard_schema() -> bytes:
    """The JSON Schema, in UTF-8, of the file in which a filled-in scorecard is handed over."""
    return (Path(__file__).parent.parent.parent / "schemas" / "scorecard.schema.json").read_bytes()


def form_id(prefix: str) -> str:
    """The id of the form that fields of a prefix belong to."""
    return f"{prefix}-form"


def rating_field(prefix: str, skill_id: str) -> str:
    """The name of the field for the rating of a skill, and the id of its grid.

    Ids join their words with one hyphen, so that two keep a skill's name apart from every other name of the page.
    """
    return f"{prefix}--{skill_id}"


def notes_field(reference: str) -> str:
    """The name of the field for the notes on a question, or of that for all other notes."""
    return f"notes-{reference}"


def points_field(reference: str, position: int) -> str:
    """The name of the field for the points that a criterion of a question's key earns."""
    return f"points-{reference}/{position}"


def scorecard_form(
    edition: InternalEdition, role: Role, prefix: str, skills: Iterable[str], stage: Stage | None = None
) -> ScorecardForm:
    """Where a scorecard begins that can be filled in on the page: of one stage, or of the whole role.

    Args:
        edition: The kit in a language.
        role: The role that is hired for.
        prefix: What its fields' names begin with.
        skills: Ids of the skills that are rated, in order.
        stage: The stage, or None for the whole role.
    """
    title = edition.sought(role) if stage is None else edition.text(stage.name)
    return ScorecardForm(
        id=form_id(prefix),
        label=edition.gettext("Scorecard: {role}", role=title),
        role=role.id,
        stage=stage.id if stage else "",
        version=edition.kit.about.version,
        fingerprint=rating_fingerprint(edition.kit, role),
        language=edition.language.tag,
        days=edition.kit.interviewing.device_days,
        skills=tuple(_rated(edition, role, skill_id, stage) for skill_id in skills),
        stages=() if stage else tuple(_stage(edition, role, one) for one in role.interview),
        plan=tuple(time_plan(edition, stage)) if stage else (),
        screening=tuple((item.id, edition.text(item.record)) for item in screening_items(edition, role, stage)),
        keys=tuple(_keys(edition, stage)) if stage else (),
        notes=tuple(_noted(edition, stage)) if stage else (),
    )


def _noted(edition: InternalEdition, stage: Stage) -> Iterator[tuple[str, str]]:
    """What notes are taken on in a stage: each question, and anything else; with its name."""
    for number, reference in enumerate(stage.questions, start=1):
        yield reference, question_title(edition, number, edition.kit.question(reference)[0])
    yield "", edition.gettext("Further notes")


def _keys(edition: InternalEdition, stage: Stage) -> Iterator[tuple[str, int]]:
    """The questions of a stage that are scored by a key, and how many criteria each key has."""
    for reference in stage.questions:
        _, question = edition.kit.question(reference)
        if question.key is not None:
            yield reference, len(question.key.criteria)


def _stage(edition: InternalEdition, role: Role, stage: Stage) -> RatedStage:
    raters = tuple(person.text for person, rates in edition.met(stage, role) if rates)
    asked = tuple((one, edition.text(edition.kit.question(one)[1].text)) for one in stage.questions)
    return RatedStage(
        stage.id, edition.text(stage.name), stage.skills, counting(edition.kit, role, stage), raters, asked
    )


def _rated(edition: InternalEdition, role: Role, skill_id: str, stage: Stage | None) -> RatedSkill:
    need, name = role.need(skill_id), edition.text(edition.kit.skill(skill_id).name)
    anchors = anchors_fingerprint(edition.kit, skill_id)
    answers = _answers(edition, skill_id, stage)
    if need is None:
        return RatedSkill(skill_id, name, 0, 1, must_have=False, anchors=anchors, answers=answers)
    return RatedSkill(skill_id, name, need.level, need.weight, need.must_have, anchors, answers)


def _answers(edition: InternalEdition, skill_id: str, stage: Stage | None) -> tuple[RatedAnswer, ...]:
    """The answers that are rated one by one: those of a stage that asks several questions of a skill.

    On the scorecard of a whole role, which has no questions, a skill is rated once.
    """
    questions = stage.questions if stage else ()
    asked = [(number, *edition.kit.question(one)) for number, one in enumerate(questions, start=1)]
    theirs = [(number, question) for number, skill, question in asked if skill.id == skill_id]
    return tuple(
        RatedAnswer(question.id, edition.gettext("Question {number}", number=number), edition.text(question.text))
        for number, question in (theirs if len(theirs) > 1 else ())
    )


def time_plan(edition: InternalEdition, stage: Stage) -> Iterator[tuple[int, str]]:
    """The parts of an interview: how many minutes each takes, and what it is."""
    _, interviewing = edition.gettext, edition.kit.interviewing
    yield interviewing.opening.minutes, _("Opening")
    if stage.screening_minutes:
        yield stage.screening_minutes, _("Screening questions")
    for position, reference in enumerate(stage.questions, start=1):
        skill, question = edition.kit.question(reference)
        yield interviewing.minutes_for(question), question_title(edition, position, skill)
    yield interviewing.candidate_questions.minutes, _("The candidate's questions")
    yield interviewing.closing.minutes, _("Closing")


def question_title(edition: InternalEdition, number: int, skill: Skill) -> str:
    """What a question of a stage is called: its number and its skill."""
    return edition.gettext("Question {number}: {skill}", number=number, skill=edition.text(skill.name))


def technology_heading(edition: InternalEdition) -> str:
    """What the section on artificial intelligence and recordings is called."""
    return edition.gettext("AI, note-takers and recording")


def screening_items(edition: InternalEdition, role: Role, stage: Stage | None) -> tuple[ScreeningItem, ...]:
    """What a stage asks and records without rating it; without a stage, what any of the role's stages does."""
    stages = (stage,) if stage else role.interview
    return tuple({item.id: item for one in stages for item in edition.kit.screening(one)}.values())


def screening_field(edition: InternalEdition, item: ScreeningItem, prefix: str) -> NoteSpace:
    """Where the answer to a screening question is written down."""
    return NoteSpace(edition.text(item.record), 2, f"screening-{item.id}", form_id(prefix))


def candidate_fields(edition: InternalEdition, prefix: str) -> Fields:
    """Who is rated, by whom, when. Empty: nothing about a person is ever kept in a kit."""
    _ = edition.gettext
    labels = (_("Candidate (code or name)"), _("Interviewer"), _("Date"))
    return Fields(labels, ("candidate", "interviewer", "date"), form_id(prefix))


def rating_grids(
    edition: InternalEdition,
    role: Role,
    skills: Iterable[str],
    prefix: str,
    level: int,
    stage: Stage | None = None,
) -> Iterator[RatingGrid]:
    """A grid for each skill, in the given order.

    Args:
        edition: The kit in a language.
        role: The role that is hired for; it says which level is needed.
        skills: Ids of the skills to rate.
        prefix: Sets the form fields of this scorecard apart from others on the page.
        level: The level of each grid's heading.
        stage: The stage that rates them, or None for the whole role.
    """
    for skill_id in skills:
        skill, need = edition.kit.skill(skill_id), role.need(skill_id)
        marks: list[Inline] = []
        told: list[Inline] = []
        if need is not None:
            must_have = Mark(edition.gettext("Must-have"), "strong")
            marks.append(must_have if need.must_have else edition.need(need.need))
            told.append(Mark(edition.gettext("Needed: {level}", level=edition.level(need.level))))
            if stage and need.must_have and not can_show(edition.kit, need, stage):
                highest = reach(edition.kit, stage, skill_id) or 0
                shown = edition.gettext("This stage shows no more than {level}", level=edition.level(highest))
                marks.append(Mark(shown, "muted"))
            if need.weight != 1:
                marks.append(Mark(edition.gettext("Weight {weight}", weight=edition.language.number(need.weight))))
        yield RatingGrid(
            rating_field(prefix, skill_id),
            edition.skill(skill_id),
            edition.text(skill.definition),
            tuple(marks),
            edition.anchors(skill, need.level if need else None),
            edition.text(need.weight_reason) if need and need.weight_reason else "",
            level,
            need.weight if need else 1,
            bool(need and need.must_have),
            form_id(prefix),
            tuple(
                AnswerLine(f"{rating_field(prefix, skill_id)}--answer-{answer.question}", answer.label, answer.text)
                for answer in _answers(edition, skill_id, stage)
            ),
            tuple(told),
            in_a_row=stage is None,
        )


def recommendation(edition: InternalEdition, prefix: str, level: int) -> tuple[Block, ...]:
    """The overall recommendation, chosen last and with a reason."""
    _ = edition.gettext
    return (
        Heading(_("Overall recommendation"), f"{prefix}-recommendation", level),
        Choice(
            f"{prefix}-recommendation",
            _("Choose it last, once every skill is rated"),
            tuple(
                Option(choice.id, edition.text(choice.name), edition.text(choice.meaning))
                for choice in edition.kit.interviewing.recommendations
            ),
            _("Reason, in the terms of the job description"),
            form_id(prefix),
        ),
    )


def weights_note(edition: InternalEdition, role: Role) -> Run:
    """Whether all skills weigh the same, in a sentence."""
    if len({need.weight for need in role.needs}) == 1:
        return Run(edition.gettext("All skills weigh the same."))
    return Run(edition.gettext("Weights differ; the reason is given beside each skill that has another weight."))
