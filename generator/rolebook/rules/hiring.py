"""Rules about the documents around the interview: the timeline has to keep what candidates are promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import dropwhile

from rolebook.kit import Kit
from rolebook.kit.timeline import Timeline, TimelineMark, ends
from rolebook.problem import Finding, Path

_STEPS: Path = ("hiring", "timeline", "steps")


def short_notice(kit: Kit) -> Iterator[Finding]:
    """Find interviews that the timeline gives no more days than candidates are promised as notice."""
    if kit.careers is None or kit.hiring.timeline is None:
        return
    notice = kit.careers.notice_working_days
    for number, step in enumerate(kit.hiring.timeline.steps):
        if step.mark is TimelineMark.STAGES and step.working_days is not None and step.working_days <= notice:
            yield Finding(
                (*_STEPS, number, "working_days"),
                f"Each stage has {step.working_days} working days, but its details are sent {notice} days beforehand.",
                f"Give it {notice + 1} or more, or promise less notice in “careers.notice_working_days”.",
            )


def late_answer(kit: Kit) -> Iterator[Finding]:
    """Find a timeline by which candidates hear the outcome later than is promised."""
    if kit.careers is None or kit.hiring.timeline is None:
        return
    promised = kit.careers.answer_days
    for number, step in enumerate(kit.hiring.timeline.steps):
        if step.mark is TimelineMark.ANSWER:
            longest = _longest_wait(kit.hiring.timeline)
            if longest > promised:
                yield Finding(
                    (*_STEPS, number),
                    f"The outcome may come {longest} days after the last interview; {promised} days are promised.",
                    "Shorten the steps from the interviews to here, or promise more in “careers.answer_days”.",
                )


def superseded_references(kit: Kit) -> Iterator[Finding]:
    """Find questions for referees that nobody reads, as the kit has a form with questions of its own."""
    if kit.interviewing.references and kit.hiring.references is not None:
        yield Finding(
            ("interviewing", "references"),
            "These questions appear nowhere: the form “hiring.references” has its own.",
            "Move what you need to “hiring.references.questions”, and remove these.",
        )


def _longest_wait(timeline: Timeline) -> int:
    """The days from the end of the interviews to the answer, on whichever day of the week the interviews end."""
    steps = list(dropwhile(lambda step: step.mark is not TimelineMark.STAGES, timeline.steps))[1:]
    marks = [step.mark for step in steps]
    steps = steps[: marks.index(TimelineMark.ANSWER) + 1] if TimelineMark.ANSWER in marks else []
    monday = date(2026, 1, 5)
    week = [monday + timedelta(days=day) for day in range(7)]
    working = [day for day in week if day.isoweekday() not in timeline.free]
    return max(((list(ends(steps, day, timeline.free))[-1] - day).days for day in working if steps), default=0)
