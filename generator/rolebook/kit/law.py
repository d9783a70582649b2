"""Which rules of a jurisdiction hold for a posting until its last day, which hold today, and which are to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rolebook.kit.jurisdictions import Jurisdiction, JurisdictionRule
from rolebook.kit.postings import Posting


def applies(profile: Jurisdiction, posting: Posting) -> bool:
    """Tell whether a posting's work or its applicants are in a jurisdiction."""
    here = {place.country for place in posting.places} | set(posting.applicant_countries)
    return not here.isdisjoint(profile.countries)


def asked_of(profile: Jurisdiction, posting: Posting, today: date) -> tuple[JurisdictionRule, ...]:
    """Return the rules that hold for a posting on one of the days from today to its last, at one of its places."""
    last = max(today, posting.valid_through or today)
    return tuple(rule for rule in profile.rules if rule.holds_between(today, last) and concerns(profile, rule, posting))


def will_concern(profile: Jurisdiction, rule: JurisdictionRule, posting: Posting) -> bool:
    """Tell whether a rule that is to come begins, as far as is known, before a posting's last day is over."""
    last = posting.valid_through
    return rule.from_ is not None and last is not None and rule.from_ <= last and concerns(profile, rule, posting)


def concerns(profile: Jurisdiction, rule: JurisdictionRule, posting: Posting) -> bool:
    """Tell whether a rule holds at a place of a posting, or may: a place that names no state may be in any."""
    if not applies(profile, posting):
        return False
    if not rule.places:
        return True
    return any(
        code in (place.country, place.subdivision) or (place.subdivision is None and _country(code) == place.country)
        for code in rule.places
        for place in posting.places
    ) or any(_country(code) in posting.applicant_countries for code in rule.places)


def _country(code: str) -> str:
    return code.partition("-")[0]


def held_on(profile: Jurisdiction, day: date) -> tuple[JurisdictionRule, ...]:
    """Return the rules that hold on a day, wherever in the jurisdiction."""
    return tuple(rule for rule in profile.rules if rule.holds_between(day, day))


def coming(profile: Jurisdiction, day: date) -> Iterator[JurisdictionRule]:
    """Yield the rules that begin after a day or are planned, the soonest first."""
    later = (rule for rule in profile.rules if rule.comes_after(day))
    yield from sorted(later, key=lambda rule: rule.from_ or date.max)
