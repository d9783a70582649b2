"""Documents as Markdown (CommonMark with tables): for export, and for reading changes in review.

Every text is escaped, so that nothing in a kit becomes markup. Links to other documents keep only their words: the
file stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import singledispatchmethod

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
from rolebook.language import Language

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&]|:(?=[\w+-]+:)")
_LINE_START = re.compile(r"^(\d*)([-+=.)#])")


def escape(text: str) -> str:
    """A text as one line of Markdown that shows it as written."""
    line = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return _LINE_START.sub(r"\1\\\2", line)


def write(document: Document, language: Language) -> str:
    """The Markdown of a document, in UTF-8 text that ends with a line break."""
    parts = [f"# {escape(document.title)}", *_Writer(language.gettext).blocks(document.blocks)]
    parts += [write(part, language).strip() for part in document.parts]
    return "\n\n".join(part for part in parts if part) + "\n"


class _Writer:
    """Writes each kind of block."""

    __hash__ = None  # type: ignore[assignment]  # Python 3.13 would keep each writer by its hash (cpython#127750)

    def __init__(self, _: Callable[..., str]) -> None:
        self._gettext, self._colon = _, _(": ")
        self._end = self._colon.rstrip()
        """The colon where nothing follows on the line."""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            written = self._block(block)
            if written:
                yield written

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(self._inline(part) for part in inlines).strip()

    def _inline(self, part: Run | Mark | Evidence) -> str:
        if isinstance(part, Mark):
            return f" ({escape(part.text)})"
        if isinstance(part, Evidence):
            return f" \\[{escape(', '.join(number for number, _ in part.facts) or self._gettext('editorial'))}\\]"
        text = escape(part.text)
        if part.text[:1].isspace():
            text = f" {text}"
        if part.text[-1:].isspace():
            text = f"{text} "
        if part.url:
            return f"[{text}](<{part.url}>)"
        return f"**{text}**" if part.strong else text

    @singledispatchmethod
    def _block(self, block: Block) -> str:
        raise TypeError(f"There is no Markdown for {type(block).__name__}.")

    @_block.register
    def _(self, block: Heading) -> str:
        return f"{'#' * block.level} {escape(block.text)}{''.join(map(self._inline, block.marks))}"

    @_block.register
    def _(self, block: Paragraph) -> str:
        return self._inlines(block.inlines)

    @_block.register
    def _(self, block: Listing) -> str:
        return "\n".join(self._items(block))

    def _items(self, block: Listing) -> Iterator[str]:
        for number, item in enumerate(block.items, start=1):
            sign = f"{number}. " if block.ordered else "- "
            yield sign + self._inlines(item.inlines)
            for inner in self.blocks(item.blocks):
                yield _indented(inner, len(sign))

    @_block.register
    def _(self, block: Definitions) -> str:
        return "\n".join(f"- **{self._inlines(term)}{self._end}** {self._inlines(text)}" for term, text in block.items)

    @_block.register
    def _(self, block: Table) -> str:
        starts = dict(block.groups)
        rows = [_row(map(escape, block.columns)), _row("---" for _ in block.columns)]
        for number, row in enumerate(block.rows):
            if number in starts:
                rows.append(_row([f"**{escape(starts[number])}**", *("" for _ in block.columns[1:])]))
            rows.append(_row(map(self._inlines, row)))
        return "\n".join(rows)

    @_block.register
    def _(self, block: Callout) -> str:
        return _quoted("\n\n".join([f"**{escape(block.title)}**", *self.blocks(block.blocks)]))

    @_block.register
    def _(self, block: Action) -> str:
        return self._inlines((Run(block.text, url=block.url),))

    @_block.register
    def _(self, block: Verbatim) -> str:
        fence = "`" * (max(2, *(len(run) for run in re.findall(r"`*", block.text))) + 1)
        return f"{escape(block.label)}{self._end}\n\n{fence}text\n{block.text}\n{fence}"

    @_block.register
    def _(self, block: Cards) -> str:
        return "\n".join(f"- **{escape(card.title)}{self._end}** {escape(card.text)}" for card in block.items)

    @_block.register
    def _(self, block: OnPage) -> str:
        return ""

    @_block.register
    def _(self, block: Fields) -> str:
        return "\n".join(f"- {escape(label)}{self._colon}……" for label in block.labels)

    @_block.register
    def _(self, block: NoteSpace) -> str:
        return f"{escape(block.label)}{self._colon}……"

    @_block.register
    def _(self, block: Choice) -> str:
        options = (f"- ☐ **{escape(one.name)}{self._end}** {escape(one.meaning)}" for one in block.options)
        return "\n".join(
            [f"{escape(block.legend)}{self._end}", "", *options, "", f"{escape(block.reason)}{self._colon}……"]
        )

    def _anchors(self, anchors: Iterable[Anchor], sign: str) -> Iterator[str]:
        for anchor in anchors:
            needed = f" ({escape(self._gettext('needed'))})" if anchor.minimum else ""
            yield f"- {sign}**{anchor.level} {escape(anchor.name)}**{needed}{self._colon}{escape(anchor.text)}"

    @_block.register
    def _(self, block: RatingGrid) -> str:
        head = f"{'#' * block.level} {escape(block.skill.text)}{''.join(map(self._inline, block.marks))}"
        lines = [*self._anchors(block.anchors, "☐ "), f"- ☐ {escape(self._gettext('Not assessed'))}"]
        parts = [head, escape(block.definition), escape(block.note), "\n".join(lines)]
        evidence = f"{escape(self._gettext('Evidence: what was said or done'))} ……"
        return "\n\n".join(part for part in [*parts, evidence] if part)

    @_block.register
    def _(self, block: Rubric) -> str:
        return "\n".join(self._anchors(block.anchors, ""))

    @_block.register
    def _(self, block: QuestionCard) -> str:
        about = [block.kind, block.minutes, *([block.skill.text] if block.skill else [])]
        head = f"**{escape(self._gettext('Question {number}', number=block.number))}** ({escape(' · '.join(about))})"
        parts = [f"{head}{self._inline(block.evidence)}", _quoted(escape(block.text))]
        if block.handout:
            parts.append(f"{escape(self._gettext('Handout:'))} {escape(block.handout)}")
        parts.append(
            f"{escape(self._gettext('Probes'))}{self._end}\n\n" + "\n".join(f"- {escape(one)}" for one in block.probes)
        )
        aids = (f"- **{escape(name)}{self._end}** {escape(text)}" for name, text in block.listen_for)
        parts.append(f"{escape(self._gettext('Listen for'))}{self._end}\n\n" + "\n".join(aids))
        if block.notes:
            parts.append(f"{escape(self._gettext('Notes'))}{self._colon}……")
        return "\n\n".join(parts)

    @_block.register
    def _(self, block: TimePlan) -> str:
        head = [_row(map(escape, (self._gettext("Minutes"), self._gettext("What happens")))), _row(["---", "---"])]
        return "\n".join(head + [_row([f"{start}–{end}", self._inlines(what)]) for start, end, what in block.rows])

    @_block.register
    def _(self, block: OrgChart) -> str:
        return "\n".join(_tree(block.root, 0))

    @_block.register
    def _(self, block: Siblings) -> str:
        return ""


def _tree(node: OrgNode, depth: int) -> Iterator[str]:
    count = f" × {node.count}" if node.count > 1 else ""
    label = f" ({escape(node.label)})" if node.label else ""
    yield f"{'  ' * depth}- {escape(node.title)}{count}{label}"
    for below in node.reports:
        yield from _tree(below, depth + 1)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line if line else line for line in ["", *text.split("\n")])
