"""Finding one's way: the search, the language switch, the tabs, and the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import FloatRect, Page, expect
from rolebook.formats.search import words

from tests.browser.conftest import Opened
from tests.conftest import PROJECT

ANALYST = {"en": "en/roles/sales-operations-analyst/", "ar": "ar/roles/sales-operations-analyst/"}


def ask(page: Page, query: str) -> None:
    """Write a query into the search, which a narrow window keeps behind its button."""
    if not page.locator(".md-search__form").is_visible():
        page.locator("label[for=__search]").first.click()
    field = page.locator(".md-search__input")
    field.focus()
    field.fill("")
    field.dispatch_event("keyup")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    field.fill(query)
    field.dispatch_event("keyup")


def search(page: Page, query: str) -> list[str]:
    """The addresses that the search finds, best first."""
    ask(page, query)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.locator(".md-search-result__meta").inner_text()
    return [str(link.get_attribute("href")) for link in page.locator(".md-search-result__item > a").all()]


def test_the_arabic_search_knows_the_article_and_the_vowel_signs(opened: Opened, address: str) -> None:
    page = opened("ar/")
    for query in ("محلل", "المحلل", "للمحلل", "محلّل", "المُحَلِّل", "والمحلل", "محـلل"):
        found = search(page, query)
        assert any(link.startswith(f"{address}{ANALYST['ar']}") for link in found), (query, found)
        assert all(link.startswith(f"{address}ar/") for link in found), query


def test_the_arabic_search_knows_words_with_and_without_hamza(opened: Opened) -> None:
    page = opened("ar/")
    for query in ("أخصائي", "اخصائي", "الاخصائي", "للأخصائي", "أَخصائيّ"):
        found = search(page, query)
        assert any("/roles/sales-operations-specialist/" in link for link in found), (query, found)


def test_every_spelling_finds_the_same(opened: Opened) -> None:
    page = opened("ar/")
    spellings = [set(search(page, query)) for query in ("المحلل", "للمحلل", "محلل")]
    assert spellings[0] == spellings[1] == spellings[2]


def test_the_english_search_finds_english_pages_alone(opened: Opened, address: str) -> None:
    found = search(opened("en/"), "analyst")
    assert any(link.startswith(f"{address}{ANALYST['en']}") for link in found), found
    assert all(link.startswith(f"{address}en/") for link in found)


@pytest.mark.daily
def test_a_scorecard_is_found_by_its_name(opened: Opened) -> None:
    assert any("sales-operations-analyst/scorecard/" in link for link in search(opened("en/"), "scorecard analyst"))


@pytest.mark.daily
@pytest.mark.parametrize(
    "path",
    [
        "",
        "roles/sales-operations-analyst/scorecard/",
        "structures/generalist-team/",
        pytest.param("guide/edit/", marks=pytest.mark.slow),
    ],
)
def test_the_language_switch_stays_on_the_page(opened: Opened, address: str, path: str) -> None:
    page = opened(f"en/{path}")
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url(f"{address}ar/{path}")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{address}en/{path}")


def test_a_page_below_a_tab_marks_it(opened: Opened) -> None:
    page = opened("en/skills/data-analysis/")
    assert page.locator(".md-tabs__item--active").all_inner_texts() == ["Library"]


@pytest.mark.daily
def test_an_analyst_is_hired_from_the_posting_to_the_decision(opened: Opened) -> None:
    """The main job: from the home page to each document of the analyst, by links alone."""
    page = opened("en/")
    page.locator(".rb-panel--roles").get_by_role("link", name="Sales Operations Analyst", exact=True).click()
    expect(page.locator("h1")).to_have_text("Sales Operations Analyst")
    for phase, name in (("Find", "Sourcing guide"), ("Interview", "Interview kit"), ("Interview", "Scorecard")):
        page.locator(".rb-role__name").filter(has_text=phase).click()
        page.locator(".rb-role__documents").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_have_text(name)
        expect(page).to_have_title(f"{name}: Sales Operations Analyst - Sales Operations Hiring Kit")
    expect(page.get_by_text("Overall recommendation").first).to_be_attached()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_on_a_wide_screen_a_role_says_its_state_beside_its_title_and_its_facts_stay_in_sight(
    opened: Opened, tag: str
) -> None:
    page = opened(ANALYST[tag], viewport={"width": 1440, "height": 900})
    title, vacancies, bar, facts = (
        box(page, selector)
        for selector in (".rb-role__title", ".rb-role__vacancies", ".rb-role", "#at-a-glance + .rb-definitions")
    )
    assert vacancies["y"] < title["y"] + title["height"]
    assert bar["width"] == pytest.approx(box(page, ".md-header__inner")["width"], abs=40)
    assert facts["y"] < box(page, "#duties")["y"]
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 800")
    expect(page.locator("#at-a-glance + .rb-definitions")).to_be_in_viewport(ratio=0.9)


def box(page: Page, selector: str) -> FloatRect:
    """Where something stands on a page."""
    found = page.locator(selector).first.bounding_box()
    assert found, selector
    return found


def test_the_colours_can_be_switched_and_say_so_in_the_pages_language(opened: Opened) -> None:
    page = opened("ar/", color_scheme="light")
    page.get_by_title("الوضع الداكن").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_the_keyboard_reaches_the_content_and_wide_tables(opened: Opened) -> None:
    page = opened("en/coverage/")
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    assert "#" in page.url
    assert page.locator(".rb-matrix").first.get_attribute("tabindex") == "0"


def test_a_linked_question_is_not_hidden_under_the_header(opened: Opened) -> None:
    page = opened("en/skills/data-analysis/#question-falling-conversion")
    top = page.locator("#question-falling-conversion").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert top
    assert header
    assert top["y"] >= header["y"] + header["height"]


def test_a_posting_is_copied_for_job_boards(opened: Opened) -> None:
    page = opened(ANALYST["en"], permissions=["clipboard-read", "clipboard-write"])
    page.locator(".rb-role__name").filter(has_text="Find").click()
    page.locator(".rb-role__documents").get_by_role("link", name="Text for job boards").click()
    for name, start in (("Copy as text", "Sales Operations Analyst\n==="), ("Copy as HTML", "<p>You would find out")):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
        assert str(page.evaluate("navigator.clipboard.readText()")).startswith(start)
    leader = opened("en/roles/sales-operations-leader/")
    assert leader.locator("rb-copy").count() == 0


WORDS = (
    "المحلل",
    "للمُحَلِّل",
    "والمحلّل",
    "أخصائيّ",
    "آخر",
    "مسؤولية",
    "الى",
    "إلى",
    "ٱلعمل",
    "ﻻ",
    "لل",
    "الى",
    "Überblick",
    "Équipe",
    "Cœur",
    "Straße",
    "re\u0301sume\u0301",
    "شيء",
)


def test_a_word_is_folded_alike_in_the_browser_and_in_the_index(opened: Opened) -> None:
    """The lists of words are made by Python, and asked for by the worker."""
    page = opened("ar/")
    page.add_script_tag(path=str(PROJECT / "theme_overrides" / "assets" / "javascripts" / "fold.js"))
    for word in WORDS:
        [folded] = words(word, r"\s")
        assert page.evaluate("word => foldWords(word.toLowerCase())", word) == folded, word


def test_a_search_fetches_its_words_and_the_texts_of_what_it_shows(opened: Opened, address: str) -> None:
    page = opened("en/")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    assert search(page, "quota design")
    fetched = [url.removeprefix(f"{address}en/search/") for url in asked if "/search/" in url and "worker" not in url]
    lists = {f"words/{ord(letter)}.json" for letter in "qd"}
    assert lists <= set(fetched)
    assert all(one in {*lists, "words.json"} or one.startswith("texts/") for one in fetched), fetched


def test_a_search_for_nothing_that_is_there_says_so(opened: Opened) -> None:
    page = opened("en/")
    ask(page, "zzyzx")
    expect(page.locator(".md-search-result__meta")).to_have_text("Nothing found. Try fewer words, or other ones.")
