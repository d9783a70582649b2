"""The onboarding plan of a role: from the signed offer to the end of the probation period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from rolebook.documents.blocks import (
    Block,
    Choice,
    Document,
    Fields,
    Heading,
    Inlines,
    Kind,
    Mark,
    NoteSpace,
    Option,
    Paragraph,
    Run,
    Table,
    TaskOwners,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.filled import choice
from rolebook.documents.process.process_steps import filled_in
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels
from rolebook.kit import Kit
from rolebook.kit.onboarding import CheckIn, Learning, Onboarding, OnboardingStep, RoleOnboarding
from rolebook.kit.roles import Role
from rolebook.kit.text import Text

FIRST_DAY: Final = "first-day"
"""The name of the field for the first day of work, from which the page works out all other days."""
_WORKING_DAYS: Final = 5
_WEEK: Final = 7


def onboarding_plan_subjects(kit: Kit) -> tuple[str, ...]:
    """The roles that have one."""
    return (
        ()
        if kit.hiring.onboarding is None
        else tuple(role.id for role in kit.roles_as_sought if role.onboarding is not None)
    )


def onboarding_plan(edition: InternalEdition, subject: str) -> Document:
    """The onboarding plan of the role whose id is `subject`.

    Raises:
        LookupError: The role has none.
    """
    role, shared, _ = edition.kit.role(subject), edition.kit.hiring.onboarding, edition.gettext
    if shared is None or role.onboarding is None:
        raise LookupError(f"The role “{subject}” has no onboarding plan.")
    return edition.document(
        Kind.ONBOARDING_PLAN,
        role.id,
        title=_("Onboarding plan: {role}", role=edition.sought(role)),
        description=_("The first months of a new colleague: access, people, training, goals and check-ins."),
        blocks=tuple(_blocks(edition, role, shared, role.onboarding)),
        eyebrow=_("Internal"),
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.ONBOARDING_PLAN),
        form=filled_in(edition, role, Kind.ONBOARDING_PLAN),
        searchable=False,
    )


def _blocks(edition: InternalEdition, role: Role, shared: Onboarding, own: RoleOnboarding) -> Iterator[Block]:
    _ = edition.gettext
    yield from other_levels(edition, role, Kind.ONBOARDING_PLAN)
    yield Paragraph(
        words(_("The manager fills in this plan before the first day, and goes through it with the new colleague.")),
        lead=True,
    )
    yield Fields(
        (_("First day"), _("New colleague"), _("Manager"), _("Buddy"), _("Last day of the probation period")),
        names=(FIRST_DAY, "form-1", "form-3", "form-4", "form-2"),
        days=(0, 4),
    )
    owners = dict.fromkeys(edition.text(step.owner) for step in (*shared.before, *shared.first_day, *shared.first_week))
    if len(owners) > 1:
        yield TaskOwners(_("Show tasks for"), _("Everyone"), tuple(owners))
    for title, anchor, steps, due in (
        (_("Before the first day"), "before", shared.before, 0),
        (_("On the first day"), "first-day", shared.first_day, 1),
        (_("In the first week"), "first-week", shared.first_week, _WEEK),
    ):
        if steps:
            yield Heading(title, anchor)
            yield _steps(edition, anchor, steps, due)
    yield Heading(_("Timetable of the first week"), "timetable", 3)
    yield _first_week(edition)
    yield Heading(_("Access and accounts"), "access")
    tried = _("To be set up and tried on the first day, unless a later day is given")
    yield replace(_ticks(edition, "access", tried, (*shared.access, *own.access)), due=1)
    yield from _people(edition, role, shared)
    yield Heading(_("Learning"), "learning")
    yield _by_day(edition, "learning", own.learning)
    yield Heading(_("The first pieces of work"), "tasks")
    yield _by_day(edition, "tasks", role.first_work)
    yield Heading(_("Goals"), "goals")
    yield _goals(edition, role)
    *before, last = [tuple(_check_in(edition, one, number)) for number, one in enumerate(shared.check_ins, start=1)]
    yield from chain(*before, _probation(edition, shared), last)  # it is decided on before the plan is over


def _steps(edition: InternalEdition, anchor: str, steps: Iterable[OnboardingStep], due: int) -> Choice:
    """Tasks to tick off by a day, each with who does it."""
    legend = edition.gettext("What is to be done, and by whom")
    tasks = ((edition.text(step.text), edition.text(step.owner), 0) for step in steps)
    return replace(_list(f"{anchor}-done", legend, tasks), due=due)


def _list(name: str, legend: str, tasks: Iterable[tuple[str, str, int]]) -> Choice:
    options = (Option(str(number), task, about, day) for number, (task, about, day) in enumerate(tasks, start=1))
    return Choice(name, legend, tuple(options), several=True)


def _first_week(edition: InternalEdition) -> Table:
    """Room for what happens on each day of the first week, to be filled in and sent to the new colleague."""
    _ = edition.gettext
    days = tuple((words(_day(edition, number)), (), ()) for number in range(1, _WORKING_DAYS + 1))
    columns = (_("Day"), _("When, and what"), _("With whom, and where"))
    return Table(_("Timetable of the first week"), columns, days, entries=(1, 2), room=(0, 46))


def _ticks(edition: InternalEdition, name: str, legend: str, texts: Iterable[Text]) -> Choice:
    return _list(name, legend, ((edition.text(text), "", 0) for text in texts))


def _people(edition: InternalEdition, role: Role, shared: Onboarding) -> Iterator[Block]:
    """Whom to meet: those whom the role reports to and works with."""
    _ = edition.gettext
    about: dict[Run, list[str]] = {}
    if role.reports_to is not None:
        about[edition.party(role.reports_to)] = [_("What is expected, and how you will work together")]
    for one in role.colleagues:
        about.setdefault(edition.party(one), []).append(edition.text(one.on))
    rows = tuple(((who,), words(_("; ").join(topics)), ()) for who, topics in about.items())
    yield Heading(_("People to meet"), "people")
    yield Paragraph(words(_("Half an hour with each of them, within the first two weeks.")))
    yield Table(_("People to meet"), (_("Who"), _("About"), _("Met on")), rows, entries=(2,), room=(20,), days=(2,))
    if shared.meetings:
        yield Paragraph(words(_("Good questions to ask them:")))
        yield edition.texts(shared.meetings)


def _day(edition: InternalEdition, days: int) -> str:
    return edition.gettext("Day {number}", number=edition.language.number(days))


def _by_day(edition: InternalEdition, anchor: str, items: Iterable[Learning]) -> Choice:
    """What to have done, each with its day."""
    legend = edition.gettext("What is to be done, and by when")
    tasks = ((edition.text(item.text), _day(edition, item.days), item.days) for item in items)
    return _list(f"{anchor}-done", legend, tasks)


def _goals(edition: InternalEdition, role: Role) -> Table:
    """What success looks like, by day."""
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    groups: list[tuple[int, str]] = []
    for milestone in role.goals:
        groups.append((len(rows), _day(edition, milestone.days)))
        rows.extend(
            (edition.backed(outcome.text, outcome), words(edition.text(outcome.measure)), ())
            for outcome in milestone.outcomes
        )
    columns = (_("Outcome"), _("How you can tell"), _("Reached"))
    reached = ((2, (_("Reached"),)),)
    grouped = tuple(groups)
    return Table(_("Goals"), columns, tuple(rows), groups=grouped, entries=(2,), room=(20,), options=reached)


def _check_in(edition: InternalEdition, check_in: CheckIn, number: int) -> Iterator[Block]:
    _ = edition.gettext
    name = _("Check-in: {day}", day=_day(edition, check_in.days))
    length = Mark(edition.minutes(check_in.minutes), "muted")  # in the heading, which is not parted from what follows
    yield Heading(name, f"check-in-{number}", 2, (length, edition.evidence(check_in)), day=check_in.days)
    for question in check_in.questions:
        yield NoteSpace(edition.text(question), 2)
    yield _ticks(edition, f"check-in-{number}", _("Reviewed together"), check_in.review)
    yield NoteSpace(_("Agreed, with dates"), 3)


def _probation(edition: InternalEdition, shared: Onboarding) -> Iterator[Block]:
    _ = edition.gettext
    if not (shared.probation or shared.outcomes):
        return
    yield Heading(_("Review of the probation period"), "probation")
    yield edition.statements(shared.probation)
    if shared.outcomes:
        yield choice(edition, "probation", _("Result"), shared.outcomes)
    yield NoteSpace(_("Reason, by outcome"), 3)
    yield Fields((_("Date"), _("Manager"), _("People partner"), _("New colleague")), days=(0,))
