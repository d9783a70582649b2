"""Blocks of text: headings, paragraphs, lists, tables, and boxes set apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rolebook.documents.blocks.inlines import Inlines, Run

if TYPE_CHECKING:
    from rolebook.documents.blocks import Block


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 to 4, with an anchor that is the same in every language."""

    text: str
    anchor: str
    level: int = 2
    marks: Inlines = ()
    url: str = ""
    """The web address of what it names, where it leads there."""
    language: str = ""
    """The tag of the language that it is in, where that is not the document's."""
    day: int = 0
    """In a plan, the day on which it is due, counted from the first: a page says its date. 0 where there is none."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `lead` sets the document's opening apart."""

    inlines: Inlines
    lead: bool = False


@dataclass(frozen=True)
class Item:
    """An item of a list: a line, and perhaps blocks that belong to it."""

    inlines: Inlines
    blocks: tuple[Block, ...] = ()
    anchor: str = ""
    state: Literal["", "done", "missing", "advised", "open"] = ""
    """Of a checklist, how it stands: a page shows a sign for it; what it means is said in words as well."""


@dataclass(frozen=True)
class Listing:
    """A list, numbered where the order matters."""

    items: tuple[Item, ...]
    ordered: bool = False
    beside: bool = False
    """Whether its items are heads, with what belongs to each beside it where there is room."""


@dataclass(frozen=True)
class Definitions:
    """Names and what stands behind them."""

    items: tuple[tuple[Inlines, Inlines], ...]
    anchors: tuple[str, ...] = ()
    for_paper: bool = False
    """Whether a page shows it in print alone: on the screen, the page's bar says it."""
    beside: tuple[Inlines, ...] = ()
    """What a page says quietly beside each, such as where it is used; formats of text say it last, paper not at all."""
    beside_folded: tuple[str, ...] = ()
    """What unfolds to that, such as how many pages it is; where it is empty, nothing is folded."""
    beside_head: str = ""
    """What the column of what stands beside is called on a page."""

    @property
    def lines(self) -> tuple[tuple[Inlines, Inlines], ...]:
        """Each name with what stands behind it, and after a dash what stands beside it, for formats of text."""
        return tuple(
            (term, (*said, Run(" – "), *beside) if beside else said)
            for (term, said), beside in zip(self.items, self.beside or ((),) * len(self.items), strict=True)
        )


@dataclass(frozen=True)
class Entry:
    """A cell that is filled in: on a page, one of some numbers is chosen there."""

    name: str
    """The name of the form's field."""
    label: str
    """What it is called for those who cannot see the table."""
    choices: tuple[float, ...] = ()
    """The numbers to choose from; none where the sum of the other cells stands."""


@dataclass(frozen=True)
class Table:
    """A table with a row of column heads; the first cell of each row is that row's head."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    anchors: tuple[str, ...] = ()
    groups: tuple[tuple[int, str], ...] = ()
    """A group begins before the row of that index, under that name."""
    numbers: tuple[int, ...] = ()
    """The columns whose cells are numbers: units stand under units."""
    entries: tuple[int, ...] = ()
    """The columns that are filled in by hand: their empty cells are boxes."""
    fields: tuple[Entry, ...] = ()
    """What such a cell of each row is on a page that offers a form."""
    form: str = ""
    """The id of that form."""
    room: tuple[int, ...] = ()
    """How wide each of the columns to fill in is on paper, in millimetres, with 0 for all the room that is left;
    without it they are boxes for a number."""
    options: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """The columns to fill in of which some words are chosen, with these; without any, it is signed by hand."""
    days: tuple[int, ...] = ()
    """The columns to fill in with a day."""
    names: tuple[tuple[str, ...], ...] = ()
    """What the fields of each row are called, where another page fills them in; else by their places."""
    decides: int = 0
    """By how many of its first rows a page proposes what to decide."""


@dataclass(frozen=True)
class Callout:
    """A box set apart: a note, a warning, words to be read aloud, or a panel, which has its own heading."""

    tone: Literal["note", "warning", "script", "panel"]
    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    about: str = ""
    """For whom a panel is; one that is for nobody in particular is a list to look something up."""


@dataclass(frozen=True)
class Verbatim:
    """Something to copy exactly, with its own direction whatever the page's language."""

    label: str
    text: str
    language: str = ""
    """The tag of the language that it is written in; none for code."""
    label_language: str = ""
    """The tag of the label's language, where that is not the document's."""


@dataclass(frozen=True)
class Action:
    """The one thing that a reader is asked to do here: a button that leads to a web or mail address.

    Attributes:
        text: What to do.
        url: The address.
        beside: What stands beside the words where there are no links: the address, unless the words name it.
        until: The last day on which it can be done, as 2026-12-31, or nothing; a page that is read later says so.
        again: Whether the page has it already, and it follows a reader of a small screen to the end.
    """

    text: str
    url: str
    beside: str
    until: str = ""
    again: bool = False
