"""Excel: a panel rates, the summary computes. LibreOffice computes it in the test, and we compute it again."""

from __future__ import annotations

import io
import random
import shutil
import statistics
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from rolebook.catalogue import Format, as_file
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.formats.xlsx import CANDIDATES, INTERVIEWERS
from rolebook.kit import Kit
from rolebook.language import Language

from tests.conftest import kit_of
from tests.formats.paper import texts_of
from tests.formats.test_pdf import TRICKS
from tests.kit.must_haves import expected, with_must_haves

FIRST, RATINGS, MEANS = 7, 10, 4
"""The first skill's row, the first candidate's rating column, the first mean's column in the summary, from 1."""


def excel(edition: InternalEdition, role: str) -> bytes:
    return as_file(scorecard(edition, role), edition, Format.XLSX)


def row_of(sheet: Any, name: str) -> int:
    """The row of a skill on an interviewer's sheet."""
    return next(row for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, 1).value == name)


def opened(content: bytes, **options: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content), **options)


def test_there_is_a_sheet_for_each_interviewer_with_every_anchor(edition: InternalEdition) -> None:
    role = edition.kit.roles[2]
    book = opened(excel(edition, role.id))
    handed_in = sum(interviewer.rates for stage in role.interview for interviewer in stage.interviewers)
    assert len(book.sheetnames) == 1 + max(INTERVIEWERS, handed_in)
    for sheet in book.worksheets[1:]:
        texts = texts_of([sheet])
        for need in role.skills:
            anchors = edition.kit.skill(need.skill).anchors
            assert {edition.text(anchors.at(level)) for level in range(1, 6)} <= texts


def test_a_fifth_interviewer_of_a_stage_has_a_sheet_that_counts(small_data: dict[str, Any]) -> None:
    [stage] = small_data["roles"][0]["interview"]
    stage["interviewers"] = [{"who": {"en": f"Baker {number}", "ar": f"خباز {number}"}} for number in range(5)]
    book = opened(excel(InternalEdition(kit_of(small_data), Language("en")), "baker"))
    assert book.sheetnames == ["Summary", *(f"Interviewer {number}" for number in range(1, 6))]
    assert "'Interviewer 5'!" in book.worksheets[0].cell(FIRST, MEANS).value


def test_it_is_protected_frozen_printable_and_directed(edition: InternalEdition) -> None:
    book = opened(excel(edition, edition.kit.roles[2].id))
    rtl = edition.language.direction == "rtl"
    for sheet in book:
        assert sheet.protection.sheet
        assert sheet.freeze_panes == "B7"
        assert sheet.print_area
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # as many sheets as it takes
        assert not sheet.col_breaks.brk
        assert sheet.print_title_rows == "$5:$6"
        assert edition.text(edition.kit.about.organisation) == str(sheet.oddFooter.left.text)
        assert bool(sheet.sheet_view.rightToLeft) is rtl
    first = book.worksheets[1]
    rating = first.cell(FIRST, RATINGS)
    assert not rating.protection.locked
    assert first.cell(FIRST, 1).protection.locked
    validations = [one for one in first.data_validations.dataValidation if rating.coordinate in one.sqref]
    assert [one.formula1 for one in validations] == ['"1,2,3,4,5"']


def test_recommendations_are_chosen_by_their_names_whatever_signs_are_in_them(small_data: dict[str, Any]) -> None:
    names = ["Yes, with care", 'The "maybe"', "=No", "Never " * 60]
    small_data["interviewing"]["recommendations"] = [
        {"id": f"r{number}", "name": {"en": name, "ar": name}, "meaning": {"en": "So.", "ar": "هكذا."}}
        for number, name in enumerate(names)
    ]
    book = opened(excel(InternalEdition(kit_of(small_data), Language("en")), "baker"))
    for sheet in book.worksheets[1:]:
        cell = sheet.cell(row_of(sheet, "Overall recommendation"), RATINGS)
        (source,) = (one.formula1 for one in sheet.data_validations.dataValidation if cell.coordinate in one.sqref)
        place, _, cells = source.rpartition("!")
        summary = book[place.lstrip("=").strip("'").replace("''", "'")]
        assert [one.value for (one,) in summary[cells.replace("$", "")]] == [name.strip() for name in names]
        assert not any(cell.data_type == "f" for (cell,) in summary[cells.replace("$", "")])


def test_a_skill_is_rated_once_and_screening_is_written_down(small: Kit) -> None:
    book = opened(excel(InternalEdition(small, Language("en")), "baker"))
    for sheet in book.worksheets[1:]:
        assert row_of(sheet, "Serving") == row_of(sheet, "Baking") + 1  # although two questions are asked of baking
        assert not any(sheet.cell(row_of(sheet, name), RATINGS).protection.locked for name in ("Baking", "Serving"))
        noted = row_of(sheet, "Can start at four")
        assert not sheet.cell(noted, RATINGS).protection.locked


@pytest.mark.parametrize("tag", [pytest.param("en", marks=pytest.mark.slow), "ar"])
def test_the_summary_computes_what_we_compute(small_data: dict[str, Any], tmp_path: Path, tag: str) -> None:
    """Ratings at random, with gaps, filled in as a panel would, computed by LibreOffice."""
    edition = InternalEdition(kit_of(small_data), Language(tag))
    role = edition.kit.role("baker")
    book = opened(excel(edition, role.id))
    chance = random.Random(7)
    ratings: dict[tuple[int, int], list[int]] = {}
    for candidate in range(CANDIDATES - 1):  # the last candidate never came
        for row in range(len(role.skills)):
            for sheet in book.worksheets[1:]:
                rating = chance.choice((None, 1, 2, 3, 4, 5)) if (candidate, row) != (0, 1) else None
                if rating is not None:
                    name = edition.text(edition.kit.skill(role.skills[row].skill).name)
                    sheet.cell(row_of(sheet, name), RATINGS + 2 * candidate, rating)
                    ratings.setdefault((candidate, row), []).append(rating)
    said = [
        chance.choice(edition.kit.interviewing.recommendations) if number != 1 else None
        for number in range(INTERVIEWERS)
    ]
    for sheet, option in zip(book.worksheets[1:], said, strict=True):
        sheet.cell(
            row_of(sheet, edition.gettext("Overall recommendation")), RATINGS, option and edition.text(option.name)
        )
    filled = tmp_path / "filled.xlsx"
    book.save(filled)
    summary = computed(filled).worksheets[0]
    assert summary.cell(FIRST + len(role.skills) + 4, MEANS).value.split("\n") == [
        f"{sheet.title}{edition.gettext(': ')}{edition.text(option.name)}"
        for sheet, option in zip(book.worksheets[1:], said, strict=True)
        if option
    ]
    for candidate in range(CANDIDATES):
        column = MEANS + 3 * candidate
        weighted, weights = 0.0, 0.0
        for row, need in enumerate(role.skills):
            given = ratings.get((candidate, row), [])
            mean, spread, note = (summary.cell(FIRST + row, column + offset).value for offset in range(3))
            assert (mean or None) == (pytest.approx(statistics.fmean(given)) if given else None)
            assert (None if spread in ("", None) else spread) == (max(given) - min(given) if len(given) > 1 else None)
            apart = len(given) > 1 and max(given) - min(given) >= 2
            assert (edition.gettext("Wide spread") in (note or "")) is apart
            if given:
                weighted, weights = weighted + need.weight * statistics.fmean(given), weights + need.weight
        total = summary.cell(FIRST + len(role.skills), column).value
        assert (total or None) == (pytest.approx(weighted / weights) if weights else None)


@pytest.mark.parametrize("tag", [pytest.param("en", marks=pytest.mark.slow), "ar"])
def test_must_haves_come_to_what_the_definition_says(small_data: dict[str, Any], tmp_path: Path, tag: str) -> None:
    """A random panel, each in a stage of their own or in none, on questions that reach levels at random."""
    chance = random.Random(5)
    data = with_must_haves(small_data, chance, skills=12)
    edition = InternalEdition(kit_of(data), Language(tag))
    book = opened(excel(edition, "baker"))
    skills = [need["skill"] for need in data["roles"][0]["skills"]]
    stages = data["roles"][0]["interview"]
    ratings: dict[tuple[int, str], list[tuple[str, int]]] = {}
    for sheet, stage in zip(book.worksheets[1:5], (*stages[:3], None), strict=True):  # the others stay empty
        sheet["F4"] = stage["name"][tag] if stage else None
        for candidate in range(CANDIDATES):
            for skill in skills:
                level = chance.choice((None, 2, 3, 4, 5, 5, 5))
                if level is not None:
                    sheet.cell(row_of(sheet, f"Skill {skill}"), RATINGS + 2 * candidate, level)
                    ratings.setdefault((candidate, skill), []).append((stage["id"] if stage else "", level))
    filled = tmp_path / "filled.xlsx"
    book.save(filled)
    summary = computed(filled).worksheets[0]
    words = {"not-met": edition.gettext("Not met"), "to-discuss": edition.gettext("To discuss")}
    found = set()
    for candidate in range(CANDIDATES):
        column = MEANS + 3 * candidate
        wanted = [expected(data, skill, ratings.get((candidate, skill), [])) for skill in skills]
        for row, outcome in enumerate(wanted):
            note = summary.cell(FIRST + row, column + 2).value or ""
            assert [name for name, word in words.items() if word in note] == ([outcome] if outcome in words else [])
        last = FIRST + len(skills) - 1
        assert [summary.cell(last + offset, column).value for offset in (3, 4)] == [wanted.count(one) for one in words]
        found.update(wanted)
    assert found == {"met", "to-discuss", "not-met", None}


def computed(path: Path) -> Any:
    """A workbook as LibreOffice computes it again."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "`make test` installs LibreOffice Calc, or says that it could not"
    out = path.parent / "computed"
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(out),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return openpyxl.load_workbook(out / path.name, data_only=True)


@pytest.mark.parametrize("text", TRICKS)
def test_a_text_is_a_text_and_never_a_formula(small_data: dict[str, Any], text: str) -> None:
    small_data["skills"][0]["name"] = {"en": text, "ar": text}
    small_data["skills"][0]["anchors"]["2"] = {"en": text, "ar": text}
    book = opened(excel(InternalEdition(kit_of(small_data), Language("en")), "baker"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len([cell for cell in cells if cell.value == text]) >= 2 * INTERVIEWERS
    assert {cell.data_type for cell in cells if text in str(cell.value)} == {"s"}


def test_the_kit_chooses_its_paper(small_data: dict[str, Any]) -> None:
    for paper, number in (("a4", 9), ("letter", 1)):  # as Excel numbers them
        small_data["kit"]["paper"] = paper
        book = opened(excel(InternalEdition(kit_of(small_data), Language("en")), "baker"))
        assert {int(sheet.page_setup.paperSize or 1) for sheet in book} == {number}


def test_the_same_kit_gives_the_same_bytes(small: Kit) -> None:
    edition = InternalEdition(small, Language("en"))
    assert excel(edition, "baker") == excel(edition, "baker")
