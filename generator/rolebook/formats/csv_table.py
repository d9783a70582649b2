"""Data as CSV, for any spreadsheet: in UTF-8 with the mark by which Excel knows that."""

from __future__ import annotations

import csv
import io
import re

from rolebook.documents.blocks import DataCell, DataTable, Document
from rolebook.documents.edition import Edition

_FORMULA = re.compile(r"^[=+\-@\t\r]|(?<=[;\t])[=+\-@]|(?<=[\r\n])[=+@]")
"""Where a spreadsheet would begin a formula: at the beginning of a cell, and behind what other programs separate cells
and rows by. A dash that begins a line is left alone, as it begins the items of a list.
"""


def write(document: Document, edition: Edition) -> bytes:
    """The tables of data in a document, one after the other: numbers bare, days as 2026-03-01, the rest as it is.

    Args:
        document: What to write; only its data is.
        edition: The kit in the document's language.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for table in (block for block in document.blocks if isinstance(block, DataTable)):
        writer.writerow(map(_safe, table.columns))
        writer.writerows(map(_safe, row) for row in table.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _safe(cell: DataCell) -> str:
    """A cell as text; what a spreadsheet would take for a formula is marked as text."""
    return _FORMULA.sub(r"'\g<0>", cell) if isinstance(cell, str) else str(cell)
