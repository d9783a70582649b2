"""Keys: how a work sample or a role-play is scored, what is hidden in it, and how answers to it read.

For interviewers only. What the candidate is given is in `kit.handouts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from rolebook.kit.item import Part
from rolebook.kit.text import Text

Points = Annotated[int, Field(ge=1, le=100, strict=True)]


class KeyCriterion(Part):
    """One thing that a key gives points for."""

    name: Text
    """What is looked at."""
    points: Points
    """How many it is worth."""
    full: Text
    """What earns all of them, as can be heard or seen."""
    half: Text
    """What earns half of them."""


class Key(Part):
    """How the answer is scored: what earns points, and which level of the rating scale they come to."""

    total: Points
    """The sum of the criteria's points."""
    criteria: Annotated[tuple[KeyCriterion, ...], Field(min_length=1)]
    """What earns points."""
    wrong_turns: tuple[Text, ...] = ()
    """Common wrong turns, and what they cost."""
    levels: Annotated[Mapping[Annotated[int, Field(ge=2, le=7)], Points], Field(min_length=1)]
    """The fewest points for each level of the rating scale from 2 on. Fewer than the first of them are level 1."""


Earned = Annotated[float, Field(ge=0, le=100, strict=True, multiple_of=0.5)]


class ModelAnswer(Part):
    """An answer as a candidate might give it, and what the key gives for it."""

    points: Earned
    """How many points it earns."""
    by_criterion: tuple[Earned, ...] = ()
    """How many of them each criterion of the key gives, in the key's order: all of its points, half of them, or
    none."""
    text: Text
    """The answer, as a candidate would say or write it."""


class ModelAnswers(Part):
    """A strong, a mixed and a weak answer, to score before the first interview."""

    strong: ModelAnswer
    """A strong answer."""
    mixed: ModelAnswer
    """An answer that is neither strong nor weak."""
    weak: ModelAnswer
    """A weak answer."""
