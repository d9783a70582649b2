"""The shapes of applicant-tracking systems hold what those systems' documentation says, and the kit's content."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from rolebook.documents.internal_edition import InternalEdition
from rolebook.exchange.ats import SHAPES
from rolebook.kit import Kit
from rolebook.language import Language

NUMBER, AMOUNT = {"type": "integer", "minimum": 1}, {"type": "number", "exclusiveMinimum": 0}
TEXT = {"type": "string", "minLength": 1}


def record(**fields: Any) -> dict[str, Any]:
    """An object that has all of these fields."""
    return {"type": "object", "required": list(fields), "properties": fields}


def each(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


RATINGS = ["definitely_not", "no", "mixed", "yes", "strong_yes", "no_decision"]
GREENHOUSE = each(
    record(
        id=NUMBER,
        name=TEXT,
        requisition_id={"type": ["string", "null"]},
        status={"enum": ["open", "closed", "draft"]},
        scorecard_attributes=each(record(name=TEXT, type=TEXT, note=TEXT, rating={"enum": RATINGS})),
        stages=each(
            record(
                id=NUMBER,
                name=TEXT,
                active={"type": "boolean"},
                job_id=NUMBER,
                priority={"type": "integer", "minimum": 0},
                interviews=each(
                    record(
                        id=NUMBER,
                        name=TEXT,
                        schedulable={"type": "boolean"},
                        estimated_minutes=NUMBER,
                        default_interviewer_users={"type": "array"},
                        interview_kit=record(
                            id=NUMBER,
                            content={"type": "string", "pattern": "^<p>"},
                            questions=each(record(id=NUMBER, question=TEXT)),
                        ),
                    )
                ),
            )
        ),
    )
)
LEVER = each(
    record(
        id=TEXT,
        text=TEXT,
        categories=record(location=TEXT, commitment=TEXT, team=TEXT, department=TEXT, allLocations=each(TEXT)),
        country={"type": "string", "pattern": "^[A-Z]{2}$"},
        opening=TEXT,
        openingPlain=TEXT,
        description=TEXT,
        descriptionPlain=TEXT,
        descriptionBody=TEXT,
        descriptionBodyPlain=TEXT,
        lists=each(record(text=TEXT, content={"type": "string", "pattern": "^<li>.*</li>$"})),
        additional=TEXT,
        additionalPlain=TEXT,
        hostedUrl={"type": "string", "pattern": "^https://"},
        applyUrl={"type": "string", "pattern": "^(https?://|mailto:)"},
        workplaceType={"enum": ["unspecified", "on-site", "remote", "hybrid"]},
        salaryRange=record(
            currency=TEXT, interval={"pattern": "^per-"}, min={"type": "number"}, max={"type": "number"}
        ),
    )
)
MAP = {"type": "object", "required": ["en", "ar"], "additionalProperties": TEXT}
JDX = record(
    **{
        "@context": {"type": "object"},
        "@graph": each(
            {
                "oneOf": [
                    record(
                        **{"@type": {"const": "JobDescription"}},
                        title=MAP,
                        description=MAP,
                        responsibility=each(MAP),
                        skill=each(
                            record(
                                title=MAP,
                                required={"type": "boolean"},
                                requiredAtHiring={"type": "boolean"},
                                acquiredInternally={"type": "boolean"},
                            )
                        ),
                        requiredAssessment=each(record(title=MAP, areaAssessed=each(MAP))),
                    ),
                    record(
                        **{"@type": {"const": "JobPosting"}},
                        derivedFrom=TEXT,
                        title=MAP,
                        totalJobOpenings=NUMBER,
                    ),
                ]
            }
        ),
    }
)


@pytest.mark.parametrize(("shape", "schema"), [("greenhouse", GREENHOUSE), ("lever", LEVER), ("jdx", JDX)])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_shape_is_what_its_documentation_says(first: Kit, shape: str, schema: dict[str, Any], tag: str) -> None:
    shaped = json.loads(json.dumps(SHAPES[shape](InternalEdition(first, Language(tag)), first.roles)))
    jsonschema.validate(shaped, schema)


def test_greenhouse_gets_every_stage_with_its_questions(first: Kit) -> None:
    jobs = SHAPES["greenhouse"](InternalEdition(first, Language("en")), first.roles)
    ids = [stage["id"] for job in jobs for stage in job["stages"]]
    assert len(set(ids)) == len(ids) == sum(len(role.interview) for role in first.roles)
    analyst = next(job for job in jobs if job["name"] == "Sales Operations Analyst")
    assert analyst["requisition_id"] == "SO-2026-02"
    [interview] = analyst["stages"][0]["interviews"]
    asked = [question["question"] for question in interview["interview_kit"]["questions"]]
    assert asked == [
        first.question(one)[1].text["en"] for one in first.role("sales-operations-analyst").interview[0].questions
    ]
    assert [one["name"] for one in analyst["scorecard_attributes"]][:2] == ["Data analysis", "Communicating results"]


def test_lever_gets_open_postings_alone(first: Kit) -> None:
    postings = SHAPES["lever"](InternalEdition(first, Language("en")), first.roles)
    assert [posting["id"] for posting in postings] == ["SO-2026-01", "SO-2026-02", "SO-2026-03"]
    assert postings[1]["salaryRange"] == {"currency": "SAR", "interval": "per-month-salary", "min": 14000, "max": 19000}
    assert postings[2]["country"] == "SA"


def test_jdx_keeps_a_description_and_its_posting_apart(first: Kit) -> None:
    graph = SHAPES["jdx"](InternalEdition(first, Language("en")), (first.role("sales-operations-analyst"),))["@graph"]
    description, posting = graph
    assert "baseSalary" not in description
    assert posting["derivedFrom"] == description["@id"]
    assert posting["validThrough"] == "2027-02-28"
