"""Documents as the HTML that job boards accept: paragraphs, lists and strong words, without links or attributes.

Google's job posting rules name `p`, `ul` and `li` as the tags that it reads; boards drop most others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape as escape_all
from typing import assert_never

from rolebook.documents.blocks import (
    Action,
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
from rolebook.formats.phrases import action_text
from rolebook.language import Language


def escape(text: str) -> str:
    """Text as HTML. Quotes stay: they stand in no attribute here, and Indeed takes no more entities than it must."""
    return escape_all(text, quote=False)


def write(document: Document, language: Language) -> str:
    """A document's body, without its title, which boards have a field for.

    Raises:
        TypeError: It holds a block that has no place on a board.
    """
    return "\n".join(_blocks(document.blocks, language))


def _blocks(blocks: Iterable[Block], language: Language) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, language)


def _block(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<p><strong>{escape(block.text)}</strong></p>"
        case Paragraph():
            yield f"<p>{_line(block.inlines)}</p>"
        case Action():
            yield f"<p>{escape(action_text(block, language))}</p>"
        case Callout():
            yield f"<p><strong>{escape(block.title)}</strong></p>"
            yield from _blocks(block.blocks, language)
        case Listing():
            yield _items(_line(item.inlines) for item in block.items)
        case Definitions():
            colon = escape(language.gettext(": "))
            yield _items(f"<strong>{_line(term)}</strong>{colon}{_line(text)}" for term, text in block.items)
        case Table():
            yield _items(" · ".join(_line(cell) for cell in row) for row in block.rows)
        case Pictured():
            yield from _block(block.table, language)
        case (
            Verbatim()
            | Cards()
            | Fields()
            | NoteSpace()
            | Choice()
            | RatingGrid()
            | QuestionCard()
            | TimePlan()
            | OrgChart()
            | DataTable()
            | Chart()
            | Files()
            | Folded()
            | Message()
            | OnPage()
        ):
            raise TypeError(f"There is no board HTML for {type(block).__name__}.")
        case _:
            assert_never(block)


def _items(lines: Iterable[str]) -> str:
    return "\n".join(["<ul>", *(f"<li>{line}</li>" for line in lines), "</ul>"])


def _line(inlines: Inlines) -> str:
    return "".join(_inline(part) for part in inlines if not isinstance(part, Evidence)).strip()


def _inline(part: Run | Mark) -> str:
    if isinstance(part, Run):
        return f"<strong>{escape(part.text)}</strong>" if part.strong else str(escape(part.text))
    return f" ({escape(part.text)})"
