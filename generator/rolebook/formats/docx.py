"""Documents as Word files, to edit: real styles, so that a person can restyle them; right to left where it is due.

The module is long because it is a list: a method for each block.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from functools import singledispatchmethod
from typing import cast

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Inches, Mm
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from rolebook.documents.blocks import (
    Action,
    Anchor,
    Block,
    Callout,
    Cards,
    Choice,
    Definitions,
    Document,
    Evidence,
    Fields,
    Heading,
    Inlines,
    Listing,
    Mark,
    NoteSpace,
    OnPage,
    OrgChart,
    OrgNode,
    Paragraph,
    QuestionCard,
    RatingGrid,
    Rubric,
    Run,
    Siblings,
    Table,
    TimePlan,
    Verbatim,
)
from rolebook.documents.edition import Edition
from rolebook.kit.about import Paper
from rolebook.language import Language

_PAPER = {Paper.A4: (Mm(210), Mm(297)), Paper.LETTER: (Inches(8.5), Inches(11))}
_WIDTH = Inches(5.7)
"""What tables take of it: what is left between the template's margins on A4, the narrower one."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: each part carries it, so that the same kit gives the same bytes."""

_LONGEST_PROPERTY = 255
"""Characters that each of a Word file's properties holds."""
_INDENT = Mm(7)
"""How much further in each tier of an organisation stands."""


def write(document: Document, edition: Edition) -> bytes:
    """The Word file of a document.

    Args:
        document: What to write; one that is made of parts has each on pages of its own.
        edition: The kit in the document's language, for its name, version and date.
    """
    word = docx.Document()
    writer = _Writer(word, edition, first_heading=2 if document.parts else 1)
    _describe(word, document, edition)
    if document.eyebrow:
        writer.paragraph((Run(document.eyebrow),), "Subtitle")
    writer.paragraph((Run(document.title),), "Title")
    writer.blocks(document.blocks)
    for part in document.parts:
        title = writer.paragraph((Run(part.title),), "Heading 1")
        title.paragraph_format.page_break_before = True
        if part.eyebrow:
            writer.paragraph((Run(part.eyebrow),), "Subtitle")
        writer.blocks(part.blocks)
    buffer = io.BytesIO()
    word.save(buffer)
    return _without_dates(buffer.getvalue())


def _describe(word: WordDocument, document: Document, edition: Edition) -> None:
    about, properties = edition.imprint, word.core_properties
    properties.title, properties.subject = _short(document.title), _short(document.description)
    properties.author = properties.last_modified_by = _short(edition.unmarked(about.organisation))
    properties.language, properties.version = document.language, _short(about.version)
    properties.keywords, properties.comments = document.fingerprint, ""
    properties.created = properties.modified = datetime.combine(about.updated, time())


def _short(text: str) -> str:
    """A text as one of a Word file's properties, which hold so much and no more."""
    return text if len(text) <= _LONGEST_PROPERTY else f"{text[: _LONGEST_PROPERTY - 1]}…"


def _without_dates(packed: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return buffer.getvalue()


def _words(inlines: Inlines) -> str:
    return "".join(part.text for part in inlines if not isinstance(part, Evidence))


def _shares(lengths: Sequence[int]) -> list[Emu]:
    """How wide a table's columns are: by the longest text of each, within bounds."""
    shares = [min(max(length, 14), 45) for length in lengths]
    return [Emu(int(_WIDTH * share / sum(shares))) for share in shares]


class _Writer:
    """Writes each kind of block into a Word document; headings of level 2 become Word's `first_heading`."""

    __hash__ = None  # type: ignore[assignment]  # Python 3.13 would keep each writer by its hash (cpython#127750)

    def __init__(self, word: WordDocument, edition: Edition, first_heading: int) -> None:
        self._word, self._gettext, self._colon = word, edition.gettext, edition.gettext(": ")
        self._first_heading = first_heading
        self._rtl = edition.language.direction == "rtl"
        self._style_ids = {style.name: style.style_id for style in word.styles}
        self._language(edition.language)
        page = word.sections[0]
        page.page_width, page.page_height = _PAPER[edition.imprint.paper]

    def _language(self, spoken: Language) -> None:
        """Say in which language the text is, for spelling, and in which font complex scripts are set.

        Word asks for the language of right-to-left and of East Asian writing apart.
        """
        normal = cast(ParagraphStyle, self._word.styles["Normal"])
        properties = normal.element.get_or_add_rPr()
        language, fonts = OxmlElement("w:lang"), properties.get_or_add_rFonts()
        east_asian = spoken.script in ("Jpan", "Kore", "Hans", "Hant")
        language.set(qn("w:bidi" if self._rtl else "w:eastAsia" if east_asian else "w:val"), spoken.tag)
        properties.append(language)
        fonts.set(qn("w:cs"), "Arial")
        for name in ("Title", "Subtitle"):  # spaced letters would tear Arabic words apart
            for spacing in self._word.styles[name].element.xpath("w:rPr/w:spacing"):
                spacing.getparent().remove(spacing)

    def _heading(self, level: int) -> str:
        return f"Heading {level - 2 + self._first_heading}"

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    def paragraph(self, inlines: Inlines, style: str | None = None) -> WordParagraph:
        """A paragraph of a style, set in the language's direction."""
        paragraph = self._word.add_paragraph()
        if style is not None:
            paragraph._p.style = self._style_ids[
                style
            ]  # by its id: looking a style up by name goes through all of them
        self._fill(paragraph, inlines)
        return paragraph

    def _fill(self, paragraph: WordParagraph, inlines: Inlines) -> None:
        if self._rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for part in inlines:
            if isinstance(part, Run):
                run = paragraph.add_run(part.text)
                run.bold = run.font.cs_bold = part.strong or None
            elif isinstance(part, Mark):
                run = paragraph.add_run(part.text if len(inlines) == 1 else f" ({part.text})")
                run.italic = run.font.cs_italic = True
            else:
                run = paragraph.add_run(f" [{self._evidence(part)}]")
                run.font.superscript = True
            self._direct(run)

    def _direct(self, run: WordRun) -> None:
        if self._rtl:
            run.font.rtl = True

    def _evidence(self, evidence: Evidence) -> str:
        return ", ".join(number for number, _ in evidence.facts) or self._gettext("editorial")

    def _table(self, columns: Sequence[str], rows: Sequence[Sequence[Inlines]], groups: dict[int, str]) -> None:
        lines: list[Sequence[Inlines]] = [[(Run(column, strong=True),) for column in columns]]
        for number, row in enumerate(rows):
            if number in groups:
                lines.append([(Run(groups[number], strong=True),)])
            lines.append(row)
        table = self._word.add_table(len(lines), len(columns), self._word.styles["Table Grid"])
        table.autofit = False
        if self._rtl:
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
        widths = _shares(
            [max(len(_words(row[number])) for row in rows) if rows else 1 for number in range(len(columns))]
        )
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        cells = table._cells  # all of them at once: `row.cells` goes through the whole table for each row
        for number, (word_row, line) in enumerate(zip(table.rows, lines, strict=True)):
            here = cells[number * len(columns) : (number + 1) * len(columns)]
            word_row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit" if number else "w:tblHeader"))
            for cell, width in zip(here, widths, strict=True):
                cell.width = width
            if len(line) < len(here):
                here[0].merge(here[-1])
            for cell, inlines in zip(here, line, strict=False):
                self._fill(cell.paragraphs[0], inlines)
        self.paragraph(())

    def _bullets(self, texts: Iterable[Inlines], style: str = "List Bullet") -> None:
        for text in texts:
            self.paragraph(text, style)

    def _label(self, label: str) -> None:
        self.paragraph((Run(label, strong=True),))

    @singledispatchmethod
    def _block(self, block: Block) -> None:
        raise NotImplementedError(type(block).__name__)

    @_block.register
    def _(self, block: Heading) -> None:
        self.paragraph((Run(block.text), *block.marks), self._heading(block.level))

    @_block.register
    def _(self, block: Paragraph) -> None:
        self.paragraph(block.inlines)

    @_block.register
    def _(self, block: Listing) -> None:
        for item in block.items:
            self.paragraph(item.inlines, "List Number" if block.ordered else "List Bullet")
            for below in item.blocks:
                if isinstance(below, Paragraph):
                    self.paragraph(below.inlines, "List Continue")
                else:
                    self._block(below)

    @_block.register
    def _(self, block: Definitions) -> None:
        for term, description in block.items:
            strong = tuple(Run(part.text, strong=True) if isinstance(part, Run) else part for part in term)
            self.paragraph((*strong, Run(self._colon), *description))

    @_block.register
    def _(self, block: Table) -> None:
        self._table(block.columns, block.rows, dict(block.groups))

    @_block.register
    def _(self, block: Callout) -> None:
        self._label(block.title)
        self.blocks(block.blocks)

    @_block.register
    def _(self, block: Action) -> None:
        beside = f"{self._colon}{block.beside}" if block.beside else ""
        self.paragraph((Run(f"{block.text}{beside}", strong=True),))

    @_block.register
    def _(self, block: Verbatim) -> None:
        self._label(block.label)
        self.paragraph((Run(block.text),), "Quote")

    @_block.register
    def _(self, block: Cards) -> None:
        self._bullets((Run(card.title, strong=True), Run(f"{self._colon}{card.text}")) for card in block.items)

    @_block.register
    def _(self, block: OnPage) -> None:
        return  # a page's tool; what stands around it says the same

    @_block.register
    def _(self, block: Fields) -> None:
        for label in block.labels:
            self.paragraph((Run(f"{label}{self._colon}{'.' * 40}"),))

    @_block.register
    def _(self, block: NoteSpace) -> None:
        self.paragraph((Run(f"{block.label}{self._colon}"),))
        for _ in range(block.lines):
            self.paragraph((Run("." * 90),))

    @_block.register
    def _(self, block: Choice) -> None:
        self._label(block.legend)
        self._bullets((Run(f"☐ {one.name}", strong=True), Run(f" {one.meaning}")) for one in block.options)
        self.paragraph((Run(f"{block.reason}{self._colon}{'.' * 60}"),))

    def _anchors(self, anchors: Sequence[Anchor], box: str) -> None:
        for one in anchors:
            mark = (Mark(self._gettext("needed"), "good"),) if one.minimum else ()
            level = Run(f"{box}{one.level} {one.name}", strong=True)
            self.paragraph((level, *mark, Run(f"{self._colon}{one.text}")), "List Bullet")

    @_block.register
    def _(self, block: RatingGrid) -> None:
        self.paragraph((Run(block.skill.text), *block.marks), self._heading(block.level))
        for text in (block.definition, block.note):
            if text:
                self.paragraph((Run(text),))
        self._anchors(block.anchors, "☐ ")
        self._bullets([(Run(f"☐ {self._gettext('Not assessed')}"),)])
        self.paragraph((Run(f"{self._gettext('Evidence: what was said or done')}{self._colon}{'.' * 60}"),))

    @_block.register
    def _(self, block: Rubric) -> None:
        self._anchors(block.anchors, "")

    @_block.register
    def _(self, block: QuestionCard) -> None:
        number = self._gettext("Question {number}", number=block.number)
        self.paragraph((Run(number, strong=True), Run(f" · {block.kind} · {block.minutes}"), block.evidence))
        self.paragraph((Run(block.text),), "Intense Quote")
        if block.handout:
            self.paragraph((Run(self._gettext("Handout:"), strong=True), Run(f" {block.handout}")))
        self._label(self._gettext("Probes"))
        self._bullets((Run(probe),) for probe in block.probes)
        self._label(self._gettext("Listen for"))
        self._bullets((Run(f"{name}{self._colon}", strong=True), Run(text)) for name, text in block.listen_for)

    @_block.register
    def _(self, block: TimePlan) -> None:
        rows = [((Run(f"{start}–{end}"),), name) for start, end, name in block.rows]
        self._table((self._gettext("Minutes"), self._gettext("What happens")), rows, {})

    @_block.register
    def _(self, block: OrgChart) -> None:
        self._organisation(block.root, 0)
        self.paragraph((Run(block.description),), "Caption")

    def _organisation(self, node: OrgNode, depth: int) -> None:
        count = f" × {node.count}" if node.count > 1 else ""
        label = f" ({node.label})" if node.label else ""
        paragraph = self.paragraph((Run(f"{node.title}{count}{label}"),), "List Bullet")
        if depth:
            paragraph.paragraph_format.left_indent = Emu(_INDENT * (depth + 1))
        for below in node.reports:
            self._organisation(below, depth + 1)

    @_block.register
    def _(self, block: Siblings) -> None:
        """Links between pages have no place in a file."""
