"""A posting's structured data follows Google's rules, and says what its page says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest
from rolebook.documents.public.edition import PublicEdition
from rolebook.exchange.job_posting import as_json, description, job_posting
from rolebook.kit import Kit
from rolebook.kit.public import public
from rolebook.language import Language

from tests.conftest import kit_of
from tests.exchange.google import SCHEMA


def public_edition(kit: Kit, tag: str) -> PublicEdition:
    side = public(kit)
    assert side is not None
    return PublicEdition(side, Language(tag))


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_open_posting_follows_googles_rules(first: Kit, tag: str) -> None:
    edition = public_edition(first, tag)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert len(edition.kit.open) == 3
    for opening in edition.kit.open:
        data = json.loads(as_json(job_posting(edition, opening)))
        assert [error.message for error in validator.iter_errors(data)] == []
        assert data["title"] == opening.title[tag]
        assert data["description"] != data["title"]
        assert data["mainEntityOfPage"]["inLanguage"] == tag
        assert data["url"] == f"https://careers.example.com/{tag}/jobs/{opening.id}/"


def test_what_is_where_and_what_it_pays(first: Kit) -> None:
    edition = public_edition(first, "en")
    analyst = job_posting(edition, edition.kit.opening("sales-operations-analyst"))
    assert [place["address"]["addressLocality"] for place in analyst["jobLocation"]] == ["Riyadh", "Dubai"]
    assert [place["address"]["addressCountry"] for place in analyst["jobLocation"]] == ["SA", "AE"]
    assert analyst["baseSalary"]["value"] == {
        "@type": "QuantitativeValue", "minValue": 14000, "maxValue": 19000, "unitText": "MONTH",
    }  # fmt: skip
    assert analyst["occupationalCategory"][0]["inCodeSet"]["name"] == "O*NET-SOC 27.0"
    remote = job_posting(edition, edition.kit.opening("sales-operations-technology-specialist"))
    assert remote["jobLocationType"] == "TELECOMMUTE"
    names = [country["name"] for country in remote["applicantLocationRequirements"]]
    assert names == ["Saudi Arabia", "United Arab Emirates", "Germany"]


def test_one_place_is_an_object(first: Kit) -> None:
    edition = public_edition(first, "en")
    [opening] = [one for one in edition.kit.open if len(one.posting.places) == 1]
    place = job_posting(edition, opening)["jobLocation"]
    assert (place["@type"], place["address"]["addressLocality"]) == ("Place", "Riyadh")


def test_it_is_said_that_one_applies_directly_only_where_one_does(small_data: dict[str, Any]) -> None:
    for direct in (True, False):
        small_data["roles"][0]["posting"]["apply"] = {"url": "https://apply.example.com/", "direct": direct}
        edition = public_edition(kit_of(small_data), "en")
        said = job_posting(edition, edition.kit.opening("baker"))
        assert said.get("directApply") == (True if direct else None)


def test_a_posting_ends_with_its_last_day_in_the_time_of_its_place(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["posting"]["valid_through"] = date(2026, 7, 31)
    for countries, offset in ((["SA"], "+03:00"), (["AE"], "+04:00"), (["AE", "DE"], "+02:00"), (["US"], "-10:00")):
        small_data["roles"][0]["posting"]["places"] = [
            {"id": f"place-{country.lower()}", "city": {"en": "Town", "ar": "بلدة"}, "country": country}
            for country in countries
        ]
        edition = public_edition(kit_of(small_data), "en")
        said = job_posting(edition, edition.kit.opening("baker"))["validThrough"]
        assert said == f"2026-07-31T23:59:59{offset}", countries


def test_a_subsidiary_that_hires_is_named_in_the_organisations_place(small_data: dict[str, Any]) -> None:
    own = {"name": {"en": "Corner Bakery North", "ar": "مخبز الزاوية شمالًا"}, "url": "https://north.example.com/"}
    for employer, name, url in ((None, "Corner Bakery", None), (own, "Corner Bakery North", own["url"])):
        small_data["roles"][0]["posting"]["employer"] = employer
        edition = public_edition(kit_of(small_data), "en")
        said = job_posting(edition, edition.kit.opening("baker"))
        assert said["hiringOrganization"]["name"] == said["identifier"]["name"] == name
        assert url in (None, said["hiringOrganization"]["sameAs"])


def test_a_description_holds_the_tags_that_boards_accept_and_no_others(first: Kit) -> None:
    for tag in first.about.languages:
        edition = public_edition(first, tag)
        for opening in edition.kit.open:
            written = description(edition, opening)
            assert set(re.findall(r"<[^>]*>", written)) == {
                "<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<strong>", "</strong>",
            }  # fmt: skip
            for duty in opening.duties:
                assert f"<li>{duty.text[tag]}</li>" in written


HOSTILE = "</script><script>alert(1)</script> <b>R&D</b> ]]> &nbsp;"


def test_no_text_ends_the_script_that_it_stands_in(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["title"] = {"en": HOSTILE, "ar": HOSTILE}
    edition = public_edition(kit_of(small_data), "en")
    written = as_json(job_posting(edition, edition.kit.opening("baker")))
    assert "<" not in written
    assert json.loads(written)["title"] == HOSTILE
    body = description(edition, replace(edition.kit.opening("baker"), summary=edition.kit.careers.introduction))
    assert "<b>" not in body
