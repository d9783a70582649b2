"""Plain text: everything is there, nothing is markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rolebook.documents.blocks import Paragraph, Run
from rolebook.documents.internal_edition import InternalEdition
from rolebook.formats import text
from rolebook.kit import Kit
from rolebook.language import Language

from tests.conftest import documents
from tests.formats.test_html import HOSTILE, document


@pytest.mark.parametrize("words", HOSTILE)
def test_a_text_comes_out_as_written(words: str) -> None:
    written = text.write(document(words), Language("en"))
    assert written.count(" ".join(words.split())) + written.count(words) >= 8


def test_every_document_can_be_written(small: Kit) -> None:
    for tag in small.about.languages:
        edition = InternalEdition(small, Language(tag))
        for one in documents(edition):
            assert text.write(one, edition.language).startswith(f"{one.title}\n=")


def test_no_arabic_line_about_a_question_has_a_latin_comma(small: Kit) -> None:
    edition = InternalEdition(small, Language("ar"))
    written = "\n".join(text.write(one, edition.language) for one in documents(edition))
    heads = [line for line in written.splitlines() if line.startswith("السؤال 1 (")]
    assert heads
    assert not [line for line in heads if "," in line.partition(")")[0]]


def test_an_address_that_stands_in_the_text_is_not_repeated_behind_it() -> None:
    address = Run("people@bakery.example", url="mailto:people@bakery.example")
    posting = Run("Posting", url="https://bakery.example/baker/")
    written = text.write(
        replace(document("Words"), blocks=(Paragraph((address,)), Paragraph((posting,)))), Language("en")
    )
    assert "people@bakery.example\n" in written
    assert "<mailto:" not in written
    assert "Posting <https://bakery.example/baker/>" in written
