"""Paragraphs and tables as WordprocessingML (ISO/IEC 29500-1, 17.3 and 17.4). All text is escaped here.

Elements stand in the order that the standard's schema asks for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from xml.sax.saxutils import escape

from rolebook.documents.blocks import Evidence, Inline, Inlines, Mark, Run
from rolebook.formats.docx.columns import SIZE, WIDTH, Columns, fitted
from rolebook.formats.phrases import evidence_text
from rolebook.language import Language

LISTS = 100
"""What the first numbered list's number is above; the template's own are below."""
_LABELS = 0.36
"""The share of a form's width that its labels take."""
_BELOW_TABLE = 480
"""The room below a table, in twentieths of a point: that of an empty line with the room below it."""
_BREAK = re.compile(r"([\t\n\r])")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>"}
_STRONG, _EMPHASIS, _RAISED = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", '<w:vertAlign w:val="superscript"/>'


class Markup:
    """Writes paragraphs and tables in a language, in its direction.

    Attributes:
        numbered_lists: How many numbered lists have begun; each has a number of its own (package.py).
    """

    def __init__(self, language: Language) -> None:
        self.numbered_lists = 0
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
        size: int = SIZE,
        numbered_list: int = 0,
    ) -> str:
        """A paragraph.

        Args:
            inlines: What it says.
            style: The id of its style; an empty string for the usual one.
            on_new_page: Whether a page begins with it.
            indent: How far it stands in, in twentieths of a point.
            is_number: Whether it stands at the right, where the units of numbers stand under each other. In a
                right-to-left paragraph it does so anyway.
            size: The size of its letters, in half points, where that is not its style's.
            numbered_list: Which of the document's numbered lists it is an item of, from 1 on, if any.
        """
        properties = "".join(
            (
                f'<w:pStyle w:val="{style}"/>' if style else "",
                "<w:pageBreakBefore/>" if on_new_page else "",
                numbered(numbered_list) if numbered_list else "",
                "<w:bidi/>" if self._is_rtl else "",
                f'<w:ind w:left="{indent}"/>' if indent else "",
                '<w:jc w:val="right"/>' if is_number and not self._is_rtl else "",
            )
        )
        is_alone = len(inlines) == 1
        sized = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size != SIZE else ""
        runs = "".join(self._inline(inline, sized, is_alone=is_alone) for inline in inlines)
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
        fit = fitted(
            [[head, *(_read(row[number], self._language) for row in rows)] for number, head in enumerate(columns)], room
        )
        lines = [self._row([(Run(column, strong=True),) for column in columns], fit, "w:tblHeader", numbers)]
        for number, row in enumerate(rows):
            if number in groups:
                lines.append(self._row([(Run(groups[number], strong=True),)], fit, "w:cantSplit"))
            lines.append(self._row(row, fit, "w:cantSplit", numbers))
        return self._table(lines, fit)

    def form(self, rows: Sequence[tuple[Inlines, Inlines]]) -> str:
        """A table without a head, of what is asked for and what stands there or is to be written there."""
        labels = int(WIDTH * _LABELS)
        fit = Columns((labels, WIDTH - labels), SIZE)
        return self._table([self._row(row, fit, "w:cantSplit") for row in rows], fit)

    def _table(self, lines: Sequence[str], columns: Columns) -> str:
        direction = "<w:bidiVisual/>" if self._is_rtl else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns.widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{direction}<w:tblW w:type="auto" w:w="0"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0"'
            f' w:noHBand="0" w:noVBand="1" w:val="04A0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{''.join(lines)}</w:tbl>{self._after_table()}"
        )

    def _after_table(self) -> str:
        """The paragraph that has to follow a table: so low that it takes no page of its own, and room below."""
        direction = "<w:bidi/>" if self._is_rtl else ""
        return (
            f'<w:p><w:pPr>{direction}<w:spacing w:line="20" w:lineRule="exact" w:after="{_BELOW_TABLE}"/></w:pPr></w:p>'
        )

    def _row(self, cells: Sequence[Inlines], columns: Columns, kind: str, numbers: Collection[int] = ()) -> str:
        """A row of a table; one cell alone goes through all of its columns."""
        widths, size = columns.widths, columns.size
        if len(cells) < len(widths):
            span = f'<w:gridSpan w:val="{len(widths)}"/>'
            written = self._cell(cells[0], sum(widths), size, span)
        else:
            written = "".join(
                self._cell(cell, width, size, is_number=column in numbers)
                for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
            )
        return f"<w:tr><w:trPr><{kind}/></w:trPr>{written}</w:tr>"

    def _cell(self, inlines: Inlines, width: int, size: int, span: str = "", *, is_number: bool = False) -> str:
        content = self.paragraph(inlines, is_number=is_number, size=size)
        return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{span}</w:tcPr>{content}</w:tc>'

    def _inline(self, inline: Inline, sized: str, *, is_alone: bool) -> str:
        match inline:
            case Run():
                return self._run(inline.text, (_STRONG if inline.strong else "") + sized)
            case Mark():
                return self._run(inline.text if is_alone else f" ({inline.text})", _EMPHASIS + sized)
            case Evidence():
                return self._run(f" [{evidence_text(inline, self._language)}]", sized + _RAISED)

    def _run(self, text: str, properties: str) -> str:
        direction = "<w:rtl/>" if self._is_rtl else ""
        return f"<w:r>{_within('w:rPr', properties + direction)}{_text(text)}</w:r>"


def numbered(numbered_list: int) -> str:
    """What says that a paragraph is an item of a numbered list, so that each begins with 1."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{LISTS + numbered_list}"/></w:numPr>'


def _within(element: str, content: str) -> str:
    """Content in an element, which is left out where there is none."""
    return f"<{element}>{content}</{element}>" if content else ""


def _text(text: str) -> str:
    """A text, with tabs and the ends of lines as elements of their own."""
    return "".join(_BREAKS.get(part) or _piece(part) for part in _BREAK.split(text) if part)


def _piece(text: str) -> str:
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


def _read(inlines: Inlines, language: Language) -> str:
    """What a cell says, as it is broken into lines."""
    return " ".join(
        evidence_text(inline, language) if isinstance(inline, Evidence) else inline.text for inline in inlines
    )
