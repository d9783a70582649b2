"""Blocks that let a page's reader do something. Scripts bring them to life; other formats have nothing to show of them.

What a tool knows stands in the page as data. Without scripts, the blocks around it say the same to be read and printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.blocks import OnPage, Target


@dataclass(frozen=True)
class RatedSkill:
    """A skill as it is rated: what a rating of it rests on."""

    id: str
    name: str
    needed: int
    """The level that the role needs; 0 where it needs none."""
    weight: float
    must_have: bool
    anchors: str
    """A fingerprint of its anchors and of the rating scale."""


@dataclass(frozen=True)
class ScorecardForm(OnPage):
    """Where a scorecard that can be filled in on the page begins: who it is for, and how its parts are named.

    The blocks after it that name the same form belong to it.
    """

    id: str
    """The form's id, unique in the document."""
    label: str
    role: str
    stage: str
    """The stage's id, or an empty string for the whole role."""
    version: str
    """The kit's version."""
    fingerprint: str
    """The state of what is rated, as `kit.rating` computes it."""
    language: str
    skills: tuple[RatedSkill, ...]
    """What is rated, in order."""
    stages: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """For the whole role: id and name of each stage, and the ids of the skills that it rates."""
    plan: tuple[tuple[int, str], ...] = ()
    """Minutes and name of each part of the interview."""


@dataclass(frozen=True)
class Debrief(OnPage):
    """Where a panel's sealed scorecards are compared."""

    roles: tuple[tuple[str, str, Target], ...]
    """Id, title and scorecard of each role; what it rates lies beside that page as `rating.json`."""
    language: str
    schema: str
    """The JSON Schema of a scorecard's file."""
