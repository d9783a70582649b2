"""Postings: the dated, public side of a role, while somebody is wanted for it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.addresses import Address, Email
from rolebook.kit.evidence import Day
from rolebook.kit.item import Part
from rolebook.kit.places import Country, Pay, Place
from rolebook.kit.references import Id
from rolebook.kit.text import Plain, Text

_OPEN_NEEDS: Final = ("identifier", "posted", "valid_through", "employment_types", "hours", "introduction", "apply")


class Status(StrEnum):
    """Whether applications are taken."""

    OPEN = "open"
    CLOSED = "closed"


class EmploymentType(StrEnum):
    """The kind of contract, by the names that schema.org and job boards know."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    CONTRACTOR = "contractor"
    TEMPORARY = "temporary"
    INTERN = "intern"
    VOLUNTEER = "volunteer"
    PER_DIEM = "per-diem"
    OTHER = "other"


class Workplace(StrEnum):
    """Where the work is done: at a place, there on some days, or from anywhere within some countries."""

    ON_SITE = "on-site"
    HYBRID = "hybrid"
    REMOTE = "remote"


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


class EmployerOverrides(Part):
    """What differs from the careers section's employer for one posting, as for a subsidiary."""

    name: Text | None = None
    """Its name."""
    activity: Text | None = None
    """What it does."""
    about: Text | None = None
    """What it is like, in a few sentences."""
    url: Address | None = None
    """Its website."""


def _needed_when_open(schema: dict[str, Any]) -> None:
    """Make editors ask for what an open posting needs."""
    schema["if"] = {"properties": {"status": {"const": "open"}}, "required": ["status"]}
    schema["then"] = {"required": list(_OPEN_NEEDS)}


class Posting(Part):
    """A vacancy of the role, as candidates see it. What the role itself is stands in the job description."""

    model_config = ConfigDict(json_schema_extra=_needed_when_open)

    status: Status
    """`open` or `closed`. After `valid_through` a posting is closed by itself."""
    level: Id | None = None
    """The one of the role's levels that is sought: interviews rate for what it needs."""
    identifier: Plain | None = None
    """The requisition's number; it never changes while the posting is open."""
    posted: Day | None = None
    """The day it is published."""
    valid_through: Annotated[Day | None, Field(validate_default=False)] = None
    """The last day for applications."""
    employment_types: tuple[EmploymentType, ...] = ()
    """The kinds of contract: `full-time`, `part-time`, `contractor`, `temporary`, `intern`, …"""
    workplace: Workplace = Workplace.ON_SITE
    """`on-site`, `hybrid`, or `remote`."""
    places: tuple[Place, ...] = ()
    """The places of work, unless it is remote."""
    applicant_countries: tuple[Country, ...] = ()
    """For remote work: the countries that applicants may live in."""
    openings: Annotated[int, Field(ge=1, le=999, strict=True)] = 1
    """How many people are sought."""
    start: Text | None = None
    """When the work begins."""
    pay: Pay | None = None
    """What it pays. Some jurisdictions demand it, and candidates expect it."""
    hours: Text | None = None
    """The working hours."""
    benefits: tuple[Text, ...] = ()
    """What else the employer offers."""
    introduction: Text | None = None
    """What the vacancy is about, addressed to the reader: a short paragraph."""
    apply: Apply | None = None
    """How to apply."""
    employer: EmployerOverrides | None = None
    """What differs from the employer of the careers section."""

    @field_validator("valid_through")
    @classmethod
    def _not_before_posted(cls, value: date | None, info: ValidationInfo) -> date | None:
        posted = info.data.get("posted")
        if value is not None and posted is not None and value < posted:
            raise PydanticCustomError("date_order", "{value}", {"value": str(value), "posted": str(posted)})
        return value

    @model_validator(mode="after")
    def _complete_when_open(self) -> Self:
        if self.status is Status.CLOSED:
            return self
        missing = [name for name in _OPEN_NEEDS if not getattr(self, name)]
        where = "applicant_countries" if self.workplace is Workplace.REMOTE else "places"
        if not getattr(self, where):
            missing.append(where)
        if missing:
            raise PydanticCustomError("open_posting", "{missing}", {"missing": ", ".join(missing)})
        return self

    def is_open_on(self, day: date) -> bool:
        """Tell whether applications are accepted on a day."""
        return self.status is Status.OPEN and not self.is_past_on(day)

    def is_past_on(self, day: date) -> bool:
        """Tell whether its last day is over on a day."""
        return self.valid_through is not None and self.valid_through < day
