"""A kit may have a rating scale of three to seven levels; everything that rates follows it.

Kits of other scales, built with all their files, are slow.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import openpyxl
import pytest
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.catalogue import Format, as_file, links_from
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.formats import html
from rolebook.kit import Kit
from rolebook.language import Language
from rolebook.rules import findings
from rolebook.source import load

from tests.conftest import kit_of
from tests.formats.paper import pdf_text, squeezed
from tests.formats.test_xlsx import FIRST, computed
from tests.kits.scales import LENGTHS, on_a_scale

Data = dict[str, Any]


@pytest.mark.slow
@pytest.mark.parametrize(
    "levels",
    [
        length if length in (min(LENGTHS), max(LENGTHS)) else pytest.param(length, marks=pytest.mark.nightly)
        for length in LENGTHS
    ],
)
def test_a_kit_is_checked_and_built_with_all_files(
    small: Kit, small_data: Data, written: Callable[[Data], Path], tmp_path: Path, levels: int
) -> None:
    path = written(on_a_scale(small_data, levels))
    loaded = load(path)
    assert loaded.kit is not None, loaded.problems
    assert codes(loaded.kit) == codes(small)
    build(loaded.kit, path, tmp_path / "out", audience=Audience.INTERNAL)
    role = tmp_path / "out" / "site" / "en" / "roles" / "baker"
    page = lxml.html.parse(str(role / "scorecard" / "index.html"))
    boxes: dict[str, list[str]] = {}  # of each skill, and of each of several answers that show one
    for box in page.xpath('//section[contains(@class, "rb-rating")]//input[@type="radio"]'):
        boxes.setdefault(box.get("name"), []).append(box.get("value"))
    assert len(boxes) >= len(small.role("baker").skills)
    assert all(values == [*map(str, range(1, levels + 1)), "not-assessed"] for values in boxes.values()), boxes
    anchors = [text["en"] for text in on_a_scale(small_data, levels)["skills"][0]["anchors"].values()]
    for name in ("scorecard/scorecard.pdf", "interview-kit/interview-kit.pdf"):
        read = pdf_text((role / name).read_bytes())
        assert [text for text in anchors if squeezed(text) not in read] == [], name


def codes(kit: Kit) -> set[str]:
    return {rule.code for rule, _ in findings(kit)}


@pytest.mark.slow
@pytest.mark.parametrize("levels", LENGTHS)
def test_excel_takes_and_computes_the_levels_of_the_scale(small_data: Data, tmp_path: Path, levels: int) -> None:
    edition = InternalEdition(kit_of(on_a_scale(small_data, levels)), Language("en"))
    book = openpyxl.load_workbook(io.BytesIO(as_file(scorecard(edition, "baker"), edition, Format.XLSX)))
    sheet, column = book.worksheets[1], 5 + levels
    rating = sheet.cell(FIRST, column)
    assert sheet.cell(FIRST - 1, column).value == "Rating"
    [validation] = [one for one in sheet.data_validations.dataValidation if rating.coordinate in one.sqref]
    assert validation.formula1 == f'"{",".join(map(str, range(1, levels + 1)))}"'
    assert f"from 1 to {levels}," in (validation.error or "")
    for interviewer, given in zip(book.worksheets[1:], (levels, 1), strict=False):
        interviewer.cell(FIRST, column, given)
    book.save(tmp_path / "filled.xlsx")
    summary = computed(tmp_path / "filled.xlsx").worksheets[0]
    assert summary.cell(FIRST, 4).value == pytest.approx((levels + 1) / 2)
    assert summary.cell(FIRST, 5).value == levels - 1


def shown(data: Data) -> str:
    edition = InternalEdition(kit_of(data), Language("en"))
    document = scorecard(edition, "baker")
    return html.write(document, edition.language, links_from(document))


def test_a_longer_scale_is_another_state_of_what_is_rated(small_data: Data) -> None:
    """A scorecard that was rated on another scale is told apart by the anchors' fingerprints."""
    assert shown(on_a_scale(small_data, 5)) != shown(on_a_scale(small_data, 6))


WRONG: dict[str, tuple[Callable[[Data], object], str]] = {
    "a level that is needed": (
        lambda data: data["roles"][0]["skills"][0].update(level=4),
        "There is no level 4: the rating scale ends at level 3.",
    ),
    "an anchor too many": (
        lambda data: data["skills"][0]["anchors"].update({"4": {"en": "Bakes.", "ar": "يخبز."}}),
        "There is an anchor for level 4, but the rating scale ends at level 3.",
    ),
    "an anchor too few": (
        lambda data: data["kit"]["rating_scale"].append(
            {"level": 4, "name": {"en": "Four", "ar": "أربعة"}, "meaning": {"en": "More.", "ar": "أكثر."}}
        ),
        "The rating scale has 4 levels; there is no anchor for level 4.",
    ),
    "a level twice": (
        lambda data: data["kit"]["rating_scale"][2].update(level=2),
        "The scale has no level 3.",
    ),
    "two levels": (
        lambda data: data["kit"]["rating_scale"].pop(),
        "“rating_scale” needs at least 3 items; there are 2.",
    ),
    "eight levels": (
        lambda data: data["kit"].update(rating_scale=data["kit"]["rating_scale"] * 3),
        "“rating_scale” takes at most 7 items; there are 9.",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_does_not_fit_the_scale_is_said(small_data: Data, written: Callable[[Data], Path], what: str) -> None:
    data = on_a_scale(small_data, 3)
    change, message = WRONG[what]
    change(data)
    assert message in {problem.message for problem in load(written(data)).problems}
