"""Pictures on pages: on a desktop and a phone, in both directions, in forced colours, without scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import FloatRect, Locator, expect

from tests.browser.accessibility import IN_LANGUAGES, accessible
from tests.browser.conftest import Opened

PAGES = ("coverage/", "careers/", "skills/data-analysis/", "roles/sales-operations-analyst/")
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}


def box(part: Locator) -> FloatRect:
    """Where a part of a page is."""
    found = part.bounding_box()
    assert found is not None
    return found


@pytest.mark.parametrize("tag", IN_LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_pages_with_pictures_are_accessible_and_fit_a_phone(opened: Opened, tag: str, path: str) -> None:
    page = opened(f"{tag}/{path}", **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(page)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_heat_map_stays_a_grid_on_a_phone(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/coverage/", **PHONE)
    heat = page.locator(".rb-matrix--heat")
    columns = heat.locator("thead th").count()
    cells = heat.locator("tbody tr").first.locator("td")
    expect(cells).to_have_count(columns)
    boxes = [box(cell) for cell in cells.all()]
    assert len({one["y"] for one in boxes}) == 1
    assert all(32 <= one["width"] <= 48 and 0 <= one["x"] <= 390 - one["width"] for one in boxes)
    assert box(heat.locator("tbody"))["height"] < 844
    head = box(heat.locator("tbody th").first)
    assert (head["x"] < boxes[0]["x"]) is (tag == "en")
    for name, cell in zip(heat.locator("thead th > span").all(), boxes, strict=True):
        assert name.evaluate("one => getComputedStyle(one).writingMode") == "vertical-rl"
        assert cell["x"] <= box(name)["x"]
        assert box(name)["x"] + box(name)["width"] <= cell["x"] + cell["width"] + 1


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_heads_of_the_heat_map_are_read_without_turning_ones_head_and_its_legend_stands_above(
    opened: Opened, tag: str
) -> None:
    page = opened(f"{tag}/coverage/", viewport={"width": 1440, "height": 900})
    heat = page.locator(".rb-matrix--heat")
    for head in heat.locator("thead th > span").all():
        assert head.evaluate("one => getComputedStyle(one).writingMode") == "horizontal-tb"
        assert head.evaluate("one => getComputedStyle(one).transform") == "none"
    legend = box(page.locator(".rb-legend").first)
    assert legend["y"] + legend["height"] <= box(heat)["y"]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_on_a_phone_the_career_map_is_drawn_whole_and_its_names_can_be_read(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/careers/", **PHONE)
    drawn = page.locator(".rb-careers")
    assert drawn.evaluate("one => one.scrollWidth <= one.clientWidth")
    for place in page.locator(".rb-careers__place").all():
        assert place.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    step = page.locator(".rb-careers__step a").nth(1)
    step.click()
    target = page.locator(f"[id='{(step.get_attribute('href') or '')[1:]}']")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("Ready when" if tag == "en" else "جاهز")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_an_arrow_of_the_career_map_leads_to_what_the_step_takes(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/careers/")
    places = [box(place) for place in page.locator(".rb-careers__place").all()]
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            apart = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
            assert apart or abs(one["y"] - other["y"]) >= one["height"], "boxes lie over each other"
    step = page.locator(".rb-careers__step a").nth(1)
    step.click()
    target = page.locator(f"[id='{(step.get_attribute('href') or '')[1:]}']")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("Ready when" if tag == "en" else "جاهز")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_what_steps_take_stands_in_columns_below_the_map_and_each_band_has_its_label_in_its_middle(
    opened: Opened, tag: str
) -> None:
    page = opened(f"{tag}/careers/", viewport={"width": 1440, "height": 900})
    drawn, steps = box(page.locator(".rb-careers")), [box(one) for one in page.locator(".rb-definitions").all()]
    assert all(one["y"] >= drawn["y"] + drawn["height"] for one in steps)
    assert len({round(one["x"]) for one in steps}) == 3
    for band in page.locator(".rb-careers__row").all():
        label, whole = box(band.locator("span")), box(band)
        assert band.inner_text()
        assert abs(label["y"] + label["height"] / 2 - whole["y"] - whole["height"] / 2) < 1


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_career_map_and_what_its_steps_take_are_one_sheet(opened: Opened, tmp_path: Path, tag: str) -> None:
    page = opened(f"{tag}/careers/")
    page.pdf(path=tmp_path / "careers.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "careers.pdf") as printed:
        assert len(printed) == 1


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_pictures_need_no_script(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/careers/", java_script_enabled=False)
    expect(page.locator(".rb-careers__map")).to_be_visible()
    page.close()
    page = opened(f"{tag}/skills/data-analysis/", java_script_enabled=False)
    expect(page.locator(".rb-ladder > li")).to_have_count(5)
    expect(page.locator(".rb-ladder__roles a").first).to_be_visible()


def test_arrows_of_the_career_map_have_heads_in_forced_colours(opened: Opened) -> None:
    page = opened("en/careers/", forced_colors="active")
    head = page.locator(".rb-careers__head").first
    sides = head.evaluate("one => [getComputedStyle(one).borderLeftColor, getComputedStyle(one).borderBottomColor]")
    assert sides[0] == "rgba(0, 0, 0, 0)" != sides[1]


def test_bars_are_told_apart_in_forced_colours(opened: Opened) -> None:
    page = opened("en/roles/sales-operations-analyst/", forced_colors="active")
    filled, later = (
        page.locator(f".rb-profile > li > .rb-profile__bar{kind} .rb-on").first
        for kind in (":not(.rb-profile__bar--later)", "--later")
    )
    look = "one => getComputedStyle(one).backgroundImage + getComputedStyle(one).backgroundColor"
    assert filled.evaluate(look) != later.evaluate(look)
