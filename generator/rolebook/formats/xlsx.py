"""A scorecard as an Excel file, for a panel: a sheet to rate on for each interviewer, and a summary that computes.

Every text goes in as text and never as a formula; the formulas are ours alone. A skill that somebody did not rate is
left out of every mean, and one that nobody rated out of the total: an empty cell is “not assessed”, not a zero.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from rolebook.documents.blocks import Block, Choice, Document, RatingGrid
from rolebook.documents.edition import Edition
from rolebook.kit.about import Paper
from rolebook.kit.skills import LEVELS

INTERVIEWERS = 4
"""Sheets to rate on: the largest panel of the usual hiring process (editorial default)."""
CANDIDATES = 4
"""Candidates side by side: as many as a debrief can hold in mind (editorial default)."""
DISAGREEMENT = 2
"""Levels between the highest and the lowest rating from which on a skill is talked about first (product: scorecard)."""
_PAPER = {Paper.A4: 9, Paper.LETTER: 1}
_ANCHOR_WIDTH = 26
"""Characters in a line of an anchor's column; five of them and the skill fill a page on its side."""
_FIRST_SKILL = 6
"""The row of the first skill, from 0, on every sheet."""
_ANCHORS, _RATINGS = 4, 4 + LEVELS
"""The column of the first anchor, and of the first candidate's rating, on an interviewer's sheet."""
_PER_CANDIDATE = 3
"""Columns of a candidate in the summary: mean, spread, what to note."""
_MEANS = 3


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
        _Panel(book, document, edition).write()
    return buffer.getvalue()


@dataclass(frozen=True)
class _Looks:
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
    def of(cls, book: Workbook, *, rtl: bool) -> _Looks:
        cell: dict[str, Any] = {"border": 1, "border_color": "#B4C2C9", "valign": "top", "text_wrap": True}
        cell["reading_order"] = 2 if rtl else 1
        field = cell | {"locked": False, "bg_color": "#FFFBE6"}
        add = book.add_format
        return cls(
            title=add({"bold": True, "font_size": 14, "font_color": "#12303D"}),
            hint=add({"font_color": "#4A5A63", "text_wrap": True, "valign": "top"}),
            head=add(cell | {"bold": True, "bg_color": "#E4ECEF"}),
            text=add(cell),
            strong=add(cell | {"bold": True}),
            number=add(cell | {"num_format": "0.0", "align": "center"}),
            total=add(cell | {"num_format": "0.00", "align": "center", "bold": True, "bg_color": "#E4ECEF"}),
            field=add(field),
            rating=add(field | {"align": "center", "bold": True}),
            warn=add({"bg_color": "#FDE3C3", "font_color": "#7A3B00"}),
        )


class _Panel:
    """The workbook of a panel: a summary, and a sheet for each interviewer."""

    def __init__(self, book: Workbook, document: Document, edition: Edition) -> None:
        self._book, self._document, self._gettext = book, document, edition.gettext
        self._paper = _PAPER[edition.imprint.paper]
        self._rtl = edition.language.direction == "rtl"
        self._looks = _Looks.of(book, rtl=self._rtl)
        self._grids = tuple(block for block in document.blocks if isinstance(block, RatingGrid))
        self._choice = _choice(document.blocks)
        self._last = _FIRST_SKILL + len(self._grids) - 1
        names = [self._gettext("Interviewer {number}", number=number) for number in range(1, INTERVIEWERS + 1)]
        sheets = [book.add_worksheet(name) for name in _sheet_names([self._gettext("Summary"), *names])]
        self._summary, self._sheets = sheets[0], sheets[1:]

    def write(self) -> None:
        """Write every sheet."""
        self._write_summary()
        for sheet in self._sheets:
            self._write_interviewer(sheet)
        self._summary.activate()

    def _begin(self, sheet: Worksheet, hint: str, width: int) -> None:
        """What every sheet has: its direction, title, hint, protection, and how it is printed."""
        if self._rtl:
            sheet.right_to_left()
        sheet.write_string(0, 0, self._document.title, self._looks.title)
        sheet.merge_range(1, 0, 1, _RATINGS - 1, "", self._looks.hint)
        sheet.write_string(1, 0, hint, self._looks.hint)
        sheet.set_row(1, 48)
        sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        sheet.set_landscape()
        sheet.set_paper(self._paper)
        sheet.print_area(0, 0, self._last + 5, width - 1)
        sheet.repeat_rows(_FIRST_SKILL - 2, _FIRST_SKILL - 1)
        sheet.freeze_panes(_FIRST_SKILL, 1)

    def _columns(self, sheet: Worksheet, heads: Sequence[str]) -> None:
        for column, head in enumerate(heads):
            sheet.write_string(_FIRST_SKILL - 1, column, head, self._looks.head)

    # An interviewer's sheet

    def _write_interviewer(self, sheet: Worksheet) -> None:
        _, looks = self._gettext, self._looks
        hint = _("Rate alone, from your notes. Leave a cell empty when a skill was not assessed: it is not a zero.")
        self._begin(sheet, hint, _RATINGS + 2 * CANDIDATES)
        sheet.write_string(3, 0, _("Interviewer"), looks.strong)
        sheet.merge_range(3, 1, 3, 3, "", looks.field)
        levels = [f"{anchor.level} {anchor.name}" for anchor in self._grids[0].anchors] if self._grids else []
        self._columns(sheet, (_("Skill"), _("Must-have"), _("Level"), _("Weight"), *levels))
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 3, 13)
        sheet.set_row(self._last + 2, 45)
        sheet.set_column(_ANCHORS, _RATINGS - 1, _ANCHOR_WIDTH)
        sheet.set_print_scale(58)
        sheet.set_v_pagebreaks([_RATINGS])
        sheet.repeat_columns(0)
        for row, grid in enumerate(self._grids, start=_FIRST_SKILL):
            self._write_skill(sheet, row, grid)
            lines = max((len(anchor.text) // (_ANCHOR_WIDTH - 3) + 1 for anchor in grid.anchors), default=1)
            sheet.set_row(row, max(45, 14.5 * lines))
            for anchor in grid.anchors:
                sheet.write_string(row, _ANCHORS + anchor.level - 1, anchor.text, looks.text)
        for number in range(CANDIDATES):
            self._write_ratings(sheet, _RATINGS + 2 * number, self._name_cell(number))
        sheet.write_string(self._last + 2, 0, _("Overall recommendation"), looks.strong)

    def _write_skill(self, sheet: Worksheet, row: int, grid: RatingGrid) -> None:
        looks = self._looks
        sheet.write_string(row, 0, grid.skill.text, looks.strong)
        sheet.write_string(row, 1, self._gettext("yes") if grid.must_have else "–", looks.text)
        sheet.write_number(row, 2, _needed(grid), looks.text)
        sheet.write_number(row, 3, grid.weight, looks.text)

    def _write_ratings(self, sheet: Worksheet, column: int, name: str) -> None:
        _, looks = self._gettext, self._looks
        sheet.merge_range(_FIRST_SKILL - 2, column, _FIRST_SKILL - 2, column + 1, "", looks.head)
        sheet.write_formula(_FIRST_SKILL - 2, column, f"={name}", looks.head, "")
        sheet.write_string(_FIRST_SKILL - 1, column, _("Rating"), looks.head)
        sheet.write_string(_FIRST_SKILL - 1, column + 1, _("Evidence"), looks.head)
        sheet.set_column(column, column, 9)
        sheet.set_column(column + 1, column + 1, 32)
        for row in range(_FIRST_SKILL, self._last + 1):
            sheet.write_blank(row, column, None, looks.rating)
            sheet.write_blank(row, column + 1, None, looks.field)
        sheet.data_validation(
            _FIRST_SKILL,
            column,
            self._last,
            column,
            {
                "validate": "list",
                "source": list(range(1, LEVELS + 1)),
                "error_title": _("Rating")[:32],
                "error_message": _("A rating is a whole number from 1 to 5, or nothing.")[:255],
            },
        )
        sheet.write_blank(self._last + 2, column, None, looks.rating)
        sheet.write_blank(self._last + 2, column + 1, None, looks.field)
        if self._choice is not None:
            names = [option.name for option in self._choice.options]
            sheet.data_validation(self._last + 2, column, self._last + 2, column, {"validate": "list", "source": names})

    # The summary

    def _name_cell(self, number: int) -> str:
        """Where the summary has the name of a candidate, as a formula says it."""
        cell = xl_rowcol_to_cell(_FIRST_SKILL - 2, _MEANS + _PER_CANDIDATE * number, row_abs=True, col_abs=True)
        return f"{_quoted(self._summary)}!{cell}"

    def _write_summary(self) -> None:
        _, looks, sheet = self._gettext, self._looks, self._summary
        hint = _("Write the candidates' names here; the interviewers' sheets show them. Everything else is computed.")
        self._begin(sheet, hint, _MEANS + _PER_CANDIDATE * CANDIDATES)
        self._columns(sheet, (_("Skill"), _("Level"), _("Weight")))
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 2, 10)
        sheet.fit_to_pages(1, 0)
        sheet.set_row(self._last + 4, 45)
        for row, grid in enumerate(self._grids, start=_FIRST_SKILL):
            sheet.set_row(row, 30)
            must_have = _("Must-have")
            name = f"{grid.skill.text} ({must_have})" if grid.must_have else grid.skill.text
            sheet.write_string(row, 0, name, looks.strong)
            sheet.write_number(row, 1, _needed(grid), looks.text)
            sheet.write_number(row, 2, grid.weight, looks.text)
        labels = (_("Weighted total"), _("Skills rated"), _("Must-haves below the level"), _("Recommendations"))
        for offset, label in enumerate(labels, start=1):
            sheet.write_string(self._last + offset, 0, label, looks.strong)
        for number in range(CANDIDATES):
            self._write_candidate(number)

    def _write_candidate(self, number: int) -> None:
        _, looks, sheet = self._gettext, self._looks, self._summary
        mean, rating = _MEANS + _PER_CANDIDATE * number, _RATINGS + 2 * number
        sheet.merge_range(_FIRST_SKILL - 2, mean, _FIRST_SKILL - 2, mean + 2, "", looks.field)
        sheet.write_string(_FIRST_SKILL - 2, mean, _("Candidate {number}", number=number + 1), looks.field)
        for offset, head in enumerate((_("Mean"), _("Spread"), _("To note"))):
            sheet.write_string(_FIRST_SKILL - 1, mean + offset, head, looks.head)
        sheet.set_column(mean, mean + 1, 9)
        sheet.set_column(mean + 2, mean + 2, 20)
        for row, grid in enumerate(self._grids, start=_FIRST_SKILL):
            self._write_result(row, mean, rating, grid)
        self._write_totals(mean, rating)
        noted = xl_range_abs(_FIRST_SKILL, mean + 2, self._last, mean + 2)
        sheet.conditional_format(noted, {"type": "no_blanks", "format": looks.warn})

    def _write_result(self, row: int, mean: int, rating: int, grid: RatingGrid) -> None:
        _, looks, sheet = self._gettext, self._looks, self._summary
        ratings = ",".join(f"{_quoted(one)}!{xl_rowcol_to_cell(row, rating)}" for one in self._sheets)
        here, spread = xl_rowcol_to_cell(row, mean), xl_rowcol_to_cell(row, mean + 1)
        sheet.write_formula(row, mean, f'=IF(COUNT({ratings})=0,"",AVERAGE({ratings}))', looks.number, "")
        apart = f'=IF(COUNT({ratings})<2,"",MAX({ratings})-MIN({ratings}))'
        sheet.write_formula(row, mean + 1, apart, looks.number, "")
        to_talk, too_low = _text(_("Talk about it")), _text(_("Below the level"))
        talk = f'IF(ISNUMBER({spread}),IF({spread}>={DISAGREEMENT},{to_talk},""),"")'
        below = f'IF(ISNUMBER({here}),IF({here}<{_needed(grid)},{too_low},""),"")'
        sheet.write_formula(row, mean + 2, f'=TRIM({talk}&" "&{below})', looks.text, "")

    def _write_totals(self, mean: int, rating: int) -> None:
        looks, sheet, last = self._looks, self._summary, self._last
        means = xl_range_abs(_FIRST_SKILL, mean, last, mean)
        weights = xl_range_abs(_FIRST_SKILL, 2, last, 2)
        total = f'=IF(COUNT({means})=0,"",SUMPRODUCT({weights},{means})/SUMIF({means},">=0",{weights}))'
        must = [row for row, grid in enumerate(self._grids, start=_FIRST_SKILL) if grid.must_have]
        below = "+".join(
            f"IF(ISNUMBER({cell}),IF({cell}<{xl_rowcol_to_cell(row, 1)},1,0),0)"
            for row in must
            for cell in [xl_rowcol_to_cell(row, mean)]
        )
        chosen = '&" "&'.join(f"{_quoted(one)}!{xl_rowcol_to_cell(last + 2, rating)}" for one in self._sheets)
        sheet.write_formula(last + 1, mean, total, looks.total, "")
        sheet.write_formula(last + 2, mean, f"=COUNT({means})", looks.text, 0)
        sheet.write_formula(last + 3, mean, f"={below or 0}", looks.text, 0)
        sheet.merge_range(last + 4, mean, last + 4, mean + 2, "", looks.text)
        sheet.write_formula(last + 4, mean, f"=TRIM({chosen})", looks.text, "")


def _choice(blocks: Sequence[Block]) -> Choice | None:
    return next((block for block in blocks if isinstance(block, Choice)), None)


def _needed(grid: RatingGrid) -> int:
    """The level that the role needs; 0 where it needs none."""
    return next((anchor.level for anchor in grid.anchors if anchor.minimum), 0)


def _sheet_names(names: Sequence[str]) -> list[str]:
    """Names as Excel takes them for sheets: without the signs that it forbids, 31 characters at most, all different."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        plain = " ".join(re.sub(r"[\[\]:*?/\\]", " ", name).split())[:31].strip("' ")
        taken = not plain or plain.casefold() in {one.casefold() for one in found}
        found.append(f"{plain[:28]} {number}".strip() if taken else plain)
    return found


def _quoted(sheet: Worksheet) -> str:
    """A sheet's name as a formula says it."""
    return "'" + str(sheet.get_name()).replace("'", "''") + "'"


def _text(text: str) -> str:
    """A text as a formula says it."""
    return '"' + text.replace('"', '""') + '"'
