"""The documents around the interview: what the kit knows stands in them, in each language, on pages and in files."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import lxml.html
import pytest
from rolebook.audience import Audience, edition_for
from rolebook.catalogue import Format, as_file, links_from, localized_artefacts
from rolebook.documents.blocks import Cards, Document, HiringLine, Kind, Pictured, Run, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interviewing import interviewing
from rolebook.documents.process.decision_record import decision_record
from rolebook.documents.process.filled import fill_in
from rolebook.documents.process.forms import forms, forms_subjects
from rolebook.documents.process.intake import intake
from rolebook.documents.process.offer_letter import offer_letter
from rolebook.documents.process.process_steps import process_steps
from rolebook.documents.process.reference_check import reference_check
from rolebook.formats import html, text
from rolebook.kit import Kit
from rolebook.kit.forms import Fill
from rolebook.language import Language

from tests.conftest import kit_of
from tests.formats.paper import pdf_text, squeezed

FORMS = {Kind.INTAKE, Kind.REFERENCE_CHECK, Kind.DECISION_RECORD, Kind.OFFER_LETTER}


@pytest.fixture(params=["en", "ar"])
def edition(request: pytest.FixtureRequest, small: Kit) -> InternalEdition:
    return InternalEdition(small, Language(request.param))


def said(document: Document, edition: InternalEdition) -> str:
    return text.write(document, edition.language)


def test_the_intake_form_has_what_the_kit_knows(edition: InternalEdition) -> None:
    role, form = edition.kit.role("baker"), said(intake(edition, "baker"), edition)
    [posting] = role.postings
    assert posting.pay is not None
    colon = edition.gettext(": ")
    wage = {"en": "Wage", "ar": "الأجر"}[edition.language.tag]
    assert f"{wage}{colon}{edition.pay(posting.pay)}\n" in form
    for stage in role.interview:
        assert edition.text(stage.name) in form
        assert edition.minutes(stage.minutes) in form
    for need in role.needs:
        assert (edition.text(edition.kit.skill(need.skill).name) in form) is need.must_have
    for level in role.levels:
        assert level.pay is None or edition.pay(level.pay) in form
    assert edition.kit.careers is not None
    assert str(edition.kit.careers.answer_days) in form


def test_each_form_has_a_page_that_leads_to_that_of_every_role(edition: InternalEdition) -> None:
    pages = {
        artefact.path: artefact.document
        for artefact in localized_artefacts(edition.kit, edition)
        if artefact.row.kind is Kind.FORM
    }
    assert set(pages) == {f"forms/{kind}/" for kind in (*FORMS, Kind.SCREENING_SHEET, Kind.ONBOARDING_PLAN)}
    for page in pages.values():
        cards = [card for block in page.blocks if isinstance(block, Cards) for card in block.items]
        assert [card.to.subject for card in cards] == [role.id for role in edition.kit.roles_as_sought]


def test_a_letter_leaves_no_field_open_that_a_message_would_fill_in(small_data: dict[str, Any]) -> None:
    small_data["hiring"]["offer"]["opening"] = [
        dict.fromkeys(("en", "ar"), "{role}, {requisition}, {posting_url}, {contact}: {old_date}")
    ]
    ana = {"en": "Ana", "ar": "آنا"}
    small_data["roles"][0]["posting"]["contact"] = {"name": ana, "title": ana, "email": "ana@bakery.example"}
    edition = InternalEdition(kit_of(small_data), Language("en"))
    [posting] = edition.kit.role("baker").postings
    known = f"Baker, {posting.identifier}, https://jobs.bakery.example/en/jobs/baker/, ana@bakery.example"
    assert f"{known}: [Previous date]" in said(offer_letter(edition, "baker"), edition)


def test_without_a_vacancy_the_pay_is_that_of_the_levels(small_data: dict[str, Any]) -> None:
    del small_data["roles"][0]["posting"]
    edition = InternalEdition(kit_of(small_data), Language("en"))
    bands = {level.name["en"]: level.pay for level in edition.kit.role("baker").levels}
    wanted = "; ".join(f"{name}: {edition.pay(band)}" for name, band in bands.items() if band)
    assert f"Wage: {wanted}\n" in said(intake(edition, "baker"), edition)


def test_a_language_says_whether_it_is_required(small_data: dict[str, Any]) -> None:
    role = small_data["roles"][0]
    role["languages"].append(
        {"name": {"en": "English", "ar": "الإنجليزية"}, "level": {"en": "to read", "ar": "للقراءة"}}
    )
    role["languages"][-1]["need"] = "preferred"
    edition = InternalEdition(kit_of(small_data), Language("en"))
    found = fill_in(edition, edition.kit.role("baker"), Fill.LANGUAGES)
    assert found == "Arabic (for the shop; required); English (to read; preferred)"


def test_each_level_that_is_sought_has_forms_of_its_own(small_data: dict[str, Any]) -> None:
    skilled = small_data["roles"][0].pop("posting")
    pay = {"currency": "SAR", "unit": "hour", "minimum": 27, "maximum": 29}
    apprentice = {**skilled, "level": "apprentice", "identifier": "B-2", "pay": pay}
    small_data["roles"][0]["postings"] = [skilled, apprentice]
    edition = InternalEdition(kit_of(small_data), Language("en"))
    first, second = (said(intake(edition, role), edition) for role in ("baker", "baker@apprentice"))
    assert "Wage: 40 Saudi riyals an hour" in first
    assert "Level: 3 Intermediate" in first
    assert "For another level: Apprentice baker (B-2)" in first
    assert "Wage: 27 to 29 Saudi riyals an hour" in second
    assert "Level: 2 Basic" in second
    letter = said(offer_letter(edition, "baker"), edition).partition("Before you send it")
    assert "Apprentice" not in letter[0]  # the candidate reads it
    assert "For another level: Apprentice baker (B-2)" in letter[2]
    page = said(forms(edition, ""), edition)
    assert "Baker – Skilled baker" in page
    assert "Baker – Apprentice baker" in page


def test_referees_are_asked_about_each_must_have_and_only_with_consent(edition: InternalEdition) -> None:
    form, role = said(reference_check(edition, "baker"), edition), edition.kit.role("baker")
    check = edition.kit.hiring.references
    assert check is not None
    question = edition.text(check.skill_questions[0])
    must_haves = [need for need in role.needs if need.must_have]
    assert form.count(question) == len(must_haves) > 0
    assert f"[ ] {edition.text(check.consent[0].name)}" in form
    assert form.index(edition.text(check.consent[0].name)) < form.index(edition.text(check.opening))


def test_the_decision_record_has_each_skill_with_the_stages_whose_ratings_count(edition: InternalEdition) -> None:
    form, role = said(decision_record(edition, "baker"), edition), edition.kit.role("baker")
    colon = edition.gettext(": ")
    for need in role.needs:
        assert f"- {edition.text(edition.kit.skill(need.skill).name)}\n" in form
        assert f"{edition.gettext('Level')}{colon}{edition.level(need.level)}" in form
    assert f"{edition.gettext('Rated in')}{colon}{edition.text(role.interview[0].name)}" in form
    assert edition.gettext("Reason, in the terms of the job description") in form


def test_a_stage_that_cannot_show_the_level_is_not_named_beside_a_must_have(small_data: dict[str, Any]) -> None:
    first = small_data["roles"][0]["interview"][0]
    chat = {**first, "id": "chat", "name": {"en": "Chat", "ar": "محادثة"}, "questions": ["baking/failed-batch"]}
    small_data["roles"][0]["interview"] = [chat, first]
    edition = InternalEdition(kit_of(small_data), Language("en"))
    form = said(decision_record(edition, "baker"), edition)
    assert "Rated in: Try-out\n" in form
    assert "Chat" not in form


def test_an_offer_leaves_open_only_what_nobody_knows_yet(edition: InternalEdition) -> None:
    letter = said(offer_letter(edition, "baker"), edition)
    assert edition.text(edition.kit.about.organisation) in letter
    assert edition.kit.careers is not None
    assert str(edition.kit.careers.contact) in letter
    assert not re.findall(r"[{}]", letter)
    brackets = set(re.findall(r"\[([^\]]+)\]", letter.partition(edition.gettext("Not legal advice"))[0]))
    open_fields = ("name of the candidate", "last day for the answer", "first day of work")
    hint = {"en": "As worn", "ar": "كما يُلبس"}[edition.language.tag]  # of a term that only the baker knows
    assert brackets == {hint, *(edition.gettext(field) for field in open_fields)}


def test_an_offer_says_once_that_work_is_remote_and_has_a_sentence_for_each_benefit(
    small_data: dict[str, Any],
) -> None:
    [baker] = [role for role in small_data["roles"] if role["id"] == "baker"]
    benefits = [{"en": "A flat", "ar": "شقة"}, {"en": "An oven.", "ar": "فرن."}]
    baker["posting"] |= {"workplace": "remote", "applicant_countries": ["SA", "AE"], "benefits": benefits}
    del baker["posting"]["places"]
    kit = kit_of(small_data)
    edition, role = InternalEdition(kit, Language("en")), kit.role("baker")
    assert fill_in(edition, role, Fill.PLACE) == "Remote (Saudi Arabia or United Arab Emirates)"
    assert fill_in(edition, role, Fill.BENEFITS) == "A flat. An oven."


def test_an_offer_names_who_employs(small_data: dict[str, Any]) -> None:
    [baker] = [role for role in small_data["roles"] if role["id"] == "baker"]

    def employer() -> str:
        kit = kit_of(small_data)
        return fill_in(InternalEdition(kit, Language("en")), kit.role("baker"), Fill.EMPLOYER)

    assert employer() == small_data["kit"]["organisation"]["en"]
    baker["posting"]["employer"] = {"name": {"en": "Oven Ltd", "ar": "شركة الفرن"}}
    assert employer() == "Oven Ltd"
    baker["posting"]["employed_by"] = {"en": "In Jeddah, Oven Ltd.", "ar": "في جدة شركة الفرن."}
    assert employer() == "In Jeddah, Oven Ltd."


def test_an_offer_is_for_the_job_that_its_posting_advertised(small_data: dict[str, Any]) -> None:
    [baker] = [role for role in small_data["roles"] if role["id"] == "baker"]
    baker["posting"]["title"] = {"en": "Night Baker", "ar": "خباز/ة ليلي"}
    letter = said(offer_letter(edition := InternalEdition(kit_of(small_data), Language("en")), "baker"), edition)
    assert "be our Night Baker at" in letter


def test_what_a_jurisdiction_says_of_offers_stands_beside_the_letters_for_its_places(
    small_data: dict[str, Any],
) -> None:
    small_data["careers"]["follows"] = ["united-arab-emirates"]
    [baker] = [role for role in small_data["roles"] if role["id"] == "baker"]

    def offered() -> str:
        edition = InternalEdition(kit_of(small_data), Language("en"))
        return said(offer_letter(edition, "baker"), edition)

    baker["posting"]["places"][0]["country"] = "AE"
    letter = offered()
    assert "The offer is made on the ministry's form" in letter
    assert "Gulf News (2024)" in letter
    assert letter.index("I bake from") < letter.index("Not legal advice") < letter.index("Gulf News")
    baker["posting"]["places"][0]["country"] = "SA"
    assert "Emirates" not in offered()


def test_files_open_and_say_what_the_page_says(small: Kit) -> None:
    for tag in ("en", "ar"):
        edition = edition_for(Audience.INTERNAL, small, Language(tag))
        made = [
            artefact for artefact in localized_artefacts(small, edition)
            if artefact.row.kind in FORMS and artefact.subject == "baker"
        ]  # fmt: skip
        assert {(one.row.kind, one.row.format) for one in made} >= {
            (kind, form) for kind in FORMS for form in (Format.PAGE, Format.PDF, Format.DOCX)
        }
        for artefact in made:
            title, role = artefact.document.title, small.role("baker").title[tag]
            if artefact.row.format is Format.PDF:
                assert squeezed(role) in pdf_text(as_file(artefact.document, edition, Format.PDF))
            if artefact.row.format is Format.DOCX:
                file = docx.Document(io.BytesIO(as_file(artefact.document, edition, Format.DOCX)))
                assert title in [paragraph.text for paragraph in file.paragraphs]
                assert file.tables


def test_the_process_is_listed_in_order_with_a_link_to_each_document(edition: InternalEdition) -> None:
    page = said(forms(edition, ""), edition)
    names = [edition.gettext(one) for one in ("Intake form", "Scorecard", "Decision record", "Offer letter")]
    places = [page.index(f"- {name}\n") for name in names]
    assert places == sorted(places)
    assert edition.text(edition.kit.role("senior-baker").title) in page


def test_the_process_says_as_which_files_each_document_comes(edition: InternalEdition) -> None:
    types = {Format.DOCX: "Word", Format.PDF: "PDF", Format.XLSX: "Excel"}
    made: dict[Kind, set[str]] = {}
    for artefact in localized_artefacts(edition.kit, edition):
        made.setdefault(artefact.row.kind, set()).update({types.get(artefact.row.format, "")} - {""})
    for step in process_steps(edition):
        assert set(step.files) == made[step.kind], step.kind


def test_a_form_leads_to_what_follows_it(edition: InternalEdition) -> None:
    for write, following in ((intake, Kind.READINESS), (offer_letter, Kind.ONBOARDING_PLAN)):
        form = write(edition, "baker").form
        assert form is not None
        assert form.next is not None
        assert form.next.to is not None
        assert form.next.to.kind is following


def test_brackets_in_a_letter_are_blanks(small_data: dict[str, Any]) -> None:
    small_data["hiring"]["offer"]["closing"][0] = {"en": "The [Arabic or English] text holds.", "ar": "النص [العربي]."}
    edition = InternalEdition(kit_of(small_data), Language("en"))
    page = html.write(offer_letter(edition, "baker"), edition.language, lambda target: "#")
    assert 'placeholder="[Arabic or English]"' in page


def test_a_kit_of_the_first_shape_has_none_of_them_and_shows_its_questions_for_referees(first: Kit) -> None:
    assert forms_subjects(first) == ()
    edition = InternalEdition(first, Language("en"))
    page = said(interviewing(edition, ""), edition)
    assert first.interviewing.references
    assert all(question["en"] in page for question in first.interviewing.references)


def test_each_step_of_hiring_has_one_thing_to_open_and_who_does_it(edition: InternalEdition) -> None:
    [line, *_others] = [block for block in forms(edition, "").blocks if isinstance(block, Pictured)]
    assert isinstance(line.picture, HiringLine)
    opened = [step.main.to for step in line.picture.steps]
    kinds = (Kind.INTAKE, Kind.SCREENING_SHEET, Kind.INTERVIEW_KIT, Kind.DECISION_RECORD, Kind.ONBOARDING_PLAN)
    assert opened == [Target(kind, "baker") for kind in kinds]
    assert all(step.who and step.what for step in line.picture.steps)
    listed = [row[0][0] for row in line.table.rows]
    drawn = [one for step in line.picture.steps for one in (step.main, *step.others)]
    assert {run.text for run in drawn} == {part.text for part in listed if isinstance(part, Run)}


def test_a_step_offers_the_files_of_what_is_opened_there(edition: InternalEdition) -> None:
    files = [
        html.Download("Intake", "../roles/baker/intake/intake.docx", "DOCX", 1, within=True),
        html.Download("Intake", "../roles/baker/intake/timeline.xlsx", "XLSX", 1, within=True),
    ]
    page = lxml.html.fromstring(html.write(forms(edition, ""), edition.language, links_from(forms(edition, "")), files))
    offered = [link for link in page.iter("a") if link.get("download") is not None]
    assert [("".join(map(str, link.itertext())), link.get("href")) for link in offered] == [
        ("Word", "../roles/baker/intake/intake.docx"),
        ("Excel", "../roles/baker/intake/timeline.xlsx"),
    ]
