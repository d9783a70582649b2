"""Blocks that lead to other documents."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks.inlines import Inlines, Mark, Run
from rolebook.documents.blocks.targets import Target


@dataclass(frozen=True)
class Needed:
    """A level of a skill with the roles that need it: all of them as a must-have, or none."""

    level: int
    name: str
    """What the level is called."""
    roles: tuple[Run, ...]
    marks: tuple[Mark, ...] = ()
    column: int = 0
    """Where it stands in a row, beginning with 1, where each role has a column of its own."""
    goes_on: bool = False
    """Whether the role before needs the same: a list says it once for all of them."""


@dataclass(frozen=True)
class Card:
    """A way into another document."""

    title: str
    text: str
    to: Target
    eyebrow: str = ""
    marks: tuple[Mark, ...] = ()
    links: tuple[Run, ...] = ()
    """Where else it leads: to documents."""
    places: tuple[str, ...] = ()
    """Where it is, for a list that can be filtered by place."""
    facts: tuple[str, ...] = ()
    """What else there is to know at a glance."""
    pay: str = ""
    """What it pays: what decides first whether somebody reads on."""
    deadline: str = ""
    """Until when one can apply."""
    needs: tuple[Needed, ...] = ()
    """Who needs it."""
    until: str = ""
    """The last day of what it leads to, as 2026-12-31: a list that is read later does not show it any more."""

    @property
    def said(self) -> str:
        """What it says where there are no links: its text, or else what it leads to, or how it is marked."""
        return self.text or " · ".join(one.text for one in self.links or self.marks)


@dataclass(frozen=True)
class CardFilter:
    """A way to narrow cards down, by their text and by a place or a role: the words of its form."""

    label: str
    place_label: str
    anywhere: str
    places: tuple[str, ...]
    nothing: str
    """What it says where nothing fits."""
    offered: bool = True
    """Whether there is a form; without one, what is over by the day of reading is still left out."""


@dataclass(frozen=True)
class Cards:
    """Cards side by side; or one below the other as `rows`, each a line with its links at the end."""

    items: tuple[Card, ...]
    rows: bool = False
    search: CardFilter | None = None
    heads: tuple[str, ...] = ()
    """What the two columns of rows that say who needs them are called."""
    columns: tuple[Run, ...] = ()
    """The roles, where each has a column of its own in place of the second one."""
    legend: Inlines = ()
    """What the marks in the rows mean, beside the way to narrow them down."""
