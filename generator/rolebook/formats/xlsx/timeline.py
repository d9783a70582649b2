"""A timeline as an Excel file: enter the day on which it begins, and each step shows the day on which it ends.

Where a step has really ended is entered beside it, and the steps after it move. Holidays are entered in a list.
"""

from __future__ import annotations

import io
from datetime import datetime, time

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from rolebook.documents.blocks import Document, Timeline
from rolebook.documents.edition import Edition
from rolebook.formats.letterhead import letterhead
from rolebook.formats.xlsx.sheet import PAPER, CellFormats, sheet_names, sign

START = (3, 1)
"""Row and column, from 0, of the day on which the timeline begins."""
FIRST_STEP = 6
"""The row of the first step, from 0."""
ENDS, ENDED, HOLIDAYS = 4, 5, 7
"""The columns, from 0, of the day on which a step is to end, of the day on which it did, and of the holidays."""
_HOLIDAYS = 30
"""How many holidays there is room for."""
_WIDTHS = (48, 32, 14, 14, 16, 16, 3, 20)
"""How wide the columns are, in characters."""
_LINE = 15
"""How high a line is, in points."""


def write(document: Document, edition: Edition) -> bytes:
    """The Excel file of the timeline in an intake form.

    Args:
        document: An intake form with a timeline.
        edition: The kit in the document's language, for its words, name and date.

    Raises:
        LookupError: The document has no timeline.
    """
    timeline = next((block for block in document.blocks if isinstance(block, Timeline)), None)
    if timeline is None:
        raise LookupError(f"“{document.title}” has no timeline.")
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(buffer, options) as book:
        about = edition.imprint
        book.set_properties(
            {
                "title": document.title,
                "author": edition.unmarked(about.organisation),
                "comments": f"{about.version} · {document.fingerprint}",
                "created": datetime.combine(about.updated, time()),
            }
        )
        formats = CellFormats.add_to(book, edition)
        sheet = book.add_worksheet(sheet_names([edition.gettext("Timeline")])[0])
        _write(book, sheet, document, timeline, edition, formats)
    return buffer.getvalue()


def _write(
    book: Workbook, sheet: Worksheet, document: Document, timeline: Timeline, edition: Edition, formats: CellFormats
) -> None:
    _ = edition.gettext
    is_rtl = edition.language.direction == "rtl"
    written = edition.language.date_pattern  # in numbers, as Excel names months in its own language
    cell = {"border": 1, "border_color": "#B4C2C9", "valign": "top", "num_format": written, "align": "center"}
    day = book.add_format(cell | {"bold": True})
    entered = book.add_format(cell | {"locked": False, "bg_color": "#FFFBE6"})
    if is_rtl:
        sheet.right_to_left()
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    sheet.set_landscape()
    sheet.set_paper(PAPER[edition.imprint.paper])
    sheet.fit_to_pages(1, 0)
    sign(sheet, letterhead(document, edition))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, document.title, formats.title)
    hint = _(
        "Enter the date of the request. When a step is completed, enter that date too: the steps after it move. "
        "Durations can be changed, and public holidays are entered in the last column."
    )
    sheet.merge_range(1, 0, 1, ENDED, "", formats.hint)
    sheet.write_string(1, 0, hint, formats.hint)
    sheet.set_row(1, 34)
    sheet.write_string(START[0], 0, timeline.label, formats.strong)
    sheet.write_blank(*START, None, entered)
    heads = (_("Step"), _("Responsible"), _("Working days"), _("Calendar days"), _("Ends on"), _("Completed on"))
    for column, head in enumerate(heads):
        sheet.write_string(FIRST_STEP - 1, column, head, formats.head)
    sheet.write_string(FIRST_STEP - 1, HOLIDAYS, _("Public holidays"), formats.head)
    for row in range(FIRST_STEP, FIRST_STEP + _HOLIDAYS):
        sheet.write_blank(row, HOLIDAYS, None, entered)
    number = book.add_format({**cell, "num_format": "0", "locked": False, "bg_color": "#FFFBE6"})
    for row, step in enumerate(timeline.steps, start=FIRST_STEP):
        lines = max(len(text) // (width - 4) + 1 for text, width in zip((step.name, step.owner), _WIDTHS, strict=False))
        sheet.set_row(row, _LINE * lines)
        sheet.write_string(row, 0, step.name, formats.strong)
        sheet.write_string(row, 1, step.owner, formats.text)
        for column, days in ((2, step.working_days), (3, step.days)):
            sheet.write(row, column, days or None, number)
        sheet.write_formula(row, ENDS, _end(row, timeline.weekend), day, "")
        sheet.write_blank(row, ENDED, None, entered)
    anywhere = {"validate": "date", "criteria": ">=", "value": datetime(2000, 1, 1)}
    for first, last, column in (
        (START[0], START[0], START[1]),
        (FIRST_STEP, FIRST_STEP + len(timeline.steps) - 1, ENDED),
        (FIRST_STEP, FIRST_STEP + _HOLIDAYS - 1, HOLIDAYS),
    ):
        sheet.data_validation(first, column, last, column, anywhere)
    sheet.freeze_panes(FIRST_STEP, 1)
    sheet.repeat_rows(FIRST_STEP - 1)
    sheet.print_area(0, 0, FIRST_STEP + max(len(timeline.steps), _HOLIDAYS) - 1, HOLIDAYS)


def _end(row: int, weekend: tuple[int, ...]) -> str:
    """The formula for the day on which a row's step ends: nothing as long as nobody knows when it begins."""
    before = _begin(row)
    working, days = xl_rowcol_to_cell(row, 2), xl_rowcol_to_cell(row, 3)
    off = "".join("1" if number in weekend else "0" for number in range(1, 8))  # Monday first
    holidays = xl_range_abs(FIRST_STEP, HOLIDAYS, FIRST_STEP + _HOLIDAYS - 1, HOLIDAYS)
    counted = f'WORKDAY.INTL({before},{working},"{off}",{holidays})'
    calendar = f'WORKDAY.INTL({before}+{days}-1,1,"{off}",{holidays})'
    return f'=IF({before}="","",IF({working}<>"",{counted},{calendar}))'


def _begin(row: int) -> str:
    """The day on which a row's step begins: when the one before has ended, or else is to end."""
    if row == FIRST_STEP:
        return str(xl_rowcol_to_cell(*START, row_abs=True, col_abs=True))
    ended, ends = xl_rowcol_to_cell(row - 1, ENDED), xl_rowcol_to_cell(row - 1, ENDS)
    return f'IF({ended}<>"",{ended},{ends})'
