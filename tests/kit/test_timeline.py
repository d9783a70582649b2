"""The dates of a timeline: working days leave out the weekend, and everything ends on a day on which people work."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rolebook.kit.text import Text
from rolebook.kit.timeline import Timeline, TimelineStep, Weekday, after, ends

NAME = Text({"en": "Step"})
GULF, EUROPE = frozenset({5, 6}), frozenset({6, 7})
SUNDAY, THURSDAY = date(2026, 11, 29), date(2026, 12, 3)


def working(days: int) -> TimelineStep:
    return TimelineStep(name=NAME, owner=NAME, working_days=days)


def calendar(days: int) -> TimelineStep:
    return TimelineStep(name=NAME, owner=NAME, days=days)


@pytest.mark.parametrize(
    ("start", "days", "free", "end"),
    [
        (SUNDAY, 1, GULF, date(2026, 11, 30)),
        (SUNDAY, 4, GULF, THURSDAY),
        (THURSDAY, 1, GULF, date(2026, 12, 6)),  # a Sunday is a working day in Riyadh …
        (THURSDAY, 1, EUROPE, date(2026, 12, 4)),  # … and a Friday in Frankfurt
        (date(2026, 12, 4), 1, GULF, date(2026, 12, 6)),  # a request that is handed in at the weekend
        (SUNDAY, 10, GULF, date(2026, 12, 13)),
    ],
)
def test_working_days_leave_out_the_weekend(start: date, days: int, free: frozenset[int], end: date) -> None:
    assert after(start, days, free) == end
    assert list(ends([working(days)], start, free)) == [end]


def test_a_notice_period_counts_every_day_and_ends_on_a_working_day() -> None:
    assert list(ends([calendar(4)], SUNDAY, GULF)) == [THURSDAY]
    assert list(ends([calendar(5)], SUNDAY, GULF)) == [date(2026, 12, 6)]  # a Friday would be the fifth day
    assert list(ends([working(4), calendar(30)], SUNDAY, GULF)) == [THURSDAY, date(2027, 1, 3)]  # 2 January: a Saturday


STEPS = st.lists(st.one_of(st.builds(working, st.integers(1, 60)), st.builds(calendar, st.integers(1, 90))), min_size=1)


@settings(deadline=None)
@given(STEPS, st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.frozensets(st.integers(1, 7), max_size=6))
def test_each_step_ends_later_than_the_one_before_and_never_at_the_weekend(
    steps: list[TimelineStep], start: date, free: frozenset[int]
) -> None:
    days = list(ends(steps, start, free))
    assert all(earlier < later for earlier, later in pairwise([start, *days]))
    assert not {day.isoweekday() for day in days} & free
    for step, (begin, end) in zip(steps, pairwise([start, *days]), strict=True):
        passed = [begin + timedelta(days=number) for number in range(1, (end - begin).days + 1)]
        if step.working_days is not None:
            assert sum(day.isoweekday() not in free for day in passed) == step.working_days
        else:
            assert len(passed) >= (step.days or 0)


def test_the_weekend_is_known_by_the_names_of_its_days() -> None:
    plan = Timeline(weekend=(Weekday.FRIDAY, Weekday.SATURDAY), steps=(working(1), working(1)))
    assert plan.free == GULF
    assert Timeline(steps=(working(1), working(1))).free == EUROPE
