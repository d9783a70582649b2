"""Documents as plain text: for a mail, an applicant-tracking system's field, or a screen reader. Nothing is markup."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
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
    Document,
    Fields,
    Files,
    Folded,
    Heading,
    Highlights,
    Inline,
    Inlines,
    Listing,
    Mark,
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
from rolebook.documents.blocks.message import plain
from rolebook.formats.phrases import (
    action_text,
    anchor_inlines,
    answer_boxes,
    as_table,
    evidence_text,
    message_title,
    organisation_lines,
    with_colon,
)
from rolebook.language import Language

_ROOM = "…" * 10
_UNDERLINES = {2: "=", 3: "-", 4: "."}


def write(document: Document, language: Language) -> str:
    """The plain text of a document; it ends with a line break. Lines are as long as the sentences are."""
    writer = _Writer(language)
    title = f"{document.title}\n{'=' * len(document.title)}"
    parts = [title, *writer.blocks(document.blocks), *(write(part, language).strip() for part in document.parts)]
    return "\n\n".join(part for part in parts if part) + "\n"


class _Writer:
    """Writes blocks in one language."""

    def __init__(self, language: Language) -> None:
        self._language, self._gettext = language, language.gettext
        self._colon = self._gettext(": ")
        self._end = self._colon.rstrip()
        """The colon where nothing follows on the line."""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield self._block(block)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                line = self._line((Run(block.text, url=block.url), *block.marks))
                return f"{line}\n{_UNDERLINES[block.level] * len(line)}"
            case Paragraph():
                return self._line(block.inlines)
            case Listing():
                return "\n".join(self._items(block))
            case Definitions():
                return "\n".join(self._named(self._line(term), self._line(text)) for term, text in block.lines)
            case Table():
                return "\n".join(self._rows(block))
            case Callout():
                return "\n".join((block.title, *(_indented(text) for text in self.blocks(block.blocks))))
            case Action():
                return action_text(block, self._language)
            case Verbatim():
                return f"{block.label}{self._end}\n{_indented(block.text)}"
            case Cards():
                return _bullets(self._named(card.title, card.said) for card in block.items)
            case Fields():
                return "\n".join(self._named(label, value or _ROOM) for label, value in block.filled)
            case NoteSpace():
                return f"{with_colon(block.label, self._colon)}{_ROOM}"
            case Choice():
                return self._choice(block)
            case RatingGrid():
                return self._rating(block)
            case QuestionCard():
                return self._question(block)
            case TimePlan():
                return "\n".join(f"{start}–{end}  {self._line(name)}" for start, end, name in block.rows)
            case OrgChart():
                return "\n".join(f"{'  ' * depth}- {line}" for depth, line in organisation_lines(block.root))
            case Pictured():
                return self._block(block.table)
            case DataTable() | Chart():
                return "\n".join((block.caption, *self._rows(as_table(block, self._language))))
            case Files():
                return self._named(block.label, ", ".join(address for _, address in block.items))
            case Folded() if block.level:
                return "\n\n".join(self.blocks(block.unfolded))
            case Folded():
                return "\n".join((block.title, *(_indented(text) for text in self.blocks(block.blocks))))
            case Message():
                return "\n\n".join(filter(None, (message_title(block, self._language), _indented(plain(block.text)))))
            case Highlights():
                return "\n\n".join(self.blocks((block.as_list(self._language.gettext("; ")), *block.blocks)))
            case OnPage():
                return ""
            case _:
                assert_never(block)

    def _line(self, inlines: Inlines) -> str:
        return " ".join("".join(map(self._inline, inlines)).split())

    def _inline(self, part: Inline) -> str:
        if isinstance(part, Run):
            address = part.url.removeprefix("mailto:")
            return part.text if address in part.text else f"{part.text} <{part.url}>"
        if isinstance(part, Mark):
            return f" ({part.text})"
        return f" [{evidence_text(part, self._language)}]"

    def _named(self, name: str, text: str) -> str:
        return f"{name}{self._colon}{text}"

    def _items(self, block: Listing) -> Iterator[str]:
        for number, item in enumerate(block.items, start=1):
            below = "".join(f"\n{_indented(text)}" for text in self.blocks(item.blocks))
            yield f"{f'{number}.' if block.ordered else '-'} {self._line(item.inlines)}{below}"

    def _rows(self, block: Table) -> Iterator[str]:
        groups = dict(block.groups)
        for number, row in enumerate(block.rows):
            if number in groups:
                yield f"\n{groups[number]}" if number else groups[number]
            first, *others = (self._line(cell) for cell in row)
            yield f"- {first}"
            for position, (column, cell) in enumerate(zip(block.columns[1:], others, strict=True), start=1):
                if cell or position in block.entries:
                    yield f"  {self._named(column, cell or _ROOM)}"

    def _choice(self, block: Choice) -> str:
        options = _bullets(
            f"[ ] {self._named(option.name, option.meaning) if option.meaning else option.name}"
            for option in block.options
        )
        reason = f"\n{self._named(block.reason, _ROOM)}" if block.reason else ""
        return f"{block.legend}{self._end}\n{options}{reason}"

    def _anchors(self, anchors: Iterable[Anchor]) -> Iterator[str]:
        for anchor in anchors:
            yield "[ ] " + "".join(map(self._inline, anchor_inlines(anchor, self._language)))

    def _rating(self, block: RatingGrid) -> str:
        head = self._line((Run(block.skill.text), *block.marks, *block.told))
        lines = [*self._anchors(block.anchors), f"[ ] {self._gettext('Not assessed')}"]
        evidence = f"{self._gettext('Evidence: what was said or done')} {_ROOM}"
        answers = _bullets(
            f"{self._named(answer.label, answer.text)} {answer_boxes(block, '[ ] ', self._language)}"
            for answer in block.answers
        )
        texts = (head, block.definition, block.note, _bullets(lines), answers, evidence)
        return "\n".join(text for text in texts if text)

    def _question(self, block: QuestionCard) -> str:
        number = self._gettext("Question {number}", number=block.number)
        lines = [f"{number} ({block.kind} · {block.minutes}){self._inline(block.evidence)}", _indented(block.text)]
        if block.material:
            lines.append(self._named(self._gettext("Material to prepare (interviewers only)"), block.material))
        lines += [f"{self._gettext('Probes')}{self._end}", _bullets(block.probes)]
        lines += [self._named(label, text) for label, text in block.asides]
        aids = _bullets(self._named(name, text) for name, text in block.listen_for)
        lines += [f"{self._gettext('Listen for')}{self._end}", aids]
        if block.notes:
            lines.append(self._named(self._gettext("Notes"), _ROOM))
        return "\n".join(lines)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _indented(text: str) -> str:
    return textwrap.indent(text, "  ")
