"""Skills that a role takes: how much of each, from which day, and what else counts as showing it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from rolebook.kit.item import Item
from rolebook.kit.rating_scale import Level
from rolebook.kit.references import SkillRef
from rolebook.kit.text import Text


class Need(StrEnum):
    """Whether a candidate must bring a skill or may."""

    REQUIRED = "required"
    PREFERRED = "preferred"


class When(StrEnum):
    """When a skill is needed at its level."""

    DAY_ONE = "day-one"
    LEARNABLE = "learnable"


class SkillNeed(Item):
    """A skill that the role takes, and how much of it."""

    skill: SkillRef
    """Which skill."""
    need: Need
    """`required` or `preferred`."""
    level: Level
    """The lowest level that does the job."""
    when: When
    """`day-one`, or `learnable` in the first months."""
    equivalent: Text
    """What counts as showing it without having held such a job."""
    weight: Annotated[int, Field(ge=1, le=5, strict=True)] = 1
    """How much it counts beside the others in the weighted mean; equal unless there is a reason."""
    weight_reason: Text | None = None
    """Why it counts more or less than the others."""

    @property
    def must_have(self) -> bool:
        """Tell whether a rating below the level on the first day speaks against hiring."""
        return self.need is Need.REQUIRED and self.when is When.DAY_ONE

    def at(self, level: Level) -> SkillNeed:
        """Return the same need at another level."""
        return self if level == self.level else self.model_copy(update={"level": level})
