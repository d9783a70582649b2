"""What a scorecard rates, as JSON for the debrief's script: skills with levels and weights, stages, recommendations."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from rolebook.documents.blocks import Choice, Document, RatingGrid
from rolebook.documents.blocks.scorecards import RatedSkill, RatedStage, ScorecardForm
from rolebook.documents.edition import Edition
from rolebook.documents.interviews.rating import rating_field


@dataclass(frozen=True)
class WeighedSkill(RatedSkill):
    """A skill as it is rated, and why it weighs what it does."""

    reason: str


@dataclass(frozen=True)
class Recommendation:
    """What a scorecard can end with."""

    id: str
    name: str


@dataclass(frozen=True)
class Level:
    """A level of the rating scale."""

    level: int
    name: str


@dataclass(frozen=True)
class RatedRole:
    """What a role's scorecards rate: a page's `rating.json`, which the debrief's script fetches."""

    role: str
    version: str
    fingerprint: str
    scale: tuple[Level, ...]
    """The levels that a skill can be rated at, lowest first."""
    skills: tuple[WeighedSkill, ...]
    stages: tuple[RatedStage, ...]
    recommendations: tuple[Recommendation, ...]
    screening: tuple[tuple[str, str], ...]
    """The id of each item that is asked and written down, and what is noted."""


def write(document: Document, edition: Edition) -> bytes:
    """The JSON, in UTF-8, of a role's scorecard; the texts are in the document's language."""
    form = next(block for block in document.blocks if isinstance(block, ScorecardForm))
    grids = [block for block in document.blocks if isinstance(block, RatingGrid)]
    reasons = {grid.name: grid.note for grid in grids}
    group = form.id.removesuffix("-form")
    choices = [block for block in document.blocks if isinstance(block, Choice)]
    rated = RatedRole(
        role=form.role,
        version=form.version,
        fingerprint=form.fingerprint,
        scale=tuple(Level(anchor.level, anchor.name) for anchor in grids[0].anchors) if grids else (),
        skills=tuple(
            WeighedSkill(**asdict(skill), reason=reasons[rating_field(group, skill.id)]) for skill in form.skills
        ),
        stages=form.stages,
        recommendations=tuple(
            Recommendation(option.id, option.name) for choice in choices for option in choice.options
        ),
        screening=form.screening,
    )
    return json.dumps(asdict(rated), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
