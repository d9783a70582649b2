"""Links of an organisation's own in the menu and on the home page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from rolebook.audience import Audience
from rolebook.build.build import build

from tests.conftest import read

MENU = [
    {
        "title": {"en": "Our <systems>", "ar": "أنظمتنا"},
        "links": [{"title": {"en": "Pay & bands", "ar": "نطاقات الرواتب"}, "url": "https://pay.example.com/?a=1&b=2"}],
    }
]


@pytest.mark.slow
@pytest.mark.usefixtures("pages_only")
def test_links_of_the_kits_own_are_in_the_menu_and_on_the_home_page_but_not_for_candidates(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path], tmp_path: Path
) -> None:
    small_data["kit"]["menu"] = MENU
    path = written(small_data)
    for audience in Audience:
        build(read(path), path, tmp_path, audience=audience)
    home = lxml.html.parse(str(tmp_path / "site" / "en" / "index.html")).getroot()
    for within in ("//nav[@class='rb-menu']", "//article"):
        [link] = home.xpath(f"{within}//a[contains(@href, 'pay.example.com')]")
        assert link.get("href") == "https://pay.example.com/?a=1&b=2"
        assert link.text_content() == "Pay & bands"
    assert "Our <systems>" in home.xpath("string(//nav[@class='rb-menu'])")
    assert not home.xpath("//nav[contains(@class, 'md-tabs')]//a[contains(@href, 'pay.example.com')]")
    public = list((tmp_path / "public").rglob("*.html"))
    assert public
    assert not [page for page in public if "pay.example.com" in page.read_text("utf-8")]


def test_the_pages_for_maintainers_are_in_the_menu_on_their_own_pages_alone(small_pages: Path) -> None:
    for page, there in (("index.html", False), ("coverage/index.html", False), ("guide/edit/index.html", True)):
        menu = lxml.html.parse(str(small_pages / "en" / page)).getroot().xpath("//nav[@class='rb-menu']")[0]
        assert bool(menu.xpath(".//a[contains(@href, 'guide/')]")) is there, page
