"""What candidates are given in an interview: files that can be worked on, by a command and beside the interview kit."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from pydantic import ValidationError
from rolebook.cli import main
from rolebook.formats.pdf.plot import _scale

from tests.conftest import SMALL, kit_of

NAMED = ("--role", "baker", "--stage", "try-out", "--question", "knead")


def export(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", "handout", str(SMALL), *arguments])


def test_data_is_typed_in_excel_and_read_from_right_to_left_in_arabic(tmp_path: Path) -> None:
    file = tmp_path / "handout.xlsx"
    assert export(*NAMED, "--lang", "ar", "-o", str(file)).exit_code == 0
    book = openpyxl.load_workbook(file)
    sheet = book["doughs"]
    assert sheet.sheet_view.rightToLeft
    assert [cell.value for cell in sheet[3]] == ["A-2", "شيلم", datetime(2026, 1, 13), 1400, 2]
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=قمح", "s")
    assert "المقابلة" in "".join(str(cell.value) for row in book.worksheets[-1] for cell in row)


def test_data_is_safe_in_csv_and_known_as_utf_8() -> None:
    written = export(*NAMED, "--format", "csv").stdout_bytes
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert rows[0] == ["Dough", "Flour", "Made on", "Water, g", "Salt, %"]
    assert rows[2] == ["A-2", "Rye", "2026-01-13", "1400", "2"]
    assert rows[3][1] == "'=Wheat"
    assert rows[4][0] == "'-4"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "“handout” needs --role: one of baker, senior-baker."),
        (NAMED[:4], "“handout” needs --question: one of knead."),
        ((*NAMED[:5], "kneed"), "There is no question “kneed”. Choose one of: knead."),
        ((*NAMED, "--skill", "baking"), "“handout” does not take --skill."),
        ((*NAMED, "--table", "doughs"), "--table is for csv; the other formats have the whole handout."),
    ],
)
def test_what_is_missing_is_said(arguments: tuple[str, ...], said: str) -> None:
    shown = export(*arguments)
    assert shown.exit_code == 2
    assert said in shown.output


@pytest.mark.parametrize(
    ("way", "value", "error"),
    [
        (("table", "rows", 1), ["A-2", "Rye"], "row_length"),
        (("chart", "series", 0, "values"), [1], "series_length"),
        (("table", "rows", 1, 2), "2026-02-30", "iso_date"),
        (("heading",), {"en": "x", "ar": "س"}, "one_of"),
    ],
)
def test_material_that_does_not_fit_is_refused(
    small_data: dict[str, Any], way: tuple[Any, ...], value: object, error: str
) -> None:
    blocks = small_data["skills"][0]["questions"][1]["handout"]["blocks"]
    here = next(block for block in blocks if way[0] in block or (way[0] == "heading" and "table" in block))
    for step in way[:-1]:
        here = here[step]
    if way == ("heading",):
        here = next(block for block in blocks if "table" in block)
    here[way[-1]] = value
    with pytest.raises(ValidationError) as refused:
        kit_of(small_data)
    assert error in {detail["type"] for detail in refused.value.errors()}


@pytest.mark.parametrize(
    ("low", "high", "from_zero", "scale"),
    [
        (40, 1250, True, (0, 1500, 500)),
        (-3, 4, True, (-4, 4, 2)),
        (8.0, 8.3, False, (8.0, 8.3, 0.1)),
        (5, 5, False, (5, 6, 1)),
        (0, 0, True, (0, 0.2, 0.2)),
    ],
)
def test_a_scale_holds_its_values(low: float, high: float, from_zero: bool, scale: tuple[float, ...]) -> None:
    assert _scale(low, high, from_zero=from_zero) == pytest.approx(scale)
