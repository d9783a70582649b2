"""Forms to print or to edit: what the kit knows stands in them, and what it does not know has room to be written."""

from __future__ import annotations

import io

import docx
import pytest
from rolebook.documents.blocks import Block, Choice, Document, Fields, Folded, Kind, Option, Paragraph, Table, words
from rolebook.documents.edition import Edition
from rolebook.documents.internal_edition import InternalEdition
from rolebook.formats import docx as word
from rolebook.formats import html, markdown, pdf, text
from rolebook.kit import Kit
from rolebook.language import Language

from tests.formats import paper

FILLED = Fields(("Role", "Approved by"), values=("Baker", ""))
STACKED = Fields(("Pay", "Start"), values=("900 to 1,100 a month", ""), stacked=True)
TICKS = Choice("checks", "Before you sign", (Option("in", "Every scorecard is in", ""),), several=True)
EVIDENCE = Table("Must-haves", ("Skill", "Met", "Evidence"), ((words("Baking"), (), ()),), entries=(1, 2), room=(20, 0))


@pytest.fixture(params=["en", "ar"])
def edition(request: pytest.FixtureRequest, small: Kit) -> Edition:
    return InternalEdition(small, Language(request.param))


def document(edition: Edition, *blocks: Block) -> Document:
    return Document(Kind.GLOSSARY, "", edition.language.tag, title="T", description="D", blocks=blocks)


def test_a_page_shows_what_stands_in_a_field(edition: Edition) -> None:
    shown = html.write(document(edition, FILLED, STACKED), edition.language, lambda target: "#")
    assert "<p><span>Role</span> <bdi>Baker</bdi></p><p><span>Approved by</span></p>" in shown
    assert "<p><span>Pay</span> <bdi>900 to 1,100 a month</bdi></p><p><span>Start</span></p>" in shown


def test_ticks_on_a_page_belong_to_no_form_and_ask_for_no_reason(edition: Edition) -> None:
    shown = html.write(document(edition, TICKS), edition.language, lambda target: "#")
    assert '<input class="rb-box" type="checkbox" name="checks" value="in">' in shown
    assert "textarea" not in shown
    assert "data-form-end" not in shown


def test_text_has_room_where_nothing_stands(edition: Edition) -> None:
    colon = edition.gettext(": ")
    plain = text.write(document(edition, FILLED, TICKS, EVIDENCE), edition.language)
    assert f"Role{colon}Baker\nApproved by{colon}………" in plain
    assert "[ ] Every scorecard is in\n" in plain
    assert f"  Evidence{colon}………" in plain
    marked = markdown.write(document(edition, FILLED), edition.language)
    assert f"- Role{colon}Baker\n- Approved by{colon}……" in marked


def test_a_word_file_has_a_table_to_fill_in(edition: Edition) -> None:
    file = docx.Document(io.BytesIO(word.write(document(edition, STACKED, FILLED, TICKS, EVIDENCE), edition)))
    form, evidence = file.tables
    assert [[cell.text for cell in row.cells] for row in form.rows] == [["Pay", "900 to 1,100 a month"], ["Start", ""]]
    widths = [cell.width for cell in evidence.rows[1].cells]
    room, most = widths[1:]
    assert room is not None
    assert most is not None
    assert room < most
    said = [paragraph.text for paragraph in file.paragraphs]
    assert f"Role{edition.gettext(': ')}Baker" in said
    assert "☐ Every scorecard is in" in said


def test_paper_says_the_same(edition: Edition) -> None:
    sheets = pdf.write(document(edition, FILLED, STACKED, TICKS, EVIDENCE), edition)
    said = paper.pdf_text(sheets)
    for one in ("Baker", "Approved", "1,100", "scorecard", "Evidence"):
        assert paper.squeezed(one) in said


def test_a_word_file_ends_with_what_is_folded_up_and_without_an_empty_page(edition: Edition) -> None:
    folded = Folded("notes", "Not for the letter", (Paragraph(words("Send it warm.")),))
    file = docx.Document(io.BytesIO(word.write(document(edition, FILLED, folded), edition)))
    assert [paragraph.text for paragraph in file.paragraphs][-2:] == ["Not for the letter", "Send it warm."]
    assert [paragraph.paragraph_format.page_break_before for paragraph in file.paragraphs][-2:] == [True, None]
