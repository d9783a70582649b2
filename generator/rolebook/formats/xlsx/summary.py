"""The summary: what the interviewers' sheets come to, for each candidate."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from rolebook.formats.xlsx.sheet import (
    CANDIDATES,
    FIRST_SKILL,
    MEANS,
    NO,
    PER_CANDIDATE,
    RECOMMENDATIONS,
    STAGES,
    SheetWriter,
    needed_level,
    quoted,
    text_literal,
)

DISAGREEMENT = 2
"""Levels between the highest and the lowest rating from which on a skill is talked about first (product: scorecard)."""

_APART = " · "
"""What stands between two notes on a skill."""


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
        sheet.set_row(self.last + RECOMMENDATIONS, 15 * len(interviewers))
        for row, grid in enumerate(self.grids, start=FIRST_SKILL):
            sheet.set_row(row, 30)
            must_have = _("Must-have")
            name = f"{grid.skill.text} ({must_have})" if grid.must_have else grid.skill.text
            sheet.write_string(row, 0, name, formats.strong)
            sheet.write_number(row, 1, needed_level(grid), formats.text)
            sheet.write_number(row, 2, grid.weight, formats.text)
        for offset, label in enumerate(self._totals(), start=1):
            sheet.write_string(self.last + offset, 0, label, formats.strong)
        self._write_stages(sheet)
        for row, option in enumerate(self.choice.options if self.choice else (), start=self.last + RECOMMENDATIONS + 2):
            sheet.write_string(row, STAGES, option.name, formats.text)  # what interviewers choose from
        for number in range(CANDIDATES):
            self._write_candidate(sheet, interviewers, number)

    def _totals(self) -> Sequence[str]:
        """What the rows under the skills are called."""
        _ = self.gettext
        return (
            _("Weighted mean"),
            _("Skills rated"),
            _("Must-haves not met"),
            _("Must-haves to discuss"),
            _("Recommendations"),
        )

    def _write_stages(self, sheet: Worksheet) -> None:
        """Write, beside what is printed, which stages' ratings count towards which must-haves."""
        formats, yes = self.formats, self.gettext("yes")
        if self.stages:
            sheet.write_string(FIRST_SKILL - 2, STAGES, self.gettext("Counts towards the must-have"), formats.hint)
        for column, stage in enumerate(self.stages, start=STAGES):
            sheet.set_column(column, column, 18)
            sheet.write_string(FIRST_SKILL - 1, column, stage.name, formats.head)
            for row, skill in enumerate(self.skills, start=FIRST_SKILL):
                sheet.write_string(row, column, yes if skill in stage.counts else NO, formats.text)

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
            counted = self._counted(interviewers, row, number) if grid.must_have else ""
            self._write_result(sheet, row, mean, ratings, counted, needed_level(grid))
        self._write_totals(sheet, mean)
        self._write_must_haves(sheet, interviewers, number)
        chosen = "&".join(self._recommendation(one, rating) for one in interviewers)
        below = self.last + RECOMMENDATIONS
        sheet.merge_range(below, mean, below, mean + 2, "", formats.text)
        sheet.write_formula(below, mean, f"=MID({chosen},2,999)", formats.text, "")
        noted = xl_range_abs(FIRST_SKILL, mean + 2, self.last, mean + 2)
        sheet.conditional_format(noted, {"type": "no_blanks", "format": formats.warn})

    def _recommendation(self, interviewer: Worksheet, column: int) -> str:
        """A line with an interviewer's recommendation, after the end of the line before, as a formula puts it."""
        chosen = f"{quoted(interviewer)}!{xl_rowcol_to_cell(self.last + 2, column)}"
        return f'IF({chosen}="","",CHAR(10)&{text_literal(interviewer.get_name() + self.gettext(": "))}&{chosen})'

    def _counted(self, interviewers: Sequence[Worksheet], row: int, number: int) -> str:
        """The cells of all interviewers' ratings of a skill and candidate that count, as a formula lists them."""
        return ",".join(f"{quoted(one)}!{xl_rowcol_to_cell(row, self.counted + number)}" for one in interviewers)

    def _write_result(self, sheet: Worksheet, row: int, mean: int, ratings: str, counted: str, needed: int) -> None:
        _, formats = self.gettext, self.formats
        spread = xl_rowcol_to_cell(row, mean + 1)
        sheet.write_formula(row, mean, f'=IF(COUNT({ratings})=0,"",AVERAGE({ratings}))', formats.number, "")
        apart = f'=IF(COUNT({ratings})<2,"",MAX({ratings})-MIN({ratings}))'
        sheet.write_formula(row, mean + 1, apart, formats.number, "")
        words = (_("Wide spread"), _("To discuss"), _("Not met"))
        wide, discuss, missed = (text_literal(f"{_APART}{word}") for word in words)
        note = f'IF(ISNUMBER({spread}),IF({spread}>={DISAGREEMENT},{wide},""),"")'
        if counted:
            below = f'IF(MEDIAN({counted})<{needed},{missed},IF(MIN({counted})<{needed},{discuss},""))'
            note += f'&IF(COUNT({counted})=0,"",{below})'
        sheet.write_formula(row, mean + 2, f"=MID({note},{len(_APART) + 1},99)", formats.text, "")

    def _write_totals(self, sheet: Worksheet, mean: int) -> None:
        formats, last = self.formats, self.last
        means = xl_range_abs(FIRST_SKILL, mean, last, mean)
        weights = xl_range_abs(FIRST_SKILL, 2, last, 2)
        total = f'=IF(COUNT({means})=0,"",SUMPRODUCT({weights},{means})/SUMIF({means},">=0",{weights}))'
        sheet.write_formula(last + 1, mean, total, formats.total, "")
        sheet.write_formula(last + 2, mean, f"=COUNT({means})", formats.text, 0)

    def _write_must_haves(self, sheet: Worksheet, interviewers: Sequence[Worksheet], number: int) -> None:
        """Write how many must-haves are not met, and how many there are to discuss."""
        missed, discuss = [], []
        for row, grid in enumerate(self.grids, start=FIRST_SKILL):
            if grid.must_have:
                counted = self._counted(interviewers, row, number)
                needed = xl_rowcol_to_cell(row, 1)
                some = f"COUNT({counted})>0"
                missed.append(f"IF({some},IF(MEDIAN({counted})<{needed},1,0),0)")
                discuss.append(f"IF({some},IF(MEDIAN({counted})<{needed},0,IF(MIN({counted})<{needed},1,0)),0)")
        column = MEANS + PER_CANDIDATE * number
        for offset, formulas in ((3, missed), (4, discuss)):
            sheet.write_formula(self.last + offset, column, f"={'+'.join(formulas) or 0}", self.formats.text, 0)
