"""Word: real styles, the page's words, right to left, and nothing that a text could become."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from rolebook.catalogue import Format, as_file
from rolebook.documents.edition import Edition
from rolebook.documents.job_description import job_description
from rolebook.kit import Kit
from rolebook.language import Language

from tests.conftest import documents, kit_of
from tests.formats.paper import squeezed, word_text
from tests.formats.test_pdf import TRICKS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(edition: Edition, role: str) -> bytes:
    return as_file(job_description(edition, role), edition, Format.DOCX)


def test_it_says_what_the_page_says(edition: Edition) -> None:
    for role in edition.kit.roles:
        read = word_text(word(edition, role.id))
        for duty in role.duties:
            assert squeezed(edition.text(duty.text)) in read
        for need in role.skills:
            assert squeezed(edition.skill(need.skill).text) in read


def test_it_has_real_styles_and_tables(edition: Edition) -> None:
    read = docx.Document(io.BytesIO(word(edition, edition.kit.roles[0].id)))
    styles = {paragraph.style.name for paragraph in read.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= styles
    assert len(read.tables) >= 4
    assert all(table.style is not None and table.style.name == "Table Grid" for table in read.tables)


def test_its_properties_name_the_kit(edition: Edition) -> None:
    properties = docx.Document(io.BytesIO(word(edition, edition.kit.roles[0].id))).core_properties
    assert properties.title == edition.text(edition.kit.roles[0].title)
    assert properties.author == edition.text(edition.kit.kit.organisation)
    assert properties.language == edition.language.tag


def test_arabic_paragraphs_runs_and_tables_go_right_to_left(first: Kit) -> None:
    for tag, expected in (("ar", True), ("en", False)):
        read = docx.Document(io.BytesIO(word(Edition(first, Language(tag)), first.roles[2].id)))
        filled = [paragraph for paragraph in read.paragraphs if paragraph.text]
        assert all((paragraph._p.find(f".//{W}bidi") is not None) is expected for paragraph in filled)
        assert all(bool(run.font.rtl) is expected for paragraph in filled for run in paragraph.runs if run.text)
        assert all((table._tbl.find(f".//{W}bidiVisual") is not None) is expected for table in read.tables)


@pytest.mark.parametrize("text", TRICKS)
def test_a_text_comes_out_as_written(small_data: dict[str, Any], text: str) -> None:
    small_data["roles"][0]["purpose"] = {"en": text, "ar": text}
    edition = Edition(kit_of(small_data), Language("en"))
    assert squeezed(text) in word_text(word(edition, "baker"))


def test_the_kit_chooses_its_paper(small_data: dict[str, Any]) -> None:
    for paper, inches in (("a4", 11.69), ("letter", 11)):
        small_data["kit"]["paper"] = paper
        [page] = docx.Document(io.BytesIO(word(Edition(kit_of(small_data), Language("en")), "baker"))).sections
        assert page.page_height is not None
        assert page.page_height.inches == pytest.approx(inches, abs=0.01)


def test_the_same_kit_gives_the_same_bytes(small: Kit) -> None:
    edition = Edition(small, Language("ar"))
    first = word(edition, "baker")
    assert word(edition, "baker") == first
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert packed.testzip() is None
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_kind_of_block_can_be_written(small: Kit) -> None:
    edition = Edition(small, Language("ar"))
    for document in documents(edition):
        assert squeezed(document.title) in word_text(as_file(document, edition, Format.DOCX))
