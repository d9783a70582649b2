"""What a reader sees of the organisation's brand: in the header and in links, light and dark, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.source import load

from tests.brand import BRAND, drawn
from tests.browser.accessibility import accessible, fits_a_phone
from tests.browser.conftest import Opened, served
from tests.conftest import SMALL

PAGES = ("", "roles/baker/", "coverage/")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where both sites of the small kit are served, with a brand, in place of the first one's."""
    folder: Path = tmp_path_factory.mktemp("brand")
    drawn(folder)
    path, span = folder / "roles.yaml", "  span: {at_least: 1}\n"
    path.write_text(SMALL.read_text("utf-8").replace(span, f"{span}  brand: {json.dumps(BRAND)}\n"), "utf-8")
    kit = load(path).kit
    assert kit is not None
    for audience in Audience:
        build(kit, path, folder / "out", audience=audience, with_files=False)
    with served(folder / "out") as where:
        yield where


LOOK = """() => {
  const style = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
  const mark = document.querySelector(".rb-brand img");
  return {
    header: style(".md-header", "backgroundColor"),
    link: style(".md-content a", "color"),
    mark: mark.complete && mark.naturalWidth > 0 && mark.getBoundingClientRect().height > 20,
    plate: getComputedStyle(mark).backgroundColor,
  };
}"""


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize(("side", "width"), [("site", 820), ("public", 390)])
def test_the_header_has_the_mark_and_the_colours(opened: Opened, side: str, width: int, tag: str) -> None:
    path = f"{side}/{tag}/"
    light = opened(path, viewport={"width": width, "height": 844}, color_scheme="light").evaluate(LOOK)
    assert light["mark"]
    assert light["header"] == "rgb(91, 14, 45)"
    dark = opened(path, viewport={"width": width, "height": 844}, color_scheme="dark").evaluate(LOOK)
    assert dark["plate"] == light["plate"] == "rgb(255, 255, 255)"  # a logo is drawn for white
    assert dark["header"] not in (light["header"], "rgb(16, 48, 62)")
    assert dark["link"] not in (light["link"], "rgb(127, 208, 220)")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_all_that_is_in_its_colours_can_be_read(opened: Opened, address: str, tag: str) -> None:
    page = opened(f"site/{tag}/")
    for path in PAGES:
        page.goto(f"{address}site/{tag}/{path}")
        accessible(page)
    page.goto(f"{address}public/{tag}/jobs/baker/")
    accessible(page)
    fits_a_phone(page)
