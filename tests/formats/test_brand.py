"""The organisation's brand in PDF, Word and Excel; without one, its name alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from rolebook.audience import Audience, edition_for
from rolebook.catalogue import localized_artefacts
from rolebook.catalogue.files import as_file
from rolebook.language import Language
from rolebook.source import load

from tests.brand import BRAND, drawn
from tests.formats.paper import pdf_text

Data = dict[str, Any]
Made = Callable[..., bytes]
BAKERY = {"en": "Corner Bakery", "ar": "مخبز الركن"}
STREET = {"en": "OvenStreet", "ar": "شارعالفرن"}
COLOURS, LINES = ({key: BRAND[key]} for key in ("colours", "letterhead"))


@pytest.fixture
def made(written: Callable[[Data], Path], small_data: Data, tmp_path: Path) -> Made:
    """Makes a file of the small kit with a brand, in a language."""

    def make(path: str, tag: str, brand: Data | None = BRAND, audience: Audience = Audience.INTERNAL) -> bytes:
        drawn(tmp_path)
        small_data["kit"].pop("brand", None)
        if brand is not None:
            small_data["kit"]["brand"] = brand
        kit = load(written(small_data)).kit
        assert kit is not None
        edition = edition_for(audience, kit, Language(tag))
        artefact = next(one for one in localized_artefacts(kit, edition) if one.path == path)
        row = artefact.row
        return as_file(artefact.document, edition, row.format, confidential=row.confidential)

    return make


def greens(pdf: bytes) -> int:
    """How many pixels of the first sheet are of the logo's green."""
    document = pypdfium2.PdfDocument(pdf)
    shown = document[0].render(scale=2, rev_byteorder=True)
    size, content = shown.n_channels, bytes(shown.buffer)
    document.close()
    return sum(content[place : place + 3] == b"\x00\xa3\x6c" for place in range(0, len(content), size))


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_posting_on_paper_begins_with_the_letterhead(made: Made, tag: str) -> None:
    posting = made("jobs/baker/job-description.pdf", tag, audience=Audience.PUBLIC)
    plain = made("jobs/baker/job-description.pdf", tag, None, Audience.PUBLIC)
    assert STREET[tag] in pdf_text(posting)
    assert STREET[tag] not in pdf_text(plain)
    assert greens(posting) > 1000
    assert greens(plain) == 0


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_what_stays_in_the_house_has_the_mark_and_no_letterhead(made: Made, tag: str) -> None:
    scorecard, plain = (made("roles/baker/scorecard/scorecard.pdf", tag, brand) for brand in (BRAND, None))
    assert STREET[tag] not in pdf_text(scorecard)
    assert 1000 > greens(scorecard) > 100
    assert greens(plain) == 0


def heads(word: bytes, *, first: bool = False) -> Any:
    section = docx.Document(io.BytesIO(word)).sections[0]
    return section.first_page_header if first else section.header


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_word_file_has_the_mark_the_name_and_the_colours(made: Made, tag: str) -> None:
    word = made("roles/baker/job-description.docx", tag)
    head = heads(word)
    assert BAKERY[tag] in "".join(paragraph.text for paragraph in head.paragraphs)
    assert head._element.xpath("//wp:docPr/@descr") == [BAKERY[tag]]
    assert bool(head._element.xpath("//w:bidi")) is (tag == "ar")
    styles = docx.Document(io.BytesIO(word)).styles
    red, green, blue = styles["Heading 1"].font.color.rgb
    assert red > green  # the ink of a red primary colour; Word's own is blue
    assert red > blue


def test_a_word_file_without_a_brand_has_the_name_and_words_own_colours(made: Made) -> None:
    word = made("roles/baker/job-description.docx", "en", None)
    assert heads(word).paragraphs[0].text == "Corner Bakery"
    assert heads(word)._element.xpath("//wp:docPr") == []
    assert str(docx.Document(io.BytesIO(word)).styles["Heading 1"].font.color.rgb) == "365F91"


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_an_offer_letter_in_word_begins_with_the_letterhead(made: Made, tag: str) -> None:
    word = made("roles/baker/offer-letter/offer-letter.docx", tag)
    lines = "\n".join(paragraph.text for paragraph in heads(word, first=True).paragraphs)
    assert BRAND["letterhead"][0][tag] in lines
    assert BRAND["letterhead"][0][tag] not in "\n".join(paragraph.text for paragraph in heads(word).paragraphs)


@pytest.mark.parametrize("path", ["roles/baker/scorecard/scorecard.xlsx", "roles/baker/intake/timeline.xlsx"])
def test_a_workbook_prints_the_mark_and_the_name_on_each_sheet(made: Made, path: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(path, "en"))) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        [mark] = [book.read(name) for name in book.namelist() if name.startswith("xl/media/")]
        styles = book.read("xl/styles.xml").decode()
    assert sheets
    assert all("&amp;L&amp;G" in sheet and "&amp;LCorner Bakery" in sheet for sheet in sheets)
    assert b"pHYs" in mark  # or Excel prints it three times as large
    assert "FFE4ECEF" not in styles
    with zipfile.ZipFile(io.BytesIO(made(path, "en", None))) as book:
        assert not [name for name in book.namelist() if name.startswith("xl/media/")]
        assert "FFE4ECEF" in book.read("xl/styles.xml").decode()
        assert "Corner Bakery" in book.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("brand", [COLOURS, LINES, {"logo": "brand/logo.svg"}], ids=["colours", "letterhead", "logo"])
def test_any_part_of_a_brand_is_enough(made: Made, brand: Data) -> None:
    for path in ("jobs/baker/job-description.pdf", "jobs/baker/card.png"):
        assert made(path, "ar", brand, Audience.PUBLIC)
    for path in ("roles/baker/offer-letter/offer-letter.docx", "roles/baker/scorecard/scorecard.xlsx"):
        assert made(path, "ar", brand)
