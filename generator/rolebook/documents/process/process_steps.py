"""The steps of hiring in order: each document of the process, who uses it, when, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rolebook.documents.blocks import FillIn, Kind, Run, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.roles import Role
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

    @property
    def files(self) -> tuple[str, ...]:
        """The types of file that it comes as, beside its page."""
        return _FILES.get(self.kind, ())


_FORM = ("Word", "PDF")
_FILES: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.INTAKE: (*_FORM, "Excel"),
    Kind.JOB_DESCRIPTION: _FORM,
    Kind.SOURCING_GUIDE: ("PDF",),
    Kind.SCREENING_SHEET: _FORM,
    Kind.CANDIDATE_MESSAGES: _FORM,
    Kind.TRAINING: ("PDF",),
    Kind.INTERVIEW_KIT: ("PDF",),
    Kind.SCORECARD: ("PDF", "Excel"),
    Kind.DECISION_RECORD: _FORM,
    Kind.REFERENCE_CHECK: _FORM,
    Kind.OFFER_LETTER: _FORM,
    Kind.ONBOARDING_PLAN: _FORM,
}


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
        yield ProcessStep(Kind.POSTING_TEXT, _("Text for job boards"), recruiter, _("Once the vacancy is approved"))
    yield ProcessStep(
        Kind.COPY_SHEET, _("Copy sheet"), recruiter, _("When the vacancy is set up in Greenhouse or Ashby")
    )
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


def filled_in(edition: InternalEdition, role: Role, kind: Kind) -> FillIn:
    """How a role's form is filled in on its page, with the document that follows it in the process."""
    steps = tuple(step for step in process_steps(edition) if step.kind is not Kind.JOB_DESCRIPTION)
    number = next(number for number, step in enumerate(steps) if step.kind is kind)
    following = steps[number + 1] if number + 1 < len(steps) else None
    return FillIn(
        f"{kind}/{role.id}",
        edition.kit.interviewing.device_days,
        edition.language.tag,
        Run(following.name, Target(following.kind, role.id if following.of_role else "")) if following else None,
        is_plan=kind is Kind.ONBOARDING_PLAN,
        is_letter=kind is Kind.OFFER_LETTER,
    )
