"""Tools of whoever interviews: a scorecard that is filled in on the page, and a stage of the interview step by step."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from rolebook.documents.blocks.inlines import Inlines
from rolebook.documents.blocks.targets import Target
from rolebook.documents.blocks.tools import OnPage

if TYPE_CHECKING:
    from rolebook.documents.blocks import Block


@dataclass(frozen=True)
class ScaleKey(OnPage):
    """What the numbers of the rating scale mean, once for all skills that a page rates in rows."""

    label: str
    levels: tuple[tuple[int, str], ...]


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
    questions: tuple[tuple[str, str], ...]
    """What is asked in it: each question, as `skill/question`, and its text."""


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
class NotedAnswer:
    """An answer with its notes, beside the skill that it shows."""

    reference: str
    """Its question, as `skill/question`."""
    label: str
    """Which question it is."""
    text: str
    """The question."""
    field: str = ""
    """The name of the field for its own rating; empty where it is the only answer that shows the skill."""
    levels: tuple[int, ...] = ()
    """What it may be rated with."""


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
    about: tuple[Block, ...] = ()
    """What the stage is for, before its time plan."""
    asked: tuple[Block, ...] = ()
    """What is said in it: the time plan unfolds to that."""
    noted: tuple[NotedAnswer, ...] = ()
    """The answers that a rating rests on, each with its notes."""
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
    leave: Target
    """Where one gets to who leaves the interview."""

    @property
    def plan(self) -> tuple[tuple[int, StageStep], ...]:
        """The steps that take time, each with the minute in which it begins."""
        begun = accumulate((step.minutes for step in self.steps), initial=0)
        return tuple((start, step) for start, step in zip(begun, self.steps, strict=False) if step.minutes)

    @property
    def planned(self) -> int:
        """How many minutes its steps take together."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True)
class StageCard:
    """A stage on the cover of its interview kit."""

    id: str
    name: str
    """With its number."""
    short: str
    """Without it."""
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
