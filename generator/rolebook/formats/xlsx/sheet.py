"""What the sheets of a scorecard's workbook have in common: where things stand, how cells look, how names are said."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from rolebook.documents.blocks import Choice, Document, RatingGrid, ScorecardForm
from rolebook.documents.edition import Edition
from rolebook.formats.letterhead import Letterhead, letterhead
from rolebook.formats.pdf import raster
from rolebook.kit.about import Paper

CANDIDATES = 4
"""Candidates side by side: as many as a debrief can hold in mind (editorial default)."""
FIRST_SKILL = 6
"""The row of the first skill, from 0, on every sheet."""
ANCHORS = 4
"""The column of the first anchor on an interviewer's sheet."""
MEANS = 3
"""The column of the first candidate's means in the summary."""
PER_CANDIDATE = 3
"""Columns of a candidate in the summary: mean, spread, what to note."""
STAGES = MEANS + PER_CANDIDATE * CANDIDATES + 1
"""The column of the first stage, in the summary, beside what is printed: which must-haves its ratings count towards."""
RECOMMENDATIONS = 5
"""How many rows under the last skill the recommendations stand in the summary."""
STAGE = (3, ANCHORS + 1)
"""Row and column, on an interviewer's sheet, of the stage that was rated in."""
NO = "–"
"""What stands in place of a “yes”."""
PAPER = {Paper.A4: 9, Paper.LETTER: 1}
_MARK, _RESOLUTION = 0.25, 300
"""How high the mark is on paper, in inches, and how many pixels an inch has there."""


@dataclass(frozen=True)
class CellFormats:
    """How cells look. What is filled in by hand is unlocked; everything else is protected."""

    title: CellFormat
    hint: CellFormat
    head: CellFormat
    text: CellFormat
    strong: CellFormat
    number: CellFormat
    total: CellFormat
    field: CellFormat
    rating: CellFormat
    warn: CellFormat

    @classmethod
    def add_to(cls, book: Workbook, edition: Edition) -> CellFormats:
        """Add them to a workbook, whose cells are read in the direction of its language."""
        cell: dict[str, Any] = {"border": 1, "border_color": "#B4C2C9", "valign": "top", "text_wrap": True}
        cell["reading_order"] = 2 if edition.language.direction == "rtl" else 1
        ground = ground_of_heads(edition)
        field = cell | {"locked": False, "bg_color": "#FFFBE6"}
        add = book.add_format
        return cls(
            title=add({"bold": True, "font_size": 14, "font_color": str(edition.colours.ink)}),
            hint=add({"font_color": "#4A5A63", "text_wrap": True, "valign": "top"}),
            head=add(cell | {"bold": True, "bg_color": ground}),
            text=add(cell),
            strong=add(cell | {"bold": True}),
            number=add(cell | {"num_format": "0.0", "align": "center"}),
            total=add(cell | {"num_format": "0.00", "align": "center", "bold": True, "bg_color": ground}),
            field=add(field),
            rating=add(field | {"align": "center", "bold": True}),
            warn=add({"bg_color": "#FDE3C3", "font_color": "#7A3B00"}),
        )


class SheetWriter:
    """Writes the sheets of a scorecard.

    Attributes:
        gettext: The interface's words, in the document's language.
        grids: The skills that are rated, a row each.
        levels: The levels of the rating scale.
        ratings: The column of the first candidate's rating on an interviewer's sheet, behind the anchors.
        counted: The column there, out of sight, of the first candidate's ratings that count towards must-haves.
        choice: The recommendations to choose from, if there are any.
        last: The row of the last skill.
        screening: What is written down without being rated: an id and a label each.
        stages: The stages of the interview: an interviewer says which one they rate in.
        skills: The ids of the skills, by row.
    """

    def __init__(self, document: Document, edition: Edition, formats: CellFormats) -> None:
        self.gettext, self.formats = edition.gettext, formats
        self.grids = tuple(block for block in document.blocks if isinstance(block, RatingGrid))
        self.levels = tuple(anchor.level for anchor in self.grids[0].anchors) if self.grids else ()
        self.ratings = ANCHORS + len(self.levels)
        self.counted = self.ratings + 2 * CANDIDATES
        self.choice = next((block for block in document.blocks if isinstance(block, Choice)), None)
        self.last = FIRST_SKILL + len(self.grids) - 1
        form = next((block for block in document.blocks if isinstance(block, ScorecardForm)), None)
        self.stages = form.stages if form else ()
        self.screening = form.screening if form else ()
        self.skills = tuple(skill.id for skill in form.skills) if form else ()
        self._title, self._paper = document.title, PAPER[edition.imprint.paper]
        self._head = letterhead(document, edition)
        self._is_rtl = edition.language.direction == "rtl"

    @property
    def stage_names(self) -> str:
        """Where the summary has the names of the stages."""
        return self.stage_row(FIRST_SKILL - 1)

    def stage_row(self, row: int) -> str:
        """The cells of the stages in a row of the summary: for each, whether its ratings of the skill count."""
        return str(xl_range_abs(row, STAGES, row, STAGES + max(len(self.stages), 1) - 1))

    @property
    def choice_names(self) -> str:
        """Where the summary has the names of the recommendations: a list of words in a validation ends at 255."""
        first = self.last + RECOMMENDATIONS + 2
        options = self.choice.options if self.choice else ()
        return str(xl_range_abs(first, STAGES, first + max(len(options), 1) - 1, STAGES))

    def begin(self, sheet: Worksheet, hint: str, width: int) -> None:
        """Give a sheet what each has: direction, title, hint, protection, and how its `width` columns are printed."""
        if self._is_rtl:
            sheet.right_to_left()
        sheet.write_string(0, 0, self._title, self.formats.title)
        sheet.merge_range(1, 0, 1, self.ratings - 1, "", self.formats.hint)
        sheet.write_string(1, 0, hint, self.formats.hint)
        sheet.set_row(1, 48)
        sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        sheet.set_landscape()
        sheet.set_paper(self._paper)
        sheet.set_margins(left=0.3, right=0.3, top=0.5, bottom=0.5)
        sheet.fit_to_pages(1, 0)
        sign(sheet, self._head)
        sheet.print_area(0, 0, self.last + max(RECOMMENDATIONS, 4 + len(self.screening)), width - 1)
        sheet.repeat_rows(FIRST_SKILL - 2, FIRST_SKILL - 1)
        sheet.freeze_panes(FIRST_SKILL, 1)

    def write_heads(self, sheet: Worksheet, heads: Sequence[str]) -> None:
        """Write the heads of a sheet's first columns."""
        for column, head in enumerate(heads):
            sheet.write_string(FIRST_SKILL - 1, column, head, self.formats.head)


def sign(sheet: Worksheet, head: Letterhead) -> None:
    """Say on each sheet of paper whose it is: the name and the number of the page at its foot, the mark at its head."""
    name = head.organisation[:100].replace("&", "&&")
    sheet.set_footer(f"&L{name}&R&P / &N")
    if head.symbol is not None:
        image = io.BytesIO(_at_resolution(raster(head.symbol, round(_MARK * _RESOLUTION))))
        sheet.set_header("&L&G", {"image_left": "mark.png", "image_data_left": image, "margin": 0.2})


def ground_of_heads(edition: Edition) -> str:
    """The ground of a table's heads: a tint of the organisation's accent, or Rolebook's grey."""
    brand = edition.imprint.brand
    return str(edition.colours.tint) if brand is not None and brand.colours is not None else "#E4ECEF"


def _at_resolution(png: bytes) -> bytes:
    """A PNG that says how large it is in print, which Excel goes by: a chunk behind the first one, of 25 bytes."""
    per_metre = round(_RESOLUTION / 0.0254)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    begin = 8 + 25
    return png[:begin] + struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png[begin:]


def candidate_cell(summary: Worksheet, number: int) -> str:
    """Where the summary has the name of a candidate, counted from 0, as a formula says it."""
    cell = xl_rowcol_to_cell(FIRST_SKILL - 2, MEANS + PER_CANDIDATE * number, row_abs=True, col_abs=True)
    return f"{quoted(summary)}!{cell}"


def needed_level(grid: RatingGrid) -> int:
    """The level that the role needs; 0 where it needs none."""
    return next((anchor.level for anchor in grid.anchors if anchor.minimum), 0)


def sheet_names(names: Sequence[str]) -> list[str]:
    """Names as Excel takes them for sheets: without the signs that it forbids, 31 characters at most, all different."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        plain = " ".join(re.sub(r"[\[\]:*?/\\]", " ", name).split())[:31].strip("' ")
        taken = not plain or plain.casefold() in {other.casefold() for other in found}
        found.append(f"{plain[:28]} {number}".strip() if taken else plain)
    return found


def quoted(sheet: Worksheet) -> str:
    """A sheet's name as a formula says it."""
    return "'" + str(sheet.get_name()).replace("'", "''") + "'"


def text_literal(text: str) -> str:
    """A text as a formula says it."""
    return '"' + text.replace('"', '""') + '"'
