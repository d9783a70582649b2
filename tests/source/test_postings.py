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
    assert kit.role("baker").posting is not None
    assert kit.role("senior-baker").posting is None


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
