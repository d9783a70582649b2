"""What documents are made of. A format is a module that can write each of these.

Every string in here is plain text in the document's language, except where a field says otherwise. The module is long
because it is a list: a dataclass for each block.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Literal


class Kind(StrEnum):
    """The kinds of document, by the name they have on the command line and in the catalogue."""

    HOME = "home"
    ROLES = "roles"
    JOB_DESCRIPTION = "job-description"
    SCORECARD = "scorecard"
    INTERVIEW_KIT = "interview-kit"
    SOURCING_GUIDE = "sourcing-guide"
    STRUCTURES = "structures"
    STRUCTURE_GUIDE = "structure-guide"
    SKILLS = "skills"
    SKILL = "skill"
    INTERVIEWING = "interviewing"
    OBJECTIVES = "objectives"
    COVERAGE = "coverage"
    CAREERS = "careers"
    DEBRIEF = "debrief"
    FACTS = "facts"
    GLOSSARY = "glossary"
    REFERENCE = "reference"
    RULES = "rules"
    HANDBOOK = "handbook"
    READINESS = "readiness"
    TRANSLATIONS = "translations"
    OPENINGS = "openings"
    POSTING = "posting"
    CANDIDATE_BRIEF = "candidate-brief"


@dataclass(frozen=True)
class Target:
    """Another document, or a place in one: what a link leads to, without saying where that is."""

    kind: Kind
    subject: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Run:
    """A stretch of text, perhaps strong, perhaps a link to a document or a web address."""

    text: str
    to: Target | None = None
    url: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Mark:
    """A short label that sorts what it stands beside, such as “required”."""

    text: str
    tone: Literal["plain", "strong", "good", "warn", "muted"] = "plain"


@dataclass(frozen=True)
class Evidence:
    """What backs a claim: facts by number, or nothing, which makes it the kit's own editorial advice."""

    facts: tuple[tuple[str, str], ...] = ()
    """Number and text of each fact."""


Inline = Run | Mark | Evidence
Inlines = tuple[Inline, ...]


def words(text: str) -> Inlines:
    """A text as inlines."""
    return (Run(text),)


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 to 4, with an anchor that is the same in every language."""

    text: str
    anchor: str
    level: int = 2
    marks: Inlines = ()


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


@dataclass(frozen=True)
class Listing:
    """A list, numbered where the order matters."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Definitions:
    """Names and what stands behind them."""

    items: tuple[tuple[Inlines, Inlines], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table with a row of column heads; the first cell of each row is that row's head."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    anchors: tuple[str, ...] = ()
    groups: tuple[tuple[int, str], ...] = ()
    """A group begins before the row of that index, under that name."""


@dataclass(frozen=True)
class Callout:
    """A box set apart: a note, a warning, or words to be read aloud."""

    tone: Literal["note", "warning", "script"]
    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Verbatim:
    """Something to copy exactly, written from left to right whatever the page's language."""

    label: str
    text: str


@dataclass(frozen=True)
class Card:
    """A way into another document."""

    title: str
    text: str
    to: Target
    eyebrow: str = ""
    links: tuple[Run, ...] = ()
    places: tuple[str, ...] = ()
    """Where it is, for a list that can be filtered by place."""
    facts: tuple[str, ...] = ()
    """What else there is to know at a glance."""


@dataclass(frozen=True)
class CardFilter:
    """A way to narrow cards down, by their text and by place: the words of its form."""

    label: str
    place_label: str
    anywhere: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Cards:
    """Cards side by side; `ways` are the few large ones that a reader chooses from first."""

    items: tuple[Card, ...]
    ways: bool = False
    search: CardFilter | None = None


@dataclass(frozen=True)
class Action:
    """The one thing that a reader is asked to do here: a button that leads to a web or mail address.

    Attributes:
        text: What to do.
        url: The address.
        beside: What stands beside the words where there are no links: the address, unless the words name it.
    """

    text: str
    url: str
    beside: str


class OnPage:
    """A block that only a page can show, as it takes scripts: see `documents.tools`."""


@dataclass(frozen=True)
class Fields:
    """Short fields to fill in by hand, side by side."""

    labels: tuple[str, ...]
    names: tuple[str, ...] = ()
    """The names of the form's fields; none where the page offers no form."""
    form: str = ""
    """The id of the form that they belong to."""


@dataclass(frozen=True)
class NoteSpace:
    """Room to write."""

    label: str
    lines: int
    name: str = ""
    """The name of the form's field; none where the page offers no form."""
    form: str = ""
    """The id of the form that it belongs to."""


@dataclass(frozen=True)
class Option:
    """One of several to choose from, and when to choose it."""

    id: str
    name: str
    meaning: str


@dataclass(frozen=True)
class Choice:
    """A choice of exactly one option, with room for the reason."""

    name: str
    legend: str
    options: tuple[Option, ...]
    reason: str
    form: str = ""
    """The id of the form that it belongs to, or an empty string."""


@dataclass(frozen=True)
class Anchor:
    """What a person at one level of a skill says and does."""

    level: int
    name: str
    text: str
    minimum: bool = False
    """Whether it is the level that the role needs."""


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


@dataclass(frozen=True)
class Rubric:
    """The anchors of a skill, lowest first, to read."""

    caption: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True)
class QuestionCard:
    """A question as it is asked: the words, the probes, and what to listen for."""

    anchor: str
    number: int
    text: str
    kind: str
    minutes: str
    skill: Run | None
    handout: str
    probes: tuple[str, ...]
    listen_for: tuple[tuple[str, str], ...]
    """Strong, mixed, weak: a name and a text each."""
    evidence: Evidence
    notes: bool
    """Whether there is room for notes under it."""


@dataclass(frozen=True)
class TimePlan:
    """What happens when in an interview: from and to, in minutes since the start."""

    caption: str
    rows: tuple[tuple[int, int, Inlines], ...]


@dataclass(frozen=True)
class OrgNode:
    """A place in an organisation chart, with those who report to it."""

    title: str
    to: Target | None
    count: int
    label: str
    reports: tuple[OrgNode, ...]


@dataclass(frozen=True)
class OrgChart:
    """An organisation as a tree, with the same said in words."""

    caption: str
    root: OrgNode
    description: str


@dataclass(frozen=True)
class Siblings:
    """The documents about the same subject, this one among them."""

    label: str
    items: tuple[tuple[str, Target, bool], ...]
    """Name, target, and whether it is this one."""


Block = (
    Heading
    | Action
    | Paragraph
    | Listing
    | Definitions
    | Table
    | Callout
    | Verbatim
    | Cards
    | Fields
    | NoteSpace
    | Choice
    | RatingGrid
    | Rubric
    | QuestionCard
    | TimePlan
    | OrgChart
    | Siblings
    | OnPage
)


@dataclass(frozen=True)
class Document:
    """A document in one language.

    Attributes:
        kind: What kind of document it is.
        subject: The id of the role, skill or model that it is about, or an empty string.
        language: The language's tag.
        title: Its title, also the page's main heading.
        description: A sentence for search results and previews.
        blocks: What it says.
        eyebrow: What it belongs to, shown above the title.
        trail: The documents above it, from the home page down.
        searchable: Whether its body belongs into the search index; its title and description always do.
        parts: The documents that it consists of, where it consists of any: a handbook's.
        indexed: Whether search engines may list its page, if it is public at all.
    """

    kind: Kind
    subject: str
    language: str
    title: str
    description: str
    blocks: tuple[Block, ...]
    eyebrow: str = ""
    trail: tuple[Run, ...] = ()
    searchable: bool = True
    parts: tuple[Document, ...] = ()
    indexed: bool = True

    @cached_property
    def digest(self) -> str:
        """64 hexadecimal digits (SHA-256) that change with anything that it says."""
        parts = [part.digest for part in self.parts]
        return _digest(repr((replace(self, parts=()), parts)) if parts else repr(self))

    @cached_property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that change with what it says: which state of it a sheet of paper shows."""
        return _digest(repr(self))[:8] if self.parts else self.digest[:8]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
