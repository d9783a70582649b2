"""Where a posting names a level, everything that rates candidates goes by it; what the public sees is its name."""

from __future__ import annotations

import copy
import io
import json
from typing import Any

import openpyxl
import pytest
from rolebook.catalogue import Format, as_file
from rolebook.documents.blocks import Document, RatingGrid, ScorecardForm, Table
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit, stage_packet
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.documents.roles.coverage import coverage
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.roles.skills import skill
from rolebook.formats import markdown, rating
from rolebook.kit import Kit
from rolebook.kit.fingerprints import rating_fingerprint
from rolebook.kit.must_haves import counting
from rolebook.language import Language

from tests.conftest import kit_of
from tests.walk import every

ENGLISH = Language("en")


def seeking(data: dict[str, Any], level: str | None) -> InternalEdition:
    """The small kit, whose baker is sought at a level."""
    changed = copy.deepcopy(data)
    changed["roles"][0]["posting"]["level"] = level
    changed["skills"][0]["questions"][1]["reaches"] = 2  # no question shows more than an apprentice's level
    return InternalEdition(kit_of(changed), ENGLISH)


def needed(document: Document) -> dict[str, set[int]]:
    """The levels that a document's grids mark as needed, and those that its forms hand over, by skill."""
    found: dict[str, set[int]] = {}
    for part in every(document):
        if isinstance(part, RatingGrid):
            levels = {anchor.level for anchor in part.anchors if anchor.minimum}
            found.setdefault(part.name.rpartition("-")[2], set()).update(levels)
        elif isinstance(part, ScorecardForm):
            for one in part.skills:
                found.setdefault(one.id, set()).add(one.needed)
    return found


def rows_of(document: Document, first: str) -> list[list[str]]:
    """The cells of each row of a document's tables that begins with a text."""
    tables = (part for part in every(document) if isinstance(part, Table))
    rows = [
        ["".join(getattr(one, "text", "") for one in cell) for cell in row] for table in tables for row in table.rows
    ]
    return [row for row in rows if row[0] == first]


@pytest.mark.parametrize(("level", "baking"), [("apprentice", 2), ("skilled", 3), (None, 3)])
def test_what_rates_candidates_goes_by_the_level_that_is_sought(
    small_data: dict[str, Any], level: str | None, baking: int
) -> None:
    edition = seeking(small_data, level)
    card = scorecard(edition, "baker")
    for document in (card, interview_kit(edition, "baker"), stage_packet(edition, "baker/try-out")):
        assert needed(document)["baking"] == {baking}, document.title
    handed_over = json.loads(rating.write(card, edition))
    assert [one["needed"] for one in handed_over["skills"] if one["id"] == "baking"] == [baking]
    book = openpyxl.load_workbook(io.BytesIO(as_file(card, edition, Format.XLSX)))
    rows = [row for row in book.worksheets[1].iter_rows(values_only=True) if row[0] == edition.skill("baking").text]
    assert {row[2] for row in rows} == {baking}
    assert rows_of(coverage(edition, ""), "Baking")[0][1].startswith(str(baking))
    assert rows_of(skill(edition, "baking"), "Baker")[0][2] == edition.level(baking)


def test_papers_for_interviewers_name_the_level_that_is_sought(small_data: dict[str, Any]) -> None:
    for level, name in (("apprentice", "Apprentice baker"), ("skilled", "Skilled baker")):
        edition = seeking(small_data, level)
        for document in (scorecard(edition, "baker"), stage_packet(edition, "baker/try-out")):
            assert f"**Level sought:** {name}" in markdown.write(document, ENGLISH), document.title
    assert "Level sought" not in markdown.write(scorecard(seeking(small_data, None), "baker"), ENGLISH)


def test_a_must_have_counts_where_questions_reach_the_level_that_is_sought(small_data: dict[str, Any]) -> None:
    for level, counted in (("apprentice", ("baking",)), ("skilled", ())):
        kit = seeking(small_data, level).kit
        role = kit.role("baker")
        assert counting(kit, role, role.interview[0]) == counted


def test_scorecards_of_another_level_are_told_apart(small_data: dict[str, Any]) -> None:
    kits = [seeking(small_data, level).kit for level in ("apprentice", "skilled")]
    assert len({rating_fingerprint(kit, kit.role("baker")) for kit in kits}) == 2


def test_the_job_description_stays_the_same_whoever_is_sought(small_data: dict[str, Any]) -> None:
    written = {
        markdown.write(job_description(seeking(small_data, level), "baker"), ENGLISH)
        for level in ("apprentice", "skilled", None)
    }
    assert len(written) == 1


def test_a_role_takes_over_levels_but_not_the_level_that_another_seeks(small: Kit) -> None:
    baker, senior = small.role("baker"), small.role("senior-baker")
    assert [level.id for level in senior.levels] == [level.id for level in baker.levels] == ["apprentice", "skilled"]
    assert baker.sought is baker.levels[1]
    assert senior.sought is None
    assert senior.needs == senior.skills
    assert senior.changes == ()
