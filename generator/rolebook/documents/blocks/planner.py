"""The planner: what a reader is asked, and what the page knows to answer with."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks.organisation import OrgNode
from rolebook.documents.blocks.targets import Target
from rolebook.documents.blocks.tools import OnPage

PLANNER = "planner"
"""The anchor of the planner on its page."""


@dataclass(frozen=True)
class PlannerQuestion:
    """What the planner asks: for a number between two others, or for one or several of some options."""

    id: str
    text: str
    options: tuple[tuple[str, str], ...]
    """Id and name of each option; none where a number is asked for."""
    several: bool
    low: int
    high: int
    usual: int | None
    """What stands there before anyone answers; None where the number may stay open."""


@dataclass(frozen=True)
class PlannerCriterion:
    """A statement about a model, and the answers for which it holds."""

    text: str
    facts: tuple[tuple[str, Target], ...] | None
    """Number and place of each fact that backs it: an empty list where it is editorial, None where that isn't said."""
    judged: bool
    """Whether it is left to the reader: no answer decides it."""
    chosen: tuple[str, ...]
    """Options, as `question/option`, of which one was chosen."""
    answer: str
    """The question whose number counts, or an empty string."""
    low: int | None
    high: int | None


@dataclass(frozen=True)
class PlannerDuty:
    """A duty for which nobody is accountable, or more than one."""

    text: str
    to: Target
    accountable: tuple[str, ...]


@dataclass(frozen=True)
class PlannerShape:
    """An organisation of a model as a tree; how many people stand at each place depends on the size."""

    name: str
    note: str
    people: int
    root: OrgNode
    roles: tuple[str, ...]
    """The id of the role at each place, from the top down."""
    grows: tuple[str, ...]
    """The ids of the roles that it grows by, in this order and over again."""
    gaps: tuple[PlannerDuty, ...]
    overlaps: tuple[PlannerDuty, ...]


@dataclass(frozen=True)
class PlannerModel:
    """A leadership model, with its team at every size that can be answered."""

    id: str
    name: str
    to: Target
    fits: tuple[PlannerCriterion, ...]
    stops_fitting: tuple[PlannerCriterion, ...]
    shapes: tuple[PlannerShape, ...]
    teams: tuple[tuple[int, tuple[int, ...], int], ...]
    """For each size from nobody on: which shape; how many people at each place from the top down; how many report to
    someone for whom that is too many or too few, or 0 where there is nobody like that."""
    triggers: tuple[tuple[str, str], ...]
    """The id of a role, and what calls for it."""


@dataclass(frozen=True)
class PlannerRole:
    """A role, and how the planner speaks of it."""

    id: str
    title: str
    to: Target | None
    """Its job description, if it has one in this language."""
    kit: Target | None
    """Its interview kit."""
    counted: bool
    """Whether some structure has a place for it, so that it is asked how many there are today."""
    grows_into: tuple[str, ...]
    """The ids of the roles that it leads to."""


@dataclass(frozen=True)
class PlannerRatio:
    """How many of a quantity keep one person busy."""

    work: str
    role: str
    """The id of the role that does it."""
    quantity: str
    """The id of what is counted, or an empty string: the people whom the ratios above it give."""
    beyond: int
    """How many of the quantity make no work of their own."""
    one_for: int
    at_least: int
    at_most: int


@dataclass(frozen=True)
class Planner(OnPage):
    """Where a reader finds the model that fits: questions, and what follows from the answers."""

    title: str
    """Its heading: elsewhere than on a page, there is nothing that it could stand above."""
    questions: tuple[PlannerQuestion, ...]
    now: str
    """The question that asks for the team's size now, or an empty string."""
    later: str
    """The question that asks for the size that the chart is drawn for, or an empty string."""
    leaders: str
    """The question that asks how many of them lead others, or an empty string."""
    span: tuple[int, int]
    """The fewest and the most who report to one person."""
    models: tuple[PlannerModel, ...]
    roles: tuple[PlannerRole, ...]
    quantities: tuple[tuple[str, str], ...]
    """Id and name of what is counted to size the team; none where the kit gives no ratios."""
    ratios: tuple[PlannerRatio, ...]


@dataclass(frozen=True)
class PlanEntry(OnPage):
    """A way to the planner: with the first numbers that it asks for, or with a structure to begin with."""

    planner: Target
    questions: tuple[PlannerQuestion, ...]
    action: str
    structure: str = ""
    """The id of the model that it begins with, or an empty string."""
