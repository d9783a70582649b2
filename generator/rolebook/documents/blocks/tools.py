"""Blocks that let a page's reader do something. Scripts bring them to life; other formats have nothing to show of them.

What a tool knows stands in the page as data. Without scripts, the blocks around it say the same to be read and printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks.document import Document
from rolebook.documents.blocks.targets import Target


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
class Narrowing(OnPage):
    """A field that narrows the terms of a page down to those that have some words."""

    label: str
    none: str
    """What it says where no term has them."""


@dataclass(frozen=True)
class TaskOwners(OnPage):
    """A field that narrows the tasks of a plan down to those of one person."""

    label: str
    everyone: str
    owners: tuple[str, ...]


@dataclass(frozen=True)
class ChooserEntry:
    """A section that can be chosen, by its heading's anchor; or several in it, of which one is."""

    title: str
    anchor: str
    parts: tuple[ChooserEntry, ...] = ()


@dataclass(frozen=True)
class Chooser(OnPage):
    """A list of sections that follow it on the page, of which one is shown at a time; without scripts, all are."""

    label: str
    """What is chosen."""
    groups: tuple[tuple[str, tuple[ChooserEntry, ...]], ...]
    """The entries by groups; a group's name may be empty."""


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
    records: tuple[tuple[str, Target], ...] = ()
    """The decision record of each role, by the role's id; none where the kit has no such form."""


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
