"""The timeline of hiring: steps from the approval to the first day, and the dates that follow from the first one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Part
from rolebook.kit.text import Text


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """Return its number in the week: Monday is 1, Sunday is 7 (ISO 8601)."""
        return _WEEK.index(self) + 1


_WEEK: Final = tuple(Weekday)


class TimelineMark(StrEnum):
    """What a step of the timeline is for the promises made to candidates."""

    STAGES = "stages"
    ANSWER = "answer"


class TimelineStep(Part):
    """A step of the timeline. It begins when the one before it ends."""

    name: Text
    """What is done."""
    owner: Text
    """Who sees to it."""
    working_days: Annotated[int, Field(ge=1, le=250, strict=True)] | None = None
    """How many working days it takes: those of the week without its weekend."""
    days: Annotated[int, Field(ge=1, le=365, strict=True)] | None = None
    """How many days of the calendar it takes instead, as a notice period does. It ends on a working day."""
    mark: TimelineMark | None = None
    """`stages` for the interviews: the step is taken once for each stage of the role. `answer` for the step at whose
    end every candidate has heard the outcome."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.working_days is None) == (self.days is None):
            raise PydanticCustomError("one_of", "{names}", {"names": "working_days, days"})
        return self


class Timeline(Part):
    """How long hiring takes, step by step."""

    weekend: tuple[Weekday, ...] = (Weekday.SATURDAY, Weekday.SUNDAY)
    """The days of the week on which nobody works: `[friday, saturday]` in much of the Gulf."""
    steps: Annotated[tuple[TimelineStep, ...], Field(min_length=2)]
    """The steps, in order, from the day on which the request is handed in to the first day of work."""

    @model_validator(mode="after")
    def _some_work(self) -> Self:
        if len(set(self.weekend)) == len(_WEEK):
            raise PydanticCustomError("no_working_day", "weekend", {})
        return self

    @property
    def free(self) -> frozenset[int]:
        """Return the numbers of the days of the week on which nobody works."""
        return frozenset(day.number for day in self.weekend)


def ends(steps: Iterable[TimelineStep], start: date, free: frozenset[int]) -> Iterator[date]:
    """Yield the day on which each step ends. The page (`timeline.js`) and the Excel file compute the same.

    Args:
        steps: The steps, one after the other.
        start: The day on which the first one begins; it counts as none of its days.
        free: The numbers of the days of the week on which nobody works.
    """
    day = start
    for step in steps:
        if step.working_days is not None:
            day = after(day, step.working_days, free)
        else:
            day = after(day + timedelta(days=(step.days or 1) - 1), 1, free)
        yield day


def after(day: date, working_days: int, free: frozenset[int]) -> date:
    """Return the day that lies some working days after another."""
    while working_days:
        day += timedelta(days=1)
        working_days -= day.isoweekday() not in free
    return day
