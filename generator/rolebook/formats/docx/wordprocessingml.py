"""Paragraphs and tables as WordprocessingML (ISO/IEC 29500-1, 17.3 and 17.4). All text is escaped here.

Elements stand in the order that the standard's schema asks for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from xml.sax.saxutils import escape

from docx.shared import Emu, Inches

from rolebook.documents.blocks import Evidence, Inline, Inlines, Mark, Run
from rolebook.formats.phrases import evidence_text
from rolebook.language import Language

_WIDTH = Inches(5.7)
"""How wide tables are: what is left between the template's margins on A4, the narrower paper."""
_NARROWEST, _WIDEST = 14, 45
"""Characters that a column is as wide as, at least and at most, beside others."""
_NARROWEST_BESIDE_ROOM = 22
"""The same at least beside columns to fill in."""
_LABELS = 0.36
"""The share of a form's width that its labels take."""
_BREAK = re.compile(r"([\t\n\r])")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>"}
_STRONG, _EMPHASIS, _RAISED = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", '<w:vertAlign w:val="superscript"/>'


class Markup:
    """Writes paragraphs and tables in a language, in its direction."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._is_rtl = language.direction == "rtl"

    def paragraph(
        self,
        inlines: Inlines,
        style: str = "",
        *,
        on_new_page: bool = False,
        indent: int = 0,
        is_number: bool = False,
    ) -> str:
        """A paragraph.

        Args:
            inlines: What it says.
            style: The id of its style; an empty string for the usual one.
            on_new_page: Whether a page begins with it.
            indent: How far it stands in, in twentieths of a point.
            is_number: Whether it stands at the right, where the units of numbers stand under each other. In a
                right-to-left paragraph it does so anyway.
        """
        properties = "".join(
            (
                f'<w:pStyle w:val="{style}"/>' if style else "",
                "<w:pageBreakBefore/>" if on_new_page else "",
                "<w:bidi/>" if self._is_rtl else "",
                f'<w:ind w:left="{indent}"/>' if indent else "",
                '<w:jc w:val="right"/>' if is_number and not self._is_rtl else "",
            )
        )
        is_alone = len(inlines) == 1
        runs = "".join(self._inline(inline, is_alone=is_alone) for inline in inlines)
        content = _within("w:pPr", properties) + runs
        return _within("w:p", content) or "<w:p/>"

    def table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Inlines]],
        groups: Mapping[int, str],
        numbers: Collection[int] = (),
        room: Mapping[int, int] = MappingProxyType({}),
    ) -> str:
        """A table with a head that each page repeats, and an empty paragraph after it.

        Args:
            columns: The heads of its columns.
            rows: The cells of each row.
            groups: The names of groups, by the row that each begins before.
            numbers: The columns whose cells are numbers.
            room: The columns that are filled in, with the characters that each has room for.
        """
        longest = (max((len(_plain(row[number])) for row in rows), default=1) for number in range(len(columns)))
        widths = _widths(list(longest), room)
        lines = [self._row([(Run(column, strong=True),) for column in columns], widths, "w:tblHeader", numbers)]
        for number, row in enumerate(rows):
            if number in groups:
                lines.append(self._row([(Run(groups[number], strong=True),)], widths, "w:cantSplit"))
            lines.append(self._row(row, widths, "w:cantSplit", numbers))
        return self._table(lines, widths)

    def form(self, rows: Sequence[tuple[Inlines, Inlines]]) -> str:
        """A table without a head, of what is asked for and what stands there or is to be written there."""
        width = Emu(int(_WIDTH)).twips
        widths = [int(width * _LABELS), width - int(width * _LABELS)]
        return self._table([self._row(row, widths, "w:cantSplit") for row in rows], widths)

    def _table(self, lines: Sequence[str], widths: Sequence[int]) -> str:
        direction = "<w:bidiVisual/>" if self._is_rtl else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{direction}<w:tblW w:type="auto" w:w="0"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0"'
            f' w:noHBand="0" w:noVBand="1" w:val="04A0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{''.join(lines)}</w:tbl>{self.paragraph(())}"
        )

    def _row(self, cells: Sequence[Inlines], widths: Sequence[int], kind: str, numbers: Collection[int] = ()) -> str:
        """A row of a table; one cell alone goes through all of its columns."""
        if len(cells) < len(widths):
            span = f'<w:gridSpan w:val="{len(widths)}"/>'
            written = self._cell(cells[0], sum(widths), span)
        else:
            written = "".join(
                self._cell(cell, width, is_number=column in numbers)
                for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
            )
        return f"<w:tr><w:trPr><{kind}/></w:trPr>{written}</w:tr>"

    def _cell(self, inlines: Inlines, width: int, span: str = "", *, is_number: bool = False) -> str:
        content = self.paragraph(inlines, is_number=is_number)
        return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{span}</w:tcPr>{content}</w:tc>'

    def _inline(self, inline: Inline, *, is_alone: bool) -> str:
        match inline:
            case Run():
                return self._run(inline.text, _STRONG if inline.strong else "")
            case Mark():
                return self._run(inline.text if is_alone else f" ({inline.text})", _EMPHASIS)
            case Evidence():
                return self._run(f" [{evidence_text(inline, self._language)}]", _RAISED)

    def _run(self, text: str, properties: str) -> str:
        direction = "<w:rtl/>" if self._is_rtl else ""
        return f"<w:r>{_within('w:rPr', properties + direction)}{_text(text)}</w:r>"


def _within(element: str, content: str) -> str:
    """Content in an element, which is left out where there is none."""
    return f"<{element}>{content}</{element}>" if content else ""


def _text(text: str) -> str:
    """A text, with tabs and the ends of lines as elements of their own."""
    return "".join(_BREAKS.get(part) or _piece(part) for part in _BREAK.split(text) if part)


def _piece(text: str) -> str:
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


def _plain(inlines: Inlines) -> str:
    return "".join(inline.text for inline in inlines if not isinstance(inline, Evidence))


def _widths(lengths: Sequence[int], room: Mapping[int, int]) -> list[int]:
    """How wide a table's columns are, in twentieths of a point: by the longest text of each, or its room."""
    narrowest, widest = (
        (_NARROWEST, _WIDEST) if not room else (_NARROWEST_BESIDE_ROOM, _WIDEST * 2 // len(lengths) + 16)
    )
    shares = [
        room[column] if column in room else min(max(length, narrowest), widest) for column, length in enumerate(lengths)
    ]
    return [Emu(int(_WIDTH * share / sum(shares))).twips for share in shares]
