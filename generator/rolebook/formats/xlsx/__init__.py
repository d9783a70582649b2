"""A scorecard as an Excel file, for a panel: a sheet to rate on for each interviewer, and a summary that computes.

Every text goes in as text and never as a formula; the formulas are ours alone. A skill that somebody did not rate is
left out of every mean, and one that nobody rated out of the total: an empty cell is “not assessed”, not a zero.
"""

from __future__ import annotations

import io
from datetime import datetime, time

from xlsxwriter import Workbook

from rolebook.documents.blocks import Document, RatingGrid, ScorecardForm
from rolebook.documents.edition import Edition
from rolebook.formats.xlsx.interviewer import InterviewerSheetWriter
from rolebook.formats.xlsx.sheet import CANDIDATES, CellFormats, sheet_names
from rolebook.formats.xlsx.summary import SummarySheetWriter

__all__ = ["CANDIDATES", "INTERVIEWERS", "write"]

INTERVIEWERS = 4
"""Sheets to rate on, at least: the largest panel of the usual hiring process (editorial default)."""
_COUNTED = 100
"""Ratings of must-haves that a formula of the summary can list: Excel takes 8,192 characters."""


def write(document: Document, edition: Edition) -> bytes:
    """The Excel file of a scorecard.

    Args:
        document: A scorecard: what is rated stands in its rating grids.
        edition: The kit in the document's language, for its words, name and date.
    """
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
        _write_sheets(book, document, edition)
    return buffer.getvalue()


def _write_sheets(book: Workbook, document: Document, edition: Edition) -> None:
    formats = CellFormats.add_to(book, edition)
    sheets_to_rate_on = range(1, _interviewers(document) + 1)
    interviewers = [edition.gettext("Interviewer {number}", number=number) for number in sheets_to_rate_on]
    summary, *sheets = (book.add_worksheet(name) for name in sheet_names([edition.gettext("Summary"), *interviewers]))
    SummarySheetWriter(document, edition, formats).write(summary, sheets)
    writer = InterviewerSheetWriter(document, edition, formats)
    for sheet in sheets:
        writer.write(sheet, summary)
    summary.activate()


def _interviewers(document: Document) -> int:
    """As many as hand in a scorecard for each candidate, in all stages together."""
    stages = [stage for block in document.blocks if isinstance(block, ScorecardForm) for stage in block.stages]
    must_haves = sum(block.must_have for block in document.blocks if isinstance(block, RatingGrid))
    return max(INTERVIEWERS, min(sum(len(stage.raters) for stage in stages), _COUNTED // max(1, must_haves)))
