"""Documents as plain text: for a mail, an applicant-tracking system's field, or a screen reader. Nothing is markup."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
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

_ROOM = "…" * 10
_UNDERLINES = {2: "=", 3: "-", 4: "."}


def write(document: Document, language: Language) -> str:
    """The plain text of a document; it ends with a line break. Lines are as long as the sentences are."""
    writer = _Writer(language.gettext)
    title = f"{document.title}\n{'=' * len(document.title)}"
    parts = [title, *writer.blocks(document.blocks), *(write(part, language).strip() for part in document.parts)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _indented(text: str) -> str:
    return textwrap.indent(text, "  ")


class _Writer:
    """Writes each kind of block."""

    __hash__ = None  # type: ignore[assignment]  # Python 3.13 would keep each writer by its hash (cpython#127750)

    def __init__(self, _: Callable[..., str]) -> None:
        self._gettext, self._colon = _, _(": ")
        self._end = self._colon.rstrip()
        """The colon where nothing follows on the line."""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield self._block(block)

    def _line(self, inlines: Inlines) -> str:
        return " ".join("".join(map(self._inline, inlines)).split())

    def _inline(self, part: Run | Mark | Evidence) -> str:
        if isinstance(part, Run):
            return f"{part.text} <{part.url}>" if part.url else part.text
        if isinstance(part, Mark):
            return f" ({part.text})"
        return f" [{', '.join(number for number, _ in part.facts) or self._gettext('editorial')}]"

    def _bullets(self, lines: Iterable[str]) -> str:
        return "\n".join(f"- {line}" for line in lines)

    def _anchors(self, anchors: Sequence[Anchor], box: str) -> Iterator[str]:
        for one in anchors:
            mark = f" ({self._gettext('needed')})" if one.minimum else ""
            yield f"{box}{one.level} {one.name}{mark}{self._colon}{one.text}"

    @singledispatchmethod
    def _block(self, block: Block) -> str:
        raise NotImplementedError(type(block).__name__)

    @_block.register
    def _(self, block: Heading) -> str:
        line = self._line((Run(block.text), *block.marks))
        return f"{line}\n{_UNDERLINES[block.level] * len(line)}"

    @_block.register
    def _(self, block: Paragraph) -> str:
        return self._line(block.inlines)

    @_block.register
    def _(self, block: Listing) -> str:
        lines = []
        for number, item in enumerate(block.items, start=1):
            below = "".join(f"\n{_indented(text)}" for text in self.blocks(item.blocks))
            lines.append(f"{f'{number}.' if block.ordered else '-'} {self._line(item.inlines)}{below}")
        return "\n".join(lines)

    @_block.register
    def _(self, block: Definitions) -> str:
        return "\n".join(
            f"{self._line(term)}{self._colon}{self._line(description)}" for term, description in block.items
        )

    @_block.register
    def _(self, block: Table) -> str:
        groups = dict(block.groups)
        lines: list[str] = []
        for number, row in enumerate(block.rows):
            if number in groups:
                lines.append(f"\n{groups[number]}" if lines else groups[number])
            first, *others = (self._line(cell) for cell in row)
            lines.append(f"- {first}")
            lines.extend(
                f"  {column}{self._colon}{cell}" for column, cell in zip(block.columns[1:], others, strict=True) if cell
            )
        return "\n".join(lines)

    @_block.register
    def _(self, block: Callout) -> str:
        return "\n".join((block.title, *(_indented(text) for text in self.blocks(block.blocks))))

    @_block.register
    def _(self, block: Action) -> str:
        return f"{block.text}{self._colon}{block.beside}" if block.beside else block.text

    @_block.register
    def _(self, block: Verbatim) -> str:
        return f"{block.label}{self._end}\n{_indented(block.text)}"

    @_block.register
    def _(self, block: Cards) -> str:
        return self._bullets(f"{card.title}{self._colon}{card.text}" for card in block.items)

    @_block.register
    def _(self, block: OnPage) -> str:
        return ""

    @_block.register
    def _(self, block: Fields) -> str:
        return "\n".join(f"{label}{self._colon}{_ROOM}" for label in block.labels)

    @_block.register
    def _(self, block: NoteSpace) -> str:
        return f"{block.label}{self._colon}{_ROOM}"

    @_block.register
    def _(self, block: Choice) -> str:
        options = self._bullets(f"[ ] {option.name}{self._colon}{option.meaning}" for option in block.options)
        return f"{block.legend}{self._end}\n{options}\n{block.reason}{self._colon}{_ROOM}"

    @_block.register
    def _(self, block: RatingGrid) -> str:
        head = self._line((Run(block.skill.text), *block.marks))
        lines = [*self._anchors(block.anchors, "[ ] "), f"[ ] {self._gettext('Not assessed')}"]
        evidence = f"{self._gettext('Evidence: what was said or done')} {_ROOM}"
        texts = (head, block.definition, block.note, self._bullets(lines), evidence)
        return "\n".join(text for text in texts if text)

    @_block.register
    def _(self, block: Rubric) -> str:
        return self._bullets(self._anchors(block.anchors, ""))

    @_block.register
    def _(self, block: QuestionCard) -> str:
        number = self._gettext("Question {number}", number=block.number)
        lines = [f"{number} ({block.kind}, {block.minutes}){self._inline(block.evidence)}", _indented(block.text)]
        if block.handout:
            lines.append(f"{self._gettext('Handout:')} {block.handout}")
        lines += [
            f"{self._gettext('Probes')}{self._end}",
            self._bullets(block.probes),
            f"{self._gettext('Listen for')}{self._end}",
        ]
        lines.append(self._bullets(f"{name}{self._colon}{text}" for name, text in block.listen_for))
        if block.notes:
            lines.append(f"{self._gettext('Notes')}{self._colon}{_ROOM}")
        return "\n".join(lines)

    @_block.register
    def _(self, block: TimePlan) -> str:
        return "\n".join(f"{start}–{end}  {self._line(name)}" for start, end, name in block.rows)

    @_block.register
    def _(self, block: OrgChart) -> str:
        return "\n".join(self._places(block.root, 0))

    def _places(self, node: OrgNode, depth: int) -> Iterator[str]:
        count = f" × {node.count}" if node.count > 1 else ""
        label = f" ({node.label})" if node.label else ""
        yield f"{'  ' * depth}- {node.title}{count}{label}"
        for below in node.reports:
            yield from self._places(below, depth + 1)

    @_block.register
    def _(self, block: Siblings) -> str:
        return ""
