"""Documents as Markdown (CommonMark with tables): for export, and for reading changes in review.

Every text is escaped, so that nothing in a kit becomes markup. Links to other documents keep only their words: the
file stands alone.
"""

from __future__ import annotations

import re
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
    Evidence,
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
from rolebook.formats.phrases import (
    anchor_inlines,
    answer_boxes,
    as_callout,
    as_table,
    evidence_text,
    organisation_lines,
    with_colon,
)
from rolebook.language import Language

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&]|:(?=[\w+-]+:)")
_LINE_START = re.compile(r"^(\d*)([-+=.)#])")


def escape(text: str) -> str:
    """A text as one line of Markdown that shows it as written."""
    line = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return _LINE_START.sub(r"\1\\\2", line)


def write(document: Document, language: Language) -> str:
    """The Markdown of a document, in UTF-8 text that ends with a line break."""
    parts = [f"# {escape(document.title)}", *_Writer(language).blocks(document.blocks)]
    parts += [write(part, language).strip() for part in document.parts]
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
            written = self._block(block)
            if written:
                yield written

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block.level, (Run(block.text, url=block.url), *block.marks))
            case Paragraph():
                return self._inlines(block.inlines)
            case Listing():
                return "\n".join(self._items(block))
            case Definitions():
                return _bullets(self._named(self._inlines(term), self._inlines(text)) for term, text in block.lines)
            case Table():
                return self._table(block)
            case Callout():
                return _quoted("\n\n".join([f"**{escape(block.title)}**", *self.blocks(block.blocks)]))
            case Action():
                return self._inlines((Run(block.text, url=block.url),))
            case Verbatim():
                return self._verbatim(block)
            case Cards():
                return _bullets(self._named(escape(card.title), escape(card.said)) for card in block.items)
            case Fields():
                return _bullets(
                    f"{escape(label)}{self._colon}{escape(value)}" if value else self._room(label)
                    for label, value in block.filled
                )
            case NoteSpace():
                return self._room(block.label)
            case Choice():
                return self._choice(block)
            case RatingGrid():
                return self._rating(block)
            case QuestionCard():
                return self._question(block)
            case TimePlan():
                return self._plan(block)
            case OrgChart():
                return "\n".join(f"{'  ' * depth}- {escape(line)}" for depth, line in organisation_lines(block.root))
            case Pictured():
                return self._block(block.table)
            case DataTable() | Chart():
                return f"**{escape(block.caption)}**\n\n{self._table(as_table(block, self._language))}"
            case Files():
                return self._named(escape(block.label), ", ".join(escape(address) for _, address in block.items))
            case Folded() if block.level:
                return "\n\n".join(self.blocks(block.unfolded))
            case Folded():
                return _quoted("\n\n".join([f"**{escape(block.title)}**", *self.blocks(block.blocks)]))
            case Message():
                return self._block(as_callout(block, self._language))
            case Highlights():
                return "\n\n".join(self.blocks((block.as_list(self._language.gettext("; ")), *block.blocks)))
            case OnPage():
                return ""
            case _:
                assert_never(block)

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(self._inline(part) for part in inlines).strip()

    def _inline(self, part: Inline) -> str:
        if isinstance(part, Mark):
            return f" ({escape(part.text)})"
        if isinstance(part, Evidence):
            return f" \\[{escape(evidence_text(part, self._language))}\\]"
        if part.text.isspace():
            return part.text
        before, after = (end if end.isspace() else "" for end in (part.text[:1], part.text[-1:]))
        text = f"{before}{escape(part.text)}{after}"
        if part.url:
            return f"[{text}](<{part.url}>)"
        return f"**{text}**" if part.strong else text

    def _heading(self, level: int, inlines: Inlines) -> str:
        return f"{'#' * level} {''.join(map(self._inline, inlines))}"

    def _named(self, name: str, text: str) -> str:
        """What something is called, and what it is; both are Markdown."""
        return f"**{name}{self._end}** {text}"

    def _room(self, label: str) -> str:
        """Room to write after a label."""
        return f"{with_colon(escape(label), self._colon)}……"

    def _items(self, block: Listing) -> Iterator[str]:
        for number, item in enumerate(block.items, start=1):
            sign = f"{number}. " if block.ordered else "- "
            yield sign + self._inlines(item.inlines)
            for inner in self.blocks(item.blocks):
                yield _indented(inner, len(sign))

    def _table(self, block: Table) -> str:
        starts = dict(block.groups)
        rules = ("---:" if position in block.numbers else "---" for position in range(len(block.columns)))
        rows = [_row(map(escape, block.columns)), _row(rules)]
        for number, row in enumerate(block.rows):
            if number in starts:
                rows.append(_row([f"**{escape(starts[number])}**", *("" for _ in block.columns[1:])]))
            rows.append(_row(map(self._inlines, row)))
        return "\n".join(rows)

    def _verbatim(self, block: Verbatim) -> str:
        fence = "`" * (max(2, *(len(run) for run in re.findall(r"`*", block.text))) + 1)
        return f"{escape(block.label)}{self._end}\n\n{fence}text\n{block.text}\n{fence}"

    def _choice(self, block: Choice) -> str:
        options = _bullets(
            f"☐ {self._named(escape(option.name), escape(option.meaning)) if option.meaning else escape(option.name)}"
            for option in block.options
        )
        reason = f"\n\n{self._room(block.reason)}" if block.reason else ""
        return f"{escape(block.legend)}{self._end}\n\n{options}{reason}"

    def _anchors(self, anchors: Iterable[Anchor]) -> Iterator[str]:
        for anchor in anchors:
            yield f"☐ {self._inlines(anchor_inlines(anchor, self._language))}"

    def _rating(self, block: RatingGrid) -> str:
        lines = [*self._anchors(block.anchors), f"☐ {escape(self._gettext('Not assessed'))}"]
        evidence = f"{escape(self._gettext('Evidence: what was said or done'))} ……"
        head = self._heading(block.level, (Run(block.skill.text), *block.marks, *block.told))
        answers = _bullets(
            f"**{escape(answer.label)}** {escape(answer.text)} {answer_boxes(block, '☐ ', self._language)}"
            for answer in block.answers
        )
        parts = (head, escape(block.definition), escape(block.note), _bullets(lines), answers, evidence)
        return "\n\n".join(part for part in parts if part)

    def _question(self, block: QuestionCard) -> str:
        about = [block.kind, block.minutes, *([block.skill.text] if block.skill else [])]
        head = f"**{escape(self._gettext('Question {number}', number=block.number))}** ({escape(' · '.join(about))})"
        parts = [f"{head}{self._inline(block.evidence)}", _quoted(escape(block.text))]
        if block.material:
            label = escape(self._gettext("Material to prepare (interviewers only)"))
            parts.append(self._named(label, escape(block.material)))
        probes = _bullets(map(escape, block.probes))
        parts.append(f"{escape(self._gettext('Probes'))}{self._end}\n\n{probes}")
        parts += [self._named(escape(label), escape(text)) for label, text in block.asides]
        aids = _bullets(self._named(escape(name), escape(text)) for name, text in block.listen_for)
        parts.append(f"{escape(self._gettext('Listen for'))}{self._end}\n\n{aids}")
        if block.notes:
            parts.append(self._room(self._gettext("Notes")))
        return "\n\n".join(parts)

    def _plan(self, block: TimePlan) -> str:
        head = [_row(map(escape, (self._gettext("Minutes"), self._gettext("What happens")))), _row(["---", "---"])]
        return "\n".join(head + [_row([f"{start}–{end}", self._inlines(what)]) for start, end, what in block.rows])


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line if line else line for line in ["", *text.split("\n")])
