"""Documents as Word files, to edit: real styles, so that a person can restyle them; right to left where it is due.

python-docx prepares what every file of a language shares, once; the text itself is written as WordprocessingML, since
python-docx takes ten times as long for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolebook.documents.blocks import Block, Document, Folded, Run
from rolebook.documents.edition import Edition
from rolebook.formats.docx import package
from rolebook.formats.docx.blocks import BlockWriter
from rolebook.formats.docx.wordprocessingml import Markup

__all__ = ["write"]


def write(document: Document, edition: Edition) -> bytes:
    """The Word file of a document.

    Args:
        document: What to write; one that is made of parts has each on pages of its own.
        edition: The kit in the document's language, for its name, version and date.
    """
    markup = Markup(edition.language)
    body = "".join(_body(document, edition, markup))
    return package.pack(body, markup.numbered_lists, document, edition)


def _body(document: Document, edition: Edition, markup: Markup) -> Iterator[str]:
    writer = BlockWriter(markup, edition.language, first_heading=2 if document.parts else 1)
    if document.eyebrow:
        yield markup.paragraph((Run(document.eyebrow),), "Subtitle")
    yield markup.paragraph((Run(document.title),), "Title")
    yield from _to_the_end(writer, document.blocks)
    for part in document.parts:
        yield markup.paragraph((Run(part.title),), "Heading1", on_new_page=True)
        if part.eyebrow:
            yield markup.paragraph((Run(part.eyebrow),), "Subtitle")
        yield from _to_the_end(writer, part.blocks)


def _to_the_end(writer: BlockWriter, blocks: Sequence[Block]) -> list[str]:
    """Blocks, without an empty page after what is folded up at their end."""
    written = list(writer.blocks(blocks))
    return written[:-1] if blocks and isinstance(blocks[-1], Folded) else written
