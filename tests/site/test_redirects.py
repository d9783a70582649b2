"""A renamed role keeps its addresses: each old one leads to the page of today, in its language, on both sites."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.site.redirects import moved
from rolebook.source import load

from tests.conftest import kit_of

pytestmark = pytest.mark.usefixtures("pages_only")
Write = Callable[[dict[str, Any]], Path]


@pytest.mark.slow
def test_every_page_of_a_renamed_role_is_found_at_its_old_address(small_data: dict[str, Any], written: Write) -> None:
    small_data["roles"][0]["formerly"] = ["bread-maker", "oven-hand"]
    path = written(small_data)
    kit = kit_of(small_data)
    for audience in Audience:
        build(kit, path, path.parent, audience=audience, with_files=False)
    for site, pages in (
        ("site", ("roles/{}", "roles/{}/scorecard", "roles/{}/interview-kit", "roles/{}/sourcing")),
        ("public", ("jobs/{}", "jobs/{}/candidate-brief")),
    ):
        for tag, direction in (("en", "ltr"), ("ar", "rtl")):
            for page in pages:
                for old in ("bread-maker", "oven-hand"):
                    place = path.parent / site / tag / page.format(old) / "index.html"
                    tree = lxml.html.parse(str(place)).getroot()
                    assert (tree.get("lang"), tree.get("dir")) == (tag, direction)
                    [link] = tree.iter("a")
                    assert {"en": "This page has moved.", "ar": "انتقلت هذه الصفحة."}[tag] in tree.text_content()
                    there = posixpath.normpath(posixpath.join(str(place.parent), link.get("href")))
                    assert there == str(path.parent / site / tag / page.format("baker"))
                    assert (Path(there) / "index.html").is_file()
                    assert tree.xpath("//meta[@http-equiv='refresh']/@content") == [f"1; url={link.get('href')}"]
                    for asset in (*tree.xpath("//script/@src"), *tree.xpath("//link[@rel='stylesheet']/@href")):
                        assert (place.parent / asset).resolve().is_file()
    assert "bread-maker" not in (path.parent / "public" / "sitemap.xml").read_text("utf-8")


def test_a_closed_vacancy_without_a_requisition_has_no_address_of_one(small_data: dict[str, Any]) -> None:
    posting = small_data["roles"][0]["posting"]

    def old() -> set[str]:
        found = moved(kit_of(small_data), Audience.PUBLIC)
        return {path.removesuffix("index.html") for path in found if path.startswith("jobs/baker/")}

    assert old() == {"jobs/baker/b-1/", "jobs/baker/b-1/candidate-brief/"}
    small_data["roles"][0]["posting"] = posting | {"status": "closed"}
    assert old() == {"jobs/baker/b-1/"}
    for identifier in (None, "B 1", "../b"):
        small_data["roles"][0]["posting"] = posting | {"status": "closed", "identifier": identifier}
        assert old() == set()


def test_a_role_that_takes_over_from_another_does_not_take_its_old_addresses(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["formerly"] = ["bread-maker"]
    assert [role.formerly for role in kit_of(small_data).roles] == [("bread-maker",), ()]


def test_an_old_id_is_nobody_elses(small_data: dict[str, Any], written: Write) -> None:
    small_data["roles"][0]["formerly"] = ["bread-maker", "senior-baker"]
    small_data["roles"][1]["formerly"] = ["bread-maker"]
    loaded = load(written(small_data))
    assert sorted(problem.message.partition(":")[0] for problem in loaded.problems) == [
        "“bread-maker” cannot be an old id here",
        "“senior-baker” cannot be an old id here",
    ]
    assert {problem.code for problem in loaded.problems} == {"duplicate-id"}
