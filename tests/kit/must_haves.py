"""Kits with many must-haves, panels that rate them, and what the definition makes of it by the data alone.

The definition: a must-have is required on day one. A rating counts if its stage asks a question of the skill that
reaches the level, or one that does not say how far it reaches, or rates the skill from other answers. A median of these
below the level: not met. Otherwise any of them below it: to discuss.
"""

from __future__ import annotations

import copy
import random
from typing import Any

Data = dict[str, Any]


def with_must_haves(small: Data, chance: random.Random, skills: int = 6) -> Data:
    """The small kit with many skills, stages and questions that reach levels at random."""
    data = copy.deepcopy(small)
    model = data["skills"][0]
    data["interviewing"]["training"] = None
    data["skills"] = [
        {
            **copy.deepcopy(model),
            "id": name,
            "name": _text(f"Skill {name}"),
            "questions": _questions(model, chance),
            "sample_answers": [],
        }
        for name in ["baking", "serving", *(f"skill-{number}" for number in range(2, skills))]
    ]
    role = data["roles"][0]
    del role["levels"], role["posting"]["level"]
    need = role["skills"][0]
    role["skills"] = [
        {
            **need,
            "skill": skill["id"],
            "level": chance.randint(1, 5),
            "need": chance.choice(("required", "required", "required", "preferred")),
            "when": chance.choice(("day-one", "day-one", "day-one", "learnable")),
        }
        for skill in data["skills"]
    ]
    stage = role["interview"][0]
    role["interview"] = [
        {
            **stage,
            "id": f"stage-{number}",
            "name": _text(f"Stage {number}"),
            "minutes": 240,
            **_asked(data["skills"], chance),
        }
        for number in range(3)
    ]
    for other in data["roles"][1:]:
        other.update(skills=role["skills"], interview=role["interview"])
    return data


def _text(words: str) -> Data:
    return {"en": words, "ar": words}


def _questions(model: Data, chance: random.Random) -> list[Data]:
    questions = []
    for number in range(3):
        question = copy.deepcopy(model["questions"][0])
        question.update(id=f"question-{number}", minutes=2)
        if chance.random() < 0.8:
            question["reaches"] = chance.randint(1, 5)
        questions.append(question)
    return questions


def _asked(skills: list[Data], chance: random.Random) -> Data:
    references = [f"{skill['id']}/{question['id']}" for skill in skills for question in skill["questions"]]
    asked = chance.sample(references, k=chance.randint(1, len(references)))
    others = [skill["id"] for skill in skills]
    return {"questions": asked, "also_rates": chance.sample(others, k=chance.choice((0, 0, 1, 2)))}


def rated_in(stage: Data) -> list[str]:
    """The ids of the skills that a stage rates."""
    return list(dict.fromkeys([one.split("/")[0] for one in stage["questions"]] + stage["also_rates"]))


def expected(data: Data, skill: str, ratings: list[tuple[str, int]]) -> str | None:
    """What ratings of a skill, each with its stage, come to: `met`, `to-discuss` or `not-met`; None if none counts."""
    role = data["roles"][0]
    need = next(one for one in role["skills"] if one["skill"] == skill)
    if (need["need"], need["when"]) != ("required", "day-one"):
        return None
    counting = sorted(rating for stage, rating in ratings if _counts(data, skill, need["level"], stage))
    if not counting:
        return None
    half, odd = divmod(len(counting), 2)
    twice_the_median = 2 * counting[half] if odd else counting[half - 1] + counting[half]
    if twice_the_median < 2 * need["level"]:
        return "not-met"
    return "to-discuss" if counting[0] < need["level"] else "met"


def _counts(data: Data, skill: str, level: int, stage_id: str) -> bool:
    if not stage_id:  # a scorecard of the whole role
        return True
    stage = next(one for one in data["roles"][0]["interview"] if one["id"] == stage_id)
    if skill in stage["also_rates"]:
        return True
    bank = {f"{one['id']}/{question['id']}": question for one in data["skills"] for question in one["questions"]}
    asked = [bank[one] for one in stage["questions"] if one.startswith(f"{skill}/")]
    return any("reaches" not in question or question["reaches"] >= level for question in asked)
