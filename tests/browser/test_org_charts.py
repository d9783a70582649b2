"""Organisation charts: lines that reach from each place to the next, and what the picture shows said only aloud."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opened

GAPS = """() => [...document.querySelectorAll(".rb-org")].flatMap((chart) =>
  [...chart.querySelectorAll("li > ul")].flatMap((list) => {
    const above = list.previousElementSibling.getBoundingClientRect().bottom;
    const [item] = list.children;
    const top = item.getBoundingClientRect().top;
    const line = getComputedStyle(item, "::before");
    const stem = getComputedStyle(list, "::before");
    const begins = stem.content === "none" ? top + parseFloat(line.insetBlockStart) : list.getBoundingClientRect().top;
    const reaches = stem.content === "none" ? top : begins + parseFloat(stem.blockSize);
    return [begins - above, top - reaches];
  }))"""
"""From each place to the line below it, and from that line to the line across, in pixels."""


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page_of", ["structures/", "structures/managed-sub-teams/"])
def test_lines_reach_from_place_to_place(opened: Opened, page_of: str, width: int, tag: str) -> None:
    page = opened(f"{tag}/{page_of}", viewport={"width": width, "height": 900})
    gaps = page.evaluate(GAPS)
    assert gaps
    assert [gap for gap in gaps if gap > 1] == []


def test_what_the_picture_shows_is_said_only_to_those_who_cannot_see_it(opened: Opened) -> None:
    page = opened("en/structures/managed-sub-teams/")
    caption = page.locator(".rb-org figcaption").first
    box = caption.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (1, 1)
    assert "Reporting to Sales Operations Leader" in caption.inner_text()


def test_the_table_of_duties_is_folded_on_screen_and_printed_whole(opened: Opened) -> None:
    page = opened("en/structures/managed-sub-teams/")
    row = page.locator("details:has(#all-duties) tbody tr").nth(1)
    expect(row).not_to_be_visible()
    page.emulate_media(media="print")
    assert row.evaluate("row => row.checkVisibility({contentVisibilityAuto: true})")
    page.emulate_media(media="screen")
    page.locator("#all-duties").click()
    expect(row).to_be_visible()
