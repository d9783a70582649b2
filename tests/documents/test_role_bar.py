"""The bar of a role's pages: what has become of its postings, and its documents by the phases of hiring."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from rolebook.documents.blocks import Document, Kind, RoleBar, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit_page import interview_kit_page
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.documents.interviews.stage_page import stage_page
from rolebook.documents.process.intake import intake
from rolebook.documents.process.offer_letter import offer_letter
from rolebook.documents.process.onboarding_plan import onboarding_plan
from rolebook.documents.process.screening_sheet import screening_sheet
from rolebook.documents.roles.job_description import job_description
from rolebook.formats import html
from rolebook.kit import Kit
from rolebook.language import Language

from tests.conftest import kit_of

FILES = [html.Download(f"The {ending} file", f"file.{ending}", ending.upper(), None) for ending in ("pdf", "docx")]


def english(kit: Kit) -> InternalEdition:
    return InternalEdition(kit, Language("en"))


def bar(document: Document) -> RoleBar:
    assert document.bar is not None
    return document.bar


def test_a_roles_documents_stand_in_the_phases_of_hiring(small: Kit) -> None:
    shown = bar(interview_kit_page(english(small), "baker"))
    assert [phase.name for phase in shown.phases] == ["Define", "Find", "Interview", "Decide", "Onboard"]
    names = {phase.name: [document.name for document in phase.documents] for phase in shown.phases}
    assert names["Define"] == ["Job description", "Intake form"]
    assert names["Interview"][0] == "Interview kit"
    assert names["Interview"][1].startswith("1. ")
    assert names["Interview"][-1] == "Scorecard"
    assert names["Decide"] == ["Debrief", "Decision record", "Reference check", "Offer letter"]
    assert shown.name == "Interview kit"
    assert shown.phase.name == "Interview"


def test_the_bar_leads_to_the_job_description_but_on_its_own_page(small: Kit) -> None:
    assert bar(job_description(english(small), "baker")).role.to is None
    to = bar(scorecard(english(small), "baker")).role.to
    assert to is not None
    assert (to.kind, to.subject) == (Kind.JOB_DESCRIPTION, "baker")


def test_the_bar_leads_to_the_same_document_for_the_other_levels_sought(small_data: dict[str, Any]) -> None:
    role = small_data["roles"][0]
    skilled = role.pop("posting")
    role["postings"] = [skilled, {**skilled, "level": "apprentice", "identifier": "B-2"}]
    edition, stage = english(kit_of(small_data)), role["interview"][0]["id"]
    for document, kind in ((scorecard, Kind.SCORECARD), (interview_kit_page, Kind.INTERVIEW_KIT)):
        [other] = bar(document(edition, "baker")).levels
        assert other.text == "Apprentice baker"
        assert other.to == Target(kind, "baker@apprentice")
    [other] = bar(stage_page(edition, f"baker/{stage}")).levels
    assert other.to == Target(Kind.STAGE, f"baker@apprentice/{stage}")
    assert bar(job_description(edition, "baker")).levels == ()
    page = scorecard(edition, "baker")
    written = html.write(page, edition.language, lambda target: "#")
    assert written.count("For another level") == 2  # in the bar, and on paper, where there is none
    assert '<dl class="rb-definitions rb-definitions--paper">' in written


@pytest.mark.parametrize(
    ("changed", "state", "pages"),
    [
        ({}, "Open until ", ["Posting", "Candidate brief"]),
        ({"valid_through": "2020-01-31", "posted": "2020-01-01", "interviews": None}, "Closed", []),
        ({"status": "closed", "interviews": None}, "Closed", []),
    ],
)
def test_the_bar_says_what_has_become_of_a_posting(
    small_data: dict[str, Any], changed: dict[str, Any], state: str, pages: list[str]
) -> None:
    small_data["roles"][0]["postings"] = [{**_posting(small_data), **changed}]
    small_data["roles"][0].pop("posting", None)
    [vacancy] = bar(job_description(english(kit_of(small_data)), "baker")).vacancies
    assert vacancy.state.startswith(state)
    assert [link.text for link in vacancy.links] == pages


def test_a_posting_that_is_not_out_yet_says_when_it_opens(small_data: dict[str, Any]) -> None:
    kit = kit_of(small_data)
    day = kit.today + timedelta(days=3)
    posting = {**_posting(small_data), "posted": day.isoformat(), "valid_through": date(day.year + 1, 1, 5).isoformat()}
    small_data["roles"][0]["postings"] = [posting]
    small_data["roles"][0].pop("posting", None)
    [vacancy] = bar(job_description(english(kit_of(small_data)), "baker")).vacancies
    assert vacancy.state == f"Opens on {Language('en').date(day)}"


def test_links_lead_to_the_public_pages_in_the_pages_language(small: Kit) -> None:
    careers = small.careers
    assert careers is not None
    [vacancy, *_] = bar(job_description(InternalEdition(small, Language("ar")), "baker")).vacancies
    top = f"{str(careers.url).rstrip('/')}/ar/jobs/baker/"
    assert [link.url for link in vacancy.links] == [top, f"{top}candidate-brief/"]


def _posting(data: dict[str, Any]) -> dict[str, Any]:
    role = data["roles"][0]
    found: dict[str, Any] = role["posting"] if "posting" in role else role["postings"][0]
    return {key: value for key, value in found.items() if key != "level"}


@pytest.mark.parametrize("form", [intake, offer_letter, onboarding_plan, screening_sheet])
def test_a_form_offers_what_it_is_filled_in_with_before_its_text_and_not_in_the_bar(
    small: Kit, form: Callable[[InternalEdition, str], Document]
) -> None:
    edition = english(small)
    written = html.write(form(edition, "baker"), edition.language, lambda target: "#", FILES)
    bar, _, rest = written.partition("</header>")
    before, _, _ = rest.partition('<div class="rb-body')
    assert "rb-downloads" not in bar
    assert re.findall(r"download [^>]*><bdi>([^<]*)</bdi>", before) == ["Word", "PDF"]
    other = html.write(scorecard(edition, "baker"), edition.language, lambda target: "#", FILES)
    assert "rb-downloads" in other.partition("</header>")[0]
