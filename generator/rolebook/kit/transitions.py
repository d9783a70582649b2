"""Transitions: the way from one leadership model to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from rolebook.kit.item import Item, Part
from rolebook.kit.references import ModelRef, RoleRef
from rolebook.kit.text import Text

Week = Annotated[int, Field(ge=1, le=104, strict=True)]


class MoveStep(Part):
    """One step of a transition, with its time and its owner."""

    text: Text
    """What is done."""
    week: Week | None = None
    """The week in which it begins, counted from the start."""
    owner: RoleRef | None = None
    """The role that sees to it; without it, the owner of the whole transition."""


def _sort(value: object) -> str:
    """Return whether a step is given with its time, or as a text alone (`source.mistakes` removes this tag)."""
    is_step = isinstance(value, MoveStep) or (isinstance(value, Mapping) and "text" in value)
    return "(step)" if is_step else "(text)"


class Move(Item):
    """The way from one model to another."""

    to: ModelRef
    """The model it leads to."""
    when: Text
    """When it is time."""
    weeks: Week | None = None
    """How many weeks it takes."""
    owner: RoleRef | None = None
    """The role that answers for the whole transition."""
    steps: Annotated[
        tuple[
            Annotated[Annotated[MoveStep, Tag("(step)")] | Annotated[Text, Tag("(text)")], Discriminator(_sort)], ...
        ],
        Field(min_length=1),
    ]
    """What to do, in order: each a text, or a text with its week and its owner."""
    announcement: Text | None = None
    """What the team is told, word for word."""
    frozen: tuple[Text, ...] = ()
    """What does not change meanwhile."""
    success: Text | None = None
    """The sign that it has worked."""
    going_back: Text | None = None
    """When to stop, and how to return to the former model."""

    @property
    def plan(self) -> tuple[MoveStep, ...]:
        """Return the steps, those given as a text alone without a week or an owner."""
        return tuple(MoveStep(text=step) if isinstance(step, Text) else step for step in self.steps)
