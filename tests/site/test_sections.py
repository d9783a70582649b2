"""A kit that switches sections off: they are nowhere, no link leads to them, and their data need not be there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.kit.sections import Section
from rolebook.source import load

from tests.formats.paper import pdf_text, squeezed
from tests.links import broken_links, html_files
from tests.test_cli import run

Data = dict[str, Any]
CASES = [
    *(pytest.param((section,), marks=pytest.mark.nightly, id=section.value) for section in Section),
    pytest.param(tuple(Section), id="all"),
]
PAGES = {
    Section.SOURCING: "roles/baker/sourcing",
    Section.STRUCTURES: "structures",
    Section.CAREERS_MAP: "careers",
    Section.COVERAGE: "coverage",
    Section.FACTS: "facts",
    Section.GLOSSARY: "glossary",
    Section.DEBRIEF: "debrief",
    Section.HIRING: "forms",
}
WORDS: dict[Section, tuple[str, ...]] = {
    Section.SOURCING: (
        "sourcing", "background", "خلفيات", "الاستقطاب", "Home bakers", "هواة الخَبز", "Feeling for dough",
    ),
    Section.STRUCTURES: (
        "structure", "planner", "leadership model", "الهياكل", "هيكل", "One bakes, the others help", "واحد يخبز",
        "Bakers now",
    ),
    Section.CAREERS_MAP: ("career map", "خريطة المسار", "Comes from"),
    Section.COVERAGE: ("coverage", "التغطية", "Skills by role", "Skills by stage"),
    Section.FACTS: (
        "F1", "editorial", "facts and sources", "إرشاد من الحقيبة", "الحقائق", "warm bread",
        "The neighbours",),
    Section.GLOSSARY: ("glossary", "المصطلحات", "Proofing", "التخمير"),
    Section.DEBRIEF: ("debrief", "المداولة", "Lay the scorecards side by side", "sealed scorecards and record"),
    Section.HIRING: (
        "Intake form", "From intake to offer", "Reference check", "Offer letter", "نموذج طلب شغل الوظيفة",
        "من طلب شغل الوظيفة إلى العرض", "Leave the old oven", "خطاب العرض",),
}  # fmt: skip
"""Words of the interface and of the small kit's data that only a section says."""


def switched_off(data: Data, sections: tuple[Section, ...]) -> Data:
    """A kit without some sections, and without their data."""
    data["kit"]["sections"] = {section.value: False for section in sections}
    left_out = {
        Section.SOURCING: ("backgrounds",),
        Section.STRUCTURES: ("leadership_models", "planner"),
        Section.FACTS: ("facts", "sources"),
        Section.GLOSSARY: ("glossary",),
        Section.HIRING: ("hiring",),
    }
    for section in sections:
        for key in left_out.get(section, ()):
            del data[key]
    if Section.SOURCING in sections:
        for role in data["roles"]:
            role.pop("backgrounds", None)
    if Section.STRUCTURES in sections:
        data["function"] = {"mission": data["function"]["mission"]}
    if Section.DEBRIEF in sections:
        del data["interviewing"]["debrief"]
    return data


def said(site: Path) -> str:
    """What the pages of a site show, say to machines, and offer to be found; the guide aside, which explains it all."""
    found = []
    for page in html_files(site):
        if "guide" in page.parts:
            continue
        tree = lxml.html.parse(str(page)).getroot()
        for aside in tree.xpath("//script | //style | //template | //nav//a[contains(@href, 'guide/')]"):
            aside.drop_tree()
        found += [tree.text_content(), *tree.xpath("//@title | //@aria-label | //meta/@content")]
    for index in site.rglob("search/texts/*"):
        pages = json.loads(index.read_text("utf-8"))
        found += [" ".join(entry[1:]) for page in pages for entry in page if not entry[0].startswith("guide/")]
    return " ".join(" ".join(found).split())


def left_over(section: Section, text: str) -> list[str]:
    """Where a text says a word of a section."""
    places = ((word, text.find(word.casefold())) for word in WORDS[section])
    return [f"{word}: …{text[max(0, place - 80) : place + 80]}…" for word, place in places if place >= 0]


@pytest.mark.slow
@pytest.mark.parametrize("sections", CASES)
def test_nothing_is_left_of_a_section(
    small_data: Data, written: Callable[[Data], Path], tmp_path: Path, sections: tuple[Section, ...]
) -> None:
    path = written(switched_off(small_data, sections))
    kit = load(path).kit
    assert kit is not None, load(path).problems
    for audience in Audience:
        build(kit, path, tmp_path / "out", audience=audience)
    site, public = tmp_path / "out" / "site", tmp_path / "out" / "public"
    assert broken_links(site) == []
    assert broken_links(public) == []
    everything = said(site).casefold()
    shown = said(public).casefold()
    for section, page in PAGES.items():
        there = [(site / tag / page).exists() for tag in ("en", "ar")]
        assert there == [section not in sections] * 2, section
        if section in sections:
            assert left_over(section, everything) == left_over(section, shown) == []
    handbook = pdf_text((site / "en" / "handbook.pdf").read_bytes()).casefold()
    printed = [word for section in sections for word in WORDS[section] if squeezed(word).casefold() in handbook]
    assert [word for word in printed if word != "F1"] == []  # “page 1 of 12”
    for role in (site / "en" / "roles").glob("*/scorecard"):
        assert (role / "rating.json").exists() is (Section.DEBRIEF not in sections)


def test_the_words_are_those_that_a_whole_kit_says(small_pages: Path) -> None:
    """A word that nobody says would be looked for in vain."""
    everything = said(small_pages).casefold()
    missing = [word for words in WORDS.values() for word in words if word.casefold() not in everything]
    assert missing == []


def test_data_of_a_section_that_is_on_is_needed(small_data: Data, written: Callable[[Data], Path]) -> None:
    data = switched_off(small_data, tuple(Section))
    data["kit"]["sections"] = {"glossary": False}
    messages = [problem.message for problem in load(written(data)).problems]
    for key in ("backgrounds", "leadership_models", "owns", "debrief"):
        assert f"“{key}” is missing here." in messages
    small_data["backgrounds"] = []
    assert "“backgrounds” needs at least 1 item; there is none." in [
        problem.message
        for problem in load(written({**small_data, "kit": {**small_data["kit"], "sections": {}}})).problems
    ]


def test_data_that_is_there_is_checked_although_nothing_shows_it(
    small_data: Data, written: Callable[[Data], Path]
) -> None:
    small_data["kit"]["sections"] = {"sourcing": False}
    small_data["roles"][0]["backgrounds"] = ["home-bakker"]
    [problem] = load(written(small_data)).problems
    assert problem.message == "There is no background “home-bakker”."


def test_a_switch_is_true_or_false(small_data: Data, written: Callable[[Data], Path]) -> None:
    small_data["kit"]["sections"] = {"sourcing": "off", "careers_maps": False}
    hints = {problem.message: problem.hint for problem in load(written(small_data)).problems}
    assert "Expected true or false, but this is text." in hints
    assert hints["“careers_maps” is not known here."] == "Did you mean “careers_map”?"


def test_what_is_switched_off_is_not_exported(small_data: Data, written: Callable[[Data], Path]) -> None:
    path = written(switched_off(small_data, (Section.SOURCING,)))
    result = run("export", "sourcing-guide", path, "--role", "baker")
    assert result.exit_code == 2
    assert "its section “sourcing” is switched off (kit.sections)" in result.output
    assert run("export", "job-description", path, "--role", "baker").exit_code == 0
