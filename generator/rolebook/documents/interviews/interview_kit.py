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
    QuestionCard,
    Run,
    Table,
    Target,
    TimePlan,
    words,
)
from rolebook.documents.blocks.tools import GuideStep, InterviewGuide
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.rating import (
    candidate_fields,
    form_id,
    rating_grids,
    recommendation,
    scorecard_form,
    time_plan,
)
from rolebook.kit.interviews import Stage
from rolebook.kit.roles import Role
from rolebook.kit.skills import ListenFor, Question


def interview_kit(edition: InternalEdition, subject: str) -> Document:
    """The interview kit of the role whose id is `subject`."""
    role = edition.kit.role(subject)
    _ = edition.gettext
    title = edition.text(role.title)
    return edition.document(
        Kind.INTERVIEW_KIT,
        role.id,
        title=_("Interview kit: {role}", role=title),
        description=_("Time plan, scripts, questions and scorecard for every stage of hiring {role}.", role=title),
        blocks=(
            edition.role_documents(role, Kind.INTERVIEW_KIT),
            Paragraph(
                words(
                    _(
                        "One packet for each stage. Everyone who interviews in a stage asks the same questions in the "
                        "same order, and rates alone before the debrief."
                    )
                ),
                lead=True,
            ),
            _stages(edition, role),
            Callout(
                "note",
                _("Before your first interview"),
                (
                    Paragraph(
                        (
                            Run(_("Read ")),
                            Run(_("how we interview"), Target(Kind.INTERVIEWING)),
                            Run(_(": conduct, what not to ask, and how ratings go wrong.")),
                        )
                    ),
                ),
            ),
            *(block for stage in role.interview for block in edition.cached(packet, f"{role.id}/{stage.id}")),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=edition.role_trail(role),
    )


def _stages(edition: InternalEdition, role: Role) -> Table:
    _ = edition.gettext
    return Table(
        _("Stages in order"),
        (_("Stage"), _("Length"), _("Who interviews"), _("Rates")),
        tuple(
            (
                (Run(edition.text(stage.name), Target(Kind.INTERVIEW_KIT, role.id, f"stage-{stage.id}")),),
                words(edition.minutes(stage.minutes)),
                edition.listed(edition.party(interviewer) for interviewer in stage.interviewers),
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
    role, stage, _ = _stage(edition, subject)
    return edition.document(
        Kind.INTERVIEW_KIT,
        role.id,
        title=f"{edition.text(role.title)}{edition.gettext(': ')}{edition.text(stage.name)}",
        description=edition.text(stage.purpose),
        blocks=edition.cached(packet, subject),
        eyebrow=edition.gettext("Internal"),
        searchable=False,
        trail=edition.role_trail(role),
    )


def packet(edition: InternalEdition, subject: str) -> tuple[Block, ...]:
    """What the interviewers of one stage, named by `role/stage`, hold in their hands: from goal to scorecard.

    Raises:
        KeyError: The role has no such stage.
    """
    return tuple(_blocks(edition, *_stage(edition, subject)))


def _stage(edition: InternalEdition, subject: str) -> tuple[Role, Stage, int]:
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
    yield Definitions(tuple(_facts(edition, role, stage)))
    yield _guide(edition, stage, prefix)
    yield Heading(_("Time plan"), f"{prefix}-time", 3)
    yield TimePlan(
        _("Time plan of {stage}, in minutes from the start", stage=edition.text(stage.name)),
        tuple(_plan(edition, stage, prefix)),
    )
    yield Heading(_("Opening"), f"{prefix}-opening", 3)
    opening = Paragraph(words(edition.text(interviewing.opening.text)))
    yield Callout("script", _("Read aloud"), (opening,), f"{prefix}-opening-script")
    yield Heading(_("Questions"), f"{prefix}-questions", 3)
    for position, reference in enumerate(stage.questions, start=1):
        skill, question = edition.kit.question(reference)
        yield question_card(edition, skill.id, question, f"{prefix}-question-{position}", position)
    yield Heading(_("Closing"), f"{prefix}-closing", 3)
    yield Callout(
        "script",
        _("Read aloud"),
        (
            Paragraph(words(edition.text(interviewing.candidate_questions.text))),
            Paragraph(words(edition.text(interviewing.closing.text))),
        ),
        f"{prefix}-closing-script",
    )
    yield NoteSpace(_("Further notes"), 6)
    yield Heading(_("Scorecard of this stage"), f"{prefix}-scorecard", 3)
    yield scorecard_form(edition, role, prefix, stage.skills, stage)
    yield candidate_fields(edition, prefix)
    yield from rating_grids(edition, role, stage.skills, prefix, 4, stage)
    yield from recommendation(edition, prefix, 4)


def _guide(edition: InternalEdition, stage: Stage, prefix: str) -> InterviewGuide:
    """The same interview a step at a time: each question with the rating of its skill."""
    _, interviewing = edition.gettext, edition.kit.interviewing
    (opening, opening_title), *rest = time_plan(edition, stage)
    questions = rest[: len(stage.questions)]
    steps = [
        GuideStep(opening_title, edition.minutes(opening), (f"{prefix}-opening-script", f"{form_id(prefix)}-fields"))
    ]
    for number, ((minutes, title), reference) in enumerate(zip(questions, stage.questions, strict=True), start=1):
        skill = reference.split("/")[0]
        steps.append(GuideStep(title, edition.minutes(minutes), (f"{prefix}-question-{number}", f"{prefix}-{skill}")))
    end = edition.minutes(interviewing.candidate_questions.minutes + interviewing.closing.minutes)
    steps.append(GuideStep(_("The candidate's questions and closing"), end, (f"{prefix}-closing-script",)))
    if stage.also_rates:
        further = tuple(f"{prefix}-{skill}" for skill in stage.also_rates)
        steps.append(GuideStep(_("Further skills to rate"), "", further))
    steps.append(
        GuideStep(_("Recommendation and sealing"), "", (f"{form_id(prefix)}-choice", f"{form_id(prefix)}-end"))
    )
    return InterviewGuide(_("Interview: {stage}", stage=edition.text(stage.name)), tuple(steps))


def _facts(edition: InternalEdition, role: Role, stage: Stage) -> Iterator[tuple[Inlines, Inlines]]:
    _ = edition.gettext
    rated = stage.skills
    elsewhere = [need.skill for need in role.skills if need.skill not in rated]
    yield words(_("Length")), words(edition.minutes(stage.minutes))
    yield words(_("Who interviews")), edition.listed(edition.party(interviewer) for interviewer in stage.interviewers)
    yield words(_("Rates")), edition.listed(edition.skill(skill) for skill in rated)
    if elsewhere:
        yield words(_("Leaves to other stages")), edition.listed(edition.skill(skill) for skill in elsewhere)
    if stage.prepare is not None:
        yield words(_("The candidate is told to prepare")), words(edition.text(stage.prepare))


def _plan(edition: InternalEdition, stage: Stage, prefix: str) -> Iterator[tuple[int, int, Inlines]]:
    _ = edition.gettext
    parts: list[tuple[int, Inlines]] = []
    for position, (minutes, title) in enumerate(time_plan(edition, stage)):
        question = Target(Kind.INTERVIEW_KIT, "", f"{prefix}-question-{position}")
        parts.append((minutes, (Run(title, question if 1 <= position <= len(stage.questions) else None),)))
    spare = stage.minutes - sum(minutes for minutes, _ in parts)
    if spare > 0:
        parts.append((spare, words(_("In reserve, for probes and notes"))))
    start = 0
    for minutes, name in parts:
        yield start, start + minutes, name
        start += minutes


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
        listen_for(edition, question.listen_for),
        edition.evidence(question),
        notes,
    )


def listen_for(edition: InternalEdition, listen: ListenFor) -> tuple[tuple[str, str], ...]:
    """What strong, mixed and weak answers sound like."""
    _ = edition.gettext
    return (
        (_("Strong"), edition.text(listen.strong)),
        (_("Mixed"), edition.text(listen.mixed)),
        (_("Weak"), edition.text(listen.weak)),
    )
