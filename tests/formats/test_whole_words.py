"""«محلل/ة» stands on one line, on a page and on paper, and is copied as the kit says it."""

from __future__ import annotations

import pytest
from rolebook.documents.blocks import Kind, Paragraph, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.formats import pdf
from rolebook.formats.whole_words import keep_whole
from rolebook.kit import Kit
from rolebook.language import Language

from tests.formats.paper import pdf_lines, pdf_text


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        (
            "<h1>محلل/ة أول/أولى</h1>",
            '<h1><span class="rb-whole">محلل/ة</span> <span class="rb-whole">أول/أولى</span></h1>',
        ),
        ("<p>المُحاوِر/ة: <b>x</b></p>", '<p><span class="rb-whole">المُحاوِر/ة</span>: <b>x</b></p>'),
        (
            '<td title="مدير/ة" data-label="المدير/ة 1/2">x</td>',
            '<td title="مدير/ة" data-label="المدير\u2060/\u2060ة 1/2">x</td>',
        ),
    ],
)
def test_a_title_for_both_genders_is_marked_as_a_whole(markup: str, kept: str) -> None:
    assert keep_whole(markup) == kept


@pytest.mark.parametrize(
    "markup",
    [
        '<a aria-label="محلل/ة" title="مدير/ة">x</a>',
        "<title>محلل/ة</title><option>محلل/ة</option><textarea>محلل/ة</textarea>",
        '<pre data-form="text">محلل/ة\nمدير/ة</pre><template data-knows>{"a":"محلل/ة"}</template>',
        "<p>and/or, 1/2, عربي</p>",
    ],
)
def test_what_is_copied_said_to_machines_or_needs_no_care_is_left_alone(markup: str) -> None:
    assert keep_whole(markup) == markup


def test_on_paper_no_line_ends_at_its_slash(small: Kit) -> None:
    edition = InternalEdition(small, Language("ar"))
    lines = tuple(Paragraph(words("ا" * before + " المسؤول/ة عن الخبز")) for before in range(120, 240))
    written = pdf.write(edition.document(Kind.HOME, title="ورقة", description="", blocks=lines), edition)
    assert not [line for line in pdf_lines(written) if line.endswith("/") or line.startswith("ة ")]
    assert pdf_text(written).count("المسؤول/ة") == len(lines)
