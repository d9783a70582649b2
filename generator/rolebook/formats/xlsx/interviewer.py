"""The sheets to rate on: one for each interviewer."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from rolebook.documents.blocks import RatingGrid
from rolebook.formats.xlsx.sheet import (
    ANCHORS,
    CANDIDATES,
    FIRST_SKILL,
    NO,
    STAGE,
    SheetWriter,
    candidate_cell,
    needed_level,
    quoted,
)

_ANCHORS_WIDTH = 110
"""Characters in a line of all anchors' columns together: with four candidates beside them, a sheet is printed one page
wide in letters of six points."""


class InterviewerSheetWriter(SheetWriter):
    """Writes what one interviewer fills in: a rating and evidence for each skill and candidate, with the anchors."""

    def write(self, sheet: Worksheet, summary: Worksheet) -> None:
        """Write an interviewer's sheet, which has the candidates' names from the summary."""
        _, formats = self.gettext, self.formats
        hint = _("Rate alone, from your notes. Leave a cell empty when a skill was not assessed: it is not a zero.")
        self.begin(sheet, hint, self.ratings + 2 * CANDIDATES)
        sheet.write_string(3, 0, _("Interviewer"), formats.strong)
        sheet.merge_range(3, 1, 3, 3, "", formats.field)
        self._write_stage(sheet, summary)
        levels = [f"{anchor.level} {anchor.name}" for anchor in self.grids[0].anchors] if self.grids else []
        self.write_heads(sheet, (_("Skill"), _("Must-have"), _("Level"), _("Weight"), *levels))
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, 3, 11)
        sheet.set_row(self.last + 2, 45)
        width = _ANCHORS_WIDTH // max(1, len(self.levels))
        sheet.set_column(ANCHORS, self.ratings - 1, width)
        for row, grid in enumerate(self.grids, start=FIRST_SKILL):
            self._write_skill(sheet, row, grid)
            lines = max((len(anchor.text) // (width - 3) + 1 for anchor in grid.anchors), default=1)
            sheet.set_row(row, max(45, 14.5 * lines))
            for anchor in grid.anchors:
                sheet.write_string(row, ANCHORS + anchor.level - 1, anchor.text, formats.text)
        for number in range(CANDIDATES):
            self._write_ratings(sheet, summary, number)
            self._write_counted(sheet, summary, number)
        sheet.write_string(self.last + 2, 0, _("Overall recommendation"), formats.strong)
        for row, (_item, label) in enumerate(self.screening, start=self.last + 4):
            sheet.merge_range(row, 0, row, self.ratings - 1, "", formats.text)
            sheet.write_string(row, 0, label, formats.text)
            for number in range(CANDIDATES):
                column = self.ratings + 2 * number
                sheet.merge_range(row, column, row, column + 1, "", formats.field)

    def _write_stage(self, sheet: Worksheet, summary: Worksheet) -> None:
        """Write where the interviewer says which stage they rate in; without one, every rating counts."""
        row, column = STAGE
        sheet.write_string(row, column - 1, self.gettext("Stage"), self.formats.strong)
        sheet.write_blank(row, column, None, self.formats.field)
        if self.stages:
            source = f"={quoted(summary)}!{self.stage_names}"
            sheet.data_validation(row, column, row, column, {"validate": "list", "source": source})

    def _write_counted(self, sheet: Worksheet, summary: Worksheet, number: int) -> None:
        """Write, out of sight, the ratings of a candidate that count towards a must-have."""
        column, rating = self.counted + number, self.ratings + 2 * number
        sheet.set_column(column, column, None, None, {"hidden": True})
        stage, there = xl_rowcol_to_cell(*STAGE, row_abs=True, col_abs=True), quoted(summary)
        for row, grid in enumerate(self.grids, start=FIRST_SKILL):
            if not grid.must_have:
                continue
            given = xl_rowcol_to_cell(row, rating)
            place = f"MATCH({stage},{there}!{self.stage_names},0)"
            counts = f'INDEX({there}!{self.stage_row(row)},1,{place})<>"{NO}"'
            formula = f'=IF(ISNUMBER({given}),IF({stage}="",{given},IF({counts},{given},"")),"")'
            sheet.write_formula(row, column, formula, None, "")

    def _write_skill(self, sheet: Worksheet, row: int, grid: RatingGrid) -> None:
        formats = self.formats
        sheet.write_string(row, 0, grid.skill.text, formats.strong)
        sheet.write_string(row, 1, self.gettext("yes") if grid.must_have else "–", formats.text)
        sheet.write_number(row, 2, needed_level(grid), formats.text)
        sheet.write_number(row, 3, grid.weight, formats.text)

    def _write_ratings(self, sheet: Worksheet, summary: Worksheet, number: int) -> None:
        _, formats = self.gettext, self.formats
        column, name = self.ratings + 2 * number, candidate_cell(summary, number)
        sheet.merge_range(FIRST_SKILL - 2, column, FIRST_SKILL - 2, column + 1, "", formats.head)
        sheet.write_formula(FIRST_SKILL - 2, column, f"={name}", formats.head, "")
        sheet.write_string(FIRST_SKILL - 1, column, _("Rating"), formats.head)
        sheet.write_string(FIRST_SKILL - 1, column + 1, _("Evidence"), formats.head)
        sheet.set_column(column, column, 8)
        sheet.set_column(column + 1, column + 1, 20)
        for row in range(FIRST_SKILL, self.last + 1):
            sheet.write_blank(row, column, None, formats.rating)
            sheet.write_blank(row, column + 1, None, formats.field)
        allowed = _("A rating is a whole number from 1 to {highest}, or left empty.", highest=len(self.levels))
        sheet.data_validation(
            FIRST_SKILL,
            column,
            self.last,
            column,
            {
                "validate": "list",
                "source": list(self.levels),
                "error_title": _("Rating")[:32],
                "error_message": allowed[:255],
            },
        )
        sheet.write_blank(self.last + 2, column, None, formats.rating)
        sheet.write_blank(self.last + 2, column + 1, None, formats.field)
        if self.choice is not None:
            source = f"={quoted(summary)}!{self.choice_names}"
            sheet.data_validation(self.last + 2, column, self.last + 2, column, {"validate": "list", "source": source})
