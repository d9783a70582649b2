"""Every block is written in every format, or left out on purpose; a new one that a format does not know is an error.

What is a type error, mypy says: each time anew, which is slow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from rolebook.audience import Audience, edition_for
from rolebook.catalogue import localized_artefacts
from rolebook.documents.blocks import Block, Callout, Document, Files, Folded, Highlights, Kind, Listing, Tool
from rolebook.formats import board, html, markdown, text
from rolebook.formats.html import Download
from rolebook.kit import Kit
from rolebook.language import Language

from tests.type_errors import type_errors

BLOCKS: tuple[type, ...] = get_args(Block)
TOOLS: set[type] = set(get_args(Tool)) - {Highlights}
"""What only pages have. The facts of a vacancy's card are a list elsewhere."""
LANGUAGE = Language("en")
ON_BOARDS = {"Heading", "Paragraph", "Action", "Callout", "Listing", "Definitions", "Table", "Pictured"}


def within(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Callout | Folded):
            yield from within(block.blocks)
        if isinstance(block, Listing):
            yield from within(tuple(inner for item in block.items for inner in item.blocks))


@pytest.fixture(scope="module")
def examples(first: Kit, small: Kit) -> dict[str, Block]:
    """One of each block, as documents of the first kit have it, or of the small one: that has a handout."""
    found: dict[str, Block] = {}
    for kit in (first, small):
        for audience in Audience:
            edition = edition_for(audience, kit, LANGUAGE)
            for artefact in localized_artefacts(kit, edition):
                form = artefact.document.form
                for block in within((*artefact.document.blocks, *((form,) if form else ()))):
                    if not isinstance(block, Callout) or block.tone != "panel":  # those of pages contain links alone
                        found.setdefault(type(block).__name__, block)
    return found


def document(block: Block) -> Document:
    return Document(Kind.GLOSSARY, "", "en", title="T", description="D", blocks=(block,))


def page(document: Document, language: Language) -> str:
    return html.write(document, language, lambda target: "#").partition('<div class="rb-body')[2]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.__name__)
def test_a_page_shows_every_block(block: type, examples: dict[str, Block]) -> None:
    shown = page(document(examples[block.__name__]), LANGUAGE)
    assert shown.count("<") >= 3, shown


@pytest.mark.parametrize("write", [markdown.write, text.write], ids=["markdown", "text"])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.__name__)
def test_text_has_every_block_but_links_and_tools_of_pages(
    block: type, write: Callable[[Document, Language], str], examples: dict[str, Block]
) -> None:
    written = write(document(examples[block.__name__]), LANGUAGE)
    without = write(Document(Kind.GLOSSARY, "", "en", title="T", description="D", blocks=()), LANGUAGE)
    assert (written == without) is (block in TOOLS)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.__name__)
def test_boards_take_text_alone(block: type, examples: dict[str, Block]) -> None:
    example = document(examples[block.__name__])
    if block.__name__ in ON_BOARDS:
        assert board.write(example, LANGUAGE).startswith("<")
    else:
        with pytest.raises(TypeError, match=f"no board HTML for {block.__name__}"):
            board.write(example, LANGUAGE)


@pytest.mark.slow
def test_a_block_that_a_format_does_not_know_is_a_type_error(tmp_path: Path) -> None:
    """Adding a block to `Block` and nothing else: mypy names each format that has to learn it."""
    found = type_errors(
        tmp_path, "documents/blocks/__init__.py", {"Block = (": "Block = (\n    complex |"}, "rolebook.formats"
    )
    unaware = {error.partition(":")[0] for error in found if '"assert_never" has incompatible type "complex"' in error}
    assert unaware >= {"markdown", "text", "board", "html"}, found


def test_a_file_is_saved_under_what_it_is_called_and_not_under_the_id_of_its_question() -> None:
    files = Files("q1-files", "Hand over", (("Four doughs", "try-out/left-out-dough.xlsx"),))
    there = Download("Four doughs", "try-out/left-out-dough.xlsx", "Excel", None, within=True)
    shown = html.write(document(files), LANGUAGE, lambda target: "#", downloads=(there,))
    assert 'href="try-out/left-out-dough.xlsx" download="Four doughs.xlsx"' in shown
