"""The levels of a role: what changes from one to the next, and what each is paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from rolebook.kit.item import Item
from rolebook.kit.job_description import Milestone, WorksWith
from rolebook.kit.onboarding import Learning
from rolebook.kit.places import PayRange
from rolebook.kit.rating_scale import Level
from rolebook.kit.references import Id, SkillRef
from rolebook.kit.text import Text


class PayBand(PayRange):
    """The range that a level is paid within. It is internal: candidates see the pay of a posting alone."""

    example: Annotated[bool, Field(strict=True)] = False
    """Whether the figures are an example, for the employer to replace by its own."""


class RoleLevel(Item):
    """One level of a role. It says what differs from the role's own description."""

    id: Id
    """Its name, unique within the role; the posting refers to it."""
    name: Text
    """The job title at this level."""
    autonomy: Text
    """How far the person works alone."""
    duties: tuple[Text, ...] = ()
    """How the duties differ at this level."""
    indicators: tuple[Text, ...] = ()
    """How its work is measured later on, where that differs from the role's own indicators."""
    success: tuple[Milestone, ...] = ()
    """What success looks like at this level in the first months, where that differs from the role's own."""
    works_with: tuple[WorksWith, ...] = ()
    """Whom the person works with at this level beside those whom the role names, or on what else."""
    tasks: tuple[Learning, ...] = ()
    """The first pieces of work at this level, where they differ from those of the role's onboarding."""
    skills: Mapping[SkillRef, Level] = {}
    """The levels of skill that it needs, only where they differ from the role's own."""
    pay: PayBand | None = None
    """What it is paid, before tax."""
