"""What readers set elsewhere: the system's colours, the size of letters, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.kit import Kit

from tests.browser.conftest import served
from tests.conftest import SMALL

SCHEME = "document.body.dataset.mdColorScheme"
CUT = """[...document.querySelectorAll('.rb-anchors__level > *, .rb-anchors__text')].filter(one => {
  const range = document.createRange();
  range.selectNodeContents(one);
  const text = range.getBoundingClientRect();
  const box = one.closest('.rb-anchors__level, .rb-rating').getBoundingClientRect();
  return text.width > 0 && one.offsetWidth > 1 && (text.left < box.left - 1 || text.right > box.right + 1);
}).map(one => one.textContent)"""


@pytest.fixture(scope="module")
def folder(small: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("settings")
    for audience in Audience:
        build(small, SMALL, folder, audience=audience, with_files=False)
    return folder


@pytest.fixture
def internal(folder: Path, browser: Browser) -> Iterator[tuple[Page, str]]:
    with served(folder / "site") as address, browser.new_context(color_scheme="light") as context:
        yield context.new_page(), address


def test_colours_follow_the_system_until_others_are_chosen_for_all_languages(internal: tuple[Page, str]) -> None:
    page, address = internal
    page.goto(f"{address}en/")
    for system, scheme in (("dark", "slate"), ("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
        page.wait_for_function(f"{SCHEME} === '{scheme}'", timeout=10_000)
    for tag in ("en", "ar"):
        page.goto(f"{address}{tag}/")
        page.wait_for_function(f"{SCHEME} === 'slate'", timeout=10_000)
    # Chosen against a light system: the browser's own colours, which a page sees again for a moment while it is left.
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"{SCHEME} === 'default'", timeout=10_000)
    page.locator(".md-header label[for^=__palette]:visible").first.click()
    page.wait_for_function(f"{SCHEME} === 'slate'", timeout=10_000)
    for tag in ("en", "ar"):
        page.goto(f"{address}{tag}/")
        page.wait_for_function(f"{SCHEME} === 'slate'", timeout=10_000)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_letters_may_be_twice_their_size(internal: tuple[Page, str], tag: str) -> None:
    page, address = internal
    page.goto(f"{address}{tag}/roles/baker/scorecard/")
    page.add_style_tag(content="html { font-size: 250% !important }")
    page.evaluate("for (const one of document.querySelectorAll('.rb-anchors li:first-child input')) one.click()")
    assert page.evaluate(CUT) == []
    shares = page.evaluate(
        "[...document.querySelectorAll('.rb-anchors__text')].filter(one => one.offsetWidth)"
        ".map(one => one.offsetWidth / one.closest('.rb-anchors, fieldset').offsetWidth)"
    )
    assert shares, "what a chosen level means is said"
    assert min(shares) > 0.5


def test_paper_is_light_whatever_the_screen_is(internal: tuple[Page, str]) -> None:
    page, address = internal
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}en/roles/baker/scorecard/")
    assert page.evaluate("getComputedStyle(document.querySelector('.rb-box')).colorScheme") == "dark"
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.rb-box')).colorScheme") == "light only"


def test_a_date_has_a_year_of_four_digits(internal: tuple[Page, str]) -> None:
    page, address = internal
    page.goto(f"{address}en/roles/baker/scorecard/")
    field = page.locator("input[name=date]")
    field.press_sequentially("112420261")
    assert len(field.input_value().partition("-")[0]) == 4


def test_the_way_to_apply_can_be_read_on_paper_and_nothing_moves(folder: Path, browser: Browser) -> None:
    with served(folder / "public") as address, browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(
            "globalThis.moved = 0;"
            "new PerformanceObserver(list => { for (const one of list.getEntries()) moved += one.value })"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        page.goto(f"{address}en/")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("moved") < 0.02
        page.goto(f"{address}en/jobs/baker/")
        page.emulate_media(media="print")
        colours = page.evaluate(
            "(button => { button.href = 'https://example.com/apply';"
            "return [getComputedStyle(button, '::after').color, getComputedStyle(button).color] })"
            "(document.querySelector('a.rb-button'))"
        )
        assert colours[0] == colours[1]
