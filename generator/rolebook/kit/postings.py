"""Postings: the dated, public side of a role, while somebody is wanted for it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.addresses import Address
from rolebook.kit.applications import Apply, Contact, InterviewPeriod
from rolebook.kit.evidence import Day
from rolebook.kit.item import Part
from rolebook.kit.parties import Party, Substitute
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


class InForms(Part):
    """What forms and the offer letter say of a vacancy, where the posting's own sentences speak to applicants."""

    employed_by: Text | None = None
    """Who employs the person, in place of `employed_by`."""
    start: Text | None = None
    """When the work begins, with the day, in place of `starts_on` and `start`."""
    relocation: Text | None = None
    """Visa, moving, and what is done for the family, in place of `relocation`."""


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
    """The requisition's number; it never changes while the posting is open. It is part of the address of a role's
    second and further postings, which is why theirs have letters, digits, hyphens and underscores alone."""
    title: Text | None = None
    """Its title, where that is not the role's, as for a senior."""
    summary: Text | None = None
    """One line for the list of open positions. Without it, the role's stands there."""
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
    screened_by: Day | None = None
    """The day by which everyone who applied hears whether they are invited to an interview."""
    interviews: InterviewPeriod | None = None
    """The days between which interviews take place."""
    starts_on: Day | None = None
    """The day on which the work begins."""
    start: Text | None = None
    """When the work begins, in words; beside `starts_on`, what there is to add to that day."""
    pay: Pay | None = None
    """What it pays. Some jurisdictions demand it, and candidates expect it."""
    hours: Text | None = None
    """The working hours."""
    benefits: tuple[Text, ...] = ()
    """What else the employer offers."""
    introduction: Text | None = None
    """What the vacancy is about, addressed to the reader: a short paragraph."""
    about_work: tuple[Text, ...] = ()
    """What the person will do, in words of the posting's own. Then the posting takes over no texts from the job
    description: neither purpose nor duties, nor what its skills and backgrounds are."""
    outcomes: tuple[Text, ...] = ()
    """What the person will have achieved after the first year."""
    team: Text | None = None
    """Whom the person works with and reports to."""
    requirements: tuple[Text, ...] = ()
    """What the person has to bring."""
    welcome: tuple[Text, ...] = ()
    """What helps, and can also be learned."""
    tools: tuple[Text, ...] = ()
    """The tools that are used, by name."""
    languages: Text | None = None
    """The languages that the work is done in."""
    growth: Text | None = None
    """What the person can learn, and what the work leads to."""
    relocation: Text | None = None
    """Visa, moving, and what is done for the family."""
    probation: Text | None = None
    """How long the probation period is."""
    employed_by: Text | None = None
    """Who employs the person and which labour law applies, where that depends on the place of work."""
    substitutes: tuple[Substitute, ...] = ()
    """Who interviews in somebody's place: the posting, the candidate brief and the invitation name that person."""
    process: tuple[Text, ...] = ()
    """What there is to say about applying and interviews, beside the stages and their dates."""
    contact: Contact | None = None
    """Who answers questions about the vacancy."""
    apply: Apply | None = None
    """How to apply."""
    employer: EmployerOverrides | None = None
    """What differs from the employer of the careers section."""
    in_forms: InForms = InForms()
    """What forms say of it in words of their own. Candidates never see it."""

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

    @property
    def has_own_text(self) -> bool:
        """Tell whether it says in its own words what the work is, and takes nothing over from the job description."""
        return bool(self.about_work)

    def interviewers(self, stage_id: str, planned: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return who interviews in a stage: those who are planned, or their substitutes, none of them twice."""
        met: list[Party] = []
        for party in planned:
            instead = self.in_place_of(party, stage_id)
            if instead is party or (instead.role, instead.who) not in [(other.role, other.who) for other in met]:
                met.append(instead)
        return tuple(met)

    def in_place_of(self, party: Party, stage_id: str) -> Party:
        """Return who takes the place of somebody who interviews in a stage; without a substitute, that person."""
        return next((one.by for one in self.substitutes if one.replaces(party, stage_id)), party)

    @property
    def has_one_place(self) -> bool:
        """Tell whether the work can be done at one place or, if it is remote, from one country alone."""
        return len(self.applicant_countries if self.workplace is Workplace.REMOTE else self.places) == 1

    def is_open_on(self, day: date) -> bool:
        """Tell whether applications are accepted on a day."""
        return self.status is Status.OPEN and not self.is_past_on(day)

    def is_under_way_on(self, day: date) -> bool:
        """Tell whether on a day it is open, or its interviews are not over yet."""
        return self.is_open_on(day) or (self.interviews is not None and day <= self.interviews.until)

    def is_past_on(self, day: date) -> bool:
        """Tell whether its last day is over on a day."""
        return self.valid_through is not None and self.valid_through < day
