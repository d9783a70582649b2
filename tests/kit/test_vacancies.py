"""A role has any number of vacancies: each has an address, and is rated for the level that it seeks."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from rolebook.audience import Audience
from rolebook.catalogue import pages
from rolebook.documents.blocks.tools import Debrief
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.debrief import debrief
from rolebook.documents.interviews.interview_kit import interview_kit, stage_packet
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.documents.process.decision_record import decision_record
from rolebook.documents.process.intake import intake
from rolebook.documents.process.posting_text import posting_text
from rolebook.documents.process.readiness import readiness
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import posting
from rolebook.exchange.ats import lever
from rolebook.exchange.feeds import atom, indeed, json_feed, sitemap
from rolebook.formats import markdown, rating
from rolebook.kit import Kit
from rolebook.kit.public import public
from rolebook.language import Language
from rolebook.site import redirects

from tests.conftest import kit_of
from tests.kit.test_levels import needed, rows_of
from tests.walk import every

ENGLISH = Language("en")
WORK = {"en": "You bake what is eaten tomorrow.", "ar": "تخبزون ما يُؤكل غدًا."}


def with_two(data: dict[str, Any], **second: object) -> dict[str, Any]:
    """The small kit, whose baker is sought twice: as skilled, and as an apprentice in the second vacancy."""
    changed = copy.deepcopy(data)
    baker = changed["roles"][0]
    first = baker.pop("posting")
    baker["postings"] = [first, {**first, "identifier": "B-2", "level": "apprentice", **second}]
    baker["formerly"] = ["oven-hand"]
    return changed


@pytest.fixture
def two(small_data: dict[str, Any]) -> Kit:
    return kit_of(with_two(small_data, title={"en": "Young baker", "ar": "خباز/ة مبتدئ/ة"}))


def side(kit: Kit) -> PublicEdition:
    whole = public(kit)
    assert whole is not None
    return PublicEdition(whole, ENGLISH)


def paths(kit: Kit, audience: Audience) -> list[str]:
    return [page.path for page in pages(kit, audience)]


def test_the_first_has_the_address_of_the_role_and_the_others_end_with_their_requisition(two: Kit) -> None:
    jobs = [path for path in paths(two, Audience.PUBLIC) if path.startswith("jobs/baker/")]
    assert sorted(jobs) == [
        "jobs/baker/",
        "jobs/baker/b-2/",
        "jobs/baker/b-2/candidate-brief/",
        "jobs/baker/candidate-brief/",
    ]


def test_old_addresses_lead_to_where_a_vacancy_is(two: Kit) -> None:
    moved = redirects.moved(two, Audience.PUBLIC)
    assert moved["jobs/oven-hand/index.html"] == "jobs/baker/"
    assert moved["jobs/oven-hand/b-2/index.html"] == "jobs/baker/b-2/"
    assert moved["jobs/oven-hand/b-1/index.html"] == moved["jobs/baker/b-1/index.html"] == "jobs/baker/"
    assert moved["jobs/baker/b-1/candidate-brief/index.html"] == "jobs/baker/candidate-brief/"
    inside = redirects.moved(two, Audience.INTERNAL)
    assert inside["roles/oven-hand/levels/apprentice/scorecard/index.html"] == (
        "roles/baker/levels/apprentice/scorecard/"
    )


def test_every_feed_has_each_vacancy_with_its_own_address(two: Kit) -> None:
    editions = [side(two)]
    for written in (indeed(editions), json_feed(editions), atom(editions), sitemap(editions)):
        assert written.decode().count("/en/jobs/baker/b-2/") >= 1
    items = json.loads(json_feed(editions))["items"]
    assert [(item["title"], item["_job_posting"]["identifier"]["value"]) for item in items] == [
        ("Baker", "B-1"),
        ("Young baker", "B-2"),
    ]
    assert indeed(editions).decode().count("<requisitionid><![CDATA[B-2]]>") == 2  # one for each place


def test_each_level_that_is_sought_has_a_scorecard_and_an_interview_kit(two: Kit) -> None:
    edition = InternalEdition(two, ENGLISH)
    inside = paths(two, Audience.INTERNAL)
    for name, baking, level in (("baker", 3, ""), ("baker@apprentice", 2, "levels/apprentice/")):
        assert f"roles/baker/{level}scorecard/" in inside
        for kind in ("interview-kit", "intake", "reference-check", "decision-record", "offer-letter"):
            assert f"roles/baker/{level}{kind}/" in inside
        for document in (
            scorecard(edition, name),
            interview_kit(edition, name),
            stage_packet(edition, f"{name}/try-out"),
        ):
            assert needed(document)["baking"] == {baking}, document.title
        handed_over = json.loads(rating.write(scorecard(edition, name), edition))
        assert handed_over["role"] == name
        assert [one["needed"] for one in handed_over["skills"] if one["id"] == "baking"] == [baking]


def test_papers_name_their_requisition_and_lead_to_those_of_the_other_level(two: Kit) -> None:
    edition = InternalEdition(two, ENGLISH)
    skilled = markdown.write(scorecard(edition, "baker"), ENGLISH)
    assert "# Scorecard: Baker – Skilled baker" in skilled
    assert "**Requisitions:** B-1\n" in skilled
    assert "Apprentice baker (B-2)" in skilled
    assert "**Requisitions:** B-2\n" in markdown.write(stage_packet(edition, "baker@apprentice/try-out"), ENGLISH)


def test_forms_of_a_level_ask_for_what_it_needs(two: Kit) -> None:
    edition = InternalEdition(two, ENGLISH)
    for name, level, number in (("baker", "3 ", "B-1"), ("baker@apprentice", "2 ", "B-2")):
        for document in (decision_record(edition, name), intake(edition, name)):
            [row] = [row for row in rows_of(document, "Baking") if len(row) > 3][:1]
            assert row[1].startswith(level), document.title
            assert f"**Requisitions:** {number}\n" in markdown.write(document, ENGLISH)


def test_the_debrief_compares_those_of_one_level(two: Kit) -> None:
    [block] = [part for part in every(debrief(InternalEdition(two, ENGLISH), "")) if isinstance(part, Debrief)]
    assert [(role, title) for role, title, _ in block.roles][:2] == [
        ("baker", "Baker – Skilled baker"),
        ("baker@apprentice", "Baker – Apprentice baker"),
    ]


def test_two_vacancies_of_one_level_share_a_scorecard(small_data: dict[str, Any]) -> None:
    kit = kit_of(with_two(small_data, level="skilled"))
    assert not any("levels/" in page for page in paths(kit, Audience.INTERNAL))
    said = markdown.write(scorecard(InternalEdition(kit, ENGLISH), "baker"), ENGLISH)
    assert "# Scorecard: Baker\n" in said
    assert "**Requisitions:** B-1, B-2" in said


def test_a_role_with_one_vacancy_is_as_before(small: Kit) -> None:
    assert [role.id for role in small.roles_as_sought] == ["baker", "senior-baker"]
    said = markdown.write(scorecard(InternalEdition(small, ENGLISH), "baker"), ENGLISH)
    assert "Requisition" not in said


def test_texts_for_boards_and_readiness_have_every_open_vacancy(two: Kit) -> None:
    edition = InternalEdition(two, ENGLISH)
    headings = list(headlines(markdown.write(posting_text(edition, "baker"), ENGLISH)))
    assert headings[:2] == ["Baker · B-1", "Young baker · B-2"]
    report = markdown.write(readiness(edition, ""), ENGLISH)
    assert "B-1 · " in report
    assert "B-2 · " in report


def headlines(text: str) -> Iterator[str]:
    return (line[3:].partition(" {")[0] for line in text.splitlines() if line.startswith("## "))


def test_lever_gets_a_posting_for_each_vacancy_and_each_form_once(two: Kit) -> None:
    bodies = lever.shape(InternalEdition(two, ENGLISH), (two.role("baker"),))
    assert [posting["tags"] for posting in bodies["postings"]] == [["B-1"], ["B-2"]]
    assert len(bodies["feedback_templates"]) == len(two.role("baker").interview)


def test_a_posting_with_words_of_its_own_takes_nothing_over_from_the_job_description(
    small_data: dict[str, Any],
) -> None:
    small_data["roles"][0]["posting"] |= {
        "about_work": [WORK],
        "outcomes": [{"en": "You run the stall.", "ar": "تديرون الكشك."}],
        "starts_on": "2027-03-01",
        "interviews": {"from": "2027-01-10", "until": "2027-01-14"},
        "contact": {
            "name": {"en": "Noor Haddad", "ar": "نور حداد"},
            "title": {"en": "Recruiter", "ar": "مسؤول/ة التوظيف"},
            "email": "noor@bakery.example",
        },
    }
    kit = kit_of(small_data)
    role, edition = kit.role("baker"), side(kit)
    said = markdown.write(posting(edition, "baker"), ENGLISH)
    assert WORK["en"] in said
    assert "You run the stall." in said
    assert "Interviews take place from 10 January 2027 to 14 January 2027." in said
    assert "noor@bakery.example" in said
    pasted = [role.purpose, role.conditions, *(duty.text for duty in role.duties)]
    pasted += [need.equivalent for need in role.needs] + [kit.skill(need.skill).definition for need in role.needs]
    assert [text["en"] for text in pasted if text["en"] in said] == []
    data = json.loads(json_feed([edition]))["items"][0]["_job_posting"]
    assert data["responsibilities"] == WORK["en"]
    assert data["jobStartDate"] == "2027-03-01"
    assert data["applicationContact"]["email"] == "noor@bakery.example"
