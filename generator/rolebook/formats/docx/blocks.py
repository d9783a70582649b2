"""Each block in Word's paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from rolebook.documents.blocks import (
    Action,
    Anchor,
    Block,
    Callout,
    Cards,
    Chart,
    Choice,
    DataTable,
    Definitions,
    Fields,
    Files,
    Folded,
    Heading,
    Inlines,
    Listing,
    Message,
    NoteSpace,
    OnPage,
    OrgChart,
    Paragraph,
    Pictured,
    QuestionCard,
    RatingGrid,
    Run,
    Table,
    TimePlan,
    Verbatim,
)
from rolebook.formats.docx.wordprocessingml import Markup
from rolebook.formats.phrases import (
    action_text,
    anchor_inlines,
    answer_boxes,
    as_callout,
    as_table,
    organisation_lines,
    with_colon,
)
from rolebook.language import Language

_INDENT = 397
"""How much further in each tier of an organisation stands, in twentieths of a point: 7 mm."""
_MILLIMETRES, _ALL_THAT_IS_LEFT = 2, 30
"""How wide a character is; and the characters of a column to fill in that has all the room that is left."""
_BOX = "☐ "
_BULLET = "ListBullet"


class BlockWriter:
    """Writes blocks as WordprocessingML.

    Args:
        markup: What writes paragraphs and tables.
        language: The document's language.
        first_heading: Which of Word's levels a heading of level 2 has.
    """

    def __init__(self, markup: Markup, language: Language, first_heading: int) -> None:
        self._markup, self._language, self._first_heading = markup, language, first_heading
        self._gettext, self._colon = language.gettext, language.gettext(": ")

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Blocks, one after the other."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        paragraph = self._markup.paragraph
        match block:
            case Heading():
                yield paragraph((Run(block.text), *block.marks), self._heading(block.level))
            case Paragraph():
                yield paragraph(block.inlines)
            case Listing():
                yield from self._listing(block)
            case Definitions():
                for term, description in block.items:
                    strong = tuple(replace(part, strong=True) if isinstance(part, Run) else part for part in term)
                    yield paragraph((*strong, Run(self._colon), *description))
            case Table():
                yield self._table(block)
            case Callout():
                yield self._label(block.title)
                yield from self.blocks(block.blocks)
            case Action():
                yield self._label(action_text(block, self._language))
            case Verbatim():
                yield self._label(block.label)
                yield paragraph((Run(block.text),), "Quote")
            case Cards():
                for card in block.items:
                    yield paragraph((Run(card.title, strong=True), Run(f"{self._colon}{card.said}")), _BULLET)
            case Fields():
                yield from self._fields(block)
            case NoteSpace():
                yield self._to_fill_in(block.label, 0)
                for _ in range(block.lines):
                    yield paragraph((Run("." * 90),))
            case Choice():
                yield from self._choice(block)
            case RatingGrid():
                yield from self._rating(block)
            case QuestionCard():
                yield from self._question(block)
            case TimePlan():
                rows = [((Run(f"{start}–{end}"),), name) for start, end, name in block.rows]
                yield self._markup.table((self._gettext("Minutes"), self._gettext("What happens")), rows, {})
            case OrgChart():
                for depth, line in organisation_lines(block.root):
                    indent = _INDENT * (depth + 1) if depth else 0
                    yield paragraph((Run(line),), _BULLET, indent=indent)
                yield paragraph((Run(block.description),), "Caption")
            case Pictured():
                yield from self._block(block.table)
            case DataTable() | Chart():
                table = as_table(block, self._language)
                yield self._label(block.caption)
                yield self._markup.table(table.columns, table.rows, {}, table.numbers)
            case Files():
                files = ", ".join(address for _, address in block.items)
                yield paragraph((Run(f"{block.label}{self._colon}", strong=True), Run(files)))
            case Folded() if block.level:
                yield from self.blocks(block.unfolded)
            case Folded():
                yield paragraph((Run(block.title, strong=True),), on_new_page=True)
                yield from self.blocks(block.blocks)
                yield paragraph((), on_new_page=True)
            case Message():
                yield from self._block(as_callout(block, self._language))
            case OnPage():  # links between pages, and tools: the text around these says the same
                return
            case _:
                assert_never(block)

    def _heading(self, level: int) -> str:
        return f"Heading{level - 2 + self._first_heading}"

    def _label(self, label: str) -> str:
        return self._markup.paragraph((Run(label, strong=True),))

    def _bullets(self, texts: Iterable[Inlines]) -> Iterator[str]:
        return (self._markup.paragraph(text, _BULLET) for text in texts)

    def _to_fill_in(self, label: str, dots: int) -> str:
        return self._markup.paragraph((Run(f"{with_colon(label, self._colon)}{'.' * dots}".rstrip()),))

    def _table(self, block: Table) -> str:
        room = {
            column: max(round(width / _MILLIMETRES), 5 * _longest_word(block.columns[column]) // 2)
            if width
            else _ALL_THAT_IS_LEFT
            for column, width in zip(block.entries, block.room, strict=False)
        }
        return self._markup.table(block.columns, block.rows, dict(block.groups), block.numbers, room)

    def _fields(self, block: Fields) -> Iterator[str]:
        if block.stacked:
            yield self._markup.form([((Run(label, strong=True),), (Run(value),)) for label, value in block.filled])
            return
        for label, value in block.filled:
            if value:
                yield self._markup.paragraph((Run(f"{label}{self._colon}"), Run(value, strong=True)))
            else:
                yield self._to_fill_in(label, 40)

    def _listing(self, block: Listing) -> Iterator[str]:
        self._markup.numbered_lists += block.ordered
        number = self._markup.numbered_lists  # another list may begin within an item
        for item in block.items:
            if block.ordered:
                yield self._markup.paragraph(item.inlines, "ListNumber", numbered_list=number)
            else:
                yield self._markup.paragraph(item.inlines, _BULLET)
            for below in item.blocks:
                if isinstance(below, Paragraph):
                    yield self._markup.paragraph(below.inlines, "ListContinue")
                else:
                    yield from self._block(below)

    def _choice(self, block: Choice) -> Iterator[str]:
        yield self._label(block.legend)
        yield from self._bullets(
            (Run(f"{_BOX}{option.name}", strong=bool(option.meaning)), Run(f" {option.meaning}".rstrip()))
            for option in block.options
        )
        if block.reason:
            yield self._to_fill_in(block.reason, 60)

    def _anchors(self, anchors: Sequence[Anchor]) -> Iterator[str]:
        for anchor in anchors:
            level, *others = anchor_inlines(anchor, self._language)
            boxed = Run(f"{_BOX}{level.text}", strong=True) if isinstance(level, Run) else level
            yield self._markup.paragraph((boxed, *others), _BULLET)

    def _rating(self, block: RatingGrid) -> Iterator[str]:
        yield self._markup.paragraph((Run(block.skill.text), *block.marks, *block.told), self._heading(block.level))
        for text in (block.definition, block.note):
            if text:
                yield self._markup.paragraph((Run(text),))
        yield from self._anchors(block.anchors)
        yield self._markup.paragraph((Run(f"{_BOX}{self._gettext('Not assessed')}"),), _BULLET)
        for answer in block.answers:
            yield self._markup.paragraph((Run(answer.label, strong=True), Run(f" {answer.text}")))
            yield self._markup.paragraph((Run(answer_boxes(block, _BOX, self._language)),))
        yield self._to_fill_in(self._gettext("Evidence: what was said or done"), 60)

    def _question(self, block: QuestionCard) -> Iterator[str]:
        paragraph = self._markup.paragraph
        number = self._gettext("Question {number}", number=block.number)
        yield paragraph((Run(number, strong=True), Run(f" · {block.kind} · {block.minutes}"), block.evidence))
        yield paragraph((Run(block.text),), "IntenseQuote")
        if block.material:
            label = f"{self._gettext('Material to prepare (interviewers only)')}{self._colon}"
            yield paragraph((Run(label, strong=True), Run(block.material)))
        yield self._label(self._gettext("Probes"))
        yield from self._bullets((Run(probe),) for probe in block.probes)
        for label, text in block.asides:
            yield paragraph((Run(f"{label}{self._colon}", strong=True), Run(text)))
        yield self._label(self._gettext("Listen for"))
        yield from self._bullets(
            (Run(f"{name}{self._colon}", strong=True), Run(text)) for name, text in block.listen_for
        )


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
