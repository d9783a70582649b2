"""Blocks that let a page's reader do something. Scripts bring them to life; other formats have nothing to show of them.

What a tool knows stands in the page as data. Without scripts, the blocks around it say the same to be read and printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rolebook.documents.blocks.document import Document
from rolebook.documents.blocks.inlines import Inlines
from rolebook.documents.blocks.organisation import OrgNode
from rolebook.documents.blocks.targets import Target

if TYPE_CHECKING:
    from rolebook.documents.blocks import Block

PLANNER = "planner"
"""The anchor of the planner on its page."""


class OnPage:
    """A block that only a page can show, as it takes scripts. Other formats leave it out."""


@dataclass(frozen=True)
class Copyable(OnPage):
    """A document to be copied elsewhere, as plain text and as HTML for job boards."""

    label: str
    document: Document
    is_open: bool = False
    """Whether it is shown at once, not only when a reader unfolds it."""


@dataclass(frozen=True)
class RatedAnswer:
    """One of several answers that show the same skill: each is rated beneath the skill."""

    question: str
    """The question's id, unique within the skill."""
    label: str
    """Which question it is, as “Question 2”."""
    text: str
    """The question."""


@dataclass(frozen=True)
class RatedSkill:
    """A skill as it is rated: what a rating of it rests on."""

    id: str
    name: str
    needed: int
    """The level that the role needs; 0 where it needs none."""
    weight: float
    must_have: bool
    anchors: str
    """A fingerprint of its anchors and of the rating scale."""
    answers: tuple[RatedAnswer, ...]
    """Where a stage asks several questions of it: the answers that are rated one by one."""


@dataclass(frozen=True)
class RatedStage:
    """A stage of the interview, and the ids of the skills that it rates."""

    id: str
    name: str
    skills: tuple[str, ...]
    counts: tuple[str, ...]
    """The must-haves that its ratings count towards: its questions can show the level that the role needs."""
    raters: tuple[str, ...]
    """Who fills in a scorecard in it, by function: as many are handed in for each candidate."""


@dataclass(frozen=True, kw_only=True)
class ScorecardForm(OnPage):
    """Where a scorecard that can be filled in on the page begins: who it is for, and how its parts are named.

    The blocks after it that name the same form belong to it.
    """

    id: str
    """The form's id, unique in the document."""
    label: str
    role: str
    stage: str
    """The stage's id, or an empty string for the whole role."""
    version: str
    """The kit's version."""
    fingerprint: str
    """The state of what is rated, as `kit.fingerprints` computes it."""
    language: str
    skills: tuple[RatedSkill, ...]
    """What is rated, in order."""
    stages: tuple[RatedStage, ...] = ()
    """For the whole role: each stage."""
    plan: tuple[tuple[int, str], ...] = ()
    """Minutes and name of each part of the interview."""
    screening: tuple[tuple[str, str], ...] = ()
    """What is asked and written down without being rated: the id of each item, and what is noted."""
    keys: tuple[tuple[str, int], ...] = ()
    """The questions that are scored by a key, as `skill/question`, and how many criteria each key has."""
    days: int
    """For how many days a browser keeps it after the last change."""
    notes: tuple[tuple[str, str], ...] = ()
    """What notes are taken on: a question, as `skill/question`, or an empty string for anything else; and its name."""


@dataclass(frozen=True)
class StageStep:
    """A step of an interview, from preparing it to handing over: what is shown at a time."""

    id: str
    """Its place in the page, and in its address."""
    phase: Literal["prepare", "ask", "rate", "hand-over"]
    title: str
    short: str
    """Its name among the steps of its phase: a number, or a word."""
    blocks: tuple[Block, ...]
    minutes: int = 0
    """How long it takes, or 0."""
    first: tuple[Block, ...] = ()
    """What stands before everything else in it."""
    noted: tuple[tuple[str, str, str], ...] = ()
    """The notes that are shown again here: their question as `skill/question`, its name, and its words."""
    skill: str = ""
    """The field for the evidence of what is rated here, or an empty string."""
    borrows: tuple[str, ...] = ()
    """The ids of parts of other steps that are shown here as well."""


@dataclass(frozen=True)
class StageSteps(OnPage):
    """A stage of the interview, one step at a time, on a scorecard of its own."""

    label: str
    form: ScorecardForm
    steps: tuple[StageStep, ...]
    minutes: int
    """How long the stage lasts."""


@dataclass(frozen=True)
class StageCard:
    """A stage on the cover of its interview kit."""

    id: str
    name: str
    minutes: str
    purpose: str
    facts: tuple[tuple[str, Inlines], ...]
    to: Target
    packet: str
    """The address of its packet, beside the page."""


@dataclass(frozen=True)
class StageCards(OnPage):
    """The stages of an interview, in order."""

    items: tuple[StageCard, ...]


@dataclass(frozen=True)
class Device(OnPage):
    """What the browser keeps of candidates on this device, and how to clear it."""

    form: str
    """The id of the form whose scorecards are kept."""
    days: int
    """For how many days after the last change."""


@dataclass(frozen=True)
class Debrief(OnPage):
    """Where a panel's sealed scorecards are compared."""

    roles: tuple[tuple[str, str, Target], ...]
    """Id, title and scorecard of each role; what it rates lies beside that page as `rating.json`."""
    language: str
    schema: str
    """The JSON Schema of a scorecard's file."""
    outcomes: tuple[tuple[str, str], ...]
    """What can be decided about a candidate: its name, and when to choose it. None where the kit does not say."""


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
    """The first numbers that the planner asks for: answered here, they lead to it."""

    planner: Target
    questions: tuple[PlannerQuestion, ...]
    action: str


@dataclass(frozen=True)
class TimelineStep:
    """A step of a timeline: it takes either working days or days of the calendar, and 0 of the other."""

    name: str
    owner: str
    working_days: int
    days: int


@dataclass(frozen=True)
class Timeline(OnPage):
    """Where the dates of a timeline are computed from the day on which it begins. Its table follows it."""

    form: str
    """The id of the form that the table's dates belong to."""
    label: str
    """What the day on which it begins is called."""
    language: str
    weekend: tuple[int, ...]
    """The days of the week on which nobody works: Monday is 1."""
    steps: tuple[TimelineStep, ...]
