"""Every page opens cleanly, in its direction; each type of page passes WCAG 2.2 A and AA, light and dark."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Browser, Response
from rolebook.audience import Audience
from rolebook.catalogue import pages
from rolebook.documents.blocks import Kind
from rolebook.kit import Kit

from tests.browser.accessibility import accessible
from tests.browser.conftest import Opened
from tests.conftest import FIRST, read

KIT = read(FIRST)
TYPES = {artefact.row.kind: artefact.path for artefact in pages(KIT, Audience.INTERNAL)}
GUIDE = (
    "guide/",
    "guide/brand/",
    "guide/edit/",
    "guide/interview/",
    "guide/languages/",
    "guide/print/",
    "guide/publish/",
    "guide/questions/",
)
PATHS = {
    **{str(kind): path for kind, path in TYPES.items()},
    "hand-written": "guide/edit/",
    "admonition": "guide/publish/",
}


LOOK = """[
  document.body.dir,
  getComputedStyle(document.querySelector("h1")).direction,
  document.documentElement.scrollWidth,
]"""


EVERY = tuple(artefact.path for artefact in pages(KIT, Audience.INTERNAL))


DIRECTED = tuple(
    str(kind)
    for kind in (
        Kind.HOME, Kind.COVERAGE, Kind.DEBRIEF, Kind.INTERVIEW_KIT, Kind.JOB_DESCRIPTION, Kind.SCORECARD,
        Kind.STRUCTURES, Kind.STRUCTURE_GUIDE,
    )
)  # fmt: skip
"""Types of pages with parts of their own: grids, charts, tools. The others consist of what all pages have in common."""


@pytest.mark.daily
@pytest.mark.parametrize("tag", ["ar", pytest.param("en", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(tuple(PATHS[kind] for kind in DIRECTED), id="with parts of their own"),
        pytest.param((*TYPES.values(), "guide/edit/"), id="each type", marks=pytest.mark.slow),
        pytest.param((*EVERY, *GUIDE), id="every page", marks=pytest.mark.nightly),
    ],
)
def test_a_page_opens_cleanly_and_fits_a_phone(opened: Opened, address: str, paths: tuple[str, ...], tag: str) -> None:
    page = opened(f"{tag}/", viewport={"width": 360, "height": 740})
    direction = "rtl" if tag == "ar" else "ltr"
    for path in paths:
        page.goto(f"{address}{tag}/{path}")
        assert page.evaluate(LOOK) == [direction, direction, 360], path


SHORTEN = "[...document.querySelectorAll('.rb-body--reference > :nth-child(n+12)')].forEach(one => one.remove())"
"""The reference repeats one kind of section forty times: axe looks at the first ones."""


LOOKED_AT = [
    *((kind, "en") for kind in DIRECTED),
    *(pytest.param(kind, "ar", marks=pytest.mark.slow) for kind in DIRECTED),
    *(pytest.param(kind, "en", marks=pytest.mark.slow) for kind in PATHS if kind not in DIRECTED),
    *(pytest.param(kind, "ar", marks=pytest.mark.nightly) for kind in PATHS if kind not in DIRECTED),
]


@pytest.mark.parametrize(("kind", "tag"), LOOKED_AT)
def test_a_type_of_page_is_accessible_light_and_dark(opened: Opened, kind: str, tag: str) -> None:
    page = opened(f"{tag}/{PATHS[kind]}", color_scheme="light")
    page.evaluate(SHORTEN)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    accessible(page, dark=tag == KIT.about.languages[0])  # dark colours are the same in every language


def test_the_site_is_set_in_firago_from_its_own_files(opened: Opened) -> None:
    for tag, sample in (("en", "Sales"), ("ar", "المبيعات")):
        page = opened(f"{tag}/")
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate("[...document.fonts].filter(font => font.status == 'loaded').map(font => font.family)")
        assert set(loaded) == {"FiraGO"}
        assert page.evaluate("text => document.fonts.check('16px FiraGO', text)", sample)


@pytest.mark.daily
@pytest.mark.parametrize("tag", KIT.about.languages)
def test_a_first_view_is_small(browser: Browser, address: str, tag: str) -> None:
    """Under 250 KB compressed (quality, a page: 300), and the search's entries are not among it."""
    with browser.new_context() as context:
        page = context.new_page()
        responses: list[Response] = []
        page.on("response", lambda response: responses.append(response))
        with page.expect_response("**/search_index.json"):  # asked for late, on a busy machine after all is quiet
            page.goto(f"{address}{tag}/roles/sales-operations-analyst/")
        page.wait_for_load_state("networkidle")
        sizes = {response.url: len(gzip.compress(response.body())) for response in responses}
    assert not any("/search/words" in url or "/search/texts" in url for url in sizes)
    assert sum(sizes.values()) < 254_000, sizes


@pytest.mark.parametrize(
    ("path", "largest"),
    [
        ("", 3_100),
        ("roles/sales-operations-analyst/", 3_600),
        ("coverage/", 3_100),
        ("interviewing/", 3_600),
        ("structures/", 23_300),
        ("debrief/", 39_300),
        ("roles/sales-operations-analyst/scorecard/", 24_000),
        ("roles/sales-operations-analyst/interview-kit/", 6_700),
        ("roles/sales-operations-analyst/interview-kit/skills-interview/", 26_600),
    ],
)
def test_a_page_loads_the_scripts_of_its_tool_alone_and_they_are_small(
    browser: Browser, address: str, path: str, largest: int
) -> None:
    """So many bytes of ours, compressed: what a reader waits for."""
    with browser.new_context() as context:
        page = context.new_page()
        responses: list[Response] = []
        page.on("response", lambda response: responses.append(response))
        page.goto(f"{address}en/{path}", wait_until="networkidle")
        ours = [one for one in responses if re.search("/assets/javascripts/(?!bundle|workers)", one.url)]
        sizes = {one.url.rpartition("/")[2]: len(gzip.compress(one.body())) for one in ours}
    assert sum(sizes.values()) < largest, sizes


@pytest.mark.daily
def test_a_link_in_a_text_is_underlined_and_one_that_begins_a_row_when_it_is_pointed_at(opened: Opened) -> None:
    page = opened("en/coverage/")
    line = "link => getComputedStyle(link).textDecorationLine"
    assert page.locator(".rb-lead > a").first.evaluate(line) == "underline"
    head = page.locator(".rb-beside__head > a, tbody th > a").locator("visible=true").first
    assert head.evaluate(line) == "none"
    head.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")  # the keyboard has brought it there
    assert head.evaluate(line) == "underline"
    page = opened("en/roles/sales-operations-analyst/interview-kit/")
    assert {one.evaluate(line) for one in page.locator("article a.rb-button").all()} == {"none"}


def test_without_scripts_a_document_reads(opened: Opened, first: Kit) -> None:
    page = opened("en/roles/sales-operations-analyst/interview-kit/", java_script_enabled=False)
    text = page.locator("article").inner_text()
    for stage in first.role("sales-operations-analyst").interview:
        assert stage.name["en"] in text
        assert stage.purpose["en"] in text
    front = opened("", java_script_enabled=False)
    assert front.get_by_role("link", name="العربية").is_visible()


def test_the_front_page_sends_the_reader_to_their_language(opened: Opened, address: str) -> None:
    for locale, tag in (("ar-EG", "ar"), ("en-GB", "en"), ("de-DE", "en")):
        page = opened("", locale=locale)
        page.wait_for_url(f"{address}{tag}/")


@pytest.mark.parametrize("tag", KIT.about.languages)
def test_on_paper_the_document_stands_alone(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/roles/sales-operations-analyst/scorecard/", color_scheme="dark")
    page.emulate_media(media="print")
    for chrome in (".md-header", ".md-footer", ".md-tabs", ".md-sidebar--secondary", ".rb-trail", ".rb-role nav"):
        assert not page.locator(chrome).first.is_visible(), chrome
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.rb-rating')).breakInside") == "avoid"
    assert page.evaluate("getComputedStyle(document.querySelector('.rb-grid tr')).breakInside") == "avoid"
    assert page.evaluate("getComputedStyle(document.querySelector('article')).color") == "rgb(0, 0, 0)"


def test_on_paper_a_link_out_of_the_site_shows_its_address(opened: Opened) -> None:
    page = opened("en/facts/")
    page.emulate_media(media="print")
    page.evaluate("document.querySelector('article p').innerHTML = '<a href=\"https://example.com/a\">a</a>'")
    shown = page.evaluate("getComputedStyle(document.querySelector('article p a'), '::after').content")
    assert "https://example.com/a" in shown


LINES = """all => all.map(text => {
  const { height } = text.getBoundingClientRect(), { lineHeight } = getComputedStyle(text);
  return [text.textContent.trim().length, Math.round(height / parseFloat(lineHeight))];
}).filter(([, lines]) => lines > 2).map(([characters, lines]) => characters / (lines - 0.5))"""
"""Characters in a line of each text of several lines, of which the last is half full on the mean."""


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_lines_that_are_read_have_about_75_characters_and_end_at_the_same_edge(opened: Opened, tag: str) -> None:
    means = []
    for path in (TYPES[Kind.JOB_DESCRIPTION], TYPES[Kind.SOURCING_GUIDE], "guide/edit/"):
        page = opened(f"{tag}/{path}", viewport={"width": 1440, "height": 900})
        texts = page.locator(":is(.rb-body, .md-content__inner) > p:is(:not([class]), .rb-lead)")
        means += texts.evaluate_all(LINES)
        assert len(set(texts.evaluate_all("all => all.map(one => one.clientWidth).filter(Boolean)"))) == 1, path
    assert 60 < sum(means) / len(means) < 80
