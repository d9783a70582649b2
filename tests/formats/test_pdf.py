"""PDF: what the page says, tagged for screen readers, on the kit's paper, the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import process_time
from typing import Any

import pytest
from rolebook.catalogue import Format, as_file, is_confidential
from rolebook.documents.blocks import Document, Kind
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit, stage_packet
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.documents.library.handbook import handbook
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.roles.sourcing_guide import sourcing_guide
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.kit import Kit
from rolebook.kit.about import Paper
from rolebook.language import Language

from tests.conftest import in_languages, kit_of
from tests.formats.paper import beyond_the_margins, pdf_facts, pdf_lines, pdf_text, squeezed
from tests.formats.test_html import HOSTILE

MANGLED = re.compile("[\u064b-\u0652ء]|ل[اأإآ]|[نلبتثي]ي")
"""Where a reader of PDFs gets Arabic letters in another order than they were written (vowel signs, ligatures)."""


def pdf(document: Document, edition: InternalEdition) -> bytes:
    return as_file(document, edition, Format.PDF, confidential=is_confidential(document.kind, Format.PDF))


def lacking(text: str, read: str) -> bool:
    """Whether a text cannot be read back: neither whole, nor two thirds of its words where some are mangled."""
    if squeezed(text) in read:
        return False
    words = [squeezed(word).strip("«»()،؛؟.:") for word in text.split() if not MANGLED.search(word)]
    return sum(word in read for word in words) < 2 / 3 * len(words)


def role_texts(edition: InternalEdition, role_id: str) -> dict[str, list[str]]:
    """What each document of a role must say, by document."""
    kit, text = edition.kit, edition.text
    role = kit.role(role_id)
    questions = [kit.question(reference)[1] for stage in role.interview for reference in stage.questions]
    anchors = [text(kit.skill(need.skill).anchors.at(level)) for need in role.skills for level in range(1, 6)]
    return {
        "job-description": [text(duty.text) for duty in role.duties] + [text(role.purpose)],
        "scorecard": anchors,
        "interview-kit": [
            *(text(question.text) for question in questions),
            *(text(probe) for question in questions for probe in question.probes),
            *(text(question.listen_for.strong) for question in questions),
        ],
        "sourcing-guide": [text(kit.background(one).message) for one in role.backgrounds],
    }


def printed(edition: InternalEdition) -> Iterator[Document]:
    role = edition.kit.roles[2].id
    yield job_description(edition, role)
    yield scorecard(edition, role)
    yield interview_kit(edition, role)
    yield sourcing_guide(edition, role)


def test_a_roles_documents_say_what_their_pages_say(edition: InternalEdition) -> None:
    expected = role_texts(edition, edition.kit.roles[2].id)
    for document in printed(edition):
        read = pdf_text(pdf(document, edition))
        assert [text for text in expected[document.kind] if lacking(text, read)] == []


def test_every_pdf_is_tagged_titled_and_in_its_language(edition: InternalEdition) -> None:
    documents = [*printed(edition), structure_guide(edition, edition.kit.leadership_models[1].id)]
    documents.append(stage_packet(edition, f"{edition.kit.roles[2].id}/{edition.kit.roles[2].interview[0].id}"))
    for document in documents:
        facts = pdf_facts(pdf(document, edition))
        assert (facts["faults"], facts["tagged"], facts["ua"]) == ([], True, "1"), document.title
        assert (facts["language"], facts["title"]) == (edition.language.tag, document.title)
        assert facts["bookmarks"] == [document.title]
        assert facts["sizes"] == {(595, 842)}


@pytest.mark.slow
def test_the_handbook_holds_every_document_with_bookmarks(edition: InternalEdition) -> None:
    whole = handbook(edition, "")
    facts = pdf_facts(pdf(whole, edition))
    assert (facts["faults"], facts["tagged"]) == ([], True)
    titles = [part.title for part in whole.parts]
    assert [title for title in facts["bookmarks"] if title in titles] == titles
    assert len(titles) == 4 + 4 + 6 * 4 + 3 + len(edition.kit.skills)


def test_what_has_been_set_is_taken_again_at_another_place_of_another_document(edition: InternalEdition) -> None:
    """Nothing that a document alone says stands in a style or in a function that sets blocks: see the template."""
    about = edition.kit.about.model_copy(update={"paper": Paper.LETTER})  # which no other test has set them on
    edition = InternalEdition(edition.kit.model_copy(update={"about": about}), edition.language)

    def seconds(title: str, *parts: Document) -> float:
        begin = process_time()
        pdf(edition.document(Kind.HANDBOOK, title=title, description="", blocks=(), parts=parts), edition)
        return process_time() - begin

    kits = [interview_kit(edition, role.id) for role in edition.kit.roles]
    first = job_description(edition, edition.kit.roles[0].id)
    pdf(first, edition)  # reads the fonts as well
    alone = seconds("Kits", *kits)
    assert seconds("All", first, *kits) < 0.7 * alone


def test_internal_documents_say_so(edition: InternalEdition) -> None:
    header = squeezed(edition.text(edition.kit.about.organisation) + edition.gettext("Confidential"))
    for document in printed(edition):
        assert pdf_text(pdf(document, edition)).startswith(header), document.title


def test_each_sheet_says_which_state_of_its_document_it_shows(first: Kit) -> None:
    edition = InternalEdition(first, Language("en"))
    document = job_description(edition, first.roles[0].id)
    read = pdf_text(pdf(document, edition))
    assert squeezed(f"{first.about.version} · {document.fingerprint}") in read
    assert "Page1of" in read
    assert "Page2of" in read


def test_the_fingerprint_changes_with_the_document_alone(small_data: dict[str, Any]) -> None:
    def fingerprint() -> str:
        return job_description(InternalEdition(kit_of(small_data), Language("en")), "baker").fingerprint

    before = fingerprint()
    small_data["glossary"][0]["text"]["en"] += "!"
    assert fingerprint() == before
    small_data["roles"][0]["purpose"]["en"] += "!"
    assert fingerprint() != before


def test_the_kit_chooses_its_paper(small_data: dict[str, Any]) -> None:
    small_data["kit"]["paper"] = "letter"
    edition = InternalEdition(kit_of(small_data), Language("en"))
    assert pdf_facts(pdf(scorecard(edition, "baker"), edition))["sizes"] == {(612, 792)}


def test_the_same_kit_gives_the_same_bytes(small_data: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    edition = InternalEdition(kit_of(small_data), Language("ar"))
    first = pdf(scorecard(edition, "baker"), edition)
    again = InternalEdition(kit_of(small_data), Language("ar"))
    assert pdf(scorecard(again, "baker"), again) == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert pdf(scorecard(edition, "baker"), edition) != first


TRICKS = (
    *HOSTILE[:9],
    "#panic() $x$ @ref <label> \\ // * _ ` ~ = - + / [a] {b}",
    "=cmd|'/c calc'!A1",
    "“quotes” 'and' \"more\"",
    "w" * 400,
)


@pytest.mark.parametrize("text", TRICKS)
def test_a_text_comes_out_as_written(small_data: dict[str, Any], text: str) -> None:
    for where, key in ((small_data["roles"][0], "purpose"), (small_data["roles"][0]["duties"][0], "text")):
        where[key] = {"en": text, "ar": text}
    edition = InternalEdition(kit_of(small_data), Language("en"))
    read = pdf_text(pdf(job_description(edition, "baker"), edition))
    assert read.replace("-", "").count(squeezed(text).replace("-", "")) == 2


def test_a_character_that_no_font_has_is_named_and_never_an_empty_box(small_data: dict[str, Any]) -> None:
    for where, key in ((small_data["roles"][0], "title"), (small_data["roles"][0], "purpose")):
        where[key] = {"en": "Baker 😀 漢字 ☃", "ar": "خباز"}
    edition = InternalEdition(kit_of(small_data), Language("en"))
    written = pdf(job_description(edition, "baker"), edition)
    named = "Baker [grinning face] [2 letters: Han] ☃"
    assert pdf_text(written).count(squeezed(named)) >= 2
    assert pdf_facts(written)["title"] == named


@pytest.mark.usefixtures("font_packages")
def test_with_a_font_it_stands_there_itself(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["title"] = {"en": "Baker 😀 漢字", "ar": "خباز"}
    edition = InternalEdition(kit_of(small_data), Language("en"))
    assert pdf_facts(pdf(job_description(edition, "baker"), edition))["title"] == "Baker 😀 漢字"


NASTY = {
    "a bullet from Word": "\uf0b7",
    "Apple's logo": "\uf8ff",
    "private use, far up": "\U0010fffd",
    "a byte order mark": "a\ufeffb",
    "Arabic number signs": "\u0600\u0605\u06dd 12",
    "unassigned": "\u0378\U0001fbff",
    "an emoji of 2022": "\U0001fa77",
    "a family of emoji": "👩\u200d👩\u200d👧",
    "skin tone": "👍🏽",
    "a flag": "🇸🇦",
    "a mark of one font on a sign of another": "☃\u064b 漢\u0301 x\u20dd\u0e49",
    "spaces of all widths": "a\u00a0\u2003\u200a\u3000b",
    "invisible": "a\u00ad\u034f\u061c\u115f\u180e\u3164\uffa0\U000e0041b",
    "scripts that no font has": "中文 日本語 한국어 ქართული አማርኛ தமிழ் ᠮᠣᠩᠭᠣᠯ",
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_no_text_keeps_a_document_from_being_printed(small_data: dict[str, Any], text: str) -> None:
    """Wherever it stands: on the page, in the title, in the header and in the footer."""
    both = {"en": f"Text {text}", "ar": f"نص {text}"}
    small_data["kit"] |= {"version": f"2 {text}", "organisation": both}
    small_data["roles"][0] |= {"title": both, "purpose": both}
    small_data["leadership_models"][0]["organisations"][0]["top"]["label"] = both
    kit = kit_of(small_data)
    for tag, said in (("en", "Text"), ("ar", "نص")):
        edition = InternalEdition(kit, Language(tag))
        for document in (job_description(edition, "baker"), structure_guide(edition, kit.leadership_models[0].id)):
            assert squeezed(said) in pdf_text(pdf(document, edition))


def tiers(count: int) -> dict[str, Any]:
    """An organisation of so many tiers, each of one person."""
    below = [tiers(count - 1)] if count > 1 else []
    return {"role": "baker", "label": {"en": f"Tier {count}", "ar": f"طبقة {count}"}, "reports": below}


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_an_organisation_may_be_of_one_person_deep_or_wide(small_data: dict[str, Any], tag: str) -> None:
    name = {"en": "Size", "ar": "حجم"}
    team = [{"role": "baker", "label": {"en": f"Team {number}", "ar": f"فريق {number}"}} for number in range(1, 61)]
    small_data["leadership_models"][0]["organisations"] = [
        {"id": "one", "name": name, "top": {"role": "baker"}},
        {"id": "four", "name": name, "top": tiers(4)},
        {"id": "deep", "name": name, "top": tiers(16)},
        {"id": "wide", "name": name, "top": {"role": "baker", "reports": team}},
    ]
    edition = InternalEdition(kit_of(small_data), Language(tag))
    guide = structure_guide(edition, edition.kit.leadership_models[0].id)
    written = pdf(guide, edition)
    read = pdf_text(written)
    assert "Reportingto" not in read  # the chart in words is for those who cannot see it
    for number in range(1, 61):
        assert squeezed({"en": f"Team {number}", "ar": f"فريق {number}"}[tag]) in read
    if tag == "en":
        assert {f"Team {number}" for number in range(1, 61)} <= set(pdf_lines(written))  # a place as wide as its words
    for number in range(1, 17):
        assert squeezed({"en": f"Tier {number}", "ar": f"طبقة {number}"}[tag]) in read
    assert beyond_the_margins(written) == []


@pytest.mark.parametrize(
    ("tag", "said"), [("en-GB", "en-GB"), ("pt-BR", "pt-BR"), ("sr-Latn", "sr"), ("es-419", "es"), ("no", "no")]
)
def test_a_pdf_is_in_the_language_of_its_region(small_data: dict[str, Any], tag: str, said: str) -> None:
    edition = InternalEdition(kit_of(in_languages(small_data, [tag])), Language(tag))
    written = pdf(job_description(edition, "baker"), edition)
    assert pdf_facts(written)["language"] == said
    assert squeezed(edition.language.date(edition.kit.about.updated)) in pdf_text(written)


def test_a_long_word_stays_on_the_sheet(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["duties"][0]["text"] = {"en": "w" * 400, "ar": "و" * 400}
    for tag in ("en", "ar"):
        edition = InternalEdition(kit_of(small_data), Language(tag))
        assert pdf_text(pdf(job_description(edition, "baker"), edition)).count("w" if tag == "en" else "و") >= 400
