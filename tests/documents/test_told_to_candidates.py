"""Candidates are told the same everywhere: whom to ask, where the work is, and what else is open for the role."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from rolebook.cli import main
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit
from rolebook.documents.process.candidate_messages import candidate_messages
from rolebook.documents.process.intake import intake
from rolebook.documents.process.offer_letter import offer_letter
from rolebook.documents.public.candidate_brief import candidate_brief
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.opening_cards import opening_cards
from rolebook.documents.public.openings import openings
from rolebook.documents.public.posting import posting
from rolebook.formats import html, markdown, text
from rolebook.kit import Kit
from rolebook.kit.public import public
from rolebook.language import Language

from tests.conftest import PROJECT, SMALL, kit_of, read

ANALYST = "sales-operations-analyst"
REMOTE = "sales-operations-technology-specialist"


@pytest.fixture(scope="module")
def shipped() -> Kit:
    return read(PROJECT / "roles.yaml")


def outside(kit: Kit, language: str = "en") -> PublicEdition:
    whole = public(kit)
    assert whole is not None
    return PublicEdition(whole, Language(language))


def read_outside(kit: Kit, opening: str, language: str = "en") -> tuple[str, str]:
    """The posting and the candidate brief of an opening, as text."""
    edition = outside(kit, language)
    return (
        text.write(posting(edition, opening), edition.language),
        text.write(candidate_brief(edition, opening), edition.language),
    )


def messages(kit: Kit, role: str, language: str = "en") -> str:
    edition = InternalEdition(kit.in_language(language), Language(language))
    return text.write(candidate_messages(edition, role), edition.language)


def letter(kit: Kit, role: str, language: str = "en") -> str:
    edition = InternalEdition(kit.in_language(language), Language(language))
    return text.write(offer_letter(edition, role), edition.language)


def message(kit: Kit, role: str, name: str, following: str, language: str = "en") -> str:
    """One message out of those to the candidates of a role."""
    return messages(kit, role, language).split(name, 1)[1].split(following, 1)[0]


def of_the_baker(data: dict[str, Any], **changes: object) -> dict[str, Any]:
    """The small kit with a changed posting of its baker."""
    changed = copy.deepcopy(data)
    changed["roles"][0]["posting"] |= changes
    return changed


CONTACT = {
    "name": {"en": "Amal", "ar": "أمل"},
    "title": {"en": "recruiter", "ar": "مسؤولة التوظيف"},
    "email": "amal@b.example",
}


def test_adjustments_and_questions_have_one_address(small_data: dict[str, Any]) -> None:
    for page in read_outside(kit_of(small_data), "baker"):
        assert "people@bakery.example" in page
    for page in read_outside(kit_of(of_the_baker(small_data, contact=CONTACT)), "baker"):
        assert "Write to: amal@b.example" in page
        assert "Write to: people@bakery.example" not in page


def test_what_the_recruiter_sends_has_the_name_that_the_posting_gives(small_data: dict[str, Any]) -> None:
    data = of_the_baker(small_data, contact=CONTACT)
    assert "[Your name]" in messages(kit_of(data), "baker")
    data["hiring"]["messages"][0]["sent_by_contact"] = True
    thanks = messages(kit_of(data), "baker").partition("Come and bake")[0]
    assert "\n  Amal\n" in thanks
    assert "[Your name]" not in thanks
    assert "[name and job title of the sender]" in letter(read(PROJECT / "roles.yaml"), ANALYST)


def test_an_offer_has_its_place_where_there_is_one_and_a_blank_where_there_are_several(shipped: Kit) -> None:
    one = message(shipped, "sales-operations-manager", "Offer in writing", "Before the first day")
    assert "Place of work: Riyadh, Saudi Arabia\n" in one
    for role in (ANALYST, REMOTE):
        assert "Place of work: [Place of work]\n" in message(shipped, role, "Offer in writing", "Before the first day")
    assert "Riyadh, Saudi Arabia (Hybrid)" in letter(shipped, "sales-operations-manager")
    from_place_to_hours = letter(shipped, ANALYST).partition("Place of work")[2].partition("Working days")[0]
    assert "Dubai" not in from_place_to_hours


def test_a_message_asks_for_the_time_zone_beside_the_time(shipped: Kit) -> None:
    assert "[Time and time zone]" in messages(shipped, REMOTE)
    assert "[الوقت والتوقيت]" in messages(shipped, REMOTE, "ar")


@pytest.mark.parametrize(
    ("language", "day"), [("en", "Apply by 28 February 2027"), ("ar", "آخر موعد للتقديم: 28 فبراير 2027")]
)
def test_the_list_of_openings_says_by_when_to_apply(shipped: Kit, language: str, day: str) -> None:
    edition = outside(shipped, language)
    assert html.write(openings(edition, ""), edition.language, lambda target: "#").count(f">{day}</p>") == 2


def test_positions_that_close_first_stand_first(shipped: Kit) -> None:
    edition = outside(shipped)
    days = [card.until for card in opening_cards(edition)]
    assert days == sorted(days) != [str(opening.posting.valid_through) for opening in edition.kit.open]


def test_two_vacancies_of_one_role_name_each_other(shipped: Kit) -> None:
    def beside(opening: str) -> str:
        edition = outside(shipped, "en")
        return html.write(posting(edition, opening), edition.language, lambda target: f"#{target.subject}")

    second = f"{ANALYST}/so-2026-04"
    assert f'Also open for this role: <a href="#{second}">Senior Sales Operations Analyst</a>' in beside(ANALYST)
    assert f'Also open for this role: <a href="#{ANALYST}">Sales Operations Analyst</a>' in beside(second)
    assert "Also open" not in beside(REMOTE)


@pytest.mark.parametrize(
    ("language", "kept", "day"),
    [
        ("en", "We delete it 6 months after the decision", "hear from us by 7 March 2027"),
        ("ar", "بعد مرور 6 أشهر على القرار", "في موعد أقصاه 7 مارس 2027"),
    ],
)
def test_posting_brief_and_message_say_alike_what_happens_to_data_and_when_we_answer(
    shipped: Kit, language: str, kept: str, day: str
) -> None:
    received = messages(shipped, ANALYST, language).partition({"en": "Rejection", "ar": "اعتذار"}[language])[0]
    for said in (*read_outside(shipped, ANALYST, language), received):
        assert kept in said
        assert day in said
        assert "fahad.nasser@example.com" in said


def test_a_closed_posting_says_what_becomes_of_the_data_of_those_who_applied(small_data: dict[str, Any]) -> None:
    closed, _ = read_outside(kit_of(of_the_baker(small_data, status="closed")), "baker")
    assert "Corner Bakery keeps your letter for 3 months. Write to people@bakery.example" in closed


def test_without_a_text_about_data_nothing_is_said_of_it(small_data: dict[str, Any]) -> None:
    del small_data["careers"]["privacy"]
    small_data["hiring"]["messages"][0]["text"] = {"en": "Thank you.\n\n{privacy}\n\nBye", "ar": "شكرًا.\n\n{privacy}"}
    kit = kit_of(small_data)
    assert "Thank you.\n\n  Bye" in messages(kit, "baker")
    for page in read_outside(kit, "baker"):
        assert "What happens to your data" not in page


def test_a_text_about_data_has_fields_of_its_own(tmp_path: Path) -> None:
    kit = tmp_path / "roles.yaml"
    kit.write_text(SMALL.read_text("utf-8").replace("Write to {contact} to", "Write to {candidate} to"), "utf-8")
    result = CliRunner().invoke(main, ["check", str(kit)])
    assert result.exit_code == 1
    assert "has the field “{candidate}”, which is not known" in result.output
    assert "Fields are: {organisation}, {retention}, {contact}." in result.output


@pytest.mark.parametrize(
    ("language", "leader", "manager"),
    [
        ("en", "Sales Operations Leader", "Sales Operations Manager"),
        ("ar", "رئيس/ة عمليات المبيعات", "مدير/ة عمليات المبيعات"),
    ],
)
def test_whoever_interviews_in_somebodys_place_is_named_in_their_place(
    shipped: Kit, language: str, leader: str, manager: str
) -> None:
    for opening in (ANALYST, f"{ANALYST}/so-2026-04", REMOTE):
        for page in read_outside(shipped, opening, language):
            assert leader in page
            assert manager not in page
    for role in (ANALYST, REMOTE):
        after = {"en": "We have to move an interview", "ar": "تغيير موعد المقابلة من جانبنا"}[language]
        before = {"en": "Invitation to an interview", "ar": "دعوة إلى مقابلة"}[language]
        invitation = messages(shipped, role, language).split(before, 1)[1].split(after, 1)[0]
        assert leader in invitation
        assert manager not in invitation


def test_a_substitute_in_one_stage_leaves_the_others_as_they_are(small_data: dict[str, Any]) -> None:
    owner = {"who": {"en": "The owner", "ar": "المالك"}}
    first = small_data["roles"][0]["interview"][0]
    first["interviewers"].append({"role": "baker"})
    second = {**copy.deepcopy(first), "id": "second", "questions": ["baking/knead"]}
    small_data["roles"][0]["interview"].append(second)
    taken = {"role": "senior-baker", "by": owner, "stage": "try-out"}
    kit = kit_of(of_the_baker(small_data, substitutes=[taken]))
    one, two = outside(kit).kit.opening("baker").stages
    assert [name["en"] for name in one.interviewers] == ["The owner", "Baker"]
    assert [name["en"] for name in two.interviewers] == ["The owner", "Senior Baker", "Baker"]


@pytest.mark.parametrize(
    ("language", "law"),
    [
        ("en", "Your contract follows the labour law of the country where you live."),
        ("ar", "ويخضع العقد لنظام العمل في بلد إقامتكم."),
    ],
)
def test_a_posting_for_several_countries_says_who_employs_where_and_under_which_law(
    shipped: Kit, language: str, law: str
) -> None:
    assert law in read_outside(shipped, REMOTE, language)[0]
    assert law not in read_outside(shipped, ANALYST, language)[0]


@pytest.mark.parametrize(
    ("language", "told", "written"),
    [
        ("en", "in Dubai by its Dubai branch", "Example Company (Riyadh) or its Dubai branch (Dubai)"),
        ("ar", "وفي دبي مع فرعها هناك", "شركة المثال (الرياض) أو فرعها في دبي (دبي)"),
    ],
)
def test_who_employs_in_dubai_is_told_to_applicants_and_written_in_forms(
    shipped: Kit, language: str, told: str, written: str
) -> None:
    edition = InternalEdition(shipped.in_language(language), Language(language))
    public = read_outside(shipped, ANALYST, language)[0]
    assert told in public
    assert written not in public
    for document in (intake(edition, ANALYST), offer_letter(edition, ANALYST)):
        form = markdown.write(document, edition.language)
        assert written in form
        assert told not in form


def test_an_offer_shows_the_rule_of_pay_worked_out_for_the_level_that_the_example_is_of(shipped: Kit) -> None:
    edition = InternalEdition(shipped.in_language("en"), Language("en"))
    assert "pay is 14,800 riyals a month" in markdown.write(offer_letter(edition, ANALYST), edition.language)
    assert "14,800" not in markdown.write(offer_letter(edition, f"{ANALYST}@senior"), edition.language)


def test_a_brief_says_in_which_interview_the_questions_that_are_not_rated_come(shipped: Kit) -> None:
    assert "First conversation: we also ask everyone about the following." in read_outside(shipped, ANALYST, "en")[1]


def test_forms_and_kit_name_whoever_interviews_in_somebodys_place(shipped: Kit) -> None:
    edition = InternalEdition(shipped.in_language("en"), Language("en"))
    for document in (intake(edition, ANALYST), interview_kit(edition, ANALYST)):
        page = markdown.write(document, edition.language)
        rows = [line for line in page.splitlines() if line.startswith("|") and "Skills interview" in line]
        assert rows, page
        assert all("Sales Operations Leader" in row and "Sales Operations Manager" not in row for row in rows)
    manager = markdown.write(intake(edition, "sales-operations-specialist"), edition.language)
    assert "Sales Operations Manager" in manager


def test_a_brief_lists_the_exercises_of_a_stage_and_its_interviewers_read_the_same(small: Kit) -> None:
    [stage, *_] = small.role("baker").interview
    [exercise] = stage.exercises
    edition = outside(small)
    written = html.write(candidate_brief(edition, "baker"), edition.language, lambda target: "#")
    assert f"<ol>\n<li>{exercise['en']}</li>\n</ol>" in written
    kit = InternalEdition(small, edition.language)
    assert exercise["en"] in text.write(interview_kit(kit, "baker"), kit.language)


def test_interviewers_read_how_many_exercises_there_are(shipped: Kit) -> None:
    """In the one paragraph of what candidates are told, each begins with its number."""
    [stage] = (one for one in shipped.role(ANALYST).interview if len(one.exercises) == 3)
    assert stage.prepare is not None
    for tag in ("en", "ar"):
        edition = InternalEdition(shipped, Language(tag))
        told = " ".join((stage.prepare[tag], *(f"{n}) {one[tag]}" for n, one in enumerate(stage.exercises, start=1))))
        assert told in markdown.write(interview_kit(edition, ANALYST), edition.language)
