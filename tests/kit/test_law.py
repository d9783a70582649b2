"""Which rules hold where and when: the shipped profiles against a table made by hand, and the days around each date."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from rolebook.kit import law
from rolebook.kit.jurisdictions import Jurisdiction
from rolebook.kit.postings import Posting
from rolebook.source.profiles import shipped

MATRIX = yaml.safe_load(Path(__file__).with_name("law.yaml").read_text("utf-8"))
ROWS = [(profile, row) for profile, rows in MATRIX.items() for row in rows]
RULE = {"id": "one", "topic": "pay", "text": {"en": "Pay."}, "source": {"title": "Gazette"}}


def at(place: str, last: date) -> Posting:
    """A posting at a place until a last day."""
    country, _, part = place.partition("-")
    where = {"id": "there", "city": {"en": "Town"}, "country": country} | ({"subdivision": place} if part else {})
    return Posting.model_validate(
        {"status": "closed", "valid_through": last.isoformat(), "places": [where]}, context=None
    )


def profile_of(*rules: dict[str, Any], **keys: Any) -> Jurisdiction:
    shared = {"id": "town", "name": {"en": "Town"}, "countries": ["SA"], "reviewed": "2026-01-15"}
    return Jurisdiction.model_validate(shared | keys | {"rules": [RULE | rule for rule in rules or ({},)]})


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{row['place']}-{row['day']}" for _name, row in ROWS])
def test_what_holds_on_a_postings_last_day_is_what_the_table_says(name: str, row: dict[str, Any]) -> None:
    profile = next(one for one in shipped() if one.id == name)
    asked = law.asked_of(profile, at(row["place"], row["day"]), row["day"])
    assert {rule.id for rule in asked if rule.from_ is not None} == set(row["rules"])


def test_the_table_has_each_rule_with_a_date() -> None:
    for profile in shipped():
        dated = {rule.id for rule in profile.rules if rule.from_ is not None and not rule.planned}
        assert dated == {rule for row in MATRIX[profile.id] for rule in row["rules"]}


def test_a_rule_that_ends_before_the_last_day_is_asked_for_until_it_ends() -> None:
    profile, posting = profile_of({"until": "2026-12-31"}), at("SA", date(2027, 2, 28))
    assert law.asked_of(profile, posting, date(2026, 12, 31))
    assert not law.asked_of(profile, posting, date(2027, 1, 1))


def test_a_rule_that_begins_before_the_last_day_is_asked_for_from_the_first() -> None:
    profile = profile_of({"from": "2027-01-01"})
    assert law.asked_of(profile, at("SA", date(2027, 1, 1)), date(2026, 11, 24))
    assert not law.asked_of(profile, at("SA", date(2026, 12, 31)), date(2026, 11, 24))


def test_what_is_to_come_stands_in_the_order_of_its_days() -> None:
    later, sooner, now = {"id": "later", "from": "2027-02-01"}, {"id": "sooner", "from": "2027-01-01"}, {"id": "now"}
    profile = profile_of(later, sooner, now)
    assert [rule.id for rule in law.coming(profile, date(2026, 11, 24))] == ["sooner", "later"]
    assert [rule.id for rule in law.coming(profile, date(2027, 1, 1))] == ["later"]


@pytest.mark.parametrize(
    ("keys", "rule", "due"),
    [
        ({}, {}, date(2027, 1, 15)),
        ({"reviewed": "2024-02-29"}, {}, date(2025, 2, 28)),
        ({"review_by": "2026-06-30"}, {}, date(2026, 6, 30)),
        ({"review_by": "2026-06-30"}, {"review_by": "2026-03-31"}, date(2026, 3, 31)),
        ({"review_by": "2026-06-30"}, {"review_by": "2026-07-31"}, date(2026, 6, 30)),
    ],
)
def test_a_rule_is_due_when_its_day_is_over(keys: dict[str, Any], rule: dict[str, Any], due: date) -> None:
    profile = profile_of(rule, **keys)
    assert not profile.due_on(due)
    assert profile.due_on(date.fromordinal(due.toordinal() + 1)) == profile.rules
