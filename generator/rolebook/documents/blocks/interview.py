"""Blocks to hold an interview with: questions, time plans, ratings, and room to write."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks.inlines import Inline, Inlines, Run


@dataclass(frozen=True)
class Fields:
    """Short fields to fill in by hand, side by side."""

    labels: tuple[str, ...]
    names: tuple[str, ...] = ()
    """The names of the form's fields; none where the page offers no form."""
    form: str = ""
    """The id of the form that they belong to."""
    values: tuple[str, ...] = ()
    """What stands in them already, one for each label, an empty text where nothing does; none where all are empty."""
    days: tuple[int, ...] = ()
    """Which of them hold a day, by number."""
    stacked: bool = False
    """Whether they stand one below the other, each behind its label, with room for a line or more."""

    @property
    def filled(self) -> tuple[tuple[str, str], ...]:
        """Each label with what stands in its field."""
        return tuple(zip(self.labels, self.values or ("",) * len(self.labels), strict=True))


@dataclass(frozen=True)
class NoteSpace:
    """Room to write."""

    label: str
    lines: int
    name: str = ""
    """The name of the form's field; none where the page offers no form, or where its place will do."""
    form: str = ""
    """The id of the form that it belongs to."""


@dataclass(frozen=True)
class Option:
    """One of several to choose from, and when to choose it."""

    id: str
    name: str
    meaning: str
    day: int = 0
    """The day of work by which it is done, counted from the first; 0 where there is none."""
    rule: tuple[int, int] | None = None
    """When a page proposes it: how many of the findings that decide may be the last one that there is, at most, and how
    many in a hundred have to be the first one, at least."""


@dataclass(frozen=True)
class Choice:
    """A choice of exactly one option, or of several, with room for the reason if one is asked for."""

    name: str
    legend: str
    options: tuple[Option, ...]
    reason: str = ""
    """What the room for the reason is called; without it there is none."""
    form: str = ""
    """The id of the form that it belongs to, or an empty string."""
    several: bool = False
    """Whether any number of options may be ticked."""
    due: int | None = None
    """The day of work by which all of them are done, counted from the first; 0 for before it."""


@dataclass(frozen=True)
class Anchor:
    """What a person at one level of a skill says and does."""

    level: int
    name: str
    text: str
    minimum: bool = False
    """Whether it is the level that the role needs."""


@dataclass(frozen=True)
class AnswerLine:
    """An answer that is rated on its own, beneath the skill that it shows."""

    name: str
    """The form field's name, unique in the document."""
    label: str
    """Which question it answers."""
    text: str
    """The question."""


@dataclass(frozen=True)
class RatingGrid:
    """One skill to rate: its anchors, a box for each level, one for “not assessed”, and room for evidence."""

    name: str
    """The form field's name, unique in the document."""
    skill: Run
    definition: str
    marks: Inlines
    anchors: tuple[Anchor, ...]
    note: str = ""
    """Why the skill's weight differs, if it does."""
    level: int = 4
    """The level of its heading."""
    weight: float = 1
    """How much it counts beside the other skills."""
    must_have: bool = False
    form: str = ""
    """The id of the form that it belongs to, or an empty string."""
    answers: tuple[AnswerLine, ...] = ()
    """Where several questions of a stage serve the skill: a line for the answer to each."""
    told: Inlines = ()
    """How high the level needed is: on a page, said only once a rating has been chosen."""
    in_a_row: bool = False
    """Whether a page shows the levels in one row, with the anchor of one of them: among many skills, there is no room
    for more."""


@dataclass(frozen=True)
class QuestionCard:
    """A question as it is asked: the words, the probes, and what to listen for."""

    anchor: str
    number: int
    text: str
    kind: str
    minutes: str
    skill: Run | None
    material: str
    """The note to interviewers on what to prepare, or an empty string."""
    probes: tuple[str, ...]
    listen_for: tuple[tuple[str, str], ...]
    """Strong, mixed, weak: a name and a text each."""
    evidence: Inline
    notes: bool
    """Whether there is room for notes under it."""
    asides: tuple[tuple[str, str], ...] = ()
    """What else belongs to asking it, as what to ask of whoever has not been there: a label and a text each."""
    name: str = ""
    """The name of the form's field for the notes; none where the page offers no form."""
    form: str = ""
    """The id of the form that it belongs to."""
    titled: bool = True
    """Whether it says its words itself, and not the fold of a page that it stands in."""


@dataclass(frozen=True)
class TimePlan:
    """What happens when in an interview: from and to, in minutes since the start."""

    caption: str
    rows: tuple[tuple[int, int, Inlines], ...]
