"""RACI: who does what in a leadership model, who answers for it, and who is asked and told."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Item
from rolebook.kit.parties import Party
from rolebook.kit.references import DutyRef, ServiceRef


class Responsibility(Item):
    """Who is responsible, accountable, consulted and informed for some duties, or for some services."""

    duties: tuple[DutyRef, ...] = ()
    """The duties, as `role/duty`."""
    services: tuple[ServiceRef, ...] = ()
    """The services (`function.services`). Either duties or services are given."""
    responsible: tuple[Party, ...] = ()
    """Who does the work; without any, the roles that do the duty, or the service's owner."""
    accountable: Party | None = None
    """Who answers for the result: one alone. Without it, whoever does the work."""
    consulted: tuple[Party, ...] = ()
    """Who is asked beforehand."""
    informed: tuple[Party, ...] = ()
    """Who is told afterwards."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if bool(self.duties) == bool(self.services):
            raise PydanticCustomError("one_of", "{names}", {"names": "duties, services"})
        return self
