"""The copy sheets for Greenhouse and Ashby have what a role's interview needs, in the order of their screens."""

from __future__ import annotations

from typing import Any

import pytest
from rolebook.documents.blocks import Copyable, Heading, Verbatim
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.copy_sheet import copy_sheet
from rolebook.kit import Kit
from rolebook.language import Language

from tests.conftest import kit_of

ANALYST = "sales-operations-analyst"
SCREENS = [
    *("Greenhouse", "Job Info", "Scorecard", "Interview Plan", "Job Post"),
    *("Ashby", "Job Information", "Feedback Forms", "Interviews", "Job Posting"),
]


def fields(kit: Kit, role: str, tag: str = "en") -> dict[str, list[tuple[str, str]]]:
    """The fields of each screen, by system and screen: name and content."""
    system, screen = "", ""
    found: dict[str, list[tuple[str, str]]] = {}
    for block in copy_sheet(InternalEdition(kit, Language(tag)), role).blocks:
        if isinstance(block, Heading) and block.level == 2:
            system = block.text
        elif isinstance(block, Heading) and block.level == 3:
            screen = f"{system}: {block.text}"
            found[screen] = []
        elif isinstance(block, Verbatim):
            found[screen].append((block.label, block.text))
        elif isinstance(block, Copyable):
            found[screen].append(("Description", block.label))
    return found


def test_the_screens_stand_in_their_order(first: Kit) -> None:
    headings = copy_sheet(InternalEdition(first, Language("en")), ANALYST).blocks
    assert [one.text for one in headings if isinstance(one, Heading) and one.level < 4] == SCREENS


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_question_skill_and_anchor_of_the_interview_is_there(first: Kit, tag: str) -> None:
    for role in first.roles_as_sought:
        sheet = fields(first, role.id, tag)
        prep = "\n".join(text for name, text in sheet["Greenhouse: Interview Plan"] if name == "Interview Prep")
        help_texts = "\n".join(text for name, text in sheet["Ashby: Feedback Forms"] if name == "Description")
        attributes = [text for name, text in sheet["Greenhouse: Scorecard"] if name == "Attribute"]
        asked = "\n".join(text for name, text in sheet["Greenhouse: Interview Plan"] if name == "Question")
        instructions = "\n".join(text for name, text in sheet["Ashby: Interviews"] if name == "Instructions")
        for stage in role.interview:
            for reference in stage.questions:
                question = first.question(reference)[1].text[tag]
                assert question in asked
                assert question in instructions
            for skill in map(first.skill, stage.skills):
                assert attributes.count(skill.name[tag]) == 1
                for one in first.about.rating_scale:
                    assert skill.anchors.at(one.level)[tag] in prep
                    assert skill.anchors.at(one.level)[tag] in help_texts


def test_each_open_vacancy_is_announced_at_the_level_of_the_sheet(first: Kit, small_data: dict[str, Any]) -> None:
    analyst = fields(first, ANALYST)
    assert ("Requisition ID", "SO-2026-02") in analyst["Greenhouse: Job Info"]
    assert [name for name, _text in analyst["Greenhouse: Job Post"]] == ["Title", "Description"]
    assert [name for name, _text in analyst["Ashby: Job Posting"]] == ["Social Description", "Title", "Description"]
    role = small_data["roles"][0]
    posting = role.pop("posting")
    levels = [level["id"] for level in role["levels"]]
    role["postings"] = [posting | {"identifier": f"B-{level}", "level": level} for level in levels]
    for one in (kit := kit_of(small_data)).roles_as_sought[: len(levels)]:
        level = one.sought.id if one.sought else ""
        named = [text for name, text in fields(kit, one.id)["Ashby: Job Information"] if name == "Requisition ID"]
        assert named == [f"B-{level}"]


def test_a_summary_that_ashby_would_cut_off_is_left_out(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["summary"]["en"] = "B" * 200
    assert "Social Description" in dict(fields(kit_of(small_data), "baker")["Ashby: Job Posting"])
    small_data["roles"][0]["summary"]["en"] = "B" * 201
    assert "Social Description" not in dict(fields(kit_of(small_data), "baker")["Ashby: Job Posting"])


def test_a_role_that_nobody_is_sought_for_has_a_sheet_without_a_post(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["posting"]["status"] = "closed"
    sheet = fields(kit_of(small_data), "baker")
    assert "Greenhouse: Job Post" not in sheet
    assert sheet["Greenhouse: Interview Plan"]
