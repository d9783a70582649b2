"""The data of a handout as an Excel file: a sheet for each table, with real numbers and days, and what the work is for.

Every text goes in as text and never as a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from math import ceil
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from rolebook.documents.blocks import (
    Callout,
    DataTable,
    Definitions,
    Document,
    Heading,
    Inlines,
    Listing,
    Paragraph,
    Run,
)
from rolebook.documents.edition import Edition
from rolebook.formats.letterhead import letterhead
from rolebook.formats.phrases import cell_text
from rolebook.formats.xlsx.sheet import PAPER, ground_of_heads, sheet_names, sign
from rolebook.language import Language

_OPTIONS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
_WIDEST: Final = 48
"""Characters of the widest column; longer texts take several lines."""
_LINE: Final = 15
"""How high a line is, in points."""
_WIDE: Final = 64
"""Characters of a line that fills an upright sheet of paper."""


def write(document: Document, edition: Edition) -> bytes:
    """The Excel file of a handout.

    Args:
        document: The handout; the tables in it that are data become sheets.
        edition: The kit in the document's language, for its paper, version and date.
    """
    buffer, about = io.BytesIO(), edition.imprint
    with Workbook(buffer, _OPTIONS) as book:
        book.set_properties(
            {
                "title": document.title,
                "author": edition.unmarked(about.organisation),
                "comments": f"{about.version} · {document.fingerprint}",
                "created": datetime.combine(about.updated, time()),
            }
        )
        tables = [block for block in document.blocks if isinstance(block, DataTable) and block.data]
        names = sheet_names([*(table.id for table in tables), edition.gettext("Please note")])
        sheets = [book.add_worksheet(name) for name in names]
        for sheet in sheets:
            sheet.set_paper(PAPER[about.paper])
            sign(sheet, letterhead(document, edition))
            if edition.language.direction == "rtl":
                sheet.right_to_left()
        formats = _formats(book, edition.language, ground_of_heads(edition))
        for sheet, table in zip(sheets, tables, strict=False):
            _write_table(sheet, table, formats, edition.language)
        _write_about(sheets[-1], document, formats, edition.gettext(": "))
    return buffer.getvalue()


def _formats(book: Workbook, language: Language, ground: str) -> dict[str, Any]:
    cell = {"valign": "top", "text_wrap": True, "reading_order": 2 if language.direction == "rtl" else 1}
    kinds: dict[str, dict[str, Any]] = {
        "head": {"bold": True, "bg_color": ground, "bottom": 1, "border_color": "#B4C2C9"},
        "text": {"num_format": "@"},
        "whole": {"num_format": "#,##0"},
        "number": {"num_format": "#,##0.########"},
        "day": {"num_format": "yyyy-mm-dd", "align": "center"},
        "title": {"bold": True, "font_size": 14},
        "heading": {"bold": True},
        "prose": {},  # a cell for text alone shows no more than 255 characters
        "point": {"indent": 2},
    }
    return {name: book.add_format(cell | kind) for name, kind in kinds.items()}


def _write_table(sheet: Worksheet, table: DataTable, formats: dict[str, Any], language: Language) -> None:
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name, formats["head"])
        widest = max(len(name) + 3, *(len(cell_text(row[column], language)) for row in table.rows))
        sheet.set_column(column, column, min(_WIDEST, widest + 2))
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if cell == "":
                continue  # an empty text would not be an empty cell, and no formula could reckon with it
            if isinstance(cell, str):
                sheet.write_string(number, column, cell, formats["text"])
            elif isinstance(cell, date):
                sheet.write_datetime(number, column, datetime.combine(cell, time()), formats["day"])
            else:
                sheet.write_number(number, column, cell, formats["whole" if isinstance(cell, int) else "number"])
    last_row, last_column = len(table.rows), len(table.columns) - 1
    sheet.autofilter(0, 0, last_row, last_column)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _write_about(sheet: Worksheet, document: Document, formats: dict[str, Any], colon: str) -> None:
    """Write what the handout says besides its tables: title, time, rules, the task and what the data means."""
    sheet.set_column(0, 0, _WIDE)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, document.title, formats["title"])
    for number, (line, kind) in enumerate(_about(document, colon), start=1):
        sheet.write_string(number, 0, line, formats[kind])
        sheet.set_row(number, _LINE * ceil(len(line) / _WIDE))  # programs do not agree on the height of what wraps


def _about(document: Document, colon: str) -> Iterator[tuple[str, str]]:
    """Each line of the sheet with the format that it has."""
    yield document.eyebrow, "prose"
    for block in document.blocks:
        if isinstance(block, Definitions):
            yield from ((f"{_line(term)}{colon}{_line(text)}", "prose") for term, text in block.items)
        elif isinstance(block, Callout):
            yield from ((_line(part.inlines), "prose") for part in block.blocks if isinstance(part, Paragraph))
        elif isinstance(block, Heading):
            yield block.text, "heading"
        elif isinstance(block, Paragraph):
            yield _line(block.inlines), "prose"
        elif isinstance(block, Listing):
            yield from ((_line(item.inlines), "point") for item in block.items)


def _line(inlines: Inlines) -> str:
    return "".join(part.text for part in inlines if isinstance(part, Run))
