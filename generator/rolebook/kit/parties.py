"""People whom a kit names: by a role of its own, or in other words."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Part
from rolebook.kit.references import RoleRef
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
