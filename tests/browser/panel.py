"""Sealed scorecards of an imagined panel, as interviewers would hand them over, and what they come to."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path
from statistics import fmean
from typing import Any

Card = dict[str, Any]
INTERVIEWERS = ("Sara", "Omar", "Lena")
RATINGS: tuple[int | str, ...] = (1, 2, 3, 4, 5, "not-assessed")


def checksum(card: Card) -> str:
    """The checksum, as the published schema describes it."""
    content = {key: value for key, value in card.items() if key != "checksum"}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def sealed(card: Card) -> Card:
    return {**card, "checksum": checksum(card)}


def rates(site: Path, tag: str, role: str) -> dict[str, Any]:
    """What a role's scorecard rates, as the site publishes it."""
    data: dict[str, Any] = json.loads((site / tag / "roles" / role / "scorecard" / "rating.json").read_text("utf-8"))
    return data


def scorecard(
    rates: dict[str, Any], candidate: str, interviewer: str, ratings: list[int | str], *, number: int = 1
) -> Card:
    """A sealed scorecard of the whole role, with a rating for each of its skills in order."""
    moment = "2026-11-24T10:00:00.000Z"
    return sealed(
        {
            "format": "rolebook-scorecard",
            "version": 1,
            "id": f"{number:024x}",
            "revision": 3,
            "kit": {"version": rates["version"], "fingerprint": rates["fingerprint"]},
            "role": rates["role"],
            "stage": "",
            "language": "en",
            "candidate": candidate,
            "interviewer": interviewer,
            "date": "2026-11-24",
            "started": moment,
            "changed": moment,
            "sealed": moment,
            "reopened": [],
            "seconds": 2400,
            "ratings": [
                {
                    "skill": skill["id"],
                    "rating": rating,
                    "evidence": f"{interviewer} on {candidate}: {skill['name']}",
                    "basis": {key: skill[key] for key in ("needed", "weight", "must_have", "anchors")},
                }
                for skill, rating in zip(rates["skills"], ratings, strict=True)
            ],
            "recommendation": {"choice": rates["recommendations"][0]["id"], "reason": "It fits the duties."},
        }
    )


def panel(rates: dict[str, Any], candidates: int, seed: int = 7) -> list[Card]:
    """Three scorecards for each of a number of candidates, with ratings at random and gaps."""
    chance = random.Random(seed)
    return [
        scorecard(
            rates,
            f"C-{candidate:02}",
            interviewer,
            [chance.choice(RATINGS) for _ in rates["skills"]],
            number=1 + candidate * len(INTERVIEWERS) + place,
        )
        for candidate in range(candidates)
        for place, interviewer in enumerate(INTERVIEWERS)
    ]


def figures(rates: dict[str, Any], cards: list[Card]) -> dict[str, Any]:
    """What a candidate's scorecards come to: mean and spread of each skill, and the weighted total."""
    skills = {}
    for skill in rates["skills"]:
        ratings = [one["rating"] for card in cards for one in card["ratings"] if one["skill"] == skill["id"]]
        given = [rating for rating in ratings if isinstance(rating, int)]
        spread = max(given) - min(given) if len(given) > 1 else None
        skills[skill["id"]] = (fmean(given) if given else None, spread)
    weights = {skill["id"]: skill["weight"] for skill in rates["skills"] if skills[skill["id"]][0] is not None}
    total = sum(weights[one] * skills[one][0] for one in weights) / sum(weights.values()) if weights else None
    return {"skills": skills, "total": total}


def files(folder: Path, cards: list[Card]) -> list[Path]:
    paths = []
    for number, card in enumerate(cards):
        path = folder / f"card-{number}.json"
        path.write_text(json.dumps(card, ensure_ascii=False), "utf-8")
        paths.append(path)
    return paths
