"""The public side of a kit: everything that the public site is made from, and nothing else.

This is the wall. What candidates may read is copied out of the kit here, field by field; the documents of the public
site and its feeds are given a `PublicKit`, and so can't reach a question, an anchor, a weight or a sourcing note.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rolebook.kit.about import Paper
from rolebook.kit.brand import Brand
from rolebook.kit.careers import Careers
from rolebook.kit.fonts import Fonts
from rolebook.kit.interviews import Stage
from rolebook.kit.job_description import Duty
from rolebook.kit.kit import Kit
from rolebook.kit.occupations import Code
from rolebook.kit.postings import EmployerOverrides, Posting
from rolebook.kit.skill_needs import Need, SkillNeed, When
from rolebook.kit.skills import Skill
from rolebook.kit.text import Text
from rolebook.kit.vacancies import Vacancy, open_vacancies, vacancies_of


@dataclass(frozen=True)
class PublicSkill:
    """A skill that a role takes, as a posting names it."""

    name: Text
    definition: Text
    equivalent: Text
    required: bool
    on_day_one: bool


@dataclass(frozen=True)
class PublicDuty:
    """A duty, as a posting names it."""

    text: Text
    essential: bool


@dataclass(frozen=True)
class PublicStage:
    """A stage of the hiring process, as candidates are told of it."""

    name: Text
    minutes: int
    interviewers: tuple[Text, ...]
    skills: tuple[Text, ...]
    screening: tuple[Text, ...]
    prepare: Text | None
    exercises: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A vacancy with its role, as candidates see it.

    `role` is the id of its role. `id` is its address beneath `jobs/`: the role's id for the first posting of a role,
    `role/requisition` for the others. `sought` is the name of the level that the posting seeks; what that level is paid
    is internal.
    """

    id: str
    role: str
    title: Text
    summary: Text
    purpose: Text
    family: Text
    level: Text
    sought: Text | None
    reviewed: date
    conditions: Text
    duties: tuple[PublicDuty, ...]
    skills: tuple[PublicSkill, ...]
    backgrounds: tuple[Text, ...]
    tools: tuple[Text, ...]
    stages: tuple[PublicStage, ...]
    codes: tuple[Code, ...]
    posting: Posting
    is_open: bool
    """Whether applications are taken on the kit's day."""
    is_under_way: bool
    """Whether it is open, or its interviews are not over."""


@dataclass(frozen=True, kw_only=True)
class PublicKit:
    """What the public may know of a kit.

    Attributes:
        organisation: Who hires.
        languages: The tags of the languages that candidates see, the kit's first one first.
        version: The kit's version, and the day of it.
        updated: That day.
        paper: The paper that documents are printed on.
        fonts: The fonts of its own that they are set in.
        brand: How the organisation looks.
        careers: What the public site says beside its postings.
        equal_opportunity: The equal-opportunity statement.
        accommodation: How candidates ask for an adjustment.
        openings: The vacancies, open or closed, in the kit's order.
    """

    organisation: Text
    languages: tuple[str, ...]
    version: str
    updated: date
    paper: Paper
    fonts: tuple[Fonts, ...]
    brand: Brand | None
    careers: Careers
    equal_opportunity: Text
    accommodation: Text
    openings: tuple[Opening, ...]

    @property
    def open(self) -> tuple[Opening, ...]:
        """Return the openings that accept applications."""
        return tuple(opening for opening in self.openings if opening.is_open)

    def opening(self, opening_id: str) -> Opening:
        """Return the opening of an id; one that is none is a KeyError."""
        return self._openings[opening_id]

    def shows(self, opening_id: str) -> bool:
        """Tell whether there is an opening in the kit's language."""
        return opening_id in self._openings

    @cached_property
    def _openings(self) -> dict[str, Opening]:
        return {opening.id: opening for opening in self.openings}

    def siblings(self, opening: Opening) -> tuple[Opening, ...]:
        """Return the other openings of the same role that accept applications."""
        return tuple(other for other in self.open if other.role == opening.role and other.id != opening.id)

    def contact(self, opening: Opening) -> str:
        """Return where candidates ask about an opening: its contact's address, or that of the careers section."""
        contact = opening.posting.contact
        return str(contact.email if contact is not None else self.careers.contact)

    def employer(self, opening: Opening) -> EmployerOverrides:
        """Return who hires for an opening: the careers section's employer, with what the posting says otherwise."""
        own, shared = opening.posting.employer or EmployerOverrides(), self.careers.employer
        return EmployerOverrides.model_construct(
            name=own.name or self.organisation,
            activity=own.activity or shared.activity,
            about=own.about or shared.about,
            url=own.url or shared.url,
        )


def public(kit: Kit, role_id: str | None = None) -> PublicKit | None:
    """Return what the public may know of a kit; None if it has no careers section, and so no public site.

    Args:
        kit: The kit.
        role_id: The role whose openings alone are asked for; None asks for all.
    """
    if kit.careers is None:
        return None
    about, roles = kit.about, kit.roles if role_id is None else (kit.role(role_id),)
    return PublicKit(
        organisation=about.organisation,
        languages=about.published,
        version=about.version,
        updated=about.updated,
        paper=about.paper,
        fonts=about.fonts,
        brand=about.brand,
        careers=kit.careers,
        equal_opportunity=kit.interviewing.equal_opportunity,
        accommodation=kit.interviewing.accommodation,
        openings=tuple(_opening(kit, vacancy) for role in roles for vacancy in vacancies_of(role)),
    )


def opening_ids(kit: Kit) -> tuple[str, ...]:
    """Return the ids of a kit's openings, open or closed."""
    return tuple(vacancy.id for role in kit.roles for vacancy in vacancies_of(role))


def open_ids(kit: Kit) -> tuple[str, ...]:
    """Return the ids of those that accept applications."""
    return tuple(vacancy.id for vacancy in open_vacancies(kit))


def under_way_ids(kit: Kit) -> tuple[str, ...]:
    """Return the ids of those that are open, or whose interviews are not over."""
    every = (vacancy for role in kit.roles for vacancy in vacancies_of(role))
    return tuple(vacancy.id for vacancy in every if vacancy.posting.is_under_way_on(kit.today))


def _opening(kit: Kit, vacancy: Vacancy) -> Opening:
    role, posting = vacancy.role, vacancy.posting
    return Opening(
        id=vacancy.id,
        role=role.own_id,
        title=posting.title or role.title,
        summary=posting.summary or role.summary,
        purpose=role.purpose,
        family=role.family,
        level=role.level,
        sought=role.sought.name if role.sought else None,
        reviewed=role.reviewed,
        conditions=role.conditions,
        duties=tuple(_duty(duty) for duty in role.duties),
        skills=tuple(_skill(kit.skill(need.skill), need) for need in role.skills),
        backgrounds=tuple(kit.background(background_id).name for background_id in role.backgrounds),
        tools=role.tools,
        stages=tuple(_stage(kit, posting, stage) for stage in role.interview),
        codes=role.codes,
        posting=posting,
        is_open=posting.is_open_on(kit.today),
        is_under_way=posting.is_under_way_on(kit.today),
    )


def _duty(duty: Duty) -> PublicDuty:
    return PublicDuty(duty.text, duty.essential)


def _skill(skill: Skill, need: SkillNeed) -> PublicSkill:
    return PublicSkill(
        skill.name, skill.definition, need.equivalent, need.need is Need.REQUIRED, need.when is When.DAY_ONE
    )


def _stage(kit: Kit, posting: Posting, stage: Stage) -> PublicStage:
    met = posting.interviewers(stage.id, stage.interviewers)
    people = (party.who or kit.role(party.role or "").title for party in met)
    return PublicStage(
        stage.name,
        stage.minutes,
        tuple(people),
        tuple(kit.skill(skill_id).name for skill_id in stage.skills),
        tuple(item.name for item in kit.screening(stage) if item.name is not None),
        stage.prepare,
        stage.exercises,
    )
