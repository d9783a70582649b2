"""How formats of text say what has no form of its own in them: evidence, anchors, actions and organisations.

Markdown, plain text and Word say the same; each escapes it, and sets it apart, in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from rolebook.documents.blocks import (
    Action,
    Anchor,
    Blank,
    Callout,
    Chart,
    DataCell,
    DataTable,
    Evidence,
    Inlines,
    Mark,
    Message,
    OrgNode,
    Paragraph,
    RatingGrid,
    Run,
    Table,
    words,
)
from rolebook.documents.blocks.message import addresses, plain
from rolebook.language import Language

_ENDS: Final = ("?", "؟", ".", "…")
"""What a label that is a sentence ends with."""
_NUMBER: Final = re.compile(r"[+\-−]?\d[\d.,]*(\s?[%٪‰])?")
"""A number that is written as text, such as 38%."""

_LEFT_TO_RIGHT = "\u200e"
"""What keeps the sign at the end of an address where it belongs, in a line from right to left (Unicode UAX #9)."""
_EMPTY = "–"
"""How an empty cell of data is read."""


def evidence_text(evidence: Evidence, language: Language) -> str:
    """The numbers of the facts that back a claim, or the word that says that it is editorial."""
    return ", ".join(number for number, _ in evidence.facts) or language.gettext("editorial")


def anchor_inlines(anchor: Anchor, language: Language) -> Inlines:
    """An anchor in a line: its level and name, a mark where the role needs that level, and its text."""
    needed = (Mark(language.gettext("needed"), "good"),) if anchor.minimum else ()
    return (
        Run(f"{anchor.level} {anchor.name}", strong=True),
        *needed,
        Run(f"{language.gettext(': ')}{anchor.text}"),
    )


def answer_boxes(block: RatingGrid, box: str, language: Language) -> str:
    """The boxes to rate one answer of a skill with: one for each level, and one for “not assessed”."""
    levels = " ".join(f"{box}{anchor.level}" for anchor in block.anchors)
    return f"{levels} {box}{language.gettext('Not assessed')}"


def with_colon(label: str, colon: str) -> str:
    """A label before what is written after it: a question needs no colon."""
    return f"{label} " if label.endswith(_ENDS) else f"{label}{colon}"


def action_text(action: Action, language: Language) -> str:
    """What a reader is asked to do, and the address where there are no links."""
    return f"{action.text}{language.gettext(': ')}{action.beside}" if action.beside else action.text


def message_title(message: Message, language: Language) -> str:
    """What stands above the words of a message: its subject, or what it is where it has none."""
    _ = language.gettext
    if message.subject:
        return f"{_('Subject')}{_(': ')}{plain(message.subject)}"
    return _("In a call") if message.spoken else _("Message")


def as_callout(message: Message, language: Language) -> Callout:
    """A message as a box, its blanks in brackets."""
    lines = (tuple(run for part in line for run in _message_runs(part, language)) for line in message.lines if line)
    return Callout("script", message_title(message, language), tuple(map(Paragraph, lines)), message.anchor)


def _message_runs(part: str | Blank, language: Language) -> Iterator[Run]:
    if isinstance(part, Blank):
        yield Run(part.shown, strong=True)
        return
    after = _LEFT_TO_RIGHT if language.direction == "rtl" else ""
    for stretch, is_address in addresses(part):
        if stretch:
            yield Run(f"{stretch}{after}", url=stretch) if is_address else Run(stretch)


def organisation_lines(root: OrgNode) -> Iterator[tuple[int, str]]:
    """The places of an organisation from the top down: how deep each stands, and how it reads, as “Analyst × 2”."""
    return _lines(root, 0)


def _lines(node: OrgNode, depth: int) -> Iterator[tuple[int, str]]:
    count = f" × {node.count}" if node.count > 1 else ""
    label = f" ({node.label})" if node.label else ""
    yield depth, f"{node.title}{count}{label}"
    for report in node.reports:
        yield from _lines(report, depth + 1)


def cell_text(cell: DataCell, language: Language) -> str:
    """A cell of data as it is read: numbers and days as the language writes them, and a dash for an empty one."""
    if isinstance(cell, str):
        return cell or _EMPTY
    return language.short_date(cell) if isinstance(cell, date) else language.number(cell)


def column_texts(cells: Iterable[DataCell], language: Language) -> list[str]:
    """The cells of a column of data as they are read, its numbers with the same number of decimals."""
    cells = tuple(cells)
    numbers = iter(language.numbers(cell for cell in cells if isinstance(cell, int | float)))
    return [next(numbers) if isinstance(cell, int | float) else cell_text(cell, language) for cell in cells]


def value_texts(chart: Chart, language: Language) -> list[list[str]]:
    """The values of a chart as they are read, a list for each series, all with the same number of decimals."""
    said = iter(language.numbers(value for _, values in chart.series for value in values))
    return [[next(said) for _ in values] for _, values in chart.series]


def number_columns(block: DataTable) -> tuple[int, ...]:
    """The columns of data with numbers alone, with a unit or without one."""
    return tuple(index for index, column in enumerate(zip(*block.rows, strict=True)) if _is_of_numbers(column))


def _is_of_numbers(column: Sequence[DataCell]) -> bool:
    """Whether a column has numbers alone: as such, or as texts like 38%; empty cells and dashes do not count."""
    filled = [cell for cell in column if cell not in ("", "–", "-")]
    return bool(filled) and all(
        _NUMBER.fullmatch(cell) if isinstance(cell, str) else not isinstance(cell, date) for cell in filled
    )


def as_table(block: DataTable | Chart, language: Language) -> Table:
    """Data, or the values of a chart, as a table to read."""
    if isinstance(block, DataTable):
        columns = (column_texts(column, language) for column in zip(*block.rows, strict=True))
        rows = tuple(tuple(words(cell) for cell in row) for row in zip(*columns, strict=True))
        return Table(block.caption, block.columns, rows, numbers=number_columns(block))
    names = tuple(name for name, _ in block.series)
    points = tuple(
        (words(label), *(words(value) for value in values))
        for label, *values in zip(block.labels, *value_texts(block, language), strict=True)
    )
    return Table(block.caption, (block.unit, *names), points, numbers=tuple(range(1, len(names) + 1)))
