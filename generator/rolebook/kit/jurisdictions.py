"""Jurisdictions: what a country asks of job advertisements, interviews and answers. Data, and no legal advice."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.addresses import Address
from rolebook.kit.evidence import Day
from rolebook.kit.item import Part
from rolebook.kit.places import Country, Region
from rolebook.kit.references import Id, Language
from rolebook.kit.text import Plain, Text


class Element(StrEnum):
    """Something that a posting may hold, and that a jurisdiction or a job board asks for."""

    TITLE = "title"
    DESCRIPTION = "description"
    EMPLOYER = "employer"
    ACTIVITY = "employer-activity"
    HEAD_OFFICE = "head-office"
    PLACE = "place"
    DUTIES = "duties"
    SKILLS = "skills"
    HOURS = "hours"
    EMPLOYMENT_TYPE = "employment-type"
    BENEFITS = "benefits"
    PAY = "pay"
    POSTED = "posted"
    DEADLINE = "deadline"
    APPLY = "apply"
    APPLY_ONLINE = "apply-online"
    DIRECT_APPLY = "direct-apply"
    IDENTIFIER = "identifier"
    POSTAL_ADDRESS = "postal-address"
    LOGO = "logo"
    OCCUPATION = "occupation-code"
    PROCESS = "process"
    ADJUSTMENTS = "adjustments"
    EQUAL_OPPORTUNITY = "equal-opportunity"
    PRIVACY = "privacy"


class Weight(StrEnum):
    """How much an element is asked for."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"


class Topic(StrEnum):
    """What a rule is about."""

    ADVERTISEMENT = "advertisement"
    PAY = "pay"
    QUESTIONS = "questions"
    NOTICE = "notice"
    ANSWER = "answer"
    PROCESS = "process"
    OFFER = "offer"
    DATA = "data"
    STAFFING = "staffing"
    AI = "ai"


class Reference(Part):
    """Where a rule was read."""

    title: Plain
    """The publication, in its own language."""
    language: Language = "en"
    """The tag of the publication's language, such as `en`."""
    note: Text | None = None
    """What to know of it in a few words, such as what it reports on or whose summary it is."""
    url: Address | None = None
    """Where it can be read."""
    official: bool = False
    """Whether whoever makes or enforces the law publishes it. Of anything else, `note` says what it rests on."""


class JurisdictionRule(Part):
    """One thing that a jurisdiction asks for or forbids."""

    id: Id
    """Its name, unique within the profile."""
    topic: Topic
    """What it is about: `advertisement`, `pay`, `questions`, `notice`, `answer`, `process`, `offer`, `data`,
    `staffing` for who may be employed, which the planner and the structure guides say, or `ai` for machines that take
    part in decisions, which the debrief says."""
    text: Text
    """What is asked for or forbidden, in this kit's own words."""
    elements: tuple[Element, ...] = ()
    """What a posting must hold to meet it. Without any, a person has to see to it."""
    weight: Weight = Weight.REQUIRED
    """`required`, or only `recommended`."""
    places: tuple[Region, ...] = ()
    """Where in the jurisdiction it holds: countries of a union (`IT`), parts of a country (`US-CO`). Without any, in
    all of it."""
    from_: Annotated[Day | None, Field(alias="from")] = None
    """The first day on which it holds. Without it, it holds already."""
    until: Day | None = None
    """The last day on which it holds. Without it, no end is known."""
    planned: bool = False
    """Whether it is announced for the day in `from` and not adopted yet. Then it is shown, and asks nothing."""
    review_by: Day | None = None
    """The day by which to compare it with its source again, where that is before the profile's `review_by`."""
    working_days: Annotated[int, Field(ge=1, le=365, strict=True)] | None = None
    """For a notice: how many working days ahead interview details are sent, at least."""
    days: Annotated[int, Field(ge=1, le=365, strict=True)] | None = None
    """For an answer: within how many days candidates hear the outcome."""
    interviewers: Annotated[int, Field(ge=1, le=20, strict=True)] | None = None
    """For a procedure: how many people interview in every stage, at least."""
    disputed: Text | None = None
    """What other sources say differently; the rule is shown as disputed then."""
    source: Reference
    """Where it was read."""

    @model_validator(mode="after")
    def _not_over_before_it_begins(self) -> Self:
        if self.from_ is not None and self.until is not None and self.until < self.from_:
            raise PydanticCustomError("rule_dates", "{until}", {"until": str(self.until), "begin": str(self.from_)})
        return self

    def holds_between(self, first: date, last: date) -> bool:
        """Tell whether it holds on one of these days at least."""
        begun = self.from_ is None or self.from_ <= last
        return begun and not self.planned and (self.until is None or self.until >= first)

    def comes_after(self, day: date) -> bool:
        """Tell whether it is planned, or begins after a day."""
        return self.planned or (self.from_ is not None and self.from_ > day)


class Jurisdiction(Part):
    """A country's or a union's rules for hiring, as far as they are written down here. No legal advice."""

    id: Id
    """Its name inside the kit; `careers.follows` refers to it."""
    name: Text
    """Its name."""
    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    """The countries that it holds for."""
    reviewed: Day
    """The day on which these rules were last compared with their sources."""
    review_by: Day | None = None
    """The day by which to compare them again. Without it, that is a year later."""
    note: Text | None = None
    """What to know before relying on it."""
    rules: Annotated[tuple[JurisdictionRule, ...], Field(min_length=1)]
    """Its rules."""

    def due_on(self, day: date) -> tuple[JurisdictionRule, ...]:
        """Return the rules that were to be compared with their sources again before a day."""
        everywhere = self.review_by or _a_year_after(self.reviewed)
        return tuple(rule for rule in self.rules if min(rule.review_by or everywhere, everywhere) < day)


def _a_year_after(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)
