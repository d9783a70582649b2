"""Word: real styles, the page's words, right to left, and nothing that a text could become."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from rolebook.catalogue import Format, as_file
from rolebook.documents.blocks import Item, Listing, Run, Verbatim
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.library.handbook import handbook
from rolebook.documents.process.forms import forms
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.formats.docx.columns import fitted
from rolebook.kit import Kit
from rolebook.language import Language

from tests.conftest import documents, in_languages, kit_of
from tests.formats.paper import squeezed, word_text
from tests.formats.test_pdf import TRICKS, tiers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(edition: InternalEdition, role: str) -> bytes:
    return as_file(job_description(edition, role), edition, Format.DOCX)


def test_it_says_what_the_page_says(edition: InternalEdition) -> None:
    for role in edition.kit.roles:
        read = word_text(word(edition, role.id))
        for duty in role.duties:
            assert squeezed(edition.text(duty.text)) in read
        for need in role.skills:
            assert squeezed(edition.skill(need.skill).text) in read


def test_it_has_real_styles_and_tables(edition: InternalEdition) -> None:
    read = docx.Document(io.BytesIO(word(edition, edition.kit.roles[0].id)))
    styles = {paragraph.style.name for paragraph in read.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "List Number", "List Bullet"} <= styles
    assert len(read.tables) >= 4
    assert all(table.style is not None and table.style.name == "Table Grid" for table in read.tables)


def test_its_properties_name_the_kit(edition: InternalEdition) -> None:
    properties = docx.Document(io.BytesIO(word(edition, edition.kit.roles[0].id))).core_properties
    assert properties.title == edition.text(edition.kit.roles[0].title)
    assert properties.author == edition.text(edition.kit.about.organisation)
    assert properties.language == edition.language.tag


def test_arabic_paragraphs_runs_and_tables_go_right_to_left(first: Kit) -> None:
    for tag, expected in (("ar", True), ("en", False)):
        read = docx.Document(io.BytesIO(word(InternalEdition(first, Language(tag)), first.roles[2].id)))
        filled = [paragraph for paragraph in read.paragraphs if paragraph.text]
        assert all((paragraph._p.find(f".//{W}bidi") is not None) is expected for paragraph in filled)
        assert all(bool(run.font.rtl) is expected for paragraph in filled for run in paragraph.runs if run.text)
        assert all((table._tbl.find(f".//{W}bidiVisual") is not None) is expected for table in read.tables)


def test_the_direction_of_a_table_stands_where_the_standard_wants_it(first: Kit) -> None:
    """After the table's style: Word's schema knows an order, and calls a file with another one broken."""
    read = docx.Document(io.BytesIO(word(InternalEdition(first, Language("ar")), first.roles[2].id)))
    for table in read.tables:
        assert [child.tag for child in table._tbl.tblPr][:3] == [f"{W}tblStyle", f"{W}bidiVisual", f"{W}tblW"]


def test_lines_and_markup_of_a_text_come_out_as_written(small_data: dict[str, Any]) -> None:
    text = "<w:p>&amp; one\n\ttwo  "
    edition = InternalEdition(kit_of(small_data), Language("en"))
    document = replace(job_description(edition, "baker"), blocks=(Verbatim("Copy", text),))
    read = docx.Document(io.BytesIO(as_file(document, edition, Format.DOCX)))
    assert read.paragraphs[-1].text == text
    assert read.paragraphs[-1].style is not None
    assert read.paragraphs[-1].style.name == "Quote"


@pytest.mark.parametrize("text", TRICKS)
def test_a_text_comes_out_as_written(small_data: dict[str, Any], text: str) -> None:
    small_data["roles"][0]["purpose"] = {"en": text, "ar": text}
    edition = InternalEdition(kit_of(small_data), Language("en"))
    assert squeezed(text) in word_text(word(edition, "baker"))


def test_the_kit_chooses_its_paper(small_data: dict[str, Any]) -> None:
    for paper, inches in (("a4", 11.69), ("letter", 11)):
        small_data["kit"]["paper"] = paper
        [page] = docx.Document(io.BytesIO(word(InternalEdition(kit_of(small_data), Language("en")), "baker"))).sections
        assert page.page_height is not None
        assert page.page_height.inches == pytest.approx(inches, abs=0.01)


def test_the_same_kit_gives_the_same_bytes(small: Kit) -> None:
    edition = InternalEdition(small, Language("ar"))
    first = word(edition, "baker")
    assert word(edition, "baker") == first
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert packed.testzip() is None
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_kind_of_block_can_be_written(small: Kit) -> None:
    edition = InternalEdition(small, Language("ar"))
    for document in documents(edition):
        assert squeezed(document.title) in word_text(as_file(document, edition, Format.DOCX))


def test_a_handbook_has_all_of_its_parts(small: Kit) -> None:
    edition = InternalEdition(small, Language("en"))
    document = handbook(edition, "")
    read = docx.Document(io.BytesIO(as_file(document, edition, Format.DOCX)))
    parts = [one.text for one in read.paragraphs if one.style and one.style.name == "Heading 1"]
    assert parts == [part.title for part in document.parts]
    said = word_text(as_file(document, edition, Format.DOCX))
    for skill in small.skills:
        assert squeezed(edition.text(skill.anchors.at(5))) in said


def test_long_texts_fit_into_its_properties(small_data: dict[str, Any]) -> None:
    long = "long " * 100
    small_data["kit"] |= {"version": long, "organisation": {"en": long, "ar": long}}
    small_data["roles"][0]["title"] = {"en": long, "ar": long}
    edition = InternalEdition(kit_of(small_data), Language("en"))
    read = docx.Document(io.BytesIO(word(edition, "baker")))
    assert read.paragraphs[1].text == long.strip()
    properties = read.core_properties
    for kept in (properties.title, properties.author, properties.version):
        assert len(kept) == 255
        assert kept.endswith("…")


def test_each_tier_of_an_organisation_stands_further_in(small_data: dict[str, Any]) -> None:
    small_data["leadership_models"][0]["organisations"][0]["top"] = tiers(5)
    edition = InternalEdition(kit_of(small_data), Language("ar"))
    guide = structure_guide(edition, edition.kit.leadership_models[0].id)
    read = docx.Document(io.BytesIO(as_file(guide, edition, Format.DOCX)))
    places = [one for one in read.paragraphs if re.search(r"طبقة \d\)$", one.text)]
    indents = [int(one.paragraph_format.left_indent or 0) for one in places]
    assert len(indents) == 5
    assert indents == sorted(set(indents))


@pytest.mark.parametrize(("tag", "kind"), [("ar-SA", "bidi"), ("ja", "eastAsia"), ("pt-BR", "val")])
def test_word_is_told_the_language(small_data: dict[str, Any], tag: str, kind: str) -> None:
    edition = InternalEdition(kit_of(in_languages(small_data, [tag])), Language(tag))
    styles = docx.Document(io.BytesIO(word(edition, "baker"))).styles
    assert [one.get(f"{W}{kind}") for one in styles["Normal"].element.iter(f"{W}lang")][-1] == tag


def test_each_numbered_list_begins_with_one(small: Kit) -> None:
    edition = InternalEdition(small, Language("en"))
    items = tuple(Item((Run(text),)) for text in ("one", "two"))
    inner = (replace(items[0], blocks=(Listing(items, ordered=True),)), items[1])
    document = replace(
        job_description(edition, "baker"), blocks=(Listing(inner, ordered=True), Listing(items, ordered=True))
    )
    read = docx.Document(io.BytesIO(as_file(document, edition, Format.DOCX)))
    lists = [int(number) for number in read.element.body.xpath(".//w:numPr/w:numId/@w:val")]
    assert lists == [lists[0], *[lists[0] + 1] * 2, lists[0], *[lists[0] + 2] * 2]
    for number in set(lists):
        (start,) = read.part.numbering_part.element.xpath(f"w:num[@w:numId='{number}']//w:startOverride/@w:val")
        assert start == "1"


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_columns_have_room_for_their_longest_word(first: Kit, tag: str) -> None:
    """A letter takes 0.55 of its size on average in Word's fonts, in bold; a cell keeps 216 twentieths free."""
    edition = InternalEdition(first, Language(tag))
    for document in (job_description(edition, first.roles[2].id), forms(edition, "")):
        read = docx.Document(io.BytesIO(as_file(document, edition, Format.DOCX)))
        for table in read.tables:
            for row in table.rows:
                for cell in row.cells:
                    width = int(cell._tc.tcPr.find(f"{W}tcW").get(f"{W}w")) - 216
                    sizes = {int(size.get(f"{W}val")) for size in cell._tc.iter(f"{W}sz")} or {22}
                    for word_ in re.split(r"\s|(?<=-)", cell.text):
                        assert 0.55 * 10 * max(sizes) * len(word_) <= width, (word_, cell.text)


def test_an_arabic_word_has_room_for_a_last_letter_that_is_broad() -> None:
    """Thirteen columns share what there is by what their words need: «ت» at the end needs more than «د»."""
    broad, *others = fitted([["تحققت"], *[["تحققد"]] * 12], {}).widths
    assert all(broad > one for one in others)
