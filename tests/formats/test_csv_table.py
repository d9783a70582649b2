"""Data as CSV: what a cell says is no formula, wherever a program splits it."""

from __future__ import annotations

import csv
import io

import pytest
from rolebook.documents.blocks import DataTable, Document, Kind
from rolebook.documents.internal_edition import InternalEdition
from rolebook.formats import csv_table
from rolebook.kit import Kit
from rolebook.language import Language


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_cells_are_separated_by(small: Kit, delimiter: str) -> None:
    texts = ("=1", "x;=1+1;y", "x\t@SUM(1)", "+1", "one, two;-3", "one\n=2;y", "-4", "plain; text", "a\n- list")
    table = DataTable("data", "Data", texts, (texts, tuple(reversed(texts)), (-5, "", *texts[2:])))
    document = Document(Kind.HANDOUT, "", "en", title="Data", description="", blocks=(table,))
    text = csv_table.write(document, InternalEdition(small, Language("en"))).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple("=+@")] == []
    if delimiter == ",":
        assert [cell for cell in cells if cell.startswith("-")] == ["-5"]  # the number stays one
        assert "plain; text" in cells
        assert "a\n- list" in cells
