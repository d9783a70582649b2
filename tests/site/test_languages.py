"""Languages of every kind, built whole: regions, scripts, and those that take a font of their own.

Whole builds with all files, which are slow.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from tests.conftest import FONT_PACKAGES, in_languages
from tests.formats.paper import pdf_facts, pdf_text, squeezed

DAYS = {
    "en-GB": "15 January 2026",
    "pt-BR": "15 de janeiro de 2026",
    "sr-Latn": "15. januar 2026.",
    "ar-SA": "15 يناير 2026",
    "no": "15. januar 2026",
    "zh-Hant": "2026年1月15日",
    "ja": "2026年1月15日",
}
"""The day of the small kit's version, as each language writes it."""
TITLES = {"zh-Hant": "麵包師", "ja": "パン職人"}

Write = Callable[[dict[str, Any]], Path]


BUILD = """
import sys
from rolebook import fonts
from rolebook.cli import main

fonts.installed = lambda: tuple(sys.argv[2:])
main(["build", sys.argv[1]])
"""


def built(data: dict[str, Any], written: Write, *packages: str) -> Path:
    """The two sites of a kit, as a person gets them where these packages of fonts are installed."""
    path = written(data)
    subprocess.run([sys.executable, "-c", BUILD, str(path), *packages], check=True, capture_output=True)
    return path.parent


def in_every_tag(data: dict[str, Any]) -> dict[str, Any]:
    data = in_languages(data, list(DAYS))
    data["roles"][0]["title"] |= TITLES
    return data


def test_the_themes_words_address_readers_as_the_kit_does(site: Path) -> None:
    page = "roles/sales-operations-analyst/interview-kit/first-conversation/index.html"
    arabic, english = (lxml.html.parse(str(site / tag / page)).getroot() for tag in ("ar", "en"))
    said = {
        "//button[contains(@class, 'md-top')]": ("العودة إلى الأعلى", "Back to top"),
        "//a[contains(@class, 'md-skip')]": ("الانتقال إلى المحتوى", "Skip to content"),
        "//nav[contains(@class, 'md-header__inner')]/@aria-label": ("رأس الصفحة", "Header"),
        "//nav[contains(@class, 'md-tabs')]/@aria-label": ("الأقسام", "Tabs"),
        "//button[@type='reset' and contains(@class, 'md-search__icon')]/@title": ("مسح", "Clear"),
    }
    for where, words in said.items():
        assert (arabic.xpath(f"string({where})").strip(), english.xpath(f"string({where})").strip()) == words
    steps = arabic.xpath("//ol[@class='rb-strip__parts']//span[@class='rb-hidden']/text()")
    assert [step for step in steps if "، " in step]
    assert not [step for step in steps if "," in step]


@pytest.mark.nightly
@pytest.mark.long
def test_every_tag_is_built_with_the_dates_of_its_region(small_data: dict[str, Any], written: Write) -> None:
    out = built(in_every_tag(small_data), written, *FONT_PACKAGES)
    for tag, day in DAYS.items():
        page = lxml.html.parse(str(out / "site" / tag / "roles" / "baker" / "index.html")).getroot()
        assert (page.get("lang"), page.body.get("dir")) == (tag, "rtl" if tag == "ar-SA" else "ltr")
        assert page.xpath("string(//h1)").strip() == TITLES.get(tag, page.xpath("string(//h1)").strip())
        preloaded = {re.sub(r".*firago-|-[0-9]+\.woff2", "", one) for one in page.xpath("//link[@as='font']/@href")}
        assert preloaded == {"ar-SA": {"arabic"}, "zh-Hant": set(), "ja": set()}.get(tag, {"latin"})
        pdf = (out / "site" / tag / "roles" / "baker" / "job-description.pdf").read_bytes()
        assert squeezed(day) in pdf_text(pdf)
        assert pdf_facts(pdf)["title"] == TITLES.get(tag, pdf_facts(pdf)["title"])
        assert (out / "public" / tag / "index.html").is_file()
    arabic = lxml.html.parse(str(out / "site" / "ar-SA" / "index.html")).getroot()
    assert "الوظائف" in arabic.text_content()  # the catalogue of `ar`, the theme's words, too
    assert "بحث" in arabic.xpath("string(//input[@name='query']/@placeholder)")
    switch = lxml.html.parse(str(out / "site" / "ja" / "index.html")).getroot().xpath("//a[@rel='alternate']/text()")
    assert switch[:4] == [
        "British English",
        "Português (Brasil)",
        "Srpski (latinica)",
        "العربية (المملكة العربية السعودية)",
    ]


@pytest.mark.slow
def test_a_language_without_a_font_has_pages_and_says_that_it_has_no_pdf(
    small_data: dict[str, Any], written: Write
) -> None:
    data = in_languages(small_data, ["en", "ja"])
    data["roles"][0]["title"]["ja"] = TITLES["ja"]
    out = built(data, written)
    assert list((out / "site" / "ja").rglob("*.pdf")) == []
    assert list((out / "public" / "ja").rglob("*.pdf")) == []
    assert (out / "site" / "ja" / "roles" / "baker" / "job-description.docx").is_file()
    page = lxml.html.parse(str(out / "site" / "ja" / "roles" / "baker" / "index.html")).getroot()
    assert page.xpath("string(//h1)").strip() == "パン職人"
    assert (
        page.xpath("string(//*[@class='rb-unprinted'])") == "There is no PDF here: no font for this language was found."
    )
    assert [link for link in page.xpath("//a/@href") if link.endswith(".pdf")] == []
    assert (out / "site" / "en" / "handbook.pdf").is_file()
    english = lxml.html.parse(str(out / "site" / "en" / "roles" / "baker" / "index.html")).getroot()
    assert english.xpath("//*[@class='rb-unprinted']") == []
    public = lxml.html.parse(str(out / "public" / "ja" / "jobs" / "baker" / "index.html")).getroot()
    assert public.xpath("//*[@class='rb-unprinted']") == []
