"""Blocks of work samples: data, charts, files to hand over, and what only interviewers unfold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from rolebook.documents.blocks.prose import Heading

if TYPE_CHECKING:
    from rolebook.documents.blocks import Block

DataCell = str | int | float | date
"""What stands in a cell; an empty text is an empty cell, which reads as a dash."""


@dataclass(frozen=True)
class DataTable:
    """A table of typed cells: numbers and days stay such in spreadsheets, and are written out by language elsewhere."""

    id: str
    """The name of its sheet."""
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[DataCell, ...], ...]
    data: bool = False
    """Whether it is handed out as a spreadsheet, too."""


@dataclass(frozen=True)
class Chart:
    """A chart; formats that cannot draw show its values as a table."""

    kind: Literal["bar", "line"]
    caption: str
    description: str
    """What it is, for those who cannot see it; its values are in the table beside."""
    unit: str
    """What the values are counted in, or an empty string."""
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    """The name of each, and a value for each label."""


@dataclass(frozen=True)
class Files:
    """Files to be handed to somebody."""

    anchor: str
    label: str
    items: tuple[tuple[str, str], ...]
    """What each is, and its address from the document's page on."""


@dataclass(frozen=True)
class Folded:
    """What is not for everybody's eyes, or not always needed: folded up on a page."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    apart: bool = True
    """Whether it stands on sheets of its own on paper, so that nobody sees it by chance."""
    about: str = ""
    """What it begins with or what there is to know of it: shown beside the title."""
    level: int = 0
    """The level of its title as a heading, 2 to 4; 0 where it is none."""
    step: int = 0
    """Which step of a course it is, where it is one: opening one step closes the others."""
    begins_open: bool = False
    """Whether it is unfolded until somebody folds it up."""
    minutes: tuple[int, int, int] | None = None
    """As a step: the minutes with which it begins and ends, and how many the course has."""

    @property
    def unfolded(self) -> tuple[Block, ...]:
        """Its heading and what follows it, where nothing is folded."""
        return (Heading(self.title, self.anchor, self.level), *self.blocks)
