"""Pictures drawn from the kit's data: pages show them, and every other format writes the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rolebook.documents.blocks.inlines import Inlines, Run
from rolebook.documents.blocks.prose import Table
from rolebook.documents.blocks.targets import Target


@dataclass(frozen=True)
class Cell:
    """A cell of a matrix.

    Attributes:
        shade: How dark it is: 0 where there is nothing, and up to 5.
        text: The figure in it.
        label: The same in words, for those who cannot see it.
        dot: Whether it is marked at its edge; as a circle, that it has no figure.
        to: Where it leads.
        warns: Whether something is missing there.
    """

    shade: int
    text: str = ""
    label: str = ""
    dot: bool = False
    to: Target | None = None
    warns: bool = False


@dataclass(frozen=True)
class Matrix:
    """Things against things, as a grid that stays one on a phone.

    Attributes:
        look: Whether cells are filled whole, with a circle, or with a tick or how much is missing.
        corner: What its rows are, the head of the first column.
        columns: The head of each other column.
        rows: The head of each row, and its cells.
        legend: What shades and dots mean.
        has_totals: Whether its last row and its last column add up the others.
    """

    look: Literal["heat", "circles", "ticks"]
    corner: str
    columns: tuple[Run, ...]
    rows: tuple[tuple[Run, tuple[Cell, ...]], ...]
    legend: tuple[Cell, ...] = ()
    has_totals: bool = False


@dataclass(frozen=True)
class Bar:
    """A skill of a role, as a bar of five: its level in words, and whether it can still be learned."""

    name: Run
    level: int
    label: str
    marks: Inlines
    later: bool


@dataclass(frozen=True)
class Profile:
    """What a role takes: a bar for each skill. The legend says what a filled bar means, and a hatched one."""

    bars: tuple[Bar, ...]
    legend: tuple[str, str]


@dataclass(frozen=True)
class Range:
    """What works from one number to another, such as a structure for a team: as a bar on an axis.

    Attributes:
        name: What it is.
        low: Where the bar begins.
        high: Where it ends.
        label: The same in words.
        said: What there is to know of it, each under its name.
    """

    name: Run
    low: int
    high: int
    label: str
    said: tuple[tuple[str, Inlines], ...]


@dataclass(frozen=True)
class Ranges:
    """Several of them below one another, on one axis."""

    rows: tuple[Range, ...]

    @property
    def end(self) -> int:
        """Where the axis ends."""
        return max((row.high for row in self.rows), default=1)


@dataclass(frozen=True)
class Rung:
    """A level of a skill: what a person there says and does, and the roles that stand on it."""

    level: int
    name: str
    text: str
    standing: tuple[tuple[Run, Inlines, Inlines], ...]
    """Each role with its marks, and the stages that rate the skill for it."""
    marks: Inlines = ()
    """What the level is marked with."""


@dataclass(frozen=True)
class Ladder:
    """The levels of a skill, the highest first, with the roles that need each: the heads of its columns, its rungs."""

    heads: tuple[str, str, str]
    anchor: str
    """The anchor of the roles' column."""
    rungs: tuple[Rung, ...]


@dataclass(frozen=True)
class Place:
    """A role on a career map: its row from the top, and how far along that row its middle is (0 to 1)."""

    name: Run
    row: int
    along: float
    outside: bool = False


@dataclass(frozen=True)
class CareerStep:
    """An arrow of a career map, from one place to another, by number; its own number leads to what it takes."""

    number: str
    start: int
    end: int
    anchor: str
    label: str


@dataclass(frozen=True)
class CareerMap:
    """Roles by level, the highest first, and the steps between them.

    Attributes:
        rows: The name of each level.
        columns: How many places its longest row has.
        places: The roles, and the ways out of the team.
        steps: The arrows.
    """

    rows: tuple[str, ...]
    columns: int
    places: tuple[Place, ...]
    steps: tuple[CareerStep, ...]


@dataclass(frozen=True)
class Station:
    """An interview, as candidates are told of it: its name and length, who interviews, and what it is about.

    What everyone is also asked there, without being rated, is perhaps told elsewhere.
    """

    name: str
    length: str
    who: Inlines
    about: Inlines
    asked: Inlines = ()


@dataclass(frozen=True)
class ProcessLine:
    """The way from an application to its answer.

    Attributes:
        begin: What comes first, and perhaps until when.
        stations: The interviews.
        end: What comes last, and by when.
    """

    begin: tuple[str, str]
    stations: tuple[Station, ...]
    end: tuple[str, str]


@dataclass(frozen=True)
class HiringStep:
    """A phase of hiring: what happens there, and what is used.

    Attributes:
        name: What it is called.
        what: What happens, in a sentence.
        who: Who does it.
        main: What is opened there before anything else; a page offers its files as well.
        others: What else is used there.
    """

    name: str
    what: str
    who: str
    main: Run
    others: tuple[Run, ...] = ()


@dataclass(frozen=True)
class HiringLine:
    """The phases of hiring, in order."""

    steps: tuple[HiringStep, ...]


@dataclass(frozen=True)
class Pictured:
    """A picture with its caption, and the table that says the same."""

    caption: str
    picture: Matrix | Profile | Ranges | Ladder | CareerMap | ProcessLine | HiringLine
    table: Table
