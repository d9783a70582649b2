"""A version of MkDocs or Material that is not as Rolebook expects is named, and nothing is built with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page
from rolebook.audience import Audience
from rolebook.engine.material import contract
from rolebook.engine.material.engine import MaterialEngine
from rolebook.kit import Kit
from rolebook.site.site import site_of

from tests.conftest import SMALL


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the theme's templates, without its icons, in which a test may change something."""
    copy = tmp_path / "templates"
    ignored = shutil.ignore_patterns(".icons", "lunr", "*.map", "*.css", "images", "fonts")
    shutil.copytree(contract._TEMPLATES, copy, ignore=ignored)
    monkeypatch.setattr(contract, "_TEMPLATES", copy)
    _forget()
    yield copy
    _forget()


def _forget() -> None:
    contract.broken.cache_clear()
    contract._markup.cache_clear()


def test_the_versions_that_are_installed_are_as_expected() -> None:
    assert contract.broken() == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("base.html", "workers/search.", "workers/finder."),
        ("base.html", "{% block scripts %}", "{% block scripting %}"),
        ("partials/search.html", ' role="dialog"', ""),
        ("partials/javascripts/base.html", "__md_get=", "__md_read="),
        ("partials/top.html", "md-top", "md-up"),
        ("assets/javascripts/workers/search.*.min.js", "{type:3,", "{type:4,"),
        ("assets/javascripts/workers/search.*.min.js", ".stemmer=", ".stems="),
    ],
)
def test_what_has_changed_in_the_theme_is_named(theme: Path, file: str, old: str, new: str) -> None:
    [path] = theme.glob(file)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert contract.broken()
    assert all(line.startswith("mkdocs-material 9.") for line in contract.broken())


def test_nothing_of_the_theme_is_taken_for_granted_unseen(theme: Path) -> None:
    shutil.rmtree(theme)
    still = [one.what for one in contract.ASSUMPTIONS if one.of == "mkdocs-material" and one.holds()]
    assert still == []


def test_a_page_whose_title_cannot_be_set_aside_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Page, "title", property(lambda self: "", lambda self, value: None))
    _forget()
    assert [line.partition("Expected: ")[2] for line in contract.broken()] == [
        "a page's title is a property without a setter (for engine/material/renderer.py). "
        "Install an earlier version of it, or a newer Rolebook."
    ]
    _forget()


def test_nothing_is_prepared_with_a_theme_that_has_changed(theme: Path, small: Kit, tmp_path: Path) -> None:
    (theme / "partials" / "search.html").write_text("", "utf-8")
    prepared = MaterialEngine().prepare(
        site_of(small, SMALL, Audience.INTERNAL, "en", with_files=False), tmp_path / "en"
    )
    assert prepared.renderer is None
    [warning] = prepared.warnings
    assert "stands in partials/search.html once (for theme_overrides/partials/search.html)" in warning
