"""What `make engines` compares it does notice: each difference, planted in a site of two pages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.engines.__main__ import wrong

PAGE = (
    '<html lang="ar"><body dir="rtl"><article><h1 id="top">محلل</h1><a href="{href}">{text}</a></article></body></html>'
)


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    site = tmp_path / "reference"
    (site / "roles").mkdir(parents=True)
    (site / "search").mkdir()
    (site / "index.html").write_text(PAGE.format(href="roles/#top", text="الوظائف"), "utf-8")
    (site / "roles" / "index.html").write_text(PAGE.format(href="../", text="الرئيسية"), "utf-8")
    (site / "search" / "search_index.json").write_text(json.dumps({"docs": [{"title": "محلل عمليات"}]}), "utf-8")
    return site


@pytest.fixture
def copy(reference: Path) -> Path:
    return Path(shutil.copytree(reference, reference.with_name("copy")))


def test_the_same_site_has_no_differences(reference: Path, copy: Path) -> None:
    assert list(wrong(reference, copy, "ar")) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("index.html", "الوظائف", "الأدوار", "index.html says something else"),
        ("index.html", 'dir="rtl"', 'dir="ltr"', "index.html has lang=ar dir=ltr"),
        ("index.html", 'lang="ar"', 'lang="en"', "index.html has lang=en dir=rtl"),
        ("index.html", "roles/#top", "posts/", "index.html: posts/"),
        ("index.html", "roles/#top", "roles/#end", "index.html: roles/#end (no such place)"),
        ("search/search_index.json", "\\u0645\\u062d\\u0644\\u0644", "x", "the search knows no “محلل” among 1 entries"),
    ],
)
def test_a_difference_is_said(reference: Path, copy: Path, file: str, old: str, new: str, said: str) -> None:
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), "utf-8")
    assert list(wrong(reference, copy, "ar")) == [said]


def test_a_page_that_is_missing_is_said(reference: Path, copy: Path) -> None:
    shutil.rmtree(copy / "roles")
    assert "no page roles/index.html" in list(wrong(reference, copy, "ar"))
