"""Must-haves: skills that are required on day one. Which ratings of them count, and what those come to."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from statistics import median

from rolebook.kit.interviews import Stage
from rolebook.kit.kit import Kit
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import SkillNeed


class Outcome(StrEnum):
    """What the ratings of a must-have come to."""

    MET = "met"
    TO_DISCUSS = "to-discuss"
    NOT_MET = "not-met"


def outcome(needed: int, counting: Collection[int]) -> Outcome | None:
    """Return what the ratings that count come to against the level that a role needs; None where none counts.

    The Excel file of a scorecard (`formats.xlsx`) and the debrief (`debrief-figures.js`) compute the same.
    """
    if not counting:
        return None
    if median(counting) < needed:
        return Outcome.NOT_MET
    return Outcome.TO_DISCUSS if min(counting) < needed else Outcome.MET


def reach(kit: Kit, stage: Stage, skill_id: str) -> int | None:
    """Return the highest level of a skill that a stage's questions can show; None where it can be any level.

    It can be any level where a question does not say how far it reaches, and where a skill shows in other answers.
    """
    if skill_id in stage.also_rates:
        return None
    levels = [question.reaches for skill, question in map(kit.question, stage.questions) if skill.id == skill_id]
    known = [level for level in levels if level is not None]
    return max(known) if known and len(known) == len(levels) else None


def can_show(kit: Kit, need: SkillNeed, stage: Stage) -> bool:
    """Tell whether a stage rates a skill by a question that can show the level that the role needs."""
    highest = reach(kit, stage, need.skill)
    return need.skill in stage.skills and (highest is None or highest >= need.level)


def counting(kit: Kit, role: Role, stage: Stage) -> tuple[str, ...]:
    """Return the ids of the must-haves that a stage's ratings count towards."""
    return tuple(need.skill for need in role.needs if need.must_have and can_show(kit, need, stage))
