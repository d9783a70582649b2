"""Screening sheets and onboarding plans: what stands in them comes from the role, and files open."""

from __future__ import annotations

import re

import pytest
from rolebook.catalogue import as_file, document
from rolebook.catalogue.rows import Format
from rolebook.documents.blocks import Heading, Kind, Table
from rolebook.documents.internal_edition import InternalEdition
from rolebook.formats import text
from rolebook.kit import Kit
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import Need
from rolebook.language import Language

from tests.conftest import PROJECT, read
from tests.formats import paper

OF_A_ROLE = (Kind.SCREENING_SHEET, Kind.ONBOARDING_PLAN, Kind.CANDIDATE_MESSAGES)


@pytest.fixture(scope="module")
def shipped() -> Kit:
    return read(PROJECT / "roles.yaml")


@pytest.fixture(params=["en", "ar"])
def edition(request: pytest.FixtureRequest, shipped: Kit) -> InternalEdition:
    return InternalEdition(shipped.in_language(request.param), Language(request.param))


def words_of(edition: InternalEdition, kind: Kind, role: Role) -> str:
    return text.write(document(kind, edition, role.id), edition.language)


def test_every_required_skill_has_signals_and_its_level(edition: InternalEdition) -> None:
    for role in edition.kit.roles:
        sheet = words_of(edition, Kind.SCREENING_SHEET, role)
        for need in role.needs:
            if need.need is Need.REQUIRED:
                assert edition.text(edition.kit.skill(need.skill).name) in sheet
                assert edition.text(need.equivalent) in sheet
        [*signals] = [signal for found in role.screening for signal in found.signals]
        assert len(signals) >= 2 * len(role.screening)
        assert all(edition.text(signal) in sheet for signal in signals)


def test_the_level_on_the_sheet_is_the_one_that_is_sought(edition: InternalEdition) -> None:
    analyst = edition.kit.role("sales-operations-analyst")
    assert analyst.sought is not None
    assert edition.text(analyst.sought.name) in words_of(edition, Kind.SCREENING_SHEET, analyst)


def test_a_plan_has_every_outcome_everyone_to_meet_and_a_check_in_at_30_60_and_90(edition: InternalEdition) -> None:
    for role in edition.kit.roles:
        plan = words_of(edition, Kind.ONBOARDING_PLAN, role)
        for milestone in role.goals:
            assert all(edition.text(outcome.text) in plan for outcome in milestone.outcomes)
            assert all(edition.text(outcome.measure) in plan for outcome in milestone.outcomes)
        assert all(edition.party(one).text in plan for one in role.works_with)
        for day in (30, 60, 90):
            assert edition.gettext("Check-in: {day}", day=edition.gettext("Day {number}", number=day)) in plan


def test_whoever_is_hired_at_a_level_with_goals_of_its_own_is_not_measured_by_the_roles(
    edition: InternalEdition,
) -> None:
    analyst, senior = (edition.kit.role(f"sales-operations-analyst{level}") for level in ("", "@senior"))
    plan = words_of(edition, Kind.ONBOARDING_PLAN, senior)
    [*own] = [outcome for milestone in senior.goals for outcome in milestone.outcomes]
    [*others] = [outcome for milestone in analyst.goals for outcome in milestone.outcomes]
    assert own
    assert all(edition.text(outcome.measure) in plan for outcome in own)
    assert not any(edition.text(outcome.text) in plan for outcome in others)
    described = words_of(edition, Kind.JOB_DESCRIPTION, analyst)
    assert all(edition.text(outcome.text) in described for outcome in (*own, *others))


def test_whoever_is_hired_at_a_level_with_first_work_of_its_own_does_not_begin_with_the_roles(
    edition: InternalEdition,
) -> None:
    analyst, senior = (edition.kit.role(f"sales-operations-analyst{level}") for level in ("", "@senior"))
    plan = words_of(edition, Kind.ONBOARDING_PLAN, senior)
    assert senior.first_work != analyst.first_work
    assert all(edition.text(task.text) in plan for task in senior.first_work)
    assert not any(edition.text(task.text) in plan for task in analyst.first_work)


def test_whoever_is_hired_at_a_level_meets_those_whom_its_work_is_for(edition: InternalEdition) -> None:
    senior = edition.kit.role("sales-operations-analyst@senior")
    assert senior.sought is not None
    assert senior.sought.works_with
    plan = words_of(edition, Kind.ONBOARDING_PLAN, senior)
    assert all(f"- {edition.party(one).text}\n" in plan for one in senior.sought.works_with)


def test_probation_is_reviewed_before_the_last_check_in(edition: InternalEdition) -> None:
    plan = document(Kind.ONBOARDING_PLAN, edition, "sales-operations-analyst")
    anchors = [block.anchor for block in plan.blocks if isinstance(block, Heading)]
    assert anchors[-2:] == ["probation", "check-in-3"]


def test_forms_and_letters_have_no_contractions(shipped: Kit) -> None:
    edition = InternalEdition(shipped.in_language("en"), Language("en"))
    for role in shipped.roles_as_sought:
        for kind in (Kind.INTAKE, Kind.OFFER_LETTER):
            found = re.findall(r"\w+(?:n't|'re|'ll|'ve)\b|\b(?:it|there|that)'s\b", words_of(edition, kind, role))
            assert not found, (kind, role.id)


def test_a_plan_has_room_for_each_day_of_the_first_week(edition: InternalEdition) -> None:
    plan = document(Kind.ONBOARDING_PLAN, edition, "sales-operations-analyst")
    week = edition.gettext("Timetable of the first week")
    [table] = [block for block in plan.blocks if isinstance(block, Table) and block.caption == week]
    assert [row[1:] for row in table.rows] == [((), ())] * 5


def test_nothing_is_learned_or_done_out_of_order_or_after_the_plan_ends(shipped: Kit) -> None:
    for role in shipped.roles:
        assert role.onboarding is not None
        for items in (role.onboarding.learning, role.onboarding.tasks):
            assert all(item.days <= 90 for item in items), role.id
        assert [item.days for item in role.onboarding.tasks] == sorted(item.days for item in role.onboarding.tasks)


@pytest.mark.parametrize("kind", OF_A_ROLE)
def test_word_and_pdf_open_and_say_what_the_page_says(edition: InternalEdition, kind: Kind) -> None:
    written = document(kind, edition, "sales-operations-analyst")
    said = paper.word_text(as_file(written, edition, Format.DOCX))
    assert paper.squeezed(written.title) in said
    sheets = paper.pdf_text(as_file(written, edition, Format.PDF))
    assert len(sheets) > 500
    headings = [block.text for block in written.blocks if isinstance(block, Heading)]
    assert headings
    assert all(paper.squeezed(heading) in said for heading in headings)


def test_a_kit_without_them_has_no_such_pages(first: Kit) -> None:
    edition = InternalEdition(first.in_language("en"), Language("en"))
    for kind in (Kind.SCREENING_SHEET, Kind.ONBOARDING_PLAN):
        with pytest.raises(LookupError):
            document(kind, edition, first.roles[0].id)
