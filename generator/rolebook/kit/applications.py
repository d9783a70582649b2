"""Applications: where they go, who answers questions about them, and when those who apply are interviewed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.addresses import Address, Email
from rolebook.kit.evidence import Day
from rolebook.kit.item import Part
from rolebook.kit.text import Text


class Apply(Part):
    """How to apply: at a web address, or by e-mail. Exactly one of the two is given."""

    url: Address | None = None
    """The address of the application form."""
    email: Email | None = None
    """The e-mail address that applications go to."""
    direct: bool = False
    """Whether the form takes the whole application there and then, without an account or further sites."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.url is None) == (self.email is None):
            raise PydanticCustomError("one_of", "{names}", {"names": "url, email"})
        return self

    @property
    def address(self) -> str:
        """Return what an “Apply” button leads to."""
        return str(self.url) if self.url is not None else f"mailto:{self.email}"


class Contact(Part):
    """Who answers questions about a vacancy."""

    name: Text
    """The person's name."""
    title: Text
    """The person's job title."""
    email: Email
    """The address to write to."""


class InterviewPeriod(Part):
    """The days between which interviews take place."""

    from_: Annotated[Day, Field(alias="from")]
    """The day of the first interview."""
    until: Annotated[Day, Field(validate_default=False)]
    """The day of the last one."""

    @field_validator("until")
    @classmethod
    def _not_before_they_begin(cls, value: date, info: ValidationInfo) -> date:
        begin = info.data.get("from_")
        if begin is not None and value < begin:
            raise PydanticCustomError("period_order", "{value}", {"value": str(value), "begin": str(begin)})
        return value
