"""The interview kit of a role: a packet for each stage, in the order in which it is used."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
    Definitions,
    Document,
    Heading,
    Inlines,
    Kind,
    NoteSpace,
    Paragraph,
    Run,
    Table,
    Target,
    TimePlan,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.question import question_card
from rolebook.documents.interviews.rating import (
    candidate_fields,
    rating_grids,
    recommendation,
    screening_field,
    technology_heading,
    time_plan,
)
from rolebook.documents.interviews.read_aloud import said_aloud
from rolebook.documents.interviews.sample_answers import training_first
from rolebook.documents.interviews.what_to_bring import exercise_script, what_to_bring
from rolebook.documents.interviews.work_sample import keys, model_answers, scoring_rules, to_hand_over
from rolebook.documents.process.filled import fill_in
from rolebook.documents.roles.levels import level_sought, other_levels
from rolebook.kit.forms import Fill
from rolebook.kit.interviews import Stage
from rolebook.kit.roles import Role


def interview_kit(edition: InternalEdition, subject: str) -> Document:
    """The interview kit of the role whose id is `subject`."""
    role = edition.kit.role(subject)
    _ = edition.gettext
    title = edition.sought(role)
    return edition.document(
        Kind.INTERVIEW_KIT,
        role.id,
        title=_("Interview kit: {role}", role=title),
        description=_("Time plan, scripts, questions and scorecard for every stage of hiring {role}.", role=title),
        blocks=(
            Paragraph(
                words(
                    _(
                        "One packet for each stage. Everyone who interviews in a stage asks the same questions in the "
                        "same order, and rates alone before anyone compares notes."
                    )
                ),
                lead=True,
            ),
            *other_levels(edition, role, Kind.INTERVIEW_KIT),
            _stages(edition, role),
            before_first_interview(edition),
            *(block for stage in role.interview for block in _stage(edition, role, stage)),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=edition.role_trail(),
    )


def _stage(edition: InternalEdition, role: Role, stage: Stage) -> Iterator[Block]:
    """What belongs to a stage: its packet, and what is read before the first interview."""
    yield from edition.cached(packet, f"{role.id}/{stage.id}")
    yield from model_answers(edition, stage, f"stage-{stage.id}")


def before_first_interview(edition: InternalEdition) -> Callout:
    """What to read and to do before one's first interview."""
    _ = edition.gettext
    read = (
        Run(_("Read ")),
        Run(_("how we interview"), Target(Kind.INTERVIEWING)),
        Run(_(": conduct, what not to ask, and how ratings go wrong.")),
    )
    return Callout("note", _("Before your first interview"), (Paragraph(read), *_before_interviews(edition)))


def _before_interviews(edition: InternalEdition) -> Iterator[Block]:
    if edition.kit.interviewing.training is not None:
        yield training_first(edition)
    if edition.kit.interviewing.technology:
        yield Paragraph((Run(technology_heading(edition), Target(Kind.INTERVIEWING, "", "technology")),))


def _stages(edition: InternalEdition, role: Role) -> Table:
    _ = edition.gettext
    return Table(
        _("Stages in order"),
        (_("Stage"), _("Length"), _("Who interviews"), _("Rates")),
        tuple(
            (
                (Run(edition.text(stage.name), Target(Kind.STAGE, f"{role.id}/{stage.id}")),),
                words(edition.minutes(stage.minutes)),
                edition.interviewers(edition.met(stage, role)),
                edition.listed(edition.skill(skill) for skill in stage.skills),
            )
            for stage in role.interview
        ),
    )


def stage_packet(edition: InternalEdition, subject: str) -> Document:
    """The packet of one stage, named by `role/stage`: what one interviewer prints.

    Raises:
        KeyError: The role has no such stage.
    """
    role, stage, _ = stage_of(edition, subject)
    return edition.document(
        Kind.INTERVIEW_KIT,
        role.id,
        title=f"{edition.sought(role)}{edition.gettext(': ')}{edition.text(stage.name)}",
        description=edition.text(stage.purpose),
        blocks=edition.cached(packet, subject),
        eyebrow=edition.gettext("Internal"),
        searchable=False,
        trail=edition.role_trail(),
    )


def packet(edition: InternalEdition, subject: str) -> tuple[Block, ...]:
    """What the interviewers of one stage, named by `role/stage`, hold in their hands: from goal to scorecard.

    Raises:
        KeyError: The role has no such stage.
    """
    return tuple(_blocks(edition, *stage_of(edition, subject)))


def stage_of(edition: InternalEdition, subject: str) -> tuple[Role, Stage, int]:
    """A role, a stage of its interview, and which one it is, from 1."""
    role_id, _, stage_id = subject.partition("/")
    role = edition.kit.role(role_id)
    for number, stage in enumerate(role.interview, start=1):
        if stage.id == stage_id:
            return role, stage, number
    raise KeyError(stage_id)


def _blocks(edition: InternalEdition, role: Role, stage: Stage, number: int) -> Iterator[Block]:
    _, interviewing = edition.gettext, edition.kit.interviewing
    prefix = f"stage-{stage.id}"
    yield Heading(_("Stage {number}: {stage}", number=number, stage=edition.text(stage.name)), prefix)
    yield Paragraph(edition.backed(stage.purpose, stage))
    yield Definitions(tuple(stage_facts(edition, role, stage)))
    yield from what_to_bring(edition, stage, prefix)
    yield Heading(_("Time plan"), f"{prefix}-time", 3)
    yield TimePlan(
        _("Time plan of {stage}, in minutes from the start", stage=edition.text(stage.name)),
        tuple(_plan(edition, stage, prefix)),
    )
    yield Heading(_("Opening"), f"{prefix}-opening", 3)
    opening = Paragraph(said_aloud(edition, role, stage, interviewing.opening))
    yield Callout("script", _("Read aloud"), (opening,), f"{prefix}-opening-script")
    yield from screening_questions(edition, role, stage, prefix)
    yield Heading(_("Questions"), f"{prefix}-questions", 3)
    if interviewing.neutral_probes:
        probes = Paragraph(words(" ".join(map(edition.text, interviewing.neutral_probes))))
        yield Callout("note", _("May be asked after any question"), (probes,), f"{prefix}-neutral-probes")
    if said := exercise_script(edition, stage):
        script = (Paragraph(words(said)),)
        yield Callout("script", _("Read aloud before you hand over an exercise"), script, f"{prefix}-exercise-script")
    for position, reference in enumerate(stage.questions, start=1):
        skill, question = edition.kit.question(reference)
        anchor = f"{prefix}-question-{position}"
        yield question_card(edition, skill.id, question, anchor, position, role=role)
        yield from to_hand_over(edition, stage, reference, question, anchor)
    yield Heading(_("Closing"), f"{prefix}-closing", 3)
    yield Callout(
        "script",
        _("Read aloud"),
        (
            Paragraph(said_aloud(edition, role, stage, interviewing.candidate_questions)),
            Paragraph(said_aloud(edition, role, stage, interviewing.closing)),
        ),
        f"{prefix}-closing-script",
    )
    yield NoteSpace(_("Further notes"), 6)
    yield Heading(_("Scorecard of this stage"), f"{prefix}-scorecard", 3)
    yield candidate_fields(edition, prefix)
    yield from rating_grids(edition, role, stage.skills, prefix, 4, stage)
    yield from recommendation(edition, prefix, 4)
    yield from scoring_rules(edition, stage)
    yield from keys(edition, stage, prefix)


def screening_questions(edition: InternalEdition, role: Role, stage: Stage, prefix: str) -> Iterator[Block]:
    """What is asked of everyone and recorded, without being rated."""
    _ = edition.gettext
    if stage.screening:
        yield Heading(_("Screening questions"), f"{prefix}-screening", 3)
        yield Paragraph(words(_("Ask everyone, and write the answers down. They are not rated.")))
        if known := _known_of_the_vacancy(edition, role):
            told = Definitions(tuple((words(name), words(value)) for name, value in known))
            yield Callout("note", _("To complete the questions"), (told,), f"{prefix}-vacancy")
        asked: list[Block] = []
        for item in edition.kit.screening(stage):
            asked.append(Paragraph((Run(edition.text(item.question), strong=True),)))
            asked.append(screening_field(edition, item, prefix))
        yield Callout("script", _("Read aloud"), tuple(asked), f"{prefix}-screening-script")


def _known_of_the_vacancy(edition: InternalEdition, role: Role) -> list[tuple[str, str]]:
    """What screening questions ask about, as the vacancy says it: nobody should have to look it up in the interview."""
    _ = edition.gettext
    asked = {
        _("Pay"): Fill.PAY,
        _("Place of work"): Fill.PLACE,
        _("Languages"): Fill.LANGUAGES,
        _("First day of work"): Fill.START,
    }
    return [(name, value) for name, fill in asked.items() if (value := fill_in(edition, role, fill))]


def stage_facts(edition: InternalEdition, role: Role, stage: Stage) -> Iterator[tuple[Inlines, Inlines]]:
    """What interviewers know of a stage before it begins: how long, with whom, what it rates."""
    _ = edition.gettext
    rated = stage.skills
    elsewhere = [need.skill for need in role.skills if need.skill not in rated]
    yield words(_("Length")), words(edition.minutes(stage.minutes))
    yield words(_("Who interviews")), edition.interviewers(edition.met(stage, role))
    if stage.tasks is not None:
        yield words(_("Who does what")), words(edition.text(stage.tasks))
    yield from level_sought(edition, role)
    yield words(_("Rates")), edition.listed(edition.skill(skill) for skill in rated)
    if elsewhere:
        yield words(_("Left to other stages")), edition.listed(edition.skill(skill) for skill in elsewhere)
    if told := _told(edition, stage):
        yield words(_("The candidate is told to prepare")), words(told)


def _told(edition: InternalEdition, stage: Stage) -> str:
    """What candidates read about a stage, in one paragraph: several exercises are numbered, as in their brief."""
    exercises = [edition.text(one) for one in stage.exercises]
    if len(exercises) > 1:
        exercises = [f"{number}) {one}" for number, one in enumerate(exercises, start=1)]
    return " ".join((*([edition.text(stage.prepare)] if stage.prepare is not None else ()), *exercises))


def _plan(edition: InternalEdition, stage: Stage, prefix: str) -> Iterator[tuple[int, int, Inlines]]:
    _ = edition.gettext
    parts: list[tuple[int, Inlines]] = []
    before = 2 if stage.screening_minutes else 1
    for position, (minutes, title) in enumerate(time_plan(edition, stage), start=1 - before):
        question = Target(Kind.INTERVIEW_KIT, "", f"{prefix}-question-{position}")
        parts.append((minutes, (Run(title, question if 1 <= position <= len(stage.questions) else None),)))
    spare = stage.minutes - sum(minutes for minutes, _ in parts)
    if spare > 0:
        parts.append((spare, words(_("In reserve, for probes and notes"))))
    start = 0
    for minutes, name in parts:
        yield start, start + minutes, name
        start += minutes
