"""What documents are made of. Every format writes each of these blocks, and mypy proves that it does.

Every string in a block is plain text in the document's language, except where a field says otherwise.
"""

from __future__ import annotations

from rolebook.documents.blocks.cards import Card, CardFilter, Cards, Needed
from rolebook.documents.blocks.document import Document
from rolebook.documents.blocks.fill_in import FillIn, LetterField, LetterFields
from rolebook.documents.blocks.inlines import Evidence, Inline, Inlines, Mark, Run, words
from rolebook.documents.blocks.interview import (
    Anchor,
    AnswerLine,
    Choice,
    Fields,
    NoteSpace,
    Option,
    QuestionCard,
    RatingGrid,
    TimePlan,
)
from rolebook.documents.blocks.material import Chart, DataCell, DataTable, Files, Folded
from rolebook.documents.blocks.message import Blank, Message, OfVacancy, Wording
from rolebook.documents.blocks.organisation import OrgChart, OrgNode
from rolebook.documents.blocks.pictures import (
    Bar,
    CareerMap,
    CareerStep,
    Cell,
    HiringLine,
    HiringStep,
    Ladder,
    Matrix,
    Pictured,
    Place,
    ProcessLine,
    Profile,
    Range,
    Ranges,
    Rung,
    Station,
)
from rolebook.documents.blocks.planner import PlanEntry, Planner
from rolebook.documents.blocks.prose import (
    Action,
    Callout,
    Definitions,
    Entry,
    Heading,
    Item,
    Listing,
    Paragraph,
    Table,
    Verbatim,
)
from rolebook.documents.blocks.role_bar import Phase, RoleBar, RoleDocument, VacancyState
from rolebook.documents.blocks.scorecards import Device, ScaleKey, ScorecardForm, StageCards, StageSteps
from rolebook.documents.blocks.targets import Kind, Target
from rolebook.documents.blocks.tools import (
    Chooser,
    ChooserEntry,
    Copyable,
    Debrief,
    Narrowing,
    OnPage,
    TaskOwners,
    Timeline,
)
from rolebook.documents.blocks.vacancy import Highlights

__all__ = [
    "Action",
    "Anchor",
    "AnswerLine",
    "Bar",
    "Blank",
    "Block",
    "Callout",
    "Card",
    "CardFilter",
    "Cards",
    "CareerMap",
    "CareerStep",
    "Cell",
    "Chart",
    "Choice",
    "Chooser",
    "ChooserEntry",
    "Copyable",
    "DataCell",
    "DataTable",
    "Debrief",
    "Definitions",
    "Device",
    "Document",
    "Entry",
    "Evidence",
    "Fields",
    "Files",
    "FillIn",
    "Folded",
    "Heading",
    "Highlights",
    "HiringLine",
    "HiringStep",
    "Inline",
    "Inlines",
    "Item",
    "Kind",
    "Ladder",
    "LetterField",
    "LetterFields",
    "Listing",
    "Mark",
    "Matrix",
    "Message",
    "Narrowing",
    "Needed",
    "NoteSpace",
    "OfVacancy",
    "OnPage",
    "Option",
    "OrgChart",
    "OrgNode",
    "Paragraph",
    "Phase",
    "Pictured",
    "Place",
    "PlanEntry",
    "Planner",
    "ProcessLine",
    "Profile",
    "QuestionCard",
    "Range",
    "Ranges",
    "RatingGrid",
    "RoleBar",
    "RoleDocument",
    "Run",
    "Rung",
    "ScaleKey",
    "ScorecardForm",
    "StageCards",
    "StageSteps",
    "Station",
    "Table",
    "Target",
    "TaskOwners",
    "TimePlan",
    "Timeline",
    "Tool",
    "VacancyState",
    "Verbatim",
    "Wording",
    "words",
]

Tool = (
    Chooser
    | Copyable
    | Debrief
    | Device
    | FillIn
    | LetterFields
    | Highlights
    | Narrowing
    | TaskOwners
    | PlanEntry
    | Planner
    | ScaleKey
    | ScorecardForm
    | StageCards
    | StageSteps
    | Timeline
)
"""Blocks that only a page shows."""

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
    | QuestionCard
    | TimePlan
    | OrgChart
    | DataTable
    | Chart
    | Pictured
    | Files
    | Folded
    | Message
    | Tool
)
"""A block: what a format has to be able to write."""
