"""What statements rest on is shown when somebody asks for it, and then on every page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opened

MARKS = ".rb-body :is(.rb-fact, .rb-editorial)"
DESCRIPTION = "roles/sales-operations-analyst/"


@pytest.mark.parametrize(("tag", "name"), [("en", "Show sources"), ("ar", "إظهار المصادر")])
def test_a_reader_asks_for_sources_once_and_sees_them_on_every_page(opened: Opened, tag: str, name: str) -> None:
    page = opened(f"{tag}/{DESCRIPTION}")
    button = page.get_by_role("button", name=name)
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(MARKS).first).to_be_hidden()
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(MARKS).first).to_be_visible()
    for path in (DESCRIPTION, "objectives/", "skills/data-analysis/"):
        page.goto(page.url.partition(f"/{tag}/")[0] + f"/{tag}/{path}")
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(page.locator(MARKS).first).to_be_visible()
    button.click()
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(MARKS).first).to_be_hidden()


def test_without_scripts_sources_are_there_and_large_enough_to_touch(opened: Opened) -> None:
    page = opened(f"en/{DESCRIPTION}", java_script_enabled=False, viewport={"width": 320, "height": 640})
    expect(page.locator(MARKS).first).to_be_visible()
    boxes = [box for mark in page.locator(MARKS).all()[:8] if (box := mark.bounding_box())]
    assert all(min(box["width"], box["height"]) >= 24 for box in boxes)
    expect(page.get_by_role("button", name="Show sources")).to_have_count(0)


def test_on_paper_a_structure_guide_always_says_its_sources(opened: Opened) -> None:
    for path, printed in (("structures/generalist-team/", True), (DESCRIPTION, False)):
        page = opened(f"en/{path}")
        expect(page.locator(MARKS).first).to_be_hidden()
        page.emulate_media(media="print")
        assert page.locator(MARKS).first.is_visible() is printed, path
        expect(page.locator("rb-sources")).to_be_hidden()


def test_where_there_is_nothing_to_show_or_something_to_do_there_is_no_button(opened: Opened) -> None:
    for path in ("", "facts/", "roles/", "coverage/", "debrief/"):
        expect(opened(f"en/{path}").locator("rb-sources")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1440])
def test_the_button_stands_at_the_foot_beside_the_way_to_edit_the_page(opened: Opened, width: int) -> None:
    page = opened(f"en/{DESCRIPTION}", viewport={"width": width, "height": 844})
    body, button = page.locator(".rb-body").bounding_box(), page.locator("rb-sources button").bounding_box()
    assert body
    assert button
    assert button["y"] >= body["y"] + body["height"]
    edit = page.locator(".rb-edit a").bounding_box() if page.locator(".rb-edit").count() else None
    if edit:
        assert edit["y"] < button["y"] + button["height"]
        assert button["y"] < edit["y"] + edit["height"]
