"""The timeline of hiring for a role: its steps, with the interviews stage by stage, and room for the dates."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import Block, Entry, Heading, Paragraph, Run, Table, Timeline, words
from rolebook.documents.blocks.tools import TimelineStep
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.roles import Role
from rolebook.kit.timeline import TimelineMark

FORM = "timeline-dates"
"""The id of the form in which a page's reader chooses the day on which the timeline begins."""


def timeline(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """The section on the timeline; nothing where the kit has none."""
    plan, _ = edition.kit.hiring.timeline, edition.gettext
    if plan is None:
        return
    steps = tuple(timeline_steps(edition, role))
    yield Heading(_("Timeline"), "timeline")
    yield Paragraph(
        words(
            _(
                "Each step begins when the one before it ends. Weekends do not count as working days. In the Excel "
                "file, which works out the dates as well, you can change the durations and enter public holidays."
            )
        )
    )
    yield Timeline(
        FORM,
        _("Date of the request"),
        edition.language.tag,
        tuple(sorted(plan.free)),
        steps,
    )
    yield Table(
        _("Steps from the request to the first day"),
        (_("Step"), _("Responsible"), _("Duration"), _("Ends on")),
        tuple((words(step.name), words(step.owner), words(duration(edition, step)), ()) for step in steps),
        entries=(3,),
        fields=tuple(
            Entry(f"end-{number}", f"{_('Ends on')}{_(': ')}{step.name}") for number, step in enumerate(steps)
        ),
        form=FORM,
        room=(36,),
    )
    yield Paragraph((Run(_("Total")), Run(_(": ")), Run(_total(edition, steps), strong=True)))


def timeline_steps(edition: InternalEdition, role: Role) -> Iterator[TimelineStep]:
    """The steps of a role's timeline: that of the interviews once for each stage, with those who interview."""
    plan = edition.kit.hiring.timeline
    for step in plan.steps if plan else ():
        name, takes = edition.text(step.name), (step.working_days or 0, step.days or 0)
        if step.mark is not TimelineMark.STAGES:
            yield TimelineStep(name, edition.text(step.owner), *takes)
            continue
        for stage in role.interview:
            interviewers = edition.gettext(", ").join(person.text for person, _ in edition.met(stage, role))
            who = edition.gettext("{owner} ({people})", owner=edition.text(step.owner), people=interviewers)
            yield TimelineStep(f"{name}{edition.gettext(': ')}{edition.text(stage.name)}", who, *takes)


def duration(edition: InternalEdition, step: TimelineStep) -> str:
    """How long a step takes."""
    ngettext = edition.language.ngettext
    if step.working_days:
        return ngettext("{n} working day", "{n} working days", step.working_days)
    return ngettext("{n} calendar day", "{n} calendar days", step.days)


def _total(edition: InternalEdition, steps: tuple[TimelineStep, ...]) -> str:
    ngettext = edition.language.ngettext
    working_days, days = sum(step.working_days for step in steps), sum(step.days for step in steps)
    parts = [ngettext("{n} working day", "{n} working days", working_days)] if working_days else []
    parts += [ngettext("{n} calendar day", "{n} calendar days", days)] if days else []
    return edition.language.join(parts)
