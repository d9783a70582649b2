"""The Excel file of a timeline: a date goes in, LibreOffice computes, and the dates are those of `kit.timeline`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from rolebook.catalogue import Format, as_file
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.intake import intake
from rolebook.formats.xlsx.timeline import ENDED, ENDS, FIRST_STEP, HOLIDAYS, START
from rolebook.kit import Kit
from rolebook.kit.timeline import TimelineStep, ends
from rolebook.language import Language

from tests.conftest import in_languages, kit_of
from tests.formats.test_xlsx import computed

START_CELL, END_COLUMN, ENDED_COLUMN, HOLIDAY_COLUMN = (START[0] + 1, START[1] + 1), ENDS + 1, ENDED + 1, HOLIDAYS + 1
FIRST_ROW = FIRST_STEP + 1


def opened(kit: Kit, tag: str) -> Any:
    edition = InternalEdition(kit, Language(tag))
    return openpyxl.load_workbook(io.BytesIO(as_file(intake(edition, "baker"), edition, Format.XLSX)))


def steps(kit: Kit) -> tuple[TimelineStep, ...]:
    """The baker has one stage: each step of the timeline is a row."""
    assert kit.hiring.timeline is not None
    return kit.hiring.timeline.steps


def days(kit: Kit, some: Sequence[TimelineStep], start: date) -> list[date]:
    assert kit.hiring.timeline is not None
    return list(ends(some, start, kit.hiring.timeline.free))


def shown(book: Any, path: Path, count: int) -> list[date | None]:
    """The dates that LibreOffice computes."""
    book.save(path)
    sheet = computed(path).worksheets[0]
    cells = [sheet.cell(FIRST_ROW + row, END_COLUMN).value for row in range(count)]
    return [cell.date() if isinstance(cell, datetime) else None for cell in cells]


@pytest.mark.slow
@pytest.mark.parametrize(("tag", "start"), [("en", date(2026, 12, 2)), ("ar", date(2026, 12, 4))])
def test_each_step_shows_the_day_on_which_it_ends(small: Kit, tag: str, start: date, tmp_path: Path) -> None:
    book = opened(small, tag)
    [sheet] = book.worksheets
    assert bool(sheet.sheet_view.rightToLeft) is (tag == "ar")
    sheet.cell(*START_CELL).value = start
    assert shown(book, tmp_path / "timeline.xlsx", 4) == days(small, steps(small), start)


@pytest.mark.slow
def test_holidays_and_a_step_that_took_longer_move_the_rest(small: Kit, tmp_path: Path) -> None:
    book = opened(small, "en")
    sheet = book.worksheets[0]
    sheet.cell(*START_CELL).value = date(2026, 11, 29)
    sheet.cell(FIRST_ROW, HOLIDAY_COLUMN).value = date(2026, 11, 30)  # within the first step
    sheet.cell(FIRST_ROW, ENDED_COLUMN).value = date(2026, 12, 10)
    planned, *others = shown(book, tmp_path / "timeline.xlsx", 4)
    assert planned == date(2026, 12, 1)
    assert others == days(small, steps(small)[1:], date(2026, 12, 10))


@pytest.mark.slow
def test_without_a_start_there_are_no_dates(small: Kit, tmp_path: Path) -> None:
    assert shown(opened(small, "en"), tmp_path / "timeline.xlsx", 4) == [None] * 4


@pytest.mark.parametrize(("tag", "written"), [("en", "dd/mm/yyyy"), ("ar", "dd/mm/yyyy"), ("en-US", "mm/dd/yyyy")])
def test_days_are_written_in_the_order_of_the_language(small_data: dict[str, Any], tag: str, written: str) -> None:
    book = opened(kit_of(in_languages(small_data, [tag])), tag)
    assert book.worksheets[0].cell(*START_CELL).number_format == written
