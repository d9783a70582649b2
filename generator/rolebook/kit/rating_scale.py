"""The kit's rating scale and its levels."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Part
from rolebook.kit.references import ValidationContext
from rolebook.kit.text import Text

FEWEST_LEVELS: Final = 3
"""With two levels a scale says yes or no, and tells candidates apart no further."""
MOST_LEVELS: Final = 7
"""With more levels, raters no longer tell neighbouring ones apart."""

ScaleLevel = Annotated[int, Field(ge=1, le=MOST_LEVELS, strict=True)]
"""The number of a level on some rating scale."""


def _on_the_scale(level: int, info: ValidationInfo) -> int:
    """Check that the kit's rating scale has a level."""
    highest = ValidationContext.of(info).highest_level
    if highest is not None and level > highest:
        raise PydanticCustomError("beyond_scale", "{level}", {"level": level, "highest": highest})
    return level


Level = Annotated[ScaleLevel, AfterValidator(_on_the_scale)]
"""The number of a level on the kit's own rating scale."""


class RatingLevel(Part):
    """One level of the kit's rating scale."""

    level: ScaleLevel
    """Its number; 1 is the lowest."""
    name: Text
    """Its name."""
    meaning: Text
    """What a rating at this level says of a candidate, whatever the skill."""
