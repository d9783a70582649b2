"""The training of interviewers, as a person goes through it: one step after the other, and the key last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from rolebook.audience import Audience
from rolebook.build.build import build

from tests.browser.accessibility import accessible
from tests.browser.conftest import Opened, served
from tests.conftest import kit_of


@pytest.fixture(scope="module")
def address(small_pages: Path) -> Iterator[str]:
    """Where the small kit is served, which has a training, in place of the first one."""
    with served(small_pages) as where:
        yield where


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_step_of_the_training_leads_to_the_next_and_the_one_before_is_done(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/training/", viewport={"width": 390, "height": 844})
    steps = page.locator("details[name=steps]")
    last = steps.last.locator("summary")
    expect(page.locator("details[name=steps][open]")).to_have_count(1)
    expect(steps.first.locator("ol").first).to_be_in_viewport()  # the first is there to begin with
    colour = "step => getComputedStyle(step).backgroundColor"
    number = steps.first.locator(".rb-folded__step")
    under_way = number.evaluate(colour)
    steps.first.locator("p").last.get_by_role("link").click()
    expect(steps.nth(1).locator("ol").first).to_be_in_viewport()
    expect(page.locator("details[name=steps][open]")).to_have_count(1)
    assert number.evaluate(colour) not in (under_way, last.locator(".rb-folded__step").evaluate(colour))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(page)


def test_steps_are_printed_whether_or_not_they_are_unfolded_and_their_key_is_not(opened: Opened) -> None:
    page = opened("en/training/")
    rating = page.locator(".rb-rating").first
    expect(rating).to_be_hidden()
    page.emulate_media(media="print")
    expect(rating).to_be_visible()
    expect(page.locator("#key dl").first).to_be_hidden()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_sign_of_what_unfolds_is_in_the_middle_of_its_row_and_points_down_then_up(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/training/", viewport={"width": 1440, "height": 900})
    first = page.locator("details[name=steps] > summary").first
    places = """row => {
      const sign = getComputedStyle(row, "::after");
      const middle = parseFloat(sign.top) + parseFloat(sign.height) / 2;
      return [Math.abs(middle - row.clientHeight / 2), parseFloat(sign.rotate)];
    }"""
    off, turned = first.evaluate(places)
    first.click()
    off_open, turned_open = first.evaluate(places)
    assert max(off, off_open) < 6
    assert abs(turned_open - turned) == 180


def test_where_there_is_room_many_steps_stand_beside_the_one_that_is_open(
    browser: Browser, small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path], tmp_path: Path
) -> None:
    hour = small_data["interviewing"]["training"]
    hour["parts"] = [part | {"id": f"{part['id']}-{turn}"} for turn in range(3) for part in hour["parts"]]
    hour["minutes"] *= 3
    build(kit_of(small_data), written(small_data), tmp_path, audience=Audience.INTERNAL, with_files=False)
    with served(tmp_path / "site") as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}en/training/")
        page.locator(".md-sidebar--secondary").get_by_role("link", name="Rate two answers").last.click()
        expect(page.locator("details[name=steps]").last).to_have_attribute("open", "")
        expect(page.locator("details[name=steps][open]")).to_have_count(1)
        page.close()
