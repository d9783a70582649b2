"""The structure planner: what it asks, and the conditions under which a statement about a model holds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Part, Statement
from rolebook.kit.references import AnswerRef, Id, OptionRef
from rolebook.kit.text import Text

LARGEST = 500
"""People in the largest team that the planner draws (editorial default)."""

Count = Annotated[int, Field(ge=0, le=LARGEST, strict=True)]


class Size(StrEnum):
    """What a number says about the team's size."""

    NOW = "now"
    LATER = "later"
    LEADERS = "leaders"


class Number(Part):
    """An answer that is a whole number."""

    at_least: Count = 0
    """The smallest answer."""
    at_most: Count
    """The largest answer."""
    usual: Count | None = None
    """What stands there before anyone answers. Without it, the question may stay open: “I don't know” comes first."""
    size: Size | None = None
    """Whether it is the team's size: `now`, or `later`, for which the chart is drawn; or how many people of the later
    team lead others (`leaders`). Where that is not answered, the planner proposes it."""


class AnswerOption(Part):
    """One of several answers."""

    id: Id
    """Its name, unique within the question."""
    name: Text
    """The answer."""


class PlannerQuestion(Part):
    """What the planner asks: for a number, or for a choice. Exactly one of the two is given."""

    id: Id
    """Its name; it stands in the address of a plan that is shared."""
    text: Text
    """The question."""
    number: Number | None = None
    """The numbers to answer with."""
    options: tuple[AnswerOption, ...] = ()
    """The answers to choose from."""
    several: bool = False
    """Whether more than one may be chosen, or none."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.number is None) == (not self.options):
            raise PydanticCustomError("one_of", "{names}", {"names": "number, options"})
        return self


class Condition(Part):
    """What must have been answered: one of some options, or a number (of chosen options, where there are options)."""

    chosen: tuple[OptionRef, ...] = ()
    """Options, as `question/option`, of which one was chosen."""
    answer: AnswerRef | None = None
    """The question whose number counts."""
    at_least: Count | None = None
    """The smallest number for which it holds."""
    at_most: Count | None = None
    """The largest number for which it holds."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.answer is None) == (not self.chosen):
            raise PydanticCustomError("one_of", "{names}", {"names": "chosen, answer"})
        return self


class Criterion(Statement):
    """A statement that the planner can tell from the answers, or one for the reader to judge."""

    when: Condition | None = None
    """The answers for which it holds. A threshold that no fact gives is an editorial default."""
