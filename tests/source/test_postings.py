"""A posting that cannot be published is a problem at its place: pay, codes, dates, addresses, what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rolebook.kit.public import PublicKit, public
from rolebook.rules import findings
from rolebook.source import Loaded, load

from tests.conftest import SMALL

TEXT = SMALL.read_text("utf-8")
POSTING = TEXT[TEXT.index("    posting:\n      status: open") : TEXT.index("    interview:\n")]


EMAIL = "apply: {email: people@bakery.example}"


def problems_of(written: Callable[[str], Path], old: str, new: str) -> list[tuple[str, str, str]]:
    """Code, message and the offending line's rest, of each problem that a change makes."""
    assert TEXT.count(old) >= 1
    path = written(TEXT.replace(old, new, 1))
    lines = path.read_text("utf-8").splitlines()
    loaded = load(path)
    assert loaded.kit is None
    return [(one.code, f"{one.message} {one.hint}", lines[one.line - 1][one.column - 1 :]) for one in loaded.problems]


@pytest.mark.parametrize(
    ("old", "new", "code", "said", "at"),
    [
        ("maximum: 40", "maximum: 30", "bad-range", "The maximum, 30, is below the minimum, 40.", "30}"),
        ("currency: SAR", "currency: SRL", "unknown-currency", "“SRL” is not a currency's code.", "SRL"),
        ("country: SA, region", "country: KSA, region", "unknown-country", "“KSA” is not a country's code.", "KSA"),
        ("country: SA, region", "country: SA, subdivision: SA-99, region", "unknown-country", "part of one", "SA-99"),
        ("elements: [hours]", "from: 2026-02-01\n        until: 2026-01-01", "bad-range", "The rule would end", "id:"),
        ("valid_through: 2026-12-31", "valid_through: 2026-01-14", "bad-range", "before it begins", "2026-01-14"),
        ("posted: 2026-01-15", "posted: soon", "bad-date", "“soon” is not a date.", "soon"),
        (EMAIL, 'apply: {url: "javascript:alert(1)"}', "bad-address", "http", '"java'),
        (EMAIL, "apply: {email: people}", "bad-address", "e-mail address", "people"),
        (EMAIL, "apply: {direct: true}", "one-of", "Here must stand “url” or “email”", "{direct"),
        ("country: SA, region", "region", "missing-key", "“country” is missing here.", "{id: oven"),
        ("      identifier: B-1\n", "", "missing-key", "An open posting also needs identifier.", "status: open"),
        ("id: stall", "id: oven", "duplicate-id", "The place “oven” is declared a second time", "oven"),
        ("status: closed", "{status: closed, identifier: B-1}", "duplicate-id", "The posting “B-1” is", "B-1"),
        ("[saudi-arabia", "[saudi-arabai", "unknown-id", "Did you mean “saudi-arabia”?", "saudi-arabai"),
        ("elements: [hours]", "elements: [ours]", "unknown-value", "“ours” is not one of the choices.", "ours"),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_at_its_place(
    written: Callable[[str], Path], old: str, new: str, code: str, said: str, at: str
) -> None:
    found = [problem for problem in problems_of(written, old, new) if problem[0] == code]
    assert len(found) == 1
    assert said in found[0][1]
    assert found[0][2].startswith(at)


def test_a_remote_posting_says_where_applicants_may_live(written: Callable[[str], Path]) -> None:
    places = POSTING[POSTING.index("      places:") : POSTING.index("      pay:")]
    [problem] = problems_of(written, places, "      workplace: remote\n")
    assert "also needs applicant_countries." in problem[1]


def test_a_posting_needs_a_careers_section(written: Callable[[str], Path]) -> None:
    careers = TEXT[TEXT.index("\ncareers:") : TEXT.index("\njurisdictions:")]
    problems = problems_of(written, careers, "")
    assert [problem[0] for problem in problems] == ["no-careers", "no-careers"]
    assert all(problem[2].startswith("status:") for problem in problems)


def test_a_posting_is_not_taken_over(written: Callable[[str], Path]) -> None:
    path = written(re.sub(r"    posting:\n      status: closed\n", "", TEXT))
    kit = load(path).kit
    assert kit is not None
    assert len(kit.role("baker").postings) == 1
    assert kit.role("senior-baker").postings == ()


def test_a_posting_is_closed_after_its_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    for epoch, is_open in ((1798675200, True), (1798761600, False)):  # 31 December 2026, 1 January 2027
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
        assert public_side(load(SMALL)).opening("baker").is_open is is_open


def test_a_kit_stays_on_the_day_that_it_was_read_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that runs over midnight makes all its pages on one day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761540")  # a minute before the last day ends
    loaded = load(SMALL)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761660")
    assert public_side(loaded).opening("baker").is_open
    assert loaded.kit is not None
    assert [rule.code for rule, _ in findings(loaded.kit) if rule.code == "posting-past"] == []


def test_the_day_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761660")
    assert public_side(load(SMALL, date(2026, 12, 31))).opening("baker").is_open
    late = load(SMALL, date(2027, 1, 1)).kit
    assert late is not None
    assert "posting-past" in {rule.code for rule, _ in findings(late)}


def public_side(loaded: Loaded) -> PublicKit:
    assert loaded.kit is not None
    side = public(loaded.kit)
    assert side is not None
    return side


TWO = """    postings:
      - {status: closed, identifier: B-2, level: apprentice}
      - {status: closed, identifier: %s, level: apprentice}
"""


def with_several(identifier: str) -> tuple[str, str]:
    """What the closed posting of the second role is replaced by."""
    return "    posting:\n      status: closed\n", TWO % identifier


@pytest.mark.parametrize(
    ("identifier", "code", "said"),
    [
        ("B/3", "bad-requisition", "The address of the posting cannot end with “B/3”."),
        ('"B 3"', "bad-requisition", "Latin letters and digits"),
        ("candidate-brief", "bad-requisition", "another page's"),
        ("..", "bad-requisition", "cannot end with “..”"),
        ("خ-3", "bad-requisition", "cannot end with"),
        ("B" * 61, "bad-requisition", "cannot end with"),
        ("b-2", "duplicate-id", "differs from “B-2” in capital letters alone"),
        ("B-1", "duplicate-id", "The posting “B-1” is declared a second time"),
    ],
)
def test_identifiers_of_further_postings_are_safe_in_an_address(
    written: Callable[[str], Path], identifier: str, code: str, said: str
) -> None:
    found = [problem for problem in problems_of(written, *with_several(identifier)) if problem[0] == code]
    assert any(said in problem[1] for problem in found), found


def test_a_list_of_postings_is_read_and_each_seeks_a_level(written: Callable[[str], Path]) -> None:
    old, new = with_several("B-3")
    kit = load(written(TEXT.replace(old, new))).kit
    assert kit is not None
    assert [one.identifier for one in kit.role("senior-baker").postings] == ["B-2", "B-3"]
    lacking = new.replace("B-3, level: apprentice", "B-3")
    [problem] = problems_of(written, old, lacking)
    assert "Some postings of this role name a level, and others do not." in problem[1]
    [nameless] = problems_of(written, old, new.replace("identifier: B-3, ", ""))
    assert "“identifier” is missing here" in nameless[1]
    [twice] = problems_of(written, old, old + new)
    assert "Only one of “posting” or “postings” may stand here." in twice[1]
    [unknown] = problems_of(written, old, new.replace("B-3, level: apprentice", "B-3, level: expert"))
    assert unknown[0] == "unknown-id"


def test_interviews_do_not_end_before_they_begin(written: Callable[[str], Path]) -> None:
    days = "interviews: {from: 2027-01-12, until: 2027-01-11}"
    [problem] = problems_of(written, EMAIL, f"{days}\n      {EMAIL}")
    assert problem[0] == "bad-range"
    assert "The interviews would end on 2027-01-11, before they begin on 2027-01-12." in problem[1]
