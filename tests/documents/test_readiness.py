"""The readiness report says what an open posting lacks, for whom, and where that was read."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from rolebook.documents.blocks import Folded, Heading, Item, Kind, Listing, Mark, Paragraph, Run, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.debrief import debrief
from rolebook.documents.interviews.interviewing import interviewing
from rolebook.documents.process.readiness import readiness
from rolebook.documents.structures.overview import structures
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.formats import markdown
from rolebook.kit.vacancies import open_vacancies
from rolebook.language import Language

from tests.conftest import kit_of


def page(data: dict[str, Any], tag: str = "en") -> list[str]:
    """The report's lines; cells of tables are separated by bars."""
    edition = InternalEdition(kit_of(data), Language(tag))
    return markdown.write(readiness(edition, ""), edition.language).splitlines()


def asked(data: dict[str, Any], tag: str = "en") -> dict[str, str]:
    """What is there of what is asked of the kit's first posting, by who asks."""
    lines = page(data, tag)
    heads = next(number for number, line in enumerate(lines) if "| Google | Indeed |" in line)
    names, cells = ([cell.strip() for cell in lines[one].strip("|").split(" | ")] for one in (heads, heads + 2))
    return dict(zip(names, cells, strict=True))


def missing(data: dict[str, Any], tag: str = "en") -> dict[str, str]:
    """Who requires and who recommends what a posting lacks, by what is missing."""
    found = (line.strip().removeprefix("- **").partition("**") for line in page(data, tag) if "  - **" in line)
    return {name: said.lstrip(": ") for name, _, said in found}


def rows(edition: InternalEdition) -> tuple[Item, ...]:
    """The lines of the open postings."""
    blocks = readiness(edition, "").blocks
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == "postings")
    listing = blocks[at + 1]
    assert isinstance(listing, Listing)
    return listing.items


def people(edition: InternalEdition) -> list[Folded]:
    """Those to whom checks are left, in order, each with what is folded up there."""
    blocks = readiness(edition, "").blocks
    return [block for block in blocks if isinstance(block, Folded) and block.anchor.startswith("people-")]


def report_line(data: dict[str, Any], tag: str, words: str) -> str:
    """The line of the report that contains some words."""
    edition = InternalEdition(kit_of(data), Language(tag))
    return next(line for line in markdown.write(readiness(edition, ""), edition.language).splitlines() if words in line)


def test_a_complete_posting_is_complete(small_data: dict[str, Any]) -> None:
    there = asked(small_data)
    for name in ("Saudi Arabia", "Harbour Town"):
        assert there[name] == "(complete)"
    assert "Application in one step, Postal address, Logo" in there["Google"]
    assert "Web address for applications" in there["LinkedIn"]  # it applies by e-mail


def test_what_is_missing_is_named_once_with_everybody_who_asks_for_it(small_data: dict[str, Any]) -> None:
    posting = small_data["roles"][0]["posting"]
    posting["benefits"], posting["identifier"] = [], "B" * 41
    del posting["pay"]
    found = missing(small_data)
    assert found["Benefits"] == "required by Saudi Arabia; recommended by Own site"
    assert found["Pay"] == "recommended by Google, Indeed, LinkedIn and Own site"
    assert found["Identifier"] == "41 characters (limit: 40); required by LinkedIn"
    assert missing(small_data, "ar")["المزايا الوظيفية"] == (
        "من متطلبات المملكة العربية السعودية؛ من توصيات موقع الجهة"
    )


def test_a_law_of_another_country_does_not_apply(small_data: dict[str, Any]) -> None:
    small_data["jurisdictions"][0]["countries"] = ["OM"]
    assert "Harbour Town" not in asked(small_data)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "The open posting is ready. 6 checks are left to people, the first due by 31 December 2026."),
        ("ar", "الإعلان المفتوح جاهز. تبقى 6 بنود يتحقق منها المختصون، وأقرب موعد نهائي 31 ديسمبر 2026."),
    ],
)
def test_one_line_says_how_it_stands(small_data: dict[str, Any], tag: str, said: str) -> None:
    small_data["roles"][0]["posting"]["apply"] = {"url": "https://example.com/apply"}
    assert said in page(small_data, tag)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "The open posting is not ready. Missing from Baker: Web address for applications"),
        ("ar", "الإعلان المفتوح ليس جاهزًا. ينقص «خباز/ة»: عنوان إلكتروني للتقديم"),
    ],
)
def test_that_line_names_what_the_only_posting_that_is_not_ready_lacks(
    small_data: dict[str, Any], tag: str, said: str
) -> None:
    assert any(line.startswith(said) for line in page(small_data, tag))  # LinkedIn asks for a web address


def test_each_posting_has_a_line_that_leads_to_it_and_what_it_lacks_stands_below(small_data: dict[str, Any]) -> None:
    edition = InternalEdition(kit_of(small_data), Language("en"))
    [row] = rows(edition)
    assert row.inlines == (Run("Baker", Target(Kind.POSTING_TEXT, "baker")), Mark("1 missing", "warn"))
    assert row.state == "missing"
    lines = [line for line in page(small_data) if line]
    at = lines.index("- Baker (1 missing)")
    assert lines[at + 1].strip().startswith("B-1 · Open until")
    assert "[Posting](<https://jobs.bakery.example/en/jobs/baker/>) 6 checks are left to people" in lines[at + 2]
    assert lines[at + 3].strip() == "- **Web address for applications**: required by LinkedIn"
    small_data["roles"][0]["posting"]["apply"] = {"url": "https://example.com/apply"}
    [row] = rows(InternalEdition(kit_of(small_data), Language("en")))
    assert (row.state, row.inlines[1]) == ("done", Mark("Ready", "good"))


def test_what_no_posting_shows_stands_under_the_person_who_sees_to_it(small_data: dict[str, Any]) -> None:
    lines = page(small_data)
    recruiter, interviewers = lines.index("### Recruiter"), lines.index("### Interviewers")
    at = next(number for number, line in enumerate(lines) if "intrude on personal freedom" in line)
    assert at > interviewers
    at = next(number for number, line in enumerate(lines) if "only on platforms" in line)
    assert recruiter < at < interviewers


def test_checks_name_the_recruiter_and_the_day_and_those_that_are_due_first_are_unfolded(
    small_data: dict[str, Any],
) -> None:
    posting = small_data["roles"][0]["posting"]
    posting["apply"] = {"url": "https://example.com/apply"}
    posting["contact"] = {
        "name": {"en": "Huda Salem", "ar": "هدى سالم"},
        "title": {"en": "recruiter", "ar": "مسؤولة التوظيف"},
        "email": "huda@example.com",
    }
    posting["interviews"] = {"from": "2026-12-10", "until": "2027-01-20"}
    found = {
        one.title: (one.about, one.begins_open) for one in people(InternalEdition(kit_of(small_data), Language("en")))
    }
    assert list(found) == ["Interviewers", "Recruiter", "People partner"]
    assert found["Interviewers"] == ("2 checks · by 10 December 2026", True)
    assert found["Recruiter"] == ("2 checks · Huda Salem · by 31 December 2026", False)


def test_postings_come_first_and_what_is_to_come_before_the_sources(small_data: dict[str, Any]) -> None:
    with_rule(small_data, **{"from": "2027-01-01"})
    blocks = readiness(InternalEdition(kit_of(small_data), Language("en")), "").blocks
    anchors = [block.anchor for block in blocks if isinstance(block, Heading)]
    assert anchors == ["postings", "people", "coming", "rules"]
    folded = [block.anchor for block in blocks if isinstance(block, Folded) and not block.anchor.startswith("people-")]
    assert folded[:2] == ["matrix", "needs"]


def test_the_posting_that_closes_first_comes_first(edition: InternalEdition) -> None:
    days = sorted(one.posting.valid_through or date.max for one in open_vacancies(edition.kit))
    assert len(set(days)) > 1
    for row, day in zip(rows(edition), days, strict=True):
        [about, *_] = row.blocks
        assert isinstance(about, Paragraph)
        assert edition.language.date(day) in str(about.inlines)


def test_the_checks_of_each_posting_are_counted(edition: InternalEdition) -> None:
    every = [
        item for one in people(edition) for block in one.blocks if isinstance(block, Listing) for item in block.items
    ]
    counts = []
    for row in rows(edition):
        ways_on = row.blocks[1]
        assert isinstance(ways_on, Paragraph)
        assert isinstance(ways_on.inlines[-1], Run)
        [count] = re.findall(r"\d+", ways_on.inlines[-1].text)
        counts.append(int(count))
    assert min(counts) < max(counts) <= len(every)


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


def with_rule(data: dict[str, Any], **rule: Any) -> dict[str, Any]:
    """The kit with a further rule of its own jurisdiction, which asks for nothing by itself."""
    rules = data["jurisdictions"][0]["rules"]
    rules.append(
        {"id": "new", "topic": "pay", "text": {"en": "New.", "ar": "جديد."}, "source": {"title": "Crier"}} | rule
    )
    return data


def test_a_posting_needs_what_begins_before_its_last_day(small_data: dict[str, Any]) -> None:
    """The posting ends on 31 December 2026; the day is 24 November."""
    small_data["roles"][0]["posting"].pop("pay")
    with_rule(small_data, elements=["pay"])["jurisdictions"][0]["rules"][-1]["from"] = "2026-12-31"
    assert missing(small_data)["Pay"].startswith("required by Harbour Town;")
    assert "| Harbour Town | Working hours, Pay | – | 0 |" in page(small_data)
    small_data["jurisdictions"][0]["rules"][-1]["from"] = "2027-01-01"
    assert missing(small_data)["Pay"].startswith("recommended by")
    assert "| Harbour Town | Working hours | – | 0 |" in page(small_data)


@pytest.mark.parametrize(("begins", "open_then"), [("2026-12-31", ["Baker"]), ("2027-01-01", [])])
def test_what_comes_next_names_the_postings_that_are_open_then(
    small_data: dict[str, Any], begins: str, open_then: list[str]
) -> None:
    lines = [line.strip() for line in page(with_rule(small_data, **{"from": begins})) if line]
    at = lines.index("- New.")
    assert lines[at + 1] == " ".join(["Harbour Town", *(f"({title})" for title in open_then)])
    none = "None of these rules is due to apply to an open posting before it closes."
    assert (none in lines) is not bool(open_then)


def test_what_is_planned_is_said_to_be_and_asks_nothing(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["posting"].pop("pay")
    planned = with_rule(small_data, elements=["pay"], planned=True, **{"from": "2026-12-01"})
    assert missing(planned)["Pay"].startswith("recommended by")
    lines = [line.strip() for line in page(planned) if line]
    assert lines[lines.index("- New.") + 1] == "Harbour Town (planned) (Baker)"


def test_a_rule_of_another_part_of_the_country_does_not_apply(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["posting"].pop("pay")
    elsewhere = with_rule(small_data, elements=["pay"], places=["SA-02"])
    assert missing(elsewhere)["Pay"].startswith(
        "required by Harbour Town;"
    )  # the posting does not say in which part it is
    for place in elsewhere["roles"][0]["posting"]["places"]:
        place["subdivision"] = "SA-01"
    assert missing(elsewhere)["Pay"].startswith("recommended by")


def test_a_profile_that_is_due_says_so(small_data: dict[str, Any]) -> None:
    small_data["jurisdictions"][0]["review_by"] = "2026-11-23"
    assert "The day for comparing 1 rule again is over." in report_line(small_data, "en", "15 January 2026")


@pytest.mark.parametrize(
    ("tag", "said"), [("en", "at least 60% of them"), ("ar", "فلا تقل نسبة السعوديين منهم عن 60٪")]
)
def test_who_may_be_employed_is_a_condition_of_every_structure(small_data: dict[str, Any], tag: str, said: str) -> None:
    edition = InternalEdition(kit_of(small_data), Language(tag))
    model = edition.kit.leadership_models[0].id
    for document in (structures(edition, ""), structure_guide(edition, model)):
        assert said in markdown.write(document, edition.language)


def test_the_debrief_says_what_the_law_asks_of_machines_that_rank(small_data: dict[str, Any]) -> None:
    small_data["careers"]["follows"].append("european-union")
    edition = InternalEdition(kit_of(small_data), Language("en"))
    text = markdown.write(debrief(edition, ""), edition.language)
    assert "No artificial intelligence takes part" in text
    assert "European Union, from 2 December 2027:" in text


def test_a_profile_that_lacks_the_language_shows_its_own(small_data: dict[str, Any]) -> None:
    """A kit in another language than the shipped profiles': they show the English."""
    kit = kit_of(small_data)
    profile = next(one for one in kit.followed() if one.id == "saudi-arabia")
    assert InternalEdition(kit, Language("fr")).in_any_language(profile.name) == "Saudi Arabia"
