"""Structures: leadership models, their organisations, and who does which duty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field

from rolebook.kit.item import Item, Part, Statement
from rolebook.kit.planner import Criterion
from rolebook.kit.references import DutyRef, Id, RoleRef
from rolebook.kit.responsibilities import Responsibility
from rolebook.kit.text import Text
from rolebook.kit.transitions import Move


class Position(Part):
    """A place in an organisation: one or more people of a role, and who reports to them."""

    role: RoleRef
    """Their role."""
    count: Annotated[int, Field(ge=1, le=500, strict=True)] = 1
    """How many people."""
    label: Text | None = None
    """What sets this place apart, such as the sub-team's name."""
    reports: tuple[Position, ...] = ()
    """Who reports to them."""

    def walk(self) -> Iterator[Position]:
        """Yield this position and all below it, from the top down."""
        yield self
        for position in self.reports:
            yield from position.walk()


class Span(Part):
    """How many people report to one person who leads. Both ends are editorial defaults."""

    at_least: Annotated[int, Field(ge=1, le=500, strict=True)] = 2
    """The fewest; whoever leads fewer is a tier that does without."""
    at_most: Annotated[int, Field(ge=1, le=500, strict=True)] = 8
    """The most for whom one person has time."""


class Organisation(Item):
    """The team of a model at one size."""

    id: Id
    """Its name, unique within the model."""
    name: Text
    """A name for the size, such as “Eight people”."""
    note: Text | None = None
    """What is particular at this size."""
    top: Position
    """The position at the top, with all others below it."""
    grows: tuple[RoleRef, ...] = ()
    """Whom to hire from this size on, in this order and over again, until the next size. An editorial default."""

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """Return every position in it, from the top down."""
        return tuple(self.top.walk())

    @cached_property
    def people(self) -> int:
        """Count the people in it."""
        return sum(position.count for position in self.positions)


class Risk(Item):
    """What can go wrong, and what to do about it."""

    text: Text
    """What can go wrong."""
    countermeasure: Text
    """What to do about it."""


class Assignment(Item):
    """Duties that a role does in a model in addition to its own."""

    role: RoleRef
    """Who does them."""
    duties: Annotated[tuple[DutyRef, ...], Field(min_length=1)]
    """Which, as `role/duty`."""


class NextHire(Item):
    """A role to hire next, and what calls for it."""

    role: RoleRef
    """The role to hire."""
    trigger: Text
    """What calls for it."""


class Decision(Item):
    """A decision, and the role that takes it."""

    text: Text
    """What is decided."""
    role: RoleRef
    """Who decides."""


class LeadershipModel(Item):
    """A way to structure and lead the team."""

    id: Id
    """Its name; the address of its page."""
    name: Text
    """Its name, as people say it."""
    summary: Text
    """One line for comparisons."""
    description: Text
    """What it is."""
    leadership: Text
    """What it asks of whoever leads: playing coach or director, how many direct reports."""
    fits: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    """When it fits."""
    stops_fitting: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    """When it stops fitting."""
    advantages: Annotated[tuple[Statement, ...], Field(min_length=1)]
    """What speaks for it."""
    risks: Annotated[tuple[Risk, ...], Field(min_length=1)]
    """What speaks against it, each with what to do about it."""
    covers: tuple[RoleRef, ...] = ()
    """The roles whose duties it shares out: those of one team, where a kit holds several. None means every role."""
    organisations: Annotated[tuple[Organisation, ...], Field(min_length=1)]
    """The team at two or more sizes."""
    assignments: tuple[Assignment, ...] = ()
    """Duties that roles do in addition to their own. Roles in an organisation do their own without being listed."""
    raci: tuple[Responsibility, ...] = ()
    """Who is responsible, accountable, consulted and informed, where it is not the role that does the duty or owns the
    service."""
    decisions: tuple[Decision, ...] = ()
    """Who decides what."""
    cadence: tuple[Text, ...] = ()
    """The regular meetings that hold it together."""
    moves: tuple[Move, ...] = ()
    """How to move on to another model."""
    next_hires: tuple[NextHire, ...] = ()
    """What to hire next."""

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Return the ids of the roles in its organisations, from the top down."""
        positions = (position for size in self.organisations for position in size.positions)
        return tuple(dict.fromkeys(position.role for position in positions))
