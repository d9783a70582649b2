"""The readiness report says what an open posting lacks, for whom, and where that was read."""

from __future__ import annotations

from typing import Any

from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interviewing import interviewing
from rolebook.documents.process.readiness import readiness
from rolebook.formats import markdown
from rolebook.language import Language

from tests.conftest import kit_of


def report(data: dict[str, Any], tag: str = "en") -> dict[str, str]:
    """The report's table rows, by what asks; cells are separated by bars."""
    edition = InternalEdition(kit_of(data), Language(tag))
    lines = markdown.write(readiness(edition, ""), edition.language).splitlines()
    return {line.split(" | ")[0].strip("| "): line for line in lines if line.startswith("| ")}


def report_line(data: dict[str, Any], tag: str, words: str) -> str:
    """The line of the report that contains some words."""
    edition = InternalEdition(kit_of(data), Language(tag))
    return next(line for line in markdown.write(readiness(edition, ""), edition.language).splitlines() if words in line)


def test_a_complete_posting_is_complete(small_data: dict[str, Any]) -> None:
    rows = report(small_data)
    for name in ("Saudi Arabia", "Harbour Town"):
        assert rows[name].count("(complete)") == 2
    assert "Application in one step, Postal address, Logo" in rows["Google"]
    assert "Web address for applications" in rows["LinkedIn"]  # it applies by e-mail


def test_what_is_missing_is_named_for_whom_it_matters(small_data: dict[str, Any]) -> None:
    posting = small_data["roles"][0]["posting"]
    posting["benefits"], posting["identifier"] = [], "B" * 41
    del posting["pay"]
    rows = report(small_data)
    assert "Benefits" in rows["Saudi Arabia"]
    assert "Pay" in rows["Google"]
    assert "Identifier: 41 characters, the limit is 40" in rows["LinkedIn"]
    assert "limit" not in rows["Indeed"]
    assert "المزايا" in report(small_data, "ar")["المملكة العربية السعودية"]


def test_every_rule_stands_there_with_its_source(small_data: dict[str, Any]) -> None:
    kit = kit_of(small_data)
    edition = InternalEdition(kit, Language("en"))
    text = markdown.write(readiness(edition, ""), edition.language)
    assert "Not legal advice" in text
    for profile in kit.followed():
        for rule in profile.rules:
            assert rule.text["en"] in text
            assert rule.source.title in text


def test_the_period_for_applications_begins_and_ends(small_data: dict[str, Any]) -> None:
    row = report_line(small_data, "en", "the first and the last day for applications")
    assert "Date of publication, Last day for applications" in row


def test_what_to_know_of_a_source_is_in_the_readers_language(small_data: dict[str, Any]) -> None:
    assert "), on a report in Okaz" in report_line(small_data, "en", "at least three working days ahead")
    assert ")، نقلًا عن صحيفة عكاظ" in report_line(small_data, "ar", "قبل موعدها بثلاثة أيام عمل على الأقل")
    edition = InternalEdition(kit_of(small_data), Language("ar"))
    assert ")، نقلًا عن صحيفة عكاظ" in markdown.write(interviewing(edition, ""), edition.language)


def test_a_profile_that_lacks_the_language_shows_its_own(small_data: dict[str, Any]) -> None:
    """A kit in another language than the shipped profiles': they show the English."""
    kit = kit_of(small_data)
    profile = next(one for one in kit.followed() if one.id == "saudi-arabia")
    assert InternalEdition(kit, Language("fr")).in_any_language(profile.name) == "Saudi Arabia"
