"""The bar of a role's pages: the state of its postings, and its documents by the phases of hiring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rolebook.documents.blocks import Kind, Phase, RoleBar, RoleDocument, Run, Target, VacancyState
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.postings import Posting
from rolebook.kit.roles import Role
from rolebook.kit.sections import Section
from rolebook.kit.vacancies import Vacancy, vacancies_of

_AT_EVERY_LEVEL = frozenset({Kind.JOB_DESCRIPTION, Kind.SOURCING_GUIDE, Kind.POSTING_TEXT})
"""Documents that a role has once, whatever levels of it are sought."""


def role_bar(edition: InternalEdition, role: Role, current: Kind, stage: str = "") -> RoleBar:
    """The bar of one of a role's pages.

    Args:
        edition: The kit in the page's language.
        role: The role, at the level that the page is for: links stay at that level.
        current: What kind of document the page is.
        stage: The id of the stage that the page is for, or an empty string.
    """
    at_every_level = current in _AT_EVERY_LEVEL
    title = edition.text(role.title) if at_every_level else edition.sought(role)
    vacancies = tuple(vacancy_states(edition, role, at_every_level=at_every_level))
    return RoleBar(
        edition.gettext("Documents for this role"),
        Run(title, None if current is Kind.JOB_DESCRIPTION else Target(Kind.JOB_DESCRIPTION, role.id)),
        vacancies,
        tuple(phases(edition, role, current, stage)),
        _in_short(edition, vacancies),
        () if at_every_level else tuple(_other_levels(edition, role, current, stage)),
        is_slim=current is Kind.STAGE,
    )


def _other_levels(edition: InternalEdition, role: Role, current: Kind, stage: str) -> Iterator[Run]:
    """A document for the other levels sought of its role; of a stage that another level lacks, its interview kit."""
    for other in edition.kit.role(role.own_id).as_sought:
        if other.id == role.id or other.sought is None:
            continue
        lacks = current is Kind.STAGE and stage not in [one.id for one in other.interview]
        to = _target(other, Kind.INTERVIEW_KIT if lacks else current, stage)
        yield Run(edition.text(other.sought.name), to)


def phases(edition: InternalEdition, role: Role, current: Kind | None = None, stage: str = "") -> Iterator[Phase]:
    """The phases of hiring for a role, each with the documents that there are; none without any."""
    _ = edition.gettext
    for name, documents in (
        (_("Define"), _define(edition)),
        (_("Find"), _find(edition, role)),
        (_("Interview"), _interview(edition, role)),
        (_("Decide"), _decide(edition)),
        (_("Onboard"), _start(edition, role)),
    ):
        found = tuple(
            RoleDocument(title, _target(role, kind, part), kind is current and part == stage)
            for title, kind, part in documents
        )
        if found:
            yield Phase(name, found)


def _target(role: Role, kind: Kind, stage: str) -> Target:
    """A document of a role, or of a stage of its interview; of the debrief, there is one for all roles."""
    if kind is Kind.STAGE:
        return Target(kind, f"{role.id}/{stage}")
    return Target(kind, "" if kind is Kind.DEBRIEF else role.id)


_Documents = Iterator[tuple[str, Kind, str]]
"""What documents are called, their kinds, and the stage that each is for."""


def _define(edition: InternalEdition) -> _Documents:
    yield edition.gettext("Job description"), Kind.JOB_DESCRIPTION, ""
    if edition.kit.hiring.intake is not None:
        yield edition.gettext("Intake form"), Kind.INTAKE, ""


def _find(edition: InternalEdition, role: Role) -> _Documents:
    _, kit = edition.gettext, edition.kit
    if kit.has(Section.SOURCING):
        yield _("Sourcing guide"), Kind.SOURCING_GUIDE, ""
    if kit.careers is not None and any(one.is_open_on(kit.today) for one in kit.role(role.own_id).postings):
        yield _("Text for job boards"), Kind.POSTING_TEXT, ""
    yield _("Copy sheet"), Kind.COPY_SHEET, ""
    if kit.hiring.screening is not None and role.screening:
        yield _("Screening sheet"), Kind.SCREENING_SHEET, ""
    if kit.hiring.messages:
        yield _("Messages"), Kind.CANDIDATE_MESSAGES, ""


def _interview(edition: InternalEdition, role: Role) -> _Documents:
    yield edition.gettext("Interview kit"), Kind.INTERVIEW_KIT, ""
    for number, stage in enumerate(role.interview, start=1):
        name = f"{edition.language.number(number)}. {edition.text(stage.name)}"
        yield name, Kind.STAGE, stage.id
    yield edition.gettext("Scorecard"), Kind.SCORECARD, ""


def _decide(edition: InternalEdition) -> _Documents:
    _, kit = edition.gettext, edition.kit
    if kit.has(Section.DEBRIEF):
        yield _("Debrief"), Kind.DEBRIEF, ""
    if kit.hiring.decision is not None:
        yield _("Decision record"), Kind.DECISION_RECORD, ""
    if kit.hiring.references is not None:
        yield _("Reference check"), Kind.REFERENCE_CHECK, ""
    if kit.hiring.offer is not None:
        yield _("Offer letter"), Kind.OFFER_LETTER, ""


def _start(edition: InternalEdition, role: Role) -> _Documents:
    if edition.kit.hiring.onboarding is not None and role.onboarding is not None:
        yield edition.gettext("Onboarding plan"), Kind.ONBOARDING_PLAN, ""


def vacancy_states(edition: InternalEdition, role: Role, *, at_every_level: bool) -> Iterator[VacancyState]:
    """What has become of each vacancy of a role that somebody may still ask for; of a kit without careers, nothing.

    A vacancy that is over is not told of beside one that is not.

    Args:
        edition: The kit in the page's language.
        role: The role, at a level that is sought.
        at_every_level: Whether vacancies at its other levels are told of as well.
    """
    kit, own = edition.kit, edition.kit.role(role.own_id)
    if kit.careers is None:
        return
    vacancies = [one for one in vacancies_of(own) if at_every_level or one.role.id == role.id]
    if not vacancies:
        yield VacancyState(edition.gettext("No posting"), "muted")
    going_on = [vacancy for vacancy in vacancies if vacancy.posting.is_under_way_on(kit.today)]
    for vacancy in going_on or vacancies[-1:]:
        yield _state(edition, vacancy)


def _state(edition: InternalEdition, vacancy: Vacancy) -> VacancyState:
    posting = vacancy.posting
    state, tone = state_of(edition, posting)
    title = edition.text(posting.title) if posting.title is not None else ""
    which = " · ".join(filter(None, (title, posting.identifier)))
    return VacancyState(state, tone, which, tuple(public_pages(edition, vacancy)))


def _in_short(edition: InternalEdition, vacancies: tuple[VacancyState, ...]) -> VacancyState | None:
    """Vacancies in a word: the state of the one that is open, or of the first; of several open ones, how many."""
    taking = [one for one in vacancies if one.tone == "good"]
    if len(taking) > 1:
        count = edition.language.ngettext("{n} open vacancy", "{n} open vacancies", len(taking))
        return VacancyState(count, "good")
    return next(iter((*taking, *vacancies)), None)


def state_of(edition: InternalEdition, posting: Posting) -> tuple[str, Literal["good", "plain", "muted"]]:
    """Whether applications are taken for a posting, in words, and the tone of the mark that says so."""
    _, language, today = edition.gettext, edition.language, edition.kit.today
    if not posting.is_open_on(today):
        return _("Closed"), "muted"
    if posting.posted is not None and posting.posted > today:
        return _("Opens on {day}", day=language.date(posting.posted)), "plain"
    if posting.valid_through is None:
        return _("Open"), "good"
    return _("Open until {day}", day=language.date(posting.valid_through)), "good"


def public_pages(edition: InternalEdition, vacancy: Vacancy) -> Iterator[Run]:
    """Where candidates read of a vacancy: its posting, and how they are interviewed, while they are."""
    _, kit = edition.gettext, edition.kit
    if kit.careers is None or not vacancy.posting.is_under_way_on(kit.today):
        return
    published = kit.about.published
    tag = edition.language.tag if edition.language.tag in published else published[0]
    page = f"{str(kit.careers.url).rstrip('/')}/{tag}/jobs/{vacancy.id}/"
    yield Run(_("Posting"), url=page)
    yield Run(_("Candidate brief"), url=f"{page}candidate-brief/")
