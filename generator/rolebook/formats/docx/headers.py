"""The head of each page of a Word file: whose it is; and the organisation's colours in Word's styles."""

from __future__ import annotations

import io
from typing import Final, cast
from unicodedata import bidirectional

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section, _Header
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from rolebook.formats.letterhead import Letterhead
from rolebook.formats.pdf import raster
from rolebook.pictures import Picture

_PIXELS: Final = 24
"""Pixels a millimetre: 600 an inch."""
_SIZE: Final = 9
"""The size of letters, in points."""
_MUTED: Final = RGBColor(0x4A, 0x5A, 0x63)
_IN_INK: Final = ("Title", *(f"Heading {level}" for level in range(1, 6)))
_IN_ACCENT: Final = ("Subtitle", "Intense Quote")


def write(section: Section, head: Letterhead, *, is_rtl: bool) -> None:
    """Write the heads of a section's pages; that of a letter's first page has the logo and the address."""
    _write(section.header, head.symbol, 5, (head.organisation,), is_rtl=is_rtl, name=head.organisation)
    if head.is_letter:
        section.different_first_page_header_footer = True
        lines = head.lines or (head.organisation,)
        _write(section.first_page_header, head.logo, 9, lines, is_rtl=is_rtl, name=head.organisation)


def colour(word: WordDocument, ink: str, accent: str) -> None:
    """Give the styles of headings the organisation's colours."""
    for names, value in ((_IN_INK, ink), (_IN_ACCENT, accent)):
        for name in names:
            style = cast(ParagraphStyle, word.styles[name])
            style.font.color.rgb = RGBColor.from_string(value.removeprefix("#").upper())
    for border in word.styles["Title"].element.xpath("w:pPr/w:pBdr/w:bottom"):
        border.set(qn("w:color"), accent.removeprefix("#").upper())


def _write(
    header: _Header, picture: Picture | None, height: int, lines: tuple[str, ...], *, is_rtl: bool, name: str
) -> None:
    paragraph = header.paragraphs[0]
    if picture is not None:
        _add_picture(paragraph, picture, height, name)
        if len(lines) == 1:
            paragraph.add_run("  ")
        else:
            _direct(paragraph, is_rtl=is_rtl)
            paragraph = header.add_paragraph()
    for number, line in enumerate(lines):
        run = paragraph.add_run(line)
        run.font.size, run.font.color.rgb = Pt(_SIZE), _MUTED
        if is_rtl and any(bidirectional(character) in ("R", "AL") for character in line):  # an address stays as it is
            size = OxmlElement("w:szCs")  # Word asks for the size of such letters apart
            size.set(qn("w:val"), str(2 * _SIZE))
            run._element.get_or_add_rPr().extend([size, OxmlElement("w:rtl")])
        if number < len(lines) - 1:
            run.add_break()
    _direct(paragraph, is_rtl=is_rtl)


def _add_picture(paragraph: Paragraph, picture: Picture, height: int, name: str) -> None:
    shape = paragraph.add_run().add_picture(io.BytesIO(raster(picture, height * _PIXELS)), height=Mm(height))
    shape._inline.docPr.set("descr", name)


def _direct(paragraph: Paragraph, *, is_rtl: bool) -> None:
    """Let a paragraph run in its language's direction."""
    if is_rtl:
        paragraph._element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # in Word, where a paragraph begins, in either direction
