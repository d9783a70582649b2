"""Search strings: what is read and what is refused, and whom those of the shipped kit find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from rolebook.kit.searches import Fault, MalformedSearchError, composed, parsed
from rolebook.source import load

from tests.conftest import PROJECT


def contained_in(profile: str) -> Callable[[str], bool]:
    """What a site's search does: whole words, whatever their case, and nothing that is cleverer."""

    def words(text: str) -> str:
        return f" {' '.join(re.findall('[a-z0-9&]+|[ء-ي]+', text.casefold()))} "

    return lambda term: words(term) in words(profile)


@pytest.mark.parametrize(
    ("search", "profile", "is_found"),
    [
        ("baker", "A Baker.", True),
        ("baker", "Bakery owner", False),
        ('"bread maker"', "Maker of bread", False),
        ('baker AND ("rye bread" OR sourdough)', "Baker: rye bread", True),
        ('baker AND ("rye bread" OR sourdough)', "Baker: cakes", False),
        ("(baker OR cook) AND rye AND oven", "cook, rye", False),
        ("baker NOT intern", "Baker, once an intern", False),
        ("baker AND NOT intern", "Baker", True),
        ("baker -intern", "Baker, once an intern", False),
        ('("خباز" OR خبازة) AND العجين', "خبازة تعرف العجين", True),
        ('"OR"', "theatre (OR) nurse", True),
    ],
)
def test_it_finds_who_is_meant(search: str, profile: str, is_found: bool) -> None:
    assert parsed(search).holds(contained_in(profile)) is is_found


@pytest.mark.parametrize(
    ("search", "fault"),
    [
        ("(baker OR cook", Fault.BRACKETS),
        ("baker OR cook)", Fault.BRACKETS),
        ("(baker OR (cook AND rye)", Fault.BRACKETS),
        ('"baker OR cook', Fault.OPEN_QUOTE),
        ("“baker” OR cook", Fault.CURLY_QUOTES),
        ("baker or cook", Fault.LOWER_CASE),
        ("not cook", Fault.LOWER_CASE),
        ("bread maker", Fault.NO_OPERATOR),
        ('baker "rye bread"', Fault.NO_OPERATOR),
        ("(baker) (cook)", Fault.NO_OPERATOR),
        ("baker OR", Fault.NO_TERM),
        ("OR baker", Fault.NO_TERM),
        ("baker AND ()", Fault.NO_TERM),
        ('baker AND ""', Fault.NO_TERM),
        ("baker AND OR cook", Fault.NO_TERM),
        ("baker OR cook AND rye", Fault.MIXED),
        ("baker OR cook NOT intern", Fault.MIXED),
        ("", Fault.NO_TERM),
    ],
)
def test_it_refuses_what_sites_read_in_different_ways(search: str, fault: Fault) -> None:
    with pytest.raises(MalformedSearchError) as caught:
        parsed(search)
    assert caught.value.fault is fault


def test_it_is_put_together_from_terms() -> None:
    assert composed(["bread maker", "baker"], ["R&B", "or"]) == '("bread maker" OR baker) AND ("R&B" OR "or")'
    assert composed(["خباز"], [], ["أفران", "عجين"]) == "(خباز) AND (أفران OR افران OR عجين)"


def test_a_group_that_another_one_implies_is_left_out() -> None:
    assert composed(["a", "b"], ["b", "c", "a"], ["d"]) == "(a OR b) AND (d)"
    assert composed(["a", "b"], ["b", "c"]) == "(a OR b) AND (b OR c)"


TECHNOLOGY = "sales-operations-technology-specialist"
# People as they describe themselves, each in one language alone, written without looking at the kit's terms.
PEOPLE = {
    ("field-sales", "en"): "Sales representative in Jeddah for six years, visiting clinics and hospitals.",
    ("field-sales", "ar"): "مندوبة مبيعات في جدة منذ ست سنوات، أزور العيادات والمستشفيات.",
    ("sales-operations", "en"): "I work in sales operations at a software company.",
    ("sales-operations", "ar"): "أعمل في عمليات المبيعات في شركة برمجيات.",
    ("finance", "en"): "Senior financial analyst. Month-end closing and business reviews.",
    ("finance", "ar"): "محلل مالي أول، أتولى الإقفال الشهري ومراجعات الأعمال.",
    ("marketing", "en"): "Marketing automation and campaigns for a telecom operator.",
    ("marketing", "ar"): "اخصائية تسويق في شركة اتصالات، أدير الحملات.",
    ("consulting", "en"): "Management consultant with clients in retail and logistics.",
    ("consulting", "ar"): "مستشار إداري لعملاء في التجزئة والخدمات اللوجستية.",
    ("business-intelligence", "en"): "Data analyst in a bank.",
    ("business-intelligence", "ar"): "محللة بيانات في أحد البنوك.",
    ("crm-administration", "en"): "Salesforce administrator at an insurance group.",
    ("crm-administration", "ar"): "مسؤول أنظمة في مجموعة تأمين، وخاصة نظام إدارة علاقات العملاء.",
    ("sales-support", "en"): "Sales coordinator for a distributor of building materials.",
    ("sales-support", "ar"): "منسقة مبيعات لدى موزّع لمواد البناء.",
}
WORK = {
    ("sales-operations-leader", "en"): "Since 2023 director: I led the sales transformation of our region.",
    ("sales-operations-leader", "ar"): "منذ 2023 مدير إقليمي، وضعت استراتيجية المبيعات للمنطقة ونفّذتها.",
    ("sales-operations-manager", "en"): "Team lead of five; responsible for the sales forecast and sales reporting.",
    ("sales-operations-manager", "ar"): "مشرفة على خمسة موظفين، ومسؤولة عن تقارير المبيعات وتوقعات المبيعات.",
    ("sales-operations-analyst", "en"): "I build dashboards in Power BI for the sales managers.",
    ("sales-operations-analyst", "ar"): "أصمم لوحات معلومات لمديري المبيعات وأتابع العملاء.",
    ("sales-planning-specialist", "en"): "Forecasting, budgeting and quotas for the sales team.",
    ("sales-planning-specialist", "ar"): "إعداد خطط المبيعات وتوزيع المناطق البيعية على المندوبين.",
    ("sales-operations-technology-specialist", "en"): "Rolled out a CRM: configuration, migration, user training.",
    ("sales-operations-technology-specialist", "ar"): "شاركت في إدخال نظام إدارة علاقات العملاء وتدريب المستخدمين.",
    ("sales-operations-specialist", "en"): "Quotations, order processing and clean records in the CRM.",
    ("sales-operations-specialist", "ar"): "إعداد عروض الأسعار ومتابعة طلبات العملاء وتحديث بيانات العملاء.",
}
NURSES = {
    "en": "Nurse in an intensive care unit, head of a ward, trains students.",
    "ar": "ممرضة في العناية المركزة، رئيسة قسم، أتولى تدريب الطلاب.",
}


def strings() -> Iterator[tuple[str, str, str, str]]:
    """Every search string of the shipped kit: role, background, language, string."""
    kit = load(PROJECT / "roles.yaml").kit
    assert kit is not None
    for role in kit.roles:
        for background_id in role.backgrounds:
            for tag, search in kit.background(background_id).searches(role.search_terms):
                yield role.id, background_id, tag, search


def test_each_finds_a_profile_in_its_language_alone_and_by_its_own_language_only() -> None:
    for role, background, tag, search in strings():
        finds, other = parsed(search).holds, "en" if tag == "ar" else "ar"
        assert finds(contained_in(f"{PEOPLE[background, tag]} {WORK[role, tag]}")), (role, background, tag)
        assert not finds(contained_in(f"{PEOPLE[background, other]} {WORK[role, other]}")), (role, background, tag)


def test_neither_the_background_nor_the_work_alone_is_enough() -> None:
    for role, background, tag, search in strings():
        finds = parsed(search).holds
        assert not finds(contained_in(NURSES[tag])), (role, background, tag)
        if background == "sales-operations" or (role, background) == (TECHNOLOGY, "crm-administration"):
            continue  # who comes from there has done the work
        assert not finds(contained_in(f"{NURSES[tag]} {WORK[role, tag]}")), (role, background, tag)
        assert not finds(contained_in(PEOPLE[background, tag])), (role, background, tag)


def test_every_role_and_background_is_searched_for_in_both_languages() -> None:
    searched = {(role, background) for role, background, _, _ in strings()}
    assert len(searched) == 29
    assert sorted((role, background, tag) for role, background, tag, _ in strings()) == sorted(
        (role, background, tag) for role, background in searched for tag in ("en", "ar")
    )
