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


BRANCHES = """() => [...document.querySelectorAll(".rb-org li li > .rb-org__place:first-child")].map((box) => {
  const [place, item] = [box.getBoundingClientRect(), box.parentElement.getBoundingClientRect()];
  const line = getComputedStyle(box.parentElement, "::before");
  if (line.content === "none") return [99, 99];
  const isRight = getComputedStyle(box).direction === "rtl";
  const across = parseFloat(line.insetInlineStart);
  const start = isRight ? item.right - across : item.left + across;
  const down = item.top + parseFloat(line.insetBlockStart) + parseFloat(line.blockSize);
  if (line.borderBlockEndWidth === "0px") return [Math.abs(start - (place.left + place.right) / 2), place.top - down];
  const reach = isRight ? start - place.right : place.left - start;
  return [Math.abs(reach - parseFloat(line.inlineSize)), down > place.top && down < place.bottom ? 0 : 99];
})"""
"""How far the line to each box ends beside its middle and above it, or before its edge; in pixels."""
PAGES = ("structures/?people-now=7&people-in-a-year=15", "structures/", "structures/customer-journey-teams/")


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page_of", PAGES)
def test_every_box_hangs_from_a_line_of_its_own(opened: Opened, page_of: str, width: int, tag: str) -> None:
    page = opened(f"{tag}/{page_of}", viewport={"width": width, "height": 900})
    boxes = page.locator(".rb-org__place").count() - page.locator(".rb-org__scroll > ul > li > .rb-org__place").count()
    ends = page.evaluate(BRANCHES)
    assert len(ends) == boxes > 0
    assert [end for end in ends if max(end) > 1.5] == []


WIDER = """tag => {
  const list = document.querySelector(".rb-org__scroll > ul > li > ul");
  if (tag === "wide") for (let count = 0; count < 40; count++) list.append(list.firstElementChild.cloneNode(true));
  let last = list.lastElementChild;
  for (let depth = 0; tag === "deep" && depth < 16; depth++) {
    last.insertAdjacentHTML("beforeend", "<ul><li><span class=rb-org__place>Operations Specialist</span></li></ul>");
    last = last.lastElementChild.firstElementChild;
  }
  const room = document.querySelector(".rb-org__scroll");
  const inner = room.getBoundingClientRect();
  const boxes = [...room.querySelectorAll(".rb-org__place")].map((box) => box.getBoundingClientRect());
  return [Math.min(...boxes.map((box) => box.left)) - inner.left, Math.min(...boxes.map((box) => box.width))];
}"""
"""Makes a chart wide or deep; where its first box begins, and how wide its narrowest is, in pixels."""


@pytest.mark.parametrize("shape", ["wide", "deep"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_chart_that_finds_no_room_is_scrolled_from_its_first_box_to_its_last(
    opened: Opened, width: int, shape: str
) -> None:
    page = opened("en/structures/managed-sub-teams/", viewport={"width": width, "height": 900})
    begins, narrowest = page.evaluate(WIDER, shape)
    assert begins > 0
    assert narrowest > 80
    room = page.locator(".rb-org__scroll").first
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    room.evaluate("room => { room.scrollLeft = room.scrollWidth }")
    last = room.locator(".rb-org__place").last.bounding_box()
    inner = room.bounding_box()
    assert last
    assert inner
    assert last["x"] + last["width"] <= inner["x"] + inner["width"]


ALONE = """() => [...document.querySelectorAll(".rb-org__count")].filter((count) => {
  const range = document.createRange();
  const title = count.parentElement.firstChild;
  range.selectNodeContents(title);
  return Math.abs([...range.getClientRects()].at(-1).bottom - count.getBoundingClientRect().bottom) > 3;
}).map((count) => count.parentElement.textContent)"""
"""Boxes in which the number of people stands on another line than the last word before it."""


@pytest.mark.parametrize("width", [360, 390, 820, 1280, 1440])
def test_how_many_there_are_never_stands_alone_on_a_line(opened: Opened, width: int) -> None:
    page = opened("en/structures/customer-journey-teams/", viewport={"width": width, "height": 900})
    assert page.locator(".rb-org__count").count()
    assert page.evaluate(ALONE) == []


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_guide_begins_with_the_decision_in_one_block_and_lists_what_one_looks_for(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/structures/managed-sub-teams/", viewport={"width": 390, "height": 844})
    colours = set()
    for anchor in ("fits", "stops-fitting"):
        heading = page.locator(f"#{anchor}")
        colours.add(heading.evaluate("one => getComputedStyle(one).color"))
        box = heading.bounding_box()
        assert box
        assert box["y"] + box["height"] < 844
    assert len(colours) == 2
    page.set_viewport_size({"width": 1440, "height": 900})
    listed = page.locator(".md-nav--secondary a:visible").all_inner_texts()
    assert 4 <= len(listed) <= 8, listed


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
