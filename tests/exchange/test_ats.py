"""What is handed to Lever is what its documentation says that it takes (`lever.json`), with the kit's content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import html
from rolebook.documents.internal_edition import InternalEdition
from rolebook.exchange.ats import SHAPES
from rolebook.kit import Kit
from rolebook.language import Language

DOCUMENTED = json.loads(Path(__file__).with_name("lever.json").read_text("utf-8"))
ANALYST = "sales-operations-analyst"


def bodies(kit: Kit, tag: str = "en", role: str | None = None) -> dict[str, Any]:
    roles = (kit.role(role),) if role else kit.roles
    shaped: dict[str, Any] = json.loads(json.dumps(SHAPES["lever"](InternalEdition(kit, Language(tag)), roles)))
    return shaped


def elements(text: str) -> set[str]:
    return {str(element.tag) for one in html.fragments_fromstring(text) for element in one.iter()}


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_bodies_are_what_lever_documents(first: Kit, small: Kit, tag: str) -> None:
    for kit in (first, small):
        jsonschema.Draft202012Validator(DOCUMENTED).validate(bodies(kit, tag))


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_postings_contain_only_the_elements_that_lever_accepts(first: Kit, tag: str) -> None:
    for posting in bodies(first, tag)["postings"]:
        content = posting["content"]
        for text in (content["descriptionHtml"], content["closingPostingHtml"], posting["salaryDescriptionHtml"]):
            assert elements(text) <= set(DOCUMENTED["html"]["description"])
        for one in content["lists"]:
            assert elements(one["content"]) <= set(DOCUMENTED["html"]["lists"])


def test_each_stage_has_a_form_with_its_questions_skills_and_one_recommendation(first: Kit) -> None:
    role = first.role(ANALYST)
    templates = bodies(first, role=ANALYST)["feedback_templates"]
    assert [one["text"] for one in templates] == [
        f"Sales Operations Analyst: {stage.name['en']}" for stage in role.interview
    ]
    for stage, template in zip(role.interview, templates, strict=True):
        for reference in stage.questions:
            assert first.question(reference)[1].text["en"] in template["instructions"]
        fields = template["fields"]
        rated = [one for one in fields if one["type"] == "multiple-choice"]
        assert [one["text"] for one in rated] == [first.skill(skill).name["en"] for skill in stage.skills]
        levels = first.about.rating_scale
        for skill, field in zip(stage.skills, rated, strict=True):
            anchors = first.skill(skill).anchors
            assert [one["text"] for one in field["options"]] == [
                f"{one.level} {one.name['en']}: {anchors.at(one.level)['en']}" for one in levels
            ]
            assert fields[fields.index(field) + 1]["text"] == f"Evidence for {field['text']}"
        assert [one["type"] for one in fields if one["required"]] == ["score-system"]


def test_only_open_postings_are_handed_over_each_as_a_draft(first: Kit) -> None:
    postings = bodies(first)["postings"]
    assert [posting["tags"] for posting in postings] == [["SO-2026-01"], ["SO-2026-02"], ["SO-2026-03"]]
    assert {posting["state"] for posting in postings} == {"draft"}
    assert postings[1]["salaryRange"] == {"currency": "SAR", "interval": "per-month-salary", "min": 14000, "max": 19000}
    assert {posting["workplaceType"] for posting in postings} <= {"onsite", "hybrid", "remote"}
