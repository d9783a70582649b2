"""Stages, interview kits, scorecard attributes and questions in the shape of Greenhouse's Harvest API.

Fields: `harvest/_job_stages.md` and `harvest/_scorecards.md` of Greenhouse's API documentation. Greenhouse numbers
everything; the numbers here are made from the kit's ids, and stay the same for as long as those do.
"""

from __future__ import annotations

import hashlib
from typing import Any

from markupsafe import escape

from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.interviews import Stage
from rolebook.kit.roles import Role


def shape(edition: InternalEdition, roles: tuple[Role, ...]) -> list[dict[str, Any]]:
    """A job for each role, with its stages and the attributes that its scorecard rates."""
    return [_job(edition, role) for role in roles]


def _number(*path: str) -> int:
    """A stable positive number of 31 bits for a place in the kit."""
    return int.from_bytes(hashlib.sha256("/".join(path).encode()).digest()[:4]) >> 1


def _job(edition: InternalEdition, role: Role) -> dict[str, Any]:
    job_id, posting = _number("job", role.id), role.posting
    return {
        "id": job_id,
        "name": edition.text(role.title),
        "requisition_id": posting.identifier if posting else None,
        "notes": edition.text(role.purpose),
        "status": "open" if posting and posting.is_open_on(edition.kit.today) else "closed",
        "stages": [_stage(edition, role, stage, priority) for priority, stage in enumerate(role.interview)],
        "scorecard_attributes": [
            {
                "name": edition.text(edition.kit.skill(need.skill).name),
                "type": "Skills",
                "note": edition.text(edition.kit.skill(need.skill).anchors.at(need.level)),
                "rating": "no_decision",
            }
            for need in role.needs
        ],
    }


def _stage(edition: InternalEdition, role: Role, stage: Stage, priority: int) -> dict[str, Any]:
    where = (role.id, stage.id)
    return {
        "id": _number("stage", *where),
        "name": edition.text(stage.name),
        "active": True,
        "job_id": _number("job", role.id),
        "priority": priority,
        "interviews": [
            {
                "id": _number("interview", *where),
                "name": edition.text(stage.name),
                "schedulable": True,
                "estimated_minutes": stage.minutes,
                "default_interviewer_users": [],
                "interview_kit": {
                    "id": _number("kit", *where),
                    "content": _content(edition, stage),
                    "questions": [
                        {
                            "id": _number("question", *where, reference),
                            "question": edition.text(edition.kit.question(reference)[1].text),
                        }
                        for reference in stage.questions
                    ],
                },
            }
        ],
    }


def _content(edition: InternalEdition, stage: Stage) -> str:
    """What interviewers read beside the questions: the stage's purpose, and each question's probes, as HTML."""
    parts = [f"<p>{escape(edition.text(stage.purpose))}</p>"]
    for reference in stage.questions:
        question = edition.kit.question(reference)[1]
        probes = "".join(f"<li>{escape(edition.text(probe))}</li>" for probe in question.probes)
        parts.append(f"<p><strong>{escape(edition.text(question.text))}</strong></p><ul>{probes}</ul>")
    return "".join(parts)
