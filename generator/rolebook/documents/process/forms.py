"""From intake to offer: every document of the hiring process in order, with who uses it and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rolebook.documents.blocks import (
    Block,
    Card,
    Cards,
    Chooser,
    ChooserEntry,
    Definitions,
    Document,
    Heading,
    Inlines,
    Kind,
    Mark,
    Paragraph,
    Run,
    Table,
    Target,
)
from rolebook.documents.blocks import words as in_words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.role_bar import phases, vacancy_states
from rolebook.kit import Kit
from rolebook.kit.roles import AT, Role
from rolebook.kit.sections import Section


@dataclass(frozen=True)
class ProcessStep:
    """A document of the process: what it is called, who uses it, and when."""

    kind: Kind
    name: str
    who: str
    when: str
    of_role: bool = True
    """Whether there is one for each role; else there is one for the kit."""


def forms_subjects(kit: Kit) -> tuple[str, ...]:
    """The one page of a kit that has any of the documents around the interview."""
    hiring = kit.hiring
    return (
        ("",)
        if any((hiring.intake, hiring.references, hiring.decision, hiring.offer, hiring.screening, hiring.messages))
        else ()
    )


def form_subjects(kit: Kit) -> tuple[str, ...]:
    """The forms that each role has of its own, by the names of their kinds."""
    hiring = kit.hiring
    there = {
        Kind.INTAKE: hiring.intake,
        Kind.REFERENCE_CHECK: hiring.references,
        Kind.DECISION_RECORD: hiring.decision,
        Kind.OFFER_LETTER: hiring.offer,
        Kind.SCREENING_SHEET: hiring.screening if all(role.screening for role in kit.roles) else None,
        Kind.ONBOARDING_PLAN: hiring.onboarding if all(role.onboarding for role in kit.roles) else None,
    }
    return tuple(kind.value for kind, form in there.items() if form is not None)


def form(edition: InternalEdition, subject: str) -> Document:
    """One form of the process: who uses it, when, and where each role's is. `subject` is the name of its kind.

    Raises:
        StopIteration: The kit has no such form.
    """
    _ = edition.gettext
    step = next(step for step in process_steps(edition) if step.kind == subject)
    return edition.document(
        Kind.FORM,
        subject,
        title=step.name,
        description=_("{who}. {when}.", who=step.who, when=step.when),
        blocks=(
            Paragraph(in_words(_("{who}. {when}.", who=step.who, when=step.when)), lead=True),
            Cards(tuple(_row(edition, role, step) for role in edition.kit.roles_as_sought), rows=True),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=(edition.home(), Run(_("From intake to offer"), Target(Kind.FORMS))),
    )


def _row(edition: InternalEdition, role: Role, step: ProcessStep) -> Card:
    """A role's own copy of a form, with what has become of its vacancies."""
    states = tuple(vacancy_states(edition, role, at_every_level=False))
    marks = tuple(Mark(one.state, one.tone) for one in states)
    return Card(edition.sought(role), "", Target(step.kind, role.id), marks=marks)


def forms(edition: InternalEdition, subject: str) -> Document:
    """From intake to offer. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.FORMS,
        title=_("From intake to offer"),
        description=_("Every document of the hiring process in order: who uses it, and when."),
        blocks=tuple(_blocks(edition)),
        eyebrow=_("Internal"),
    )


def _blocks(edition: InternalEdition) -> Iterator[Block]:
    _, steps = edition.gettext, tuple(process_steps(edition))
    yield Paragraph(
        in_words(
            _(
                "The documents in the order in which they are used. What the kit knows about a role is already filled "
                "in. Each form has a Word file to edit and a PDF to print."
            )
        ),
        lead=True,
    )
    yield Table(
        _("The documents of the process"),
        (_("Document"), _("Who uses it"), _("When")),
        tuple(
            (_name(edition, number, step), in_words(step.who), in_words(step.when))
            for number, step in enumerate(steps, start=1)
        ),
        groups=tuple(_phases(edition, steps)),
    )
    yield Heading(_("By role"), "roles")
    yield from _by_role(edition)


def _phases(edition: InternalEdition, steps: tuple[ProcessStep, ...]) -> Iterator[tuple[int, str]]:
    """The phases of hiring as in a role's bar, each with the number of its first document in the table."""
    _ = edition.gettext
    kinds_of = {
        _("Define"): {Kind.INTAKE, Kind.JOB_DESCRIPTION},
        _("Find"): {
            Kind.READINESS,
            Kind.POSTING_TEXT,
            Kind.SOURCING_GUIDE,
            Kind.SCREENING_SHEET,
            Kind.CANDIDATE_MESSAGES,
        },
        _("Interview"): {Kind.TRAINING, Kind.INTERVIEW_KIT, Kind.SCORECARD},
        _("Decide"): {Kind.DEBRIEF, Kind.DECISION_RECORD, Kind.REFERENCE_CHECK, Kind.OFFER_LETTER},
        _("Onboard"): {Kind.ONBOARDING_PLAN},
    }
    for name, kinds in kinds_of.items():
        found = next((number for number, step in enumerate(steps) if step.kind in kinds), None)
        if found is not None:
            yield found, name


def _name(edition: InternalEdition, number: int, step: ProcessStep) -> Inlines:
    if step.kind in form_subjects(edition.kit):
        to = Target(Kind.FORM, step.kind.value)
    elif step.kind is Kind.CANDIDATE_MESSAGES:
        to = Target(Kind.MESSAGES)
    else:
        to = Target(Kind.FORMS, "", "roles") if step.of_role else Target(step.kind)
    return (Run(f"{edition.language.number(number)}. "), Run(step.name, to))


def _by_role(edition: InternalEdition) -> Iterator[Block]:
    """The documents of the role that is chosen, by phase as in its bar; those of stages are in its interview kit."""
    roles = edition.kit.roles_as_sought
    yield Chooser(
        edition.gettext("Role"), (("", tuple(ChooserEntry(edition.sought(role), _anchor(role)) for role in roles)),)
    )
    for role in roles:
        yield Heading(edition.sought(role), _anchor(role))
        yield Definitions(
            tuple(
                (
                    in_words(phase.name),
                    edition.listed(
                        Run(one.name, one.to)
                        for one in phase.documents
                        if one.to.kind not in (Kind.STAGE, Kind.DEBRIEF)
                    ),
                )
                for phase in phases(edition, role)
            )
        )


def _anchor(role: Role) -> str:
    return f"role-{role.id.replace(AT, '-')}"


def process_steps(edition: InternalEdition) -> Iterator[ProcessStep]:
    """The documents of the process that the kit has, in order."""
    _, kit, hiring = edition.gettext, edition.kit, edition.kit.hiring
    recruiter, manager, both = _("Recruiter"), _("Hiring manager"), _("Hiring manager and recruiter")
    interviewers = _("Everyone who interviews")
    if hiring.intake is not None:
        yield ProcessStep(Kind.INTAKE, _("Intake form"), both, _("At the start, in one meeting"))
    yield ProcessStep(
        Kind.JOB_DESCRIPTION, _("Job description"), manager, _("At the start: everything else is made from it")
    )
    if kit.careers is not None:
        yield ProcessStep(
            Kind.READINESS, _("Readiness of postings"), recruiter, _("Before a posting is published"), of_role=False
        )
        yield ProcessStep(Kind.POSTING_TEXT, _("Posting"), recruiter, _("Once the vacancy is approved"))
    if kit.has(Section.SOURCING):
        yield ProcessStep(Kind.SOURCING_GUIDE, _("Sourcing guide"), recruiter, _("As long as the posting is open"))
    if hiring.screening is not None:
        yield ProcessStep(
            Kind.SCREENING_SHEET, _("Screening sheet"), _("Two readers, each alone"), _("For each CV that comes in")
        )
    if hiring.messages:
        yield ProcessStep(
            Kind.CANDIDATE_MESSAGES,
            _("Messages to candidates"),
            recruiter,
            _("At each step, by the day that was promised"),
        )
    if kit.interviewing.training is not None:
        yield ProcessStep(
            Kind.TRAINING,
            _("Training for interviewers"),
            interviewers,
            _("Before their first interview"),
            of_role=False,
        )
    yield ProcessStep(
        Kind.INTERVIEW_KIT,
        _("Interview kit"),
        interviewers,
        _("Before and during each stage: the stage's own packet"),
    )
    yield ProcessStep(
        Kind.SCORECARD, _("Scorecard"), interviewers, _("After each interview, alone and before any discussion")
    )
    if kit.has(Section.DEBRIEF):
        yield ProcessStep(
            Kind.DEBRIEF,
            _("Debrief"),
            _("Everyone who interviewed"),
            _("Once all scorecards are in"),
            of_role=False,
        )
    if hiring.decision is not None:
        yield ProcessStep(
            Kind.DECISION_RECORD, _("Decision record"), manager, _("On the day of the decision, one for each finalist")
        )
    if hiring.references is not None:
        yield ProcessStep(
            Kind.REFERENCE_CHECK,
            _("Reference check"),
            recruiter,
            _("Before the offer, and only with the candidate's consent"),
        )
    if hiring.offer is not None:
        when = _("Ready before the offer call, and sent the same day")
        yield ProcessStep(Kind.OFFER_LETTER, _("Offer letter"), both, when)
    if hiring.onboarding is not None:
        yield ProcessStep(
            Kind.ONBOARDING_PLAN,
            _("Onboarding plan"),
            manager,
            _("From the signed offer to the end of the probation period"),
        )
