"""The team as a whole, whatever its structure: its purpose, its services, and how many people it needs."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from rolebook.kit.item import Item, Statement
from rolebook.kit.parties import Party
from rolebook.kit.references import Id, ModelRef, RoleRef
from rolebook.kit.sections import KeysBySection, Section, Sectioned
from rolebook.kit.sizing import Sizing
from rolebook.kit.text import Text


class ReportingOption(Item):
    """Someone the team's leader may report to, and what follows from it."""

    to: Text
    """Whom the leader would report to."""
    consequence: Text
    """What follows from it."""


class Interface(Party):
    """Another team, and what passes between it and this one."""

    on: Text
    """What passes between them."""


class Service(Item):
    """Something that the team does for others when they ask."""

    id: Id
    """Its name; structures refer to it under `raci`."""
    name: Text
    """What it is called."""
    asked_by: Text
    """Who may ask for it."""
    delivers: Text
    """What they get."""
    working_days: Annotated[int, Field(ge=1, le=250, strict=True)]
    """Within how many working days."""
    owner: RoleRef
    """The role that provides it and answers for it, where a structure has that role and says nothing else."""
    consulted: tuple[Party, ...] = ()
    """Who is asked beforehand, in every structure."""
    informed: tuple[Party, ...] = ()
    """Who is told afterwards, in every structure."""


class CommonModel(Item):
    """A model that people in the field speak of, and the leadership models of this kit that come nearest to it."""

    name: Text
    """What it is called."""
    text: Text
    """What is meant by it."""
    nearest: Annotated[tuple[ModelRef, ...], Field(min_length=1)]
    """The leadership models that come nearest to it."""
    difference: Text
    """How they relate, and how they differ."""


class TeamFunction(Sectioned):
    """What the team as a whole is there for, whatever its structure."""

    of_sections: ClassVar[KeysBySection] = {
        Section.STRUCTURES: (
            "context", "owns", "does_not_own", "services", "sizing", "common_models", "reporting_options",
            "interfaces", "indicators",
        )
    }  # fmt: skip

    mission: Statement
    """Why there is such a team."""
    context: tuple[Statement, ...] = ()
    """What to know before choosing a structure."""
    owns: tuple[Statement, ...]
    """What it does."""
    does_not_own: tuple[Statement, ...]
    """What it leaves to others."""
    services: tuple[Service, ...] = ()
    """What it does for others when they ask."""
    sizing: Sizing | None = None
    """How many people it needs."""
    common_models: tuple[CommonModel, ...] = ()
    """Models that people in the field speak of, and how they relate to the leadership models."""
    reporting_options: tuple[ReportingOption, ...]
    """Whom its leader may report to."""
    interfaces: tuple[Interface, ...]
    """The teams that it works with."""
    indicators: tuple[Text, ...]
    """How its work is measured."""
