"""The way from intake to offer for a role: five steps, each with what happens, its one form, and what else is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rolebook.documents.blocks import HiringLine, HiringStep, Kind, Pictured, Run, Table, Target, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.process_steps import ProcessStep
from rolebook.documents.role_bar import phases
from rolebook.kit.roles import Role

_PHASE_OF = {
    Kind.INTAKE: 0,
    Kind.JOB_DESCRIPTION: 0,
    Kind.READINESS: 1,
    Kind.POSTING_TEXT: 1,
    Kind.COPY_SHEET: 1,
    Kind.SOURCING_GUIDE: 1,
    Kind.SCREENING_SHEET: 1,
    Kind.CANDIDATE_MESSAGES: 1,
    Kind.TRAINING: 2,
    Kind.INTERVIEW_KIT: 2,
    Kind.SCORECARD: 2,
    Kind.DEBRIEF: 3,
    Kind.DECISION_RECORD: 3,
    Kind.REFERENCE_CHECK: 3,
    Kind.OFFER_LETTER: 3,
    Kind.ONBOARDING_PLAN: 4,
}
OPENED_FIRST = (Kind.INTAKE, Kind.SCREENING_SHEET, Kind.INTERVIEW_KIT, Kind.DECISION_RECORD, Kind.ONBOARDING_PLAN)
"""Of each phase, what is opened there before anything else; where it is missing, the first of the others, whose
files its own page offers."""


def hiring_line(edition: InternalEdition, role: Role, steps: Sequence[ProcessStep]) -> Pictured:
    """The documents of a role by the phases of hiring, drawn as a line; as a table, each with who uses it and when."""
    _ = edition.gettext
    there = {one.to.kind for phase in phases(edition, role) for one in phase.documents}
    own = tuple(step for step in steps if not step.of_role or step.kind in there)
    caption = _("The documents of the process: {role}", role=edition.sought(role))
    names = [name for name, *_said in _phases(edition)]
    table = Table(
        caption,
        (_("Document"), _("Who uses it"), _("When"), _("Files")),
        tuple(
            (
                (_to(role, step),),
                words(step.who),
                words(step.when),
                words(_(", ").join(step.files)) if step.files else (),
            )
            for step in own
        ),
        groups=tuple(
            (number, names[_PHASE_OF[step.kind]])
            for number, step in enumerate(own)
            if not number or _PHASE_OF[own[number - 1].kind] != _PHASE_OF[step.kind]
        ),
    )
    return Pictured(caption, HiringLine(tuple(_line(edition, role, own))), table)


def _line(edition: InternalEdition, role: Role, own: Sequence[ProcessStep]) -> Iterator[HiringStep]:
    said = tuple(_phases(edition))
    for phase, of_phase in groupby(own, key=lambda step: _PHASE_OF[step.kind]):
        documents = tuple(of_phase)
        main = next((one for one in documents if one.kind is OPENED_FIRST[phase]), documents[0])
        name, what, who = said[phase]
        others = tuple(_to(role, one) for one in documents if one is not main)
        yield HiringStep(name, what, who, _to(role, main), others)


def _to(role: Role, step: ProcessStep) -> Run:
    return Run(step.name, Target(step.kind, role.id if step.of_role else ""))


def _phases(edition: InternalEdition) -> Iterator[tuple[str, str, str]]:
    """The phases of hiring as in a role's bar: what happens in each, and who does it."""
    _ = edition.gettext
    recruiter, both = _("Recruiter"), _("Hiring manager and recruiter")
    yield _("Define"), _("Agree in one meeting what the job is for, what it pays and when it is to be filled."), both
    yield (
        _("Find"),
        _("Publish the posting, look for candidates, and screen every CV against the same sheet."),
        recruiter,
    )
    yield (
        _("Interview"),
        _("Ask everyone the same questions; each interviewer rates alone."),
        _("Everyone who interviews"),
    )
    yield _("Decide"), _("Compare the scorecards, record the decision, take up references and make the offer."), both
    yield (
        _("Onboard"),
        _("Prepare for the first day, and follow the plan to the end of the probation period."),
        _("Hiring manager"),
    )
