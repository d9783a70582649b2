"""Jurisdictions: what a country asks of job advertisements, interviews and answers. Data, and no legal advice."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from rolebook.kit.addresses import Address
from rolebook.kit.evidence import Day
from rolebook.kit.item import Part
from rolebook.kit.places import Country
from rolebook.kit.references import Id
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


class Reference(Part):
    """Where a rule was read."""

    title: Plain
    """The publication, in its own language."""
    note: Text | None = None
    """What to know of it in a few words, such as what it reports on or whose summary it is."""
    url: Address | None = None
    """Where it can be read."""


class JurisdictionRule(Part):
    """One thing that a jurisdiction asks for or forbids."""

    id: Id
    """Its name, unique within the profile."""
    topic: Topic
    """What it is about: `advertisement`, `pay`, `questions`, `notice`, `answer`, `process`, `offer` or `data`."""
    text: Text
    """What is asked for or forbidden, in this kit's own words."""
    elements: tuple[Element, ...] = ()
    """What a posting must hold to meet it. Without any, a person has to see to it."""
    weight: Weight = Weight.REQUIRED
    """`required`, or only `recommended`."""
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
    note: Text | None = None
    """What to know before relying on it."""
    rules: Annotated[tuple[JurisdictionRule, ...], Field(min_length=1)]
    """Its rules."""
