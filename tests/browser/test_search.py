"""What people type into the search, and the page that they mean by it."""

from __future__ import annotations

import itertools
import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.accessibility import accessible
from tests.browser.conftest import Opened
from tests.browser.test_navigation import ask, search
from tests.browser.test_whole_words import BROKEN
from tests.conftest import FIRST, read

KIT = read(FIRST)

_ROLE = "roles/sales-operations-analyst/"
QUERIES = {
    "en": {
        "analyst": _ROLE,
        "job description manager": "roles/sales-operations-manager/",
        "scorecard analyst": f"{_ROLE}scorecard/",
        "interview questions analyst": f"{_ROLE}interview-kit/",
        "analyst questions": f"{_ROLE}interview-kit/",
        "find candidates analyst": f"{_ROLE}sourcing/",
        "plan your team": "structures/",
        "hire next": "structures/",
        "org chart": "structures/",
        "individual specialists": "structures/individual-specialists/",
        "debrief": "debrief/",
        "compare candidates": "debrief/",
        "career path": "careers/",
        "coverage": "coverage/",
        "skills matrix": "coverage/",
        "what not to ask": "interviewing/",
        "data analysis": "skills/data-analysis/",
        "stakeholders": "skills/stakeholder-relationships/",
        "glossary": "glossary/",
        "sources": "facts/",
        "objectives": "objectives/",
        "forecasting": "skills/sales-planning/",
        "add a language": "guide/edit/",
        "illegal interview questions": "interviewing/",
        "data protection": "interviewing/",
        "vacancies": "roles/",
        "KPI": "objectives/",
        "span of control": "structures/",
        "candidate brief": "roles/sales-operations-leader/",
    },
    "ar": {
        "محلل": _ROLE,
        "وصف وظيفي مدير": "roles/sales-operations-manager/",
        "بطاقة تقييم المحلل": f"{_ROLE}scorecard/",
        "أسئلة المقابلة محلل": f"{_ROLE}interview-kit/",
        "أسئلة المحلل": f"{_ROLE}interview-kit/",
        "البحث عن مرشحين محلل": f"{_ROLE}sourcing/",
        "تخطيط الفريق": "structures/",
        "الهيكل التنظيمي": "structures/",
        "حجم الفريق": "structures/",
        "المداولة": "debrief/",
        "مداوله": "debrief/",
        "مقارنة المرشحين": "debrief/",
        "المسار الوظيفي": "careers/",
        "الترقية": "careers/",
        "التغطية": "coverage/",
        "مصفوفة المهارات": "coverage/",
        "ما لا يُسأل عنه": "interviewing/",
        "تحليل البيانات": "skills/data-analysis/",
        "اصحاب المصلحه": "skills/stakeholder-relationships/",
        "المصطلحات": "glossary/",
        "المصادر": "facts/",
        "الأهداف": "objectives/",
        "حل المشكلات": "skills/problem-solving/",
        "دليل المرشح": "roles/sales-operations-leader/",
        "اسئلة ممنوعة": "interviewing/",
        "حماية البيانات": "interviewing/",
        "اختلاف المحاورين": "debrief/",
    },
}


@pytest.mark.parametrize("tag", QUERIES)
def test_what_people_type_finds_first_what_they_mean(opened: Opened, address: str, tag: str) -> None:
    page = opened(f"{tag}/")
    first = {query: search(page, query)[0].removeprefix(f"{address}{tag}/").partition("#")[0] for query in QUERIES[tag]}
    assert first == QUERIES[tag]


@pytest.mark.parametrize("tag", QUERIES)
def test_what_is_found_reads_as_two_lines_of_text_and_no_data(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/", viewport={"width": 390, "height": 844})
    for query in ("debrief", "plan your team", "specialisation") if tag == "en" else ("المداولة", "تخطيط الفريق"):
        search(page, query)
        snippets = page.locator(".rb-snippet")
        assert snippets.count() > 0
        for snippet in snippets.all_inner_texts():
            assert len(snippet) < 200
            assert "{" not in snippet
            assert "kB" not in snippet
        assert all(
            snippets.evaluate_all(
                "all => all.filter(one => one.checkVisibility())"
                ".map(one => one.clientHeight <= 2.1 * parseFloat(getComputedStyle(one).lineHeight))"
            )
        )


ROLES = {
    "en": {
        "analyst": "analyst questions, analysts, sales analyst, analyst salary, analyst pay, analyst first interview, "
        "analyst job ad, analyst work sample, analyst job description",
        "manager": "manager questions, managers, manager duties, skills for manager, manager interview kit",
        "leader": "leader interview, leader questions, leader scorecard",
    },
    "ar": {
        "analyst": "أسئلة المحلل، محللة مبيعات، محلل المبيعات، المحللين، مهارات المحلل، راتب محللة، مقابلات المحلل، "
        "بطاقة تقييم المحللة، عيّنة عمل محلل",
        "manager": "أسئلة المدير، مديرة عمليات المبيعات، مهام المدير، مدير مبيعات، راتب المدير",
        "leader": "قائدة عمليات المبيعات، بطاقة تقييم القائد، حزمة مقابلات القائد، أسئلة القائدة",
    },
}
"""Queries that name a role, as people type them, by that role."""


@pytest.mark.parametrize("tag", ROLES)
def test_a_query_that_names_a_role_finds_its_pages_first(opened: Opened, address: str, tag: str) -> None:
    page = opened(f"{tag}/")
    for role, queries in ROLES[tag].items():
        for query in re.split("[,،] ", queries):
            first = search(page, query)[0]
            assert first.startswith(f"{address}{tag}/roles/sales-operations-{role}/"), (query, first)


@pytest.mark.parametrize("tag", ROLES)
def test_the_pages_of_a_role_stand_together_and_each_says_what_it_is(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/", viewport={"width": 390, "height": 844})
    found = search(page, "analyst" if tag == "en" else "محلل")
    items = page.locator(".md-search-result__item")
    subjects = [re.sub("(?<=/)(roles/[^/]+/).*", r"\1", link.partition("#")[0]) for link in found]
    assert len([*itertools.groupby(subjects)]) == len(set(subjects)) == items.count()
    title, kind, beside = {
        "en": ("Sales Operations Analyst", "Job description", "Interview kit"),
        "ar": ("محلل/ة عمليات المبيعات", "الوصف الوظيفي", "حزمة المقابلات"),
    }[tag]
    expect(items.first.locator("h1")).to_contain_text(title)
    expect(items.first.locator(".rb-kind").first).to_have_text(kind)
    expect(items.first.locator(".rb-place").first).to_have_text("Roles" if tag == "en" else "الوظائف")
    expect(items.first.locator(".rb-snippet").first).to_be_visible()
    expect(items.first.locator("h2").get_by_text(beside, exact=True)).to_be_visible()
    marks = page.locator(".md-search-result mark:visible")
    assert len({mark.evaluate("one => getComputedStyle(one).backgroundColor") for mark in marks.all()}) == 1
    assert page.evaluate(BROKEN) == []
    accessible(page)


@pytest.mark.parametrize(("tag", "query"), [("en", "work sample"), ("ar", "عينة عمل")])
def test_a_stage_that_several_roles_have_is_one_result_that_names_the_roles(
    opened: Opened, tag: str, query: str
) -> None:
    page = opened(f"{tag}/")
    search(page, query)
    first, others = page.locator(".md-search-result__item").first, page.locator(".md-search-result__item h1")
    name = KIT.role("sales-operations-analyst").interview[-1].name[tag]
    expect(first.locator("h1")).to_contain_text(name)
    expect(others.filter(has_text=name)).to_have_count(1)
    role = first.locator("a", has_text=KIT.role("sales-planning-specialist").title[tag])
    expect(role).to_have_attribute("href", re.compile("/roles/sales-planning-specialist/interview-kit/"))
    expect(first.locator(".rb-snippet").first).to_be_visible()
    expect(first.locator(".rb-snippet mark")).to_have_count(0)  # one of the two words by itself says nothing


def test_a_snippet_says_where_a_label_ends(opened: Opened) -> None:
    page = opened("en/")
    search(page, "sales planning specialist grows into")
    expect(page.locator(".rb-snippet", has_text="Ready when").first).to_contain_text(re.compile(r"Grows into: \w"))


@pytest.mark.parametrize("tag", QUERIES)
def test_a_snippet_is_no_row_of_cells_and_none_stands_twice(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/")
    for query in ("analyst questions", "analyst", "messages") if tag == "en" else ("أسئلة المحلل", "محلل", "رسائل"):
        search(page, query)
        snippets = [one.inner_text() for one in page.locator(".rb-snippet:visible").all()]
        assert len(snippets) == len(set(snippets)), query
        assert not [one for one in snippets if one.count(" · ") > 3], query
    search(page, "analyst questions" if tag == "en" else "أسئلة المحلل")
    skills = page.locator(".md-search-result__item", has=page.locator('a[href$="/skills/"]'))
    expect(skills.locator(".rb-snippet")).to_have_text(re.compile("with a rubric|بنك أسئلة"))


@pytest.mark.parametrize("tag", QUERIES)
def test_an_answer_to_fewer_letters_is_not_shown_as_the_answer(opened: Opened, address: str, tag: str) -> None:
    page = opened(f"{tag}/", viewport={"width": 390, "height": 844})
    query, later, searching = {
        "en": ("debrief", "glossary", "Searching…"),
        "ar": ("المداولة", "التغطية", "جارٍ البحث…"),
    }[tag]
    search(page, query)
    held: list[Route] = []
    page.context.route("**/search/words/*.json", lambda route: held.append(route))
    field = page.locator(".md-search__input")
    field.fill(later)
    expect(page.locator(".md-search-result__meta")).to_have_text(searching)
    expect(page.locator(".md-search-result__item").first).to_be_hidden()
    field.press("Enter")
    assert page.url.partition("#")[0] == f"{address}{tag}/"
    page.wait_for_timeout(300)
    assert held
    expect(page.locator(".md-search-result__item").first).to_be_hidden()
    for route in held:
        route.continue_()
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(page.locator(".md-search-result__meta")).not_to_have_text(searching)


def test_what_is_pasted_or_dictated_is_searched_for(opened: Opened) -> None:
    page = opened("ar/")
    page.locator(".md-search__input").click()
    page.keyboard.insert_text("المداولة")  # no key is pressed
    expect(page.locator(".md-search-result__item h1").first).to_contain_text("المداولة")


def test_pages_for_people_stand_before_pages_for_maintainers(opened: Opened, address: str) -> None:
    page = opened("en/")
    for query in ("skills", "stages", "levels", "postings"):
        found = [link.removeprefix(f"{address}en/") for link in search(page, query)]
        assert not found[0].startswith("guide/"), query


def test_the_closed_search_is_no_stop_of_the_tab_key(opened: Opened) -> None:
    page = opened("en/")
    stops = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.add(page.evaluate("document.activeElement.classList[0]"))
    assert "md-search__input" in stops
    assert "md-search__scrollwrap" not in stops


def test_a_word_that_is_nowhere_finds_nothing_says_so_in_arabic_and_offers_other_ways(opened: Opened) -> None:
    page = opened("ar/")
    ask(page, "zzyzx")
    expect(page.locator(".md-search-result__meta")).to_have_text("لا توجد نتائج. جرّبوا كلمات أقل أو كلمات أخرى.")
    ways = page.get_by_role("navigation", name="أو انتقلوا إلى")
    expect(ways.get_by_role("link")).to_have_text(["الوظائف", "المقابلات", "القرار", "تخطيط الفريق", "المرجع"])
    search(page, "محلل")
    expect(ways).to_be_hidden()
    ask(page, "zzyzx")
    ways.get_by_role("link", name="القرار").click()
    expect(page.locator("article h1")).to_contain_text("المداولة")


def test_what_is_found_is_gone_through_with_the_keyboard(opened: Opened, address: str) -> None:
    page = opened("en/")
    found = search(page, "scorecard analyst")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href") == found[0]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("scorecard/"))


def test_each_result_says_where_its_page_stands(opened: Opened) -> None:
    page = opened("en/")
    places = {
        "data analysis": "Library › Skills",
        "scorecard analyst": "Roles › Sales Operations Analyst",
        "glossary": "Library",
        "individual specialists": "Plan the team › Team structures",
        "add a language": "For maintainers",
    }
    for query, place in places.items():
        search(page, query)
        expect(page.locator(".md-search-result__item").first.locator(".rb-place").first).to_have_text(place)


def test_a_page_that_only_mentions_what_is_sought_is_found_too(opened: Opened) -> None:
    page = opened("en/")
    search(page, "forecast")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Sales planning and forecasting")
    expect(page.locator(".md-search-result__item").nth(1)).to_contain_text("forecast")
