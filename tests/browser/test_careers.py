"""Candidates find a posting, read it in their language, and take the brief with them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from playwright.sync_api import Browser, expect
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.source import load

from tests.browser.accessibility import IN_LANGUAGES, accessible
from tests.browser.conftest import Opened, served
from tests.conftest import FIRST, kit_of

ANALYST = "jobs/sales-operations-analyst/"


@pytest.fixture(scope="session")
def address(public_site: Path) -> Iterator[str]:
    """Where the public site is served: in this file, pages are opened there."""
    with served(public_site) as where:
        yield where


def test_a_candidate_finds_a_posting_reads_it_in_arabic_and_takes_the_brief(opened: Opened, tmp_path: Path) -> None:
    page = opened("en/")
    cards = page.locator(".rb-card")
    expect(cards.locator("visible=true")).to_have_count(3)
    expect(page.get_by_label("Find a position")).to_have_count(0)  # three are found at a glance
    page.get_by_role("link", name="Sales Operations Analyst").click()
    expect(page.get_by_role("link", name="Apply now").first).to_have_attribute(
        "href", "https://careers.example.com/apply/so-2026-02"
    )
    page.get_by_role("link", name="العربية").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("محلل/ة عمليات المبيعات")
    assert page.evaluate("document.dir || document.body.dir") == "rtl"
    expect(page.get_by_text("من 14,000 إلى 19,000 ريال سعودي شهريًا").first).to_be_visible()
    page.get_by_role("link", name="دليل التقديم والمقابلات", exact=True).click()
    with page.expect_download() as started:
        page.locator(".rb-downloads a").click()
    started.value.save_as(tmp_path / "brief.pdf")
    with pypdfium2.PdfDocument(tmp_path / "brief.pdf") as brief:
        assert "ساعتان" in brief[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("path", ["", "jobs/sales-operations-specialist/"])
def test_positions_stand_one_below_the_other_however_many_there_are(opened: Opened, tag: str, path: str) -> None:
    page = opened(f"{tag}/{path}")
    for count, width in product((3, 4), (390, 820, 1280, 1440)):
        page.set_viewport_size({"width": width, "height": 900})
        for _ in range(count - page.locator(".rb-card").count()):
            page.locator(".rb-cards").evaluate("list => list.append(list.lastElementChild.cloneNode(true))")
        cards = [card.bounding_box() for card in page.locator(".rb-card").all()]
        assert len(cards) == count
        for above, below in pairwise(cards):
            assert above
            assert below
            assert below["y"] >= above["y"] + above["height"]
        for title in page.locator(".rb-card__title a").all():
            box = title.bounding_box()
            assert box
            assert box["height"] < (60 if width < 800 else 40), title.inner_text()  # a line; on phones, two


@pytest.mark.daily
@pytest.mark.parametrize("width", [390, 820, 1280, 1440])
@pytest.mark.parametrize(("tag", "apply", "pay"), [("en", "Apply now", "14,000"), ("ar", "التقديم الآن", "14,000")])
def test_place_pay_and_the_way_to_apply_are_in_the_first_screen_and_the_last(
    opened: Opened, width: int, tag: str, apply: str, pay: str
) -> None:
    page = opened(f"{tag}/{ANALYST}", viewport={"width": width, "height": 844 if width < 800 else 800})
    button = page.get_by_role("link", name=apply).locator("visible=true")
    expect(button.first).to_be_in_viewport(ratio=1)
    expect(page.locator(".rb-highlights dd").first).to_contain_text(pay)
    expect(page.locator(".rb-highlights")).to_be_in_viewport(ratio=1)
    page.locator(".md-footer, .rb-files-last").first.scroll_into_view_if_needed()
    expect(button.last).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [390, 820, 1280])
@pytest.mark.parametrize(("tag", "apply"), [("en", "Apply now"), ("ar", "التقديم الآن")])
def test_the_way_to_apply_follows_whoever_reads_and_large_screens_keep_the_pay_beside_it(
    opened: Opened, width: int, tag: str, apply: str
) -> None:
    page = opened(f"{tag}/{ANALYST}", viewport={"width": width, "height": 800})
    page.locator("#terms").evaluate("heading => heading.scrollIntoView()")
    button = page.get_by_role("link", name=apply).locator("visible=true")
    expect(button.first).to_be_in_viewport(ratio=1)
    if width >= 960:
        expect(page.locator(".rb-highlights dd").first).to_be_in_viewport(ratio=1)
        summary, text = page.locator(".rb-summary").bounding_box(), page.locator("#terms").bounding_box()
        assert summary
        assert text
        assert summary["x"] + summary["width"] <= text["x"] or text["x"] + text["width"] <= summary["x"]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a careers site of six positions is served: four of them are one role's."""
    root = load(FIRST).root
    assert root is not None
    data: dict[str, Any] = root.data()
    role = next(one for one in data["roles"] if one["id"] == "sales-operations-technology-specialist")
    posting = role.pop("posting")
    role["postings"] = [posting, *({**posting, "identifier": f"SO-2026-1{number}"} for number in range(3))]
    out = tmp_path_factory.mktemp("many")
    kit = out / "roles.yaml"
    kit.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")
    build(kit_of(data), kit, out, audience=Audience.PUBLIC, with_files=False)
    with served(out / "public") as where:
        yield where


def test_many_positions_are_narrowed_down_by_place_and_by_any_spelling(browser: Browser, many: str) -> None:
    page = browser.new_page()
    page.goto(f"{many}en/")
    shown = page.locator(".rb-card").locator("visible=true")
    expect(shown).to_have_count(6)
    page.get_by_label("Find a position").fill("figures insight")
    expect(shown).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Nothing found")).to_be_visible()
    page.get_by_label("Find a position").fill("DATA ana")
    expect(shown).to_have_count(1)
    page.goto(f"{many}ar/")
    page.get_by_label("مكان العمل").select_option("دبي، الإمارات العربية المتحدة")
    expect(shown).to_have_count(1)
    page.get_by_label("مكان العمل").select_option("")
    page.get_by_label("البحث عن وظيفة").fill("المُحلِّل")  # in one title, and in what the manager does
    expect(shown).to_have_count(2)
    page.get_by_label("مكان العمل").select_option("دبي، الإمارات العربية المتحدة")
    expect(shown).to_have_count(1)
    page.get_by_label("مكان العمل").select_option("")
    page.get_by_label("البحث عن وظيفة").fill("")
    expect(shown).to_have_count(6)
    accessible(page)


@pytest.mark.daily
def test_without_scripts_everything_is_there(opened: Opened) -> None:
    page = opened("en/", java_script_enabled=False)
    assert page.locator(".rb-card").count() == 3
    assert not page.locator(".rb-filter").is_visible()
    page.get_by_role("link", name="Sales Operations Manager").click()
    assert page.get_by_role("link", name="Apply now").first.is_visible()
    assert page.get_by_role("link", name="What to expect of our interviews", exact=True).is_visible()


@pytest.mark.parametrize(
    ("tag", "closed", "none"),
    [
        ("en", "This position is closed.", "No open positions"),
        ("ar", "هذه الوظيفة مغلقة.", "لا وظائف متاحة"),
    ],
)
def test_a_page_that_is_read_after_the_last_day_says_so(
    browser: Browser, address: str, tag: str, closed: str, none: str
) -> None:
    """The site was built while the posting was open, and nobody has built it since."""
    page = browser.new_page()
    page.goto(f"{address}{tag}/{ANALYST}")
    last = page.locator("[data-until]").first.get_attribute("data-until")
    page.clock.set_fixed_time(f"{last}T23:00:00Z")
    page.reload()
    expect(page.locator(".rb-action a").first).to_be_visible()
    expect(page.get_by_text(closed)).to_be_hidden()
    page.clock.set_fixed_time("2036-01-01T00:00:00Z")
    page.reload()
    expect(page.locator("h1 + .rb-callout").get_by_text(closed)).to_be_visible()  # before anything else
    expect(page.locator(".rb-action a")).to_have_count(0)
    expect(page.locator("meta[name=robots][content=noindex]")).to_have_count(1)
    accessible(page)
    page.goto(f"{address}{tag}/")
    expect(page.get_by_role("status").filter(has_text=none)).to_be_visible()
    expect(page.locator(".rb-card")).to_have_count(0)
    page.close()


def test_the_search_finds_postings(opened: Opened) -> None:
    page = opened("en/")
    page.keyboard.press("s")
    box = page.get_by_role("textbox", name="Search")
    box.fill("dashboard")
    box.dispatch_event("keyup")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert "jobs/" in (page.locator(".md-search-result__link").first.get_attribute("href") or "")


@pytest.mark.parametrize("tag", IN_LANGUAGES)
@pytest.mark.parametrize("path", ["", ANALYST, f"{ANALYST}candidate-brief/", "jobs/sales-operations-specialist/"])
def test_a_public_page_is_accessible_fits_a_phone_and_asks_nobody_else(opened: Opened, tag: str, path: str) -> None:
    page = opened(f"{tag}/{path}", viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    accessible(page)


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("path", ["", ANALYST, f"{ANALYST}candidate-brief/"])
def test_the_text_of_a_public_page_begins_where_its_header_does(opened: Opened, tag: str, path: str) -> None:
    page = opened(f"{tag}/{path}", viewport={"width": 1440, "height": 900})
    boxes = [page.locator(one).first.bounding_box() for one in ("h1", ".rb-body", ".md-copyright")]
    edges = [box["x"] + (box["width"] if tag == "ar" else 0) for box in boxes if box]
    assert max(edges) - min(edges) < 1.5, edges


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_careers_site_begins_with_the_employer_on_a_field_of_its_colour(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/", viewport={"width": 1440, "height": 900})
    colour = "part => getComputedStyle(part).backgroundColor"
    field = page.locator(".md-header").evaluate(colour)
    assert page.locator(".rb-band").evaluate(colour) == field
    expect(page.locator(".rb-band .rb-lead")).to_be_visible()
    expect(page.locator(".md-tabs")).to_have_count(0)  # there is one list: the trail leads to it
    expect(page.locator(".rb-summary dd")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") == 1440


@pytest.mark.parametrize(
    ("tag", "apply", "trail", "back"),
    [
        ("en", "Apply now", "You are here", "Sales Operations Analyst"),
        ("ar", "التقديم الآن", "موقعكم في الحقيبة", "محلل/ة عمليات المبيعات"),
    ],
)
def test_a_brief_says_pay_and_place_and_leads_to_the_posting_and_to_apply_at_once(
    opened: Opened, address: str, tag: str, apply: str, trail: str, back: str
) -> None:
    page = opened(f"{tag}/{ANALYST}candidate-brief/", viewport={"width": 390, "height": 844})
    button = page.get_by_role("link", name=apply).locator("visible=true")
    expect(button).to_be_in_viewport(ratio=1)
    assert button.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"
    expect(page.locator(".rb-summary")).to_contain_text("14,000")
    expect(page.locator(".rb-process")).to_be_in_viewport()
    page.get_by_role("navigation", name=trail).get_by_role("link", name=back).click()
    page.wait_for_url(f"{address}{tag}/{ANALYST}")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_on_a_large_screen_facts_stand_beside_the_text_from_the_head_on_and_stay(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/{ANALYST}", viewport={"width": 1440, "height": 900})
    card, band = page.locator(".rb-summary").bounding_box(), page.locator(".rb-band").bounding_box()
    assert card
    assert band
    assert card["y"] < band["y"] + band["height"]
    heading, text = page.locator("#terms").bounding_box(), page.locator("#terms + dl").bounding_box()
    assert heading
    assert text
    for box in (heading, text):
        assert card["x"] + card["width"] < box["x"] or box["x"] + box["width"] < card["x"]
    assert abs(heading["y"] - text["y"]) < heading["height"]  # a section has its head at the side
    page.mouse.wheel(0, 2000)
    expect(page.locator(".rb-summary")).to_be_in_viewport(ratio=1)
