"""People whom a kit names: by a role of its own, or in other words."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Part
from rolebook.kit.references import Id, RoleRef
from rolebook.kit.text import Text


class Party(Part):
    """Someone: a role of this kit, or anybody else by name. Exactly one of the two is given."""

    role: RoleRef | None = None
    """A role of this kit."""
    who: Text | None = None
    """Anybody else: a team, a person's function."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.role is None) == (self.who is None):
            raise PydanticCustomError("one_of", "{names}", {"names": "role, who"})
        return self


class Substitute(Part):
    """Someone who interviews in another's place for one vacancy, for example until a manager joins."""

    role: RoleRef
    """Whose place it is: a role that interviews."""
    by: Party
    """Who interviews instead."""
    stage: Id | None = None
    """The stage; without it, every stage in which that role interviews."""

    def replaces(self, party: Party, stage_id: str) -> bool:
        """Tell whether it is in the place of somebody who interviews in a stage."""
        return party.role == self.role and self.stage in (None, stage_id)
