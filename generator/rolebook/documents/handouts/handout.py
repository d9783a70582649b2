"""The handout of a work sample or a role-play, as the candidate gets it."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
    Chart,
    DataCell,
    DataTable,
    Definitions,
    Document,
    Fields,
    Heading,
    Kind,
    NoteSpace,
    Paragraph,
    words,
)
from rolebook.documents.handouts.edition import HandoutEdition
from rolebook.kit.handouts import Cell, ChartKind, HandoutBlock, most_words
from rolebook.kit.handouts import Chart as KitChart
from rolebook.kit.handouts import DataTable as KitTable
from rolebook.kit.text import Text

_WORDS_IN_A_LINE = 10
"""Words that a person writes in a line by hand."""
_MOST_LINES = 22
"""Lines to write on that find room on a sheet."""


def handout(edition: HandoutEdition) -> Document:
    """What the candidate works on: the rules at the top, then the material."""
    _, given = edition.gettext, edition.handout
    return edition.document(
        Kind.HANDOUT,
        title=edition.text(given.title),
        description=edition.text(given.title),
        blocks=tuple(_blocks(edition)),
        eyebrow=" · ".join(edition.text(text) for text in (given.organisation, given.role, given.stage)),
        trail=(),
        searchable=False,
        indexed=False,
    )


def _blocks(edition: HandoutEdition) -> Iterator[Block]:
    _, given, language = edition.gettext, edition.handout, edition.language
    yield Fields((_("Candidate (code or name)"), _("Date")))
    rules = [(words(_("Time to work on it")), words(edition.minutes(given.minutes)))]
    longest = most_words(given.words, language.tag) if given.words is not None else 0
    if longest:
        most = language.ngettext("at most {n} word", "at most {n} words", longest)
        rules.append((words(_("Length of the written answer")), words(most)))
    yield Definitions(tuple(rules))
    usual = _(
        "This exercise is for the interview alone. Your work is used to assess your application and for nothing else, "
        "and it remains yours. All data in it is fictional."
    )
    notice = edition.text(given.notice) if given.notice is not None else usual
    yield Callout("note", _("Please note"), (Paragraph(words(notice)),))
    for number, block in enumerate(given.blocks, start=1):
        yield from _block(edition, block, number)
    if longest:
        yield NoteSpace(_("Your answer"), min(_MOST_LINES, longest // _WORDS_IN_A_LINE + 2))


def _block(edition: HandoutEdition, block: HandoutBlock, number: int) -> Iterator[Block]:
    if block.heading is not None:
        yield Heading(edition.text(block.heading), f"part-{number}")
    elif block.text is not None:
        yield Paragraph(words(edition.text(block.text)))
    elif block.points is not None:
        yield edition.texts(block.points)
    elif block.table is not None:
        yield _table(edition, block.table)
    elif block.chart is not None:
        yield _chart(edition, block.chart)


def _table(edition: HandoutEdition, table: KitTable) -> DataTable:
    return DataTable(
        table.id,
        edition.text(table.title),
        tuple(edition.text(column) for column in table.columns),
        tuple(tuple(_cell(edition, cell) for cell in row) for row in table.rows),
        table.data,
    )


def _cell(edition: HandoutEdition, cell: Cell) -> DataCell:
    return edition.text(cell) if isinstance(cell, Text) else cell


def _chart(edition: HandoutEdition, chart: KitChart) -> Chart:
    _, title = edition.gettext, edition.text(chart.title)
    described = {
        ChartKind.BAR: _("Bar chart: {title}. The table beside it has its values.", title=title),
        ChartKind.LINE: _("Line chart: {title}. The table beside it has its values.", title=title),
    }
    return Chart(
        chart.kind.value,
        title,
        described[chart.kind],
        edition.text(chart.unit) if chart.unit is not None else "",
        tuple(edition.text(label) if isinstance(label, Text) else label for label in chart.labels),
        tuple((edition.text(series.name), series.values) for series in chart.series),
    )
