"""Sections of hand-written pages bear the titles that their first pages give them."""

from __future__ import annotations

from pathlib import Path

import pytest
from rolebook.audience import Audience
from rolebook.kit import Kit
from rolebook.language import Language
from rolebook.site.hand_written import HandWritten
from rolebook.site.navigation import navigation


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("---\ntitle: Our team\n---\n# Who we are\n", "Our team"),
        ("Some words first.\n\n# Who we are {#who}\n\n## And more\n", "Who we are"),
        ("No heading at all.\n", "index"),
        ("# Bread & butter\n", "Bread &amp; butter"),
    ],
)
def test_a_section_is_called_as_its_first_page_says(small: Kit, tmp_path: Path, content: str, title: str) -> None:
    folder = tmp_path / "content" / "public" / "en"
    (folder / "team").mkdir(parents=True)
    (folder / "team" / "about.md").write_text("# About\n", "utf-8")
    (folder / "team" / "index.md").write_text(content, "utf-8")
    (folder / "empty").mkdir()
    (folder / "notes.md").write_text("# Notes\n", "utf-8")
    _, *by_hand = navigation(small, Language("en"), HandWritten(tmp_path, Audience.PUBLIC, "en"))
    assert by_hand == [{title: ["team/index.md", "team/about.md"]}, "notes.md"]


@pytest.mark.parametrize("guide", ["the kit's own", "Rolebook's", "none"])
def test_pages_for_maintainers_stand_once_whoever_wrote_the_guide(
    small: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guide: str
) -> None:
    if guide == "the kit's own":
        (tmp_path / "content" / "en" / "guide").mkdir(parents=True)
        (tmp_path / "content" / "en" / "guide" / "index.md").write_text("# Ours\n", "utf-8")
    if guide == "none":
        monkeypatch.setattr(HandWritten, "guide", None)
    entries = navigation(small, Language("en"), HandWritten(tmp_path, Audience.INTERNAL, "en"))
    assert str(entries).count("'guide/reference/index.md'") == 1
    assert str(entries).count("'guide/rules/index.md'") == 1


def test_each_page_of_the_guide_has_one_way_back(site: Path) -> None:
    ways = {page: page.read_text("utf-8").count('class="rb-trail"') for page in site.glob("*/guide/*/index.html")}
    assert len(ways) > 10
    assert set(ways.values()) == {1}
