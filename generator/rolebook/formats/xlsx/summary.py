"""The summary: what the interviewers' sheets come to, for each candidate."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from rolebook.formats.xlsx.sheet import (
    CANDIDATES,
    FIRST_SKILL,
    MEANS,
    PER_CANDIDATE,
    SheetWriter,
    needed_level,
    quoted,
    text_literal,
)

DISAGREEMENT = 2
"""Levels between the highest and the lowest rating from which on a skill is talked about first (product: scorecard)."""


class SummarySheetWriter(SheetWriter):
    """Writes what is computed: each skill's mean and spread, what to talk about, totals and recommendations."""

    def write(self, sheet: Worksheet, interviewers: Sequence[Worksheet]) -> None:
        """Write the summary of the interviewers' sheets."""
        _, formats = self.gettext, self.formats
        hint = _("Write the candidates' names here; the interviewers' sheets show them. Everything else is computed.")
        self.begin(sheet, hint, MEANS + PER_CANDIDATE * CANDIDATES)
        self.write_heads(sheet, (_("Skill"), _("Level"), _("Weight")))
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 2, 10)
        sheet.fit_to_pages(1, 0)
        sheet.set_row(self.last + 4, 45)
        for row, grid in enumerate(self.grids, start=FIRST_SKILL):
            sheet.set_row(row, 30)
            must_have = _("Must-have")
            name = f"{grid.skill.text} ({must_have})" if grid.must_have else grid.skill.text
            sheet.write_string(row, 0, name, formats.strong)
            sheet.write_number(row, 1, needed_level(grid), formats.text)
            sheet.write_number(row, 2, grid.weight, formats.text)
        labels = (_("Weighted total"), _("Skills rated"), _("Must-haves below the level"), _("Recommendations"))
        for offset, label in enumerate(labels, start=1):
            sheet.write_string(self.last + offset, 0, label, formats.strong)
        for number in range(CANDIDATES):
            self._write_candidate(sheet, interviewers, number)

    def _write_candidate(self, sheet: Worksheet, interviewers: Sequence[Worksheet], number: int) -> None:
        _, formats = self.gettext, self.formats
        mean, rating = MEANS + PER_CANDIDATE * number, self.ratings + 2 * number
        sheet.merge_range(FIRST_SKILL - 2, mean, FIRST_SKILL - 2, mean + 2, "", formats.field)
        sheet.write_string(FIRST_SKILL - 2, mean, _("Candidate {number}", number=number + 1), formats.field)
        for offset, head in enumerate((_("Mean"), _("Spread"), _("To note"))):
            sheet.write_string(FIRST_SKILL - 1, mean + offset, head, formats.head)
        sheet.set_column(mean, mean + 1, 9)
        sheet.set_column(mean + 2, mean + 2, 20)
        for row, grid in enumerate(self.grids, start=FIRST_SKILL):
            ratings = ",".join(f"{quoted(rated)}!{xl_rowcol_to_cell(row, rating)}" for rated in interviewers)
            self._write_result(sheet, row, mean, ratings, needed_level(grid))
        self._write_totals(sheet, mean)
        chosen = '&" "&'.join(f"{quoted(rated)}!{xl_rowcol_to_cell(self.last + 2, rating)}" for rated in interviewers)
        sheet.merge_range(self.last + 4, mean, self.last + 4, mean + 2, "", formats.text)
        sheet.write_formula(self.last + 4, mean, f"=TRIM({chosen})", formats.text, "")
        noted = xl_range_abs(FIRST_SKILL, mean + 2, self.last, mean + 2)
        sheet.conditional_format(noted, {"type": "no_blanks", "format": formats.warn})

    def _write_result(self, sheet: Worksheet, row: int, mean: int, ratings: str, needed: int) -> None:
        _, formats = self.gettext, self.formats
        here, spread = xl_rowcol_to_cell(row, mean), xl_rowcol_to_cell(row, mean + 1)
        sheet.write_formula(row, mean, f'=IF(COUNT({ratings})=0,"",AVERAGE({ratings}))', formats.number, "")
        apart = f'=IF(COUNT({ratings})<2,"",MAX({ratings})-MIN({ratings}))'
        sheet.write_formula(row, mean + 1, apart, formats.number, "")
        to_talk, too_low = text_literal(_("Talk about it")), text_literal(_("Below the level"))
        talk = f'IF(ISNUMBER({spread}),IF({spread}>={DISAGREEMENT},{to_talk},""),"")'
        below = f'IF(ISNUMBER({here}),IF({here}<{needed},{too_low},""),"")'
        sheet.write_formula(row, mean + 2, f'=TRIM({talk}&" "&{below})', formats.text, "")

    def _write_totals(self, sheet: Worksheet, mean: int) -> None:
        formats, last = self.formats, self.last
        means = xl_range_abs(FIRST_SKILL, mean, last, mean)
        weights = xl_range_abs(FIRST_SKILL, 2, last, 2)
        total = f'=IF(COUNT({means})=0,"",SUMPRODUCT({weights},{means})/SUMIF({means},">=0",{weights}))'
        must = [row for row, grid in enumerate(self.grids, start=FIRST_SKILL) if grid.must_have]
        below = "+".join(
            f"IF(ISNUMBER({cell}),IF({cell}<{xl_rowcol_to_cell(row, 1)},1,0),0)"
            for row in must
            for cell in [xl_rowcol_to_cell(row, mean)]
        )
        sheet.write_formula(last + 1, mean, total, formats.total, "")
        sheet.write_formula(last + 2, mean, f"=COUNT({means})", formats.text, 0)
        sheet.write_formula(last + 3, mean, f"={below or 0}", formats.text, 0)
