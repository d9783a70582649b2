"""What a job description consists of: duties, languages, who a person works with, outcomes, next steps and changes."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.evidence import Day
from rolebook.kit.item import Item, Part
from rolebook.kit.parties import Party
from rolebook.kit.references import FactRef, Id, ObjectiveRef, RoleRef, SkillRef
from rolebook.kit.skill_needs import Need
from rolebook.kit.text import Text


class Duty(Item):
    """Something the role does, beginning with a verb."""

    id: Id
    """Its name, unique within the role; leadership models refer to it as `role/duty`."""
    text: Text
    """What is done, and to what end."""
    objective: ObjectiveRef
    """The team's objective that it serves."""
    essential: bool
    """Whether the role would not exist without it (`true`), or it could be given to someone else (`false`)."""
    skills: Annotated[tuple[SkillRef, ...], Field(min_length=1)]
    """The skills that it takes."""
    share: Annotated[int, Field(ge=1, le=100, strict=True)] | None = None
    """The share of working time that it takes, in per cent; those of all duties add up to 100."""


class WorkLanguage(Part):
    """A language that the work is done in."""

    name: Text
    """The language."""
    level: Text
    """How well it has to be known, or what it is used for."""
    need: Need
    """`required` or `preferred`."""


class WorksWith(Party):
    """A team or role that this one works with, and on what."""

    on: Text
    """What they do together."""
    source: tuple[FactRef, ...] = ()
    """The facts that back it, by number."""


class GrowsInto(Item):
    """A next step from this role: a role of this kit, or one outside it."""

    role: RoleRef | None = None
    """A role of this kit."""
    title: Text | None = None
    """A role outside this kit."""
    how: Text
    """What makes a person ready for it."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.role is None) == (self.title is None):
            raise PydanticCustomError("one_of", "{names}", {"names": "role, title"})
        return self


class Outcome(Item):
    """Something that is done by a certain day, and how one can tell."""

    text: Text
    """What is done."""
    measure: Text
    """How one can tell."""


class Milestone(Part):
    """What success looks like after so many days."""

    days: Annotated[int, Field(ge=1, le=730, strict=True)]
    """Days since the start."""
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    """What is done by then."""


class Change(Part):
    """A change to a job description, for its readers."""

    on: Day
    """The day of the change."""
    what: Text
    """What is different since then."""


class Scope(Part):
    """What belongs to the role, and what does not."""

    within: tuple[Text, ...]
    """What it decides or owns."""
    outside: tuple[Text, ...]
    """What it leaves to others."""
