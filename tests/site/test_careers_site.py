"""The public site as files: pages, structured data, feeds and sitemap agree with each other."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.etree
import lxml.html
import pytest
from rolebook.audience import Audience
from rolebook.build.build import BuildError, build
from rolebook.kit import Kit

from tests.conftest import SMALL, kit_of

BASE = "https://careers.example.com/"
OPEN = ["sales-operations-manager", "sales-operations-analyst", "sales-operations-technology-specialist"]
NUMBERS = ["so-2026-01", "so-2026-02", "so-2026-03"]
"""At the number of a requisition, too, there is a page, which leads to the posting."""
CLOSED = "sales-operations-specialist"
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def page(site: Path, path: str) -> Any:
    return lxml.html.parse(str(site / path / "index.html")).getroot()


def structured(tree: Any) -> list[dict[str, Any]]:
    return [json.loads(script.text) for script in tree.xpath("//script[@type='application/ld+json']")]


def test_the_contract_is_kept(public_site: Path) -> None:
    names = {path.name for path in public_site.iterdir()}
    assert names == {"en", "ar", "index.html", "jobs.xml", "jobs.json", "jobs.atom", "sitemap.xml", "robots.txt"} | {
        "404.html",  # hosts such as GitHub Pages show it wherever something is missing
        "llms.txt",
        ".rolebook",
    }
    for tag in ("en", "ar"):
        jobs = public_site / tag / "jobs"
        assert sorted(path.name for path in jobs.iterdir()) == sorted([*OPEN, CLOSED])
        for role, number in zip(OPEN, NUMBERS, strict=True):
            files = {path.name for path in (jobs / role).iterdir()}
            assert files == {
                "index.html",
                "job-description.pdf",
                "candidate-brief.pdf",
                "candidate-brief",
                "card.png",
                number,
            }
        assert {path.name for path in (jobs / CLOSED).iterdir()} == {"index.html", "so-2026-00"}


def test_an_open_posting_has_its_structured_data_and_one_address(public_site: Path) -> None:
    for tag in ("en", "ar"):
        for role in OPEN:
            tree = page(public_site, f"{tag}/jobs/{role}")
            [data] = structured(tree)
            assert tree.xpath("//link[@rel='canonical']/@href") == [data["url"]] == [f"{BASE}{tag}/jobs/{role}/"]
            assert data["title"] == tree.xpath("//h1")[0].text_content()
            assert not tree.xpath("//meta[@name='robots']")
            body = tree.xpath("//article")[0].text_content()
            items = lxml.html.fromstring(f"<div>{data['description']}</div>").iter("li")
            for line in (text or "" for item in items for text in (item.text, *(child.tail for child in item))):
                parts = re.split(" · |[;؛] ", line.strip(" :."))
                assert all(part.strip() in body for part in parts)  # people read it as well


def test_where_a_posting_is_shared_its_title_and_a_picture_are_shown(public_site: Path) -> None:
    for tag in ("en", "ar"):
        for path in (f"jobs/{OPEN[0]}", f"jobs/{OPEN[0]}/candidate-brief"):
            tree = page(public_site, f"{tag}/{path}")
            shared = {meta.get("property"): meta.get("content") for meta in tree.xpath("//meta[@property]")}
            assert shared["og:type"] == "website"
            assert shared["og:title"] == tree.xpath("//h1")[0].text_content()
            assert shared["og:url"] == f"{BASE}{tag}/{path}/"
            assert shared["og:image"] == f"{BASE}{tag}/jobs/{OPEN[0]}/card.png"
            assert (shared["og:image:width"], shared["og:image:height"]) == ("1200", "630")
            assert [shared["og:description"]] == tree.xpath("//meta[@name='description']/@content")
            assert tree.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
        picture = (public_site / tag / "jobs" / OPEN[0] / "card.png").read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    closed = page(public_site, f"en/jobs/{CLOSED}")
    assert not closed.xpath("//meta[@property='og:image']")


def test_header_and_foot_are_the_employers(public_site: Path) -> None:
    for path in ("en", f"ar/jobs/{OPEN[0]}", f"en/jobs/{CLOSED}"):
        tree = page(public_site, path)
        for part in (*tree.xpath("//header"), *tree.xpath("//footer")):
            assert "rolebook" not in lxml.html.tostring(part, encoding="unicode").casefold()
        [brand] = tree.find_class("rb-brand")
        assert not brand.xpath(".//img | .//svg")


def test_the_way_from_applying_to_an_answer_is_told_in_order(public_site: Path) -> None:
    for path in (f"en/jobs/{OPEN[0]}", f"en/jobs/{OPEN[0]}/candidate-brief"):
        [line] = page(public_site, path).find_class("rb-process")
        first, *stages, last = [station.xpath(".//strong")[0].text_content() for station in line]
        assert (first, last) == ("You apply", "You hear the outcome")
        assert len(stages) == 3
        assert [station.find_class("rb-process__length") != [] for station in line] == [False, True, True, True, False]


def test_a_closed_posting_says_so_and_no_more_of_itself(public_site: Path) -> None:
    tree = page(public_site, f"en/jobs/{CLOSED}")
    assert structured(tree) == []
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    [cards] = tree.find_class("rb-cards")
    assert len(cards.findall("li")) == len(NUMBERS)
    cards.drop_tree()
    text = tree.xpath("//article")[0].text_content()
    assert "This position is closed." in text
    assert "riyals" not in text
    assert not tree.xpath("//a[contains(@href, 'apply')]")


@pytest.mark.usefixtures("pages_only")
def test_a_closed_posting_names_whom_those_who_applied_can_ask(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    contact = {
        "name": {"en": "Huda", "ar": "هدى"},
        "title": {"en": "recruiter", "ar": "مسؤولة التوظيف"},
        "email": "huda@bakery.example",
    }
    small_data["roles"][0]["posting"] |= {"status": "closed", "contact": contact}
    path = written(small_data)
    build(kit_of(small_data), path, path.parent, audience=Audience.PUBLIC, with_files=False)
    article = page(path.parent / "public" / "en" / "jobs", "baker").xpath("//article")[0]
    assert "Any questions? Ask Huda, recruiter: huda@bakery.example" in article.text_content()
    assert article.xpath(".//a[@href='mailto:huda@bakery.example']")


@pytest.mark.parametrize(("until", "is_there"), [("2026-11-24", True), ("2026-11-23", False)])
@pytest.mark.usefixtures("pages_only")
def test_whoever_was_invited_finds_what_to_expect_until_the_interviews_are_over(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path], until: str, is_there: bool
) -> None:
    small_data["roles"][0]["posting"] |= {"status": "closed", "interviews": {"from": "2026-11-20", "until": until}}
    path = written(small_data)
    build(kit_of(small_data), path, path.parent, audience=Audience.PUBLIC, with_files=False)
    job = path.parent / "public" / "en" / "jobs" / "baker"
    links = page(job.parent, "baker").xpath("//article//a/@href")
    assert ("candidate-brief/" in links) is is_there
    assert (job / "candidate-brief" / "index.html").exists() is is_there
    if is_there:
        assert page(job, "candidate-brief").xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert "candidate-brief" not in (path.parent / "public" / "sitemap.xml").read_text("utf-8")


def test_sitemap_alternates_and_feeds_agree_with_the_pages(public_site: Path) -> None:
    urls = lxml.etree.parse(str(public_site / "sitemap.xml")).findall("s:url", MAP)
    listed = {url.findtext("s:loc", "", MAP): url for url in urls}
    expected = {
        f"{BASE}{tag}/{path}"
        for tag in ("en", "ar")
        for path in ("", *(f"jobs/{role}/{rest}" for role in OPEN for rest in ("", "candidate-brief/")))
    }
    assert set(listed) == expected
    for address, url in listed.items():
        tree = page(public_site, address.removeprefix(BASE))
        in_page = {link.get("hreflang"): link.get("href") for link in tree.xpath("//head/link[@hreflang]")}
        in_map = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", MAP)}
        assert in_page == in_map
        assert set(in_map) == {"en", "ar", "x-default"}
        assert set(in_map.values()) <= set(listed)
    in_feed = {item["url"] for item in json.loads((public_site / "jobs.json").read_text("utf-8"))["items"]}
    assert in_feed == {address for address in listed if address.count("/") == 6}
    for item in json.loads((public_site / "jobs.json").read_text("utf-8"))["items"]:
        assert structured(page(public_site, item["url"].removeprefix(BASE))) == [item["_job_posting"]]
    assert (public_site / "robots.txt").read_text("utf-8").endswith(f"Sitemap: {BASE}sitemap.xml\n")


def test_each_listed_page_leads_to_the_feeds_and_none_to_the_file_behind_it(public_site: Path) -> None:
    for tag in ("en", "ar"):
        for path in ("", "jobs/sales-operations-analyst", "jobs/sales-operations-analyst/candidate-brief"):
            tree = page(public_site / tag, path)
            feeds = [
                link.get("href")
                for link in tree.xpath("//head/link[contains(@type, 'atom') or contains(@type, 'feed')]")
            ]
            assert [(public_site / tag / path / feed).resolve().name for feed in feeds] == ["jobs.atom", "jobs.json"]
            assert "roles.yaml" not in lxml.html.tostring(tree, encoding="unicode")
            assert "/edit/" not in lxml.html.tostring(tree, encoding="unicode")


def test_the_internal_site_asks_not_to_be_listed(site: Path) -> None:
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    for path in ("en", "ar/roles/sales-operations-analyst", "en/guide/edit"):
        assert page(site, path).xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_public_page_offers_its_files(public_site: Path) -> None:
    for where, expected in (
        ("", ["job-description.pdf", "candidate-brief.pdf"]),
        ("/candidate-brief", ["../candidate-brief.pdf"]),
    ):
        path = f"ar/jobs/sales-operations-analyst{where}"
        links = page(public_site, path).xpath("//ul[@class='rb-downloads']//a/@href")
        assert links == expected
        assert all((public_site / path / link).resolve().is_file() for link in links)


@pytest.mark.slow
@pytest.mark.usefixtures("pages_only")
def test_a_kit_without_careers_has_no_public_site(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    del small_data["careers"], small_data["jurisdictions"]
    for role in small_data["roles"]:
        role.pop("posting", None)
    path = written(small_data)
    build(kit_of(small_data), path, path.parent, with_files=False)
    assert not (path.parent / "public").exists()
    tree = page(path.parent / "site", "en/readiness")
    assert "no careers section" in tree.text_content()


@pytest.mark.usefixtures("pages_only")
def test_the_public_site_is_the_same_each_time(small: Kit, tmp_path: Path) -> None:
    contents = []
    for name in ("one", "two"):
        build(small, SMALL, tmp_path / name, audience=Audience.PUBLIC, with_files=False)
        root = tmp_path / name / "public"
        contents.append({path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()})
    assert contents[0] == contents[1]


@pytest.mark.usefixtures("pages_only")
def test_a_warning_leaves_the_old_public_site(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    path, kit = written(small_data), kit_of(small_data)
    build(kit, path, path.parent, audience=Audience.PUBLIC, with_files=False)
    before = (path.parent / "public" / "jobs.xml").stat().st_mtime_ns
    by_hand = path.parent / "content" / "public" / "en" / "life" / "index.md"
    by_hand.parent.mkdir(parents=True)
    by_hand.write_text("# Life here\n\n[nowhere](missing.md)\n", "utf-8")
    with pytest.raises(BuildError, match=r"missing\.md"):
        build(kit, path, path.parent, audience=Audience.PUBLIC, with_files=False)
    assert (path.parent / "public" / "jobs.xml").stat().st_mtime_ns == before
    by_hand.write_text("# Life here\n\nWarm.\n", "utf-8")
    build(kit, path, path.parent, audience=Audience.PUBLIC, with_files=False)
    assert page(path.parent / "public", "en/life").xpath("//meta[@name='robots']") == []
    assert not (path.parent / "site").exists()


@pytest.mark.usefixtures("pages_only")
def test_a_brief_says_on_each_interview_who_asks_what_and_what_is_not_rated(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    path = written(small_data)
    build(kit_of(small_data), path, path.parent, audience=Audience.PUBLIC, with_files=False)
    brief = page(path.parent / "public" / "en" / "jobs", "baker/candidate-brief")
    [line] = brief.find_class("rb-process")
    asked = [term.text_content() for term in line.iter("dt")]
    assert asked == ["With", "We look at", "Also asked, not rated"]
    assert "do not rate them" not in brief.text_content()  # it is said once
