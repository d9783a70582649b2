"""What people type into the search, and the page that they mean by it."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import accessible
from tests.browser.conftest import Opened
from tests.browser.test_navigation import ask, search

_ROLE = "roles/sales-operations-analyst/"
QUERIES = {
    "en": {
        "analyst": _ROLE,
        "job description manager": "roles/sales-operations-manager/",
        "scorecard analyst": f"{_ROLE}scorecard/",
        "interview questions analyst": f"{_ROLE}interview-kit/",
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
        "add a language": "guide/languages/",
        "illegal interview questions": "interviewing/",
        "data protection": "interviewing/",
        "vacancies": "readiness/",
        "KPI": "objectives/",
        "span of control": "structures/",
        "candidate brief": "roles/sales-operations-leader/",
    },
    "ar": {
        "محلل": _ROLE,
        "وصف وظيفي مدير": "roles/sales-operations-manager/",
        "بطاقة تقييم المحلل": f"{_ROLE}scorecard/",
        "أسئلة المقابلة محلل": f"{_ROLE}interview-kit/",
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


def test_the_hits_of_a_page_stand_together(opened: Opened) -> None:
    page = opened("ar/")
    found = [link.partition("#")[0] for link in search(page, "المداولة")]
    assert len(set(found)) == page.locator(".md-search-result__item").count() == len([*itertools.groupby(found)])
    more = page.locator(".md-search-result__more summary").first
    expect(more).to_contain_text("في هذه الصفحة")
    expect(more).not_to_contain_text("أكثر من")
    accessible(page)


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


def test_a_word_that_is_nowhere_finds_nothing_and_says_so_in_arabic(opened: Opened) -> None:
    page = opened("ar/")
    ask(page, "zzyzx")
    expect(page.locator(".md-search-result__meta")).to_have_text("لا توجد نتائج. جرّبوا كلمات أقل أو كلمات أخرى.")
