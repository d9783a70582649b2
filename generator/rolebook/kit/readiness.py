"""Whether a posting is ready: which elements it has, and what each jurisdiction and job board asks for.

Computed, never written down. The boards' fields are from their own documentation: Google's job posting rules, Indeed's
XML feed, LinkedIn's guide to its XML feed, as of the day in `CHANNELS_REVIEWED`. LinkedIn takes a feed only from those
whom it has approved, and since June 2025 asks for the e-mail address of whoever posts, which a kit does not have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from rolebook.kit.careers import Careers
from rolebook.kit.interviews import Stage
from rolebook.kit.jurisdictions import Element, JurisdictionRule
from rolebook.kit.kit import Kit
from rolebook.kit.postings import Posting, Workplace
from rolebook.kit.roles import Role

CHANNELS_REVIEWED: Final = date(2026, 11, 23)
LINKEDIN_IDENTIFIER: Final = 40
"""How many characters LinkedIn's feed takes for a job's identifier (`partnerJobId`); its API takes 200."""
LINKEDIN_DESCRIPTION: Final = 100
"""How many characters LinkedIn asks of a description, at least."""


@dataclass(frozen=True)
class Channel:
    """A place where postings are read, and what it asks of them."""

    id: str
    name: str
    required: tuple[Element, ...]
    recommended: tuple[Element, ...] = ()
    identifier: int | None = None
    """How long an identifier it takes, in characters."""
    description: int | None = None
    """How long a description it asks for, at least, in characters."""


CHANNELS: Final = (
    Channel(
        "google",
        "Google",
        (Element.TITLE, Element.DESCRIPTION, Element.POSTED, Element.EMPLOYER, Element.PLACE),
        (
            Element.PAY,
            Element.EMPLOYMENT_TYPE,
            Element.IDENTIFIER,
            Element.DEADLINE,
            Element.DIRECT_APPLY,
            Element.POSTAL_ADDRESS,
            Element.LOGO,
            Element.OCCUPATION,
        ),
    ),
    Channel(
        "indeed",
        "Indeed",
        (Element.TITLE, Element.DESCRIPTION, Element.POSTED, Element.EMPLOYER, Element.PLACE, Element.IDENTIFIER),
        (Element.PAY, Element.EMPLOYMENT_TYPE, Element.DEADLINE, Element.POSTAL_ADDRESS),
    ),
    Channel(
        "linkedin",
        "LinkedIn",
        (Element.TITLE, Element.DESCRIPTION, Element.EMPLOYER, Element.PLACE, Element.IDENTIFIER, Element.APPLY_ONLINE),
        (Element.EMPLOYMENT_TYPE, Element.PAY, Element.DEADLINE),
        LINKEDIN_IDENTIFIER,
        LINKEDIN_DESCRIPTION,
    ),
    Channel(
        "own-site",
        "",
        (
            Element.TITLE,
            Element.DESCRIPTION,
            Element.DUTIES,
            Element.SKILLS,
            Element.PLACE,
            Element.APPLY,
            Element.DEADLINE,
            Element.PROCESS,
            Element.ADJUSTMENTS,
            Element.EQUAL_OPPORTUNITY,
        ),
        (Element.PAY, Element.HOURS, Element.BENEFITS),
    ),
)


def elements(role: Role, posting: Posting, careers: Careers, kit: Kit) -> frozenset[Element]:
    """Return the elements that a role's posting has."""
    remote = posting.workplace is Workplace.REMOTE
    apply = posting.apply
    held = {
        Element.TITLE: role.title,
        Element.DESCRIPTION: posting.introduction,
        Element.EMPLOYER: True,
        Element.ACTIVITY: careers.employer.activity,
        Element.HEAD_OFFICE: careers.employer.head_office,
        Element.PLACE: posting.applicant_countries if remote else posting.places,
        Element.DUTIES: posting.about_work or role.duties,
        Element.SKILLS: role.skills,
        Element.HOURS: posting.hours,
        Element.EMPLOYMENT_TYPE: posting.employment_types,
        Element.BENEFITS: posting.benefits,
        Element.PAY: posting.pay,
        Element.POSTED: posting.posted,
        Element.DEADLINE: posting.valid_through,
        Element.APPLY: apply,
        Element.APPLY_ONLINE: apply and apply.url,
        Element.DIRECT_APPLY: apply and apply.direct,
        Element.IDENTIFIER: posting.identifier,
        Element.POSTAL_ADDRESS: remote
        or (posting.places and all(place.postal_code and place.street for place in posting.places)),
        Element.LOGO: careers.employer.logo or (kit.about.brand and kit.about.brand.has_picture),
        Element.OCCUPATION: role.codes,
        Element.PROCESS: role.interview,
        Element.ADJUSTMENTS: kit.interviewing.accommodation,
        Element.EQUAL_OPPORTUNITY: kit.interviewing.equal_opportunity,
        Element.PRIVACY: careers.privacy,
    }
    return frozenset(element for element, present in held.items() if present)


@dataclass(frozen=True)
class Broken:
    """A limit of a channel that a posting breaks."""

    channel: Channel
    what: Element
    limit: int
    found: int


def broken_limits(role: Role, posting: Posting, languages: tuple[str, ...]) -> Iterator[Broken]:
    """Yield the limits that a posting breaks, channel by channel."""
    for channel in CHANNELS:
        identifier = len(posting.identifier or "")
        if channel.identifier is not None and identifier > channel.identifier:
            yield Broken(channel, Element.IDENTIFIER, channel.identifier, identifier)
        if channel.description is not None:
            shortest = min(_description_length(role, posting, tag) for tag in languages)
            if shortest < channel.description:
                yield Broken(channel, Element.DESCRIPTION, channel.description, shortest)


def _description_length(role: Role, posting: Posting, tag: str) -> int:
    """Count the characters of a posting's description in a language: its prose, without the lists."""
    work = posting.about_work or (role.purpose, *(duty.text for duty in role.duties))
    texts = (posting.introduction, *work)
    return sum(len(text[tag]) for text in texts if text is not None)


def unmet(
    rules: Iterable[JurisdictionRule], held: frozenset[Element]
) -> Iterator[tuple[JurisdictionRule, tuple[Element, ...]]]:
    """Yield the rules that a posting does not meet, each with the elements that it lacks."""
    for rule in rules:
        lacking = tuple(element for element in rule.elements if element not in held)
        if lacking:
            yield rule, lacking


def is_left_to_a_person(rule: JurisdictionRule) -> bool:
    """Tell whether nothing in a kit shows that a rule is kept, so that somebody has to see to it."""
    return not (rule.elements or rule.working_days or rule.days or rule.interviewers)


def understaffed(kit: Kit, rule: JurisdictionRule) -> Iterator[tuple[Role, tuple[Stage, ...]]]:
    """Yield the roles with stages in which fewer people interview than a rule asks for."""
    for role in kit.roles if rule.interviewers else ():
        few = tuple(stage for stage in role.interview if len(stage.interviewers) < (rule.interviewers or 0))
        if few:
            yield role, few


def too_slow(rules: Iterable[JurisdictionRule], careers: Careers) -> Iterator[JurisdictionRule]:
    """Yield the rules whose notice or answer period the kit's own promise to candidates does not keep."""
    for rule in rules:
        if rule.working_days is not None and careers.notice_working_days < rule.working_days:
            yield rule
        if rule.days is not None and careers.answer_days > rule.days:
            yield rule
