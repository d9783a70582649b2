"""Roles: what a person in the role does, needs, and grows into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any, ClassVar, Final, Self, TypeVar

from pydantic import (
    AfterValidator,
    Field,
    ModelWrapValidatorHandler,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from rolebook.kit.evidence import Day
from rolebook.kit.interviews import Stage
from rolebook.kit.item import Item, find
from rolebook.kit.job_description import Change, Duty, GrowsInto, Milestone, Scope, WorkLanguage, WorksWith
from rolebook.kit.levels import PayBand, RoleLevel
from rolebook.kit.occupations import Code
from rolebook.kit.onboarding import Learning, RoleOnboarding
from rolebook.kit.parties import Party
from rolebook.kit.postings import Posting, Workplace
from rolebook.kit.references import (
    BackgroundRef,
    Id,
    LanguageRef,
    RoleRef,
    ValidationContext,
)
from rolebook.kit.screening import SkillSignals
from rolebook.kit.searches import Terms
from rolebook.kit.sections import AtLeastOne, KeysBySection, Section, Sectioned
from rolebook.kit.skill_needs import SkillNeed
from rolebook.kit.text import Text
from rolebook.problem import Path

AT: Final = "@"
"""What stands between a role's id and the level that is sought, where a role is sought at several."""
Postings = TypeVar("Postings", Posting | None, tuple[Posting, ...])


class Role(Item, Sectioned):
    """A role of the team: everything that its job description, scorecard, kit and sourcing guide say."""

    of_sections: ClassVar[KeysBySection] = {Section.SOURCING: ("backgrounds", "search_terms")}

    id: Id
    """Its name; the address of its pages."""
    formerly: tuple[Id, ...] = ()
    """Ids that it had before. Their addresses lead to its pages. Not taken over."""
    extends: RoleRef | None = None
    """Another role: what this one does not say itself, it takes from there."""
    drafts: tuple[LanguageRef, ...] = ()
    """Languages in which it is a draft: its texts may be missing there, except its title, and it has no pages there.
    Not taken over."""
    title: Text
    """Its title."""
    other_titles: tuple[Text, ...]
    """Other titles in use for the same work."""
    family: Text
    """The job family."""
    level: Text
    """The level within the family."""
    unit: Text | None = None
    """The part of the organisation that employs the person."""
    workplaces: tuple[Workplace, ...] = ()
    """Where the work can be done: `on-site`, `hybrid` or `remote`. A posting offers one of them."""
    summary: Text
    """One line for lists."""
    purpose: Text
    """Why the role exists, in two or three sentences."""
    scope: Scope
    """What belongs to it, and what does not."""
    duties: Annotated[tuple[Duty, ...], Field(min_length=1)]
    """What the person does, the most important first: 6 to 10 duties."""
    skills: Annotated[tuple[SkillNeed, ...], Field(min_length=1)]
    """What it takes: 5 to 8 skills."""
    languages: tuple[WorkLanguage, ...] = ()
    """The languages that the work is done in."""
    levels: tuple[RoleLevel, ...] = ()
    """Its levels, the lowest first, where people are hired and grow at more than one."""
    pay: PayBand | None = None
    """What it is paid, before tax, where it has no levels."""
    pay_example: Text | None = None
    """The pay rule of `interviewing:`, worked out for a case of this role."""
    backgrounds: Annotated[
        tuple[BackgroundRef, ...],
        AfterValidator(AtLeastOne(Section.SOURCING)),
        Field(json_schema_extra={"minItems": 1}),
    ]
    """The backgrounds that candidates are sought in, the most promising first."""
    search_terms: tuple[Terms, ...] = ()
    """What profiles of suitable people say about their work, in groups: a profile has to contain one term of each."""
    tools: tuple[Text, ...] = ()
    """Kinds of tools that are used."""
    conditions: Text
    """Hours, travel and place of work, as far as the work itself demands."""
    reports_to: Party | None = None
    """Whom the person reports to in most structures."""
    works_with: Annotated[tuple[WorksWith, ...], Field(min_length=1)]
    """Whom the person works with, and on what."""
    grows_into: tuple[GrowsInto, ...] = ()
    """What the role leads to."""
    success: Annotated[tuple[Milestone, ...], Field(min_length=1)]
    """What success looks like in the first months."""
    indicators: tuple[Text, ...] = ()
    """How the role's work is measured later on."""
    codes: tuple[Code, ...] = ()
    """Occupations of public taxonomies that are near it."""
    interview: Annotated[tuple[Stage, ...], Field(min_length=1)]
    """The stages of the hiring process, in order."""
    one_posting: Annotated[Posting | None, Field(alias="posting")] = None
    """The vacancy, if there is one alone: short for `postings` with one item. Not taken over."""
    several_postings: Annotated[tuple[Posting, ...], Field(alias="postings")] = ()
    """The vacancies, if somebody is or was sought: what the public site and job boards show. The first has the address
    `jobs/<role>/`, the others `jobs/<role>/<requisition>/`. Not taken over."""
    screening: tuple[SkillSignals, ...] = ()
    """What in a CV shows each of the skills that it requires: with `hiring.screening`, a screening sheet."""
    onboarding: RoleOnboarding | None = None
    """What a new colleague gets, learns and does first: with `hiring.onboarding`, an onboarding plan."""
    owner: Text
    """Who keeps this description up to date."""
    reviewers: tuple[Text, ...] = ()
    """Who reads it with the owner at each review."""
    reviewed: Day
    """The day it was last reviewed."""
    changes: tuple[Change, ...] = ()
    """What has changed in it, the latest first. Not taken over."""

    @model_validator(mode="wrap")
    @classmethod
    def _may_lack_drafts(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        """Validate a draft as one in whose languages texts may be missing."""
        listed = data.get("drafts") if isinstance(data, Mapping) else None
        names = ValidationContext.of(info)
        tags = frozenset(tag for tag in names.languages[1:] if isinstance(listed, list | tuple) and tag in listed)
        if tags <= names.drafts:
            return handler(data)
        return cls.model_validate(data, context=replace(names, drafts=names.drafts | tags))

    @field_validator("drafts")
    @classmethod
    def _first_is_whole(cls, drafts: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        for tag in ValidationContext.of(info).languages[:1]:
            if tag in drafts:
                raise PydanticCustomError("first_is_draft", "{tag}", {"tag": tag})
        return drafts

    @field_validator("title")
    @classmethod
    def _titled_in_drafts(cls, title: Text, info: ValidationInfo) -> Text:
        """Check that a role has a title in every language: others name it where it has no pages."""
        missing = [tag for tag in info.data.get("drafts", ()) if tag not in title.root]
        if missing:
            raise PydanticCustomError("missing_translation", "{missing}", {"missing": ", ".join(missing)})
        return title

    @field_validator("one_posting", "several_postings")
    @classmethod
    def _seek_levels_of_the_role(cls, given: Postings, info: ValidationInfo) -> Postings:
        levels = [level.id for level in info.data.get("levels", ())]
        postings = given if isinstance(given, tuple) else (given,) if given else ()
        sought = [posting.level for posting in postings]
        for wanted in sought if "levels" in info.data else ():
            if wanted is not None and wanted not in levels:
                raise PydanticCustomError("unknown_level", "{value}", {"value": wanted, "near": levels})
        if None in sought and any(sought):
            raise PydanticCustomError("posting_without_level", "{names}", {"names": ", ".join(levels)})
        return given

    @model_validator(mode="after")
    def _posting_or_postings(self) -> Self:
        if self.one_posting is not None and self.several_postings:
            raise PydanticCustomError("one_of", "{names}", {"names": "posting, postings"})
        return self

    @property
    def postings(self) -> tuple[Posting, ...]:
        """Return the role's postings, open or closed, in the file's order."""
        return self.several_postings if self.one_posting is None else (self.one_posting,)

    def posting_key(self, number: int) -> Path:
        """Return the keys that lead from the role to its posting of a number, from 0."""
        return ("posting",) if self.one_posting is not None else ("postings", number)

    @property
    def sought(self) -> RoleLevel | None:
        """Return the level that the role's first posting seeks; None where it names none."""
        wanted = self.postings[0].level if self.postings else None
        return next((level for level in self.levels if level.id == wanted), None)

    @cached_property
    def described(self) -> RoleLevel | None:
        """Return the level that the role's own description is of: the first that needs the skills listed there."""
        return next((level for level in self.levels if self.needs_at(level) == self.skills), None)

    @property
    def sought_band(self) -> PayBand | None:
        """Return the pay band of the level that the first posting seeks; where it names none, the role's own."""
        return self.pay if self.sought is None else self.sought.pay

    @cached_property
    def as_sought(self) -> tuple[Role, ...]:
        """Return the role once for each level that its postings seek.

        It stands for the first one's level itself; for each other one, there is a copy with the postings of that level
        alone, whose id ends with it: `baker@skilled`. What rates candidates is made of each of them.
        """
        levels = dict.fromkeys(posting.level for posting in self.postings)
        return (self, *(self._seeking(level) for level in list(levels)[1:]))

    def _seeking(self, level: str | None) -> Role:
        theirs = tuple(posting for posting in self.postings if posting.level == level)
        changed = {"id": f"{self.id}{AT}{level}", "one_posting": None, "several_postings": theirs}
        role = self.model_copy(update=changed)
        for found in vars(role).keys() - type(role).model_fields.keys():  # what was worked out for the first level
            del vars(role)[found]
        return role

    @property
    def own_id(self) -> str:
        """Return the id that the role has in the file, also of a copy for a level (`as_sought`)."""
        return self.id.partition(AT)[0]

    def vacancies_sought(self) -> tuple[Posting, ...]:
        """Return those of its postings that seek the same level as the first."""
        return tuple(posting for posting in self.postings if posting.level == self.postings[0].level)

    @cached_property
    def needs(self) -> tuple[SkillNeed, ...]:
        """Return the skills that interviews rate for, with the levels needed: those of the level that is sought.

        All that rates candidates goes by these; `skills` is the role's description, whoever is sought.
        """
        return self.skills if self.sought is None else self.needs_at(self.sought)

    @property
    def goals(self) -> tuple[Milestone, ...]:
        """Return what success looks like for whoever is sought: what their level says of it, or else the role."""
        return self.success if self.sought is None else self.sought.success or self.success

    @property
    def first_work(self) -> tuple[Learning, ...]:
        """Return the first pieces of work for whoever is sought: those of their level, or else the role's."""
        own = () if self.onboarding is None else self.onboarding.tasks
        return own if self.sought is None else self.sought.tasks or own

    @property
    def colleagues(self) -> tuple[WorksWith, ...]:
        """Return whom the person works with at the level sought: those of the level, and those of the role."""
        return (*(self.sought.works_with if self.sought else ()), *self.works_with)

    def needs_at(self, level: RoleLevel) -> tuple[SkillNeed, ...]:
        """Return the skills that the role takes, with the levels needed at one of its levels."""
        return tuple(need.at(level.skills.get(need.skill, need.level)) for need in self.skills)

    def need(self, skill_id: str) -> SkillNeed | None:
        """Return how much of a skill candidates need; None if the role does not name the skill."""
        return next((need for need in self.needs if need.skill == skill_id), None)

    def duty(self, duty_id: str) -> Duty:
        """Return the duty of an id; without one it is a LookupError."""
        return find(self.duties, "duty", duty_id)
