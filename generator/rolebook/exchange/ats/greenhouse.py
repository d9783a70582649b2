"""Stages, interview kits, scorecard attributes and questions in the shape of Greenhouse's Harvest API.

Fields: `harvest/_job_stages.md` and `harvest/_scorecards.md` of Greenhouse's API documentation. Greenhouse numbers
everything; the numbers here are made from the kit's ids, and stay the same for as long as those do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from markupsafe import escape

from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.interviews import Stage
from rolebook.kit.postings import Posting
from rolebook.kit.roles import Role
from rolebook.kit.vacancies import vacancies_of


def shape(edition: InternalEdition, roles: tuple[Role, ...]) -> list[dict[str, Any]]:
    """A job for each vacancy, or for a role without one, with its stages and what its scorecard rates."""
    return [_job(edition, *job) for role in roles for job in _jobs(role)]


def _jobs(role: Role) -> Iterator[tuple[str, Role, Posting | None]]:
    """What is hired for: the vacancies of a role, or the role, each with what tells it apart from all others."""
    vacancies = tuple(vacancies_of(role))
    yield from ((one.id, one.role, one.posting) for one in vacancies)
    if not vacancies:
        yield role.id, role, None


def _number(*path: str) -> int:
    """A stable positive number of 31 bits for a place in the kit."""
    return int.from_bytes(hashlib.sha256("/".join(path).encode()).digest()[:4]) >> 1


def _job(edition: InternalEdition, name: str, role: Role, posting: Posting | None) -> dict[str, Any]:
    return {
        "id": _number("job", name),
        "name": edition.text((posting and posting.title) or role.title),
        "requisition_id": posting.identifier if posting else None,
        "notes": edition.text(role.purpose),
        "status": "open" if posting and posting.is_open_on(edition.kit.today) else "closed",
        "stages": [_stage(edition, name, stage, priority) for priority, stage in enumerate(role.interview)],
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


def _stage(edition: InternalEdition, job: str, stage: Stage, priority: int) -> dict[str, Any]:
    where = (job, stage.id)
    return {
        "id": _number("stage", *where),
        "name": edition.text(stage.name),
        "active": True,
        "job_id": _number("job", job),
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
