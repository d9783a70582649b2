"""A document as Markdown: a CommonMark reader shows every text as written."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rolebook.formats import markdown
from rolebook.language import Language

from tests.formats.test_html import HOSTILE, document
from tests.thoroughness import TIMES

READER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")


def read_back(text: str) -> str:
    rendered = READER.render(f"{markdown.escape(text)}\n")
    paragraph = re.fullmatch(r"<p>(.*)</p>\n?", rendered, re.DOTALL)
    assert paragraph, rendered
    assert "<" not in paragraph[1], rendered
    return html.unescape(paragraph[1])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_reads_back_as_written(text: str) -> None:
    assert read_back(text) == " ".join(text.split())


@settings(max_examples=100 * TIMES, deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1).filter(lambda text: text.strip())
)
def test_any_text_reads_back_as_written(text: str) -> None:
    assert "".join(read_back(text).split()) == "".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_document_keeps_its_shape(text: str) -> None:
    rendered = READER.render(markdown.write(document(text), Language("en")))
    assert [rendered.count(f"<{tag}") for tag in ("h1", "h2", "table", "pre")] == [1, 1, 1, 1]
    assert "<script>" not in rendered
