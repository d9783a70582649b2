"""What candidates are given in an interview: files that can be worked on, by a command and beside the interview kit."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from pydantic import ValidationError
from rolebook.audience import Audience, edition_for
from rolebook.catalogue import Format, as_file
from rolebook.cli import main
from rolebook.documents.blocks import Chart, DataCell, DataTable, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.handouts import handout
from rolebook.documents.interviews.interview_kit import stage_packet
from rolebook.formats import csv_table, text
from rolebook.formats.pdf.plot import _scale, plot
from rolebook.formats.phrases import as_table, number_columns
from rolebook.kit import Kit
from rolebook.language import Language

from tests.conftest import SMALL, kit_of
from tests.formats.paper import pdf_sheets, squeezed

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
    assert sheet["C4"].value is None  # a date that is not there yet leaves a cell that formulas can reckon with
    assert "المقابلة" in "".join(str(cell.value) for row in book.worksheets[-1] for cell in row)


def test_the_task_is_in_the_workbook_and_fits_a_sheet_of_paper(tmp_path: Path) -> None:
    file = tmp_path / "handout.xlsx"
    assert export(*NAMED, "-o", str(file)).exit_code == 0
    sheet = openpyxl.load_workbook(file).worksheets[-1]
    said = [row[0].value for row in sheet]
    assert said[0] == "Four doughs"
    assert said[-4:] == ["Your task", "One dough was left out overnight.", "Say which one.", "Say how you know."]
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)


@pytest.mark.parametrize("empty", ["", None])
def test_a_cell_may_be_empty_and_reads_as_a_dash(small_data: dict[str, Any], empty: str | None) -> None:
    blocks = small_data["skills"][0]["questions"][1]["handout"]["blocks"]
    table = next(block["table"] for block in blocks if "table" in block)
    table["rows"][2][2] = empty
    edition = edition_for(Audience.INTERNAL, kit_of(small_data), Language("en"))
    assert isinstance(edition, InternalEdition)
    document = handout(edition, "baker/try-out/knead")
    assert "Made on: –" in text.write(document, edition.language)
    assert csv_table.write(document, edition).decode("utf-8-sig").splitlines()[3] == "A-3,'=Wheat,,330,1.9"


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        ([14, "38%", 1120000], True),
        (["9%", "–", ""], True),
        (["0.5 ٪"], True),
        (["D-001"], False),
        (["7:10"], False),
        (["3 March"], False),
        (["", "–"], False),
        ([date(2026, 1, 12)], False),
    ],
)
def test_numbers_stand_on_the_right_with_units_or_without(cells: list[DataCell], numbers: bool) -> None:
    table = DataTable("deals", "Deals", ("Amount",), tuple((cell,) for cell in cells))
    assert number_columns(table) == ((0,) if numbers else ())


def test_data_is_safe_in_csv_and_known_as_utf_8() -> None:
    written = export(*NAMED, "--format", "csv").stdout_bytes
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert rows[0] == ["Dough", "Flour", "Made on", "Water, g", "Salt, %"]
    assert rows[2] == ["A-2", "Rye", "2026-01-13", "1400", "2"]
    assert rows[3][1:3] == ["'=Wheat", ""]
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


def test_values_of_a_chart_and_a_column_have_the_same_number_of_decimals() -> None:
    english = Language("en")
    chart = Chart("bar", "Sales", "", "SAR million", ("July", "Aug"), (("Target", (4.0, 4.0)), ("Sales", (3.6, 3.25))))
    drawn = plot(chart, english)
    assert drawn["rows"] == [["July", "4.00", "3.60"], ["Aug", "4.00", "3.25"]]
    assert [[value["text"] for value in series["values"]] for series in drawn["series"]] == [
        ["4.00"] * 2,
        ["3.60", "3.25"],
    ]
    data = DataTable("doughs", "Doughs", ("Name", "Weight"), (("Rye", 2), ("Wheat", 1.5), ("Oats", "")))
    for table, column in ((chart, ["4.00", "4.00"]), (data, ["2.0", "1.5", "–"])):
        assert [row[1] for row in as_table(table, english).rows] == [words(text) for text in column]


def test_on_paper_a_key_shares_no_sheet_with_a_question_or_with_what_is_handed_over(small: Kit) -> None:
    """A sheet that is lent, copied or left on the table gives nothing away."""
    edition = InternalEdition(small, Language("en"))
    sheets = pdf_sheets(as_file(stage_packet(edition, "baker/try-out"), edition, Format.PDF))
    of_keys = [sheet for sheet in sheets if squeezed("Scoring key") in sheet]
    assert of_keys
    for other in ("Hand to the candidate", "Probes", "Closing", "Read aloud"):
        assert any(squeezed(other) in sheet for sheet in sheets)
        assert not any(squeezed(other) in sheet for sheet in of_keys), other
