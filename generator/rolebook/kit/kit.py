"""The whole of a kit: the sections of ``roles.yaml``, and methods that look things up in them.

It is the index of a kit, and grows by a line a section and a method a lookup; nothing is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar, Self, TypeVar

from pydantic import AfterValidator, Field, PrivateAttr, model_validator

from rolebook.kit.about import About
from rolebook.kit.backgrounds import Background, Channel, Outreach
from rolebook.kit.careers import Careers
from rolebook.kit.evidence import Fact, Source
from rolebook.kit.glossary import Term
from rolebook.kit.hiring import Hiring
from rolebook.kit.interviews import Interviewing, ScreeningItem, Stage
from rolebook.kit.job_description import Duty
from rolebook.kit.jurisdictions import Jurisdiction
from rolebook.kit.objectives import Objective
from rolebook.kit.planner import PlannerQuestion
from rolebook.kit.questions import Question
from rolebook.kit.references import ValidationContext
from rolebook.kit.roles import Role
from rolebook.kit.sample_answers import SampleAnswer
from rolebook.kit.sections import AtLeastOne, KeysBySection, Section, Sectioned
from rolebook.kit.skill_needs import SkillNeed
from rolebook.kit.skills import Skill
from rolebook.kit.structures import LeadershipModel
from rolebook.kit.team_function import TeamFunction
from rolebook.kit.text import Text
from rolebook.kit.walk import walk
from rolebook.problem import Path

T = TypeVar("T")


class Kit(Sectioned):
    """A hiring kit: everything that ``roles.yaml`` says, checked and frozen."""

    of_sections: ClassVar[KeysBySection] = {
        Section.SOURCING: ("backgrounds", "channels"),
        Section.STRUCTURES: ("leadership_models", "planner"),
        Section.FACTS: ("facts", "sources"),
        Section.GLOSSARY: ("glossary",),
        Section.HIRING: ("hiring",),
    }

    about: Annotated[About, Field(alias="kit")]
    """What the kit is called, its languages and its rating scale."""
    interviewing: Interviewing
    """What holds for every interview."""
    hiring: Hiring = Hiring()
    """The documents around the interview: intake, timeline, reference check, decision record, offer."""
    function: TeamFunction
    """What the team as a whole is there for."""
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)]
    """What the team is there to achieve."""
    skills: Annotated[tuple[Skill, ...], Field(min_length=1)]
    """The skills that roles take and interviews rate."""
    backgrounds: Annotated[
        tuple[Background, ...], AfterValidator(AtLeastOne(Section.SOURCING)), Field(json_schema_extra={"minItems": 1})
    ]
    """Where candidates come from."""
    channels: tuple[Channel, ...] = ()
    """Where they are sought: networks, job sites and communities."""
    outreach: Outreach | None = None
    """What the messages to people of every background have in common."""
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    """The roles."""
    leadership_models: Annotated[
        tuple[LeadershipModel, ...],
        AfterValidator(AtLeastOne(Section.STRUCTURES)),
        Field(json_schema_extra={"minItems": 1}),
    ]
    """The ways to structure the team."""
    planner: tuple[PlannerQuestion, ...] = ()
    """What the structure planner asks. The answers decide which statements about a model hold."""
    careers: Careers | None = None
    """The public careers site."""
    jurisdictions: tuple[Jurisdiction, ...] = ()
    """What countries ask of hiring: profiles of the kit's own, beside those that Rolebook ships."""
    facts: tuple[Fact, ...] = ()
    """What is known, each with its source."""
    sources: tuple[Source, ...] = ()
    """Where facts and methods come from."""
    glossary: tuple[Term, ...] = ()
    """The words of the trade."""
    _taken_over: tuple[Jurisdiction, ...] = PrivateAttr(())
    _today: date = PrivateAttr(date.min)
    _whole: Kit | None = PrivateAttr(None)

    @model_validator(mode="after")
    def _without_switched_off(self) -> Self:
        """Leave out what belongs to switched-off sections: no document, rule or export finds it."""
        off = self.about.sections.off
        if not off:
            return self
        parts: dict[str, object] = {
            "roles": tuple(role.without(off) for role in self.roles),
            "function": self.function.without(off),
            "interviewing": self.interviewing.without(off),
            "outreach": None if Section.SOURCING in off else self.outreach,
        }
        return self.without(off).model_copy(update=parts)

    def model_post_init(self, context: object, /) -> None:
        """Keep the day on which the kit is read."""
        if isinstance(context, ValidationContext):
            self._today = context.today

    @property
    def today(self) -> date:
        """Return the day that decides which postings are open: the same for everything that is made from this kit."""
        return self._today

    def has(self, section: Section) -> bool:
        """Tell whether a section of the kit is on."""
        return self.about.sections.has(section)

    def with_profiles(self, profiles: tuple[Jurisdiction, ...]) -> Kit:
        """Return the same kit with jurisdiction profiles that are not in its own file."""
        kit = self.model_copy(update={"jurisdictions": (*self.jurisdictions, *profiles)})
        kit._taken_over = profiles
        return kit

    def takes_over(self, profile: Jurisdiction) -> bool:
        """Tell whether a jurisdiction profile is not in its own file."""
        return profile in self._taken_over

    def own_texts(self) -> Iterator[tuple[Path, Text]]:
        """Yield every text of its own file with its path; those of profiles that it took over are not its own."""
        foreign = {("jurisdictions", self.jurisdictions.index(profile)) for profile in self._taken_over}
        for path, part in walk(self):
            if isinstance(part, Text) and path[:2] not in foreign:
                yield path, part

    @property
    def whole(self) -> Kit:
        """Return the kit with every role: itself, unless it was made by `in_language`."""
        return self if self._whole is None else self._whole

    def in_language(self, tag: str) -> Kit:
        """Return the kit without the roles that are drafts in a language: `role` alone still finds those.

        What is made from it lists, counts and links to none of them.
        """
        return self.whole._in_languages.get(tag, self.whole)

    def shows(self, role_id: str) -> bool:
        """Tell whether a role has documents: one that is a draft in the kit's language (`in_language`) has none."""
        return role_id in self._roles_as_sought

    @cached_property
    def roles_as_sought(self) -> tuple[Role, ...]:
        """Return every role once for each level that its postings seek: what rates candidates is made of these."""
        return tuple(sought for role in self.roles for sought in role.as_sought)

    @cached_property
    def _roles_as_sought(self) -> dict[str, Role]:
        return {role.id: role for role in self.roles_as_sought}

    @property
    def drafts(self) -> tuple[str, ...]:
        """Return the tags of the languages that are drafts, of the whole kit or of a role, in the file's order."""
        return tuple(tag for tag in self.about.languages if tag in self.about.drafts or tag in self.whole._in_languages)

    def draft_texts(self, tag: str) -> Iterator[tuple[Path, Text]]:
        """Yield the texts that may lack a language: all, or those of the roles that are drafts in it."""
        everything, roles = tag in self.about.drafts, self.whole.roles
        for path, text in self.whole.own_texts():
            if everything or (path[0] == "roles" and tag in roles[int(path[1])].drafts):
                yield path, text

    def untranslated(self) -> Mapping[str, tuple[Path, ...]]:
        """Return the paths of the texts that each draft lacks, by language."""
        return {tag: tuple(path for path, text in self.draft_texts(tag) if tag not in text.root) for tag in self.drafts}

    @cached_property
    def _in_languages(self) -> Mapping[str, Kit]:
        return {tag: self._without_drafts(tag) for tag in self.about.languages if self._drafts_in(tag)}

    def _drafts_in(self, tag: str) -> bool:
        return any(tag in role.drafts for role in self.roles)

    def _without_drafts(self, tag: str) -> Kit:
        kit = self.model_copy(update={"roles": tuple(role for role in self.roles if tag not in role.drafts)})
        for found in vars(kit).keys() - type(kit).model_fields.keys():  # what was looked up among all roles
            del vars(kit)[found]
        kit._whole = self
        return kit

    @cached_property
    def _skills(self) -> dict[str, Skill]:
        return {skill.id: skill for skill in self.skills}

    @cached_property
    def _models(self) -> dict[str, LeadershipModel]:
        return {model.id: model for model in self.leadership_models}

    @cached_property
    def _backgrounds(self) -> dict[str, Background]:
        return {background.id: background for background in self.backgrounds}

    @cached_property
    def _objectives(self) -> dict[str, Objective]:
        return {objective.id: objective for objective in self.objectives}

    @cached_property
    def _jurisdictions(self) -> dict[str, Jurisdiction]:
        return {profile.id: profile for profile in self.jurisdictions}

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def skill(self, skill_id: str) -> Skill:
        """Return the skill of that id. As with all these, an id that the kit does not declare is a KeyError."""
        return self._skills[skill_id]

    def role(self, role_id: str) -> Role:
        """Return the role of that id, or the copy of one for a level that is sought: `baker@skilled`."""
        return self.whole._roles_as_sought[role_id]

    def model(self, model_id: str) -> LeadershipModel:
        """Return the leadership model of that id."""
        return self._models[model_id]

    def background(self, background_id: str) -> Background:
        """Return the background of that id."""
        return self._backgrounds[background_id]

    def channels_for(self, background_id: str) -> tuple[Channel, ...]:
        """Return the channels that are for one background, and not for every one."""
        return tuple(channel for channel in self.channels if background_id in channel.backgrounds)

    def objective(self, objective_id: str) -> Objective:
        """Return the objective of that id."""
        return self._objectives[objective_id]

    def fact(self, fact_id: str) -> Fact:
        """Return the fact of that number."""
        return self._facts[fact_id]

    def source(self, source_id: str) -> Source:
        """Return the source of that id."""
        return self._sources[source_id]

    def followed(self) -> tuple[Jurisdiction, ...]:
        """Return the jurisdiction profiles that the kit follows."""
        return tuple(self._jurisdictions[profile_id] for profile_id in (self.careers.follows if self.careers else ()))

    def question(self, reference: str) -> tuple[Skill, Question]:
        """Return the question of a reference `skill/question`, with its skill."""
        skill_id, question_id = reference.split("/")
        skill = self.skill(skill_id)
        return skill, skill.question(question_id)

    def sample_answer(self, reference: str) -> tuple[Skill, SampleAnswer]:
        """Return the sample answer of a reference `skill/sample`, with its skill."""
        skill_id, sample_id = reference.split("/")
        skill = self.skill(skill_id)
        return skill, skill.sample(sample_id)

    def duty(self, reference: str) -> tuple[Role, Duty]:
        """Return the duty of a reference `role/duty`, with its role."""
        role_id, duty_id = reference.split("/")
        role = self.role(role_id)
        return role, role.duty(duty_id)

    def screening(self, stage: Stage) -> tuple[ScreeningItem, ...]:
        """Return what a stage asks and records without rating it, in the stage's order."""
        items = {item.id: item for item in self.interviewing.screening}
        return tuple(items[item_id] for item_id in stage.screening)

    def stages_rating(self, skill_id: str) -> Sequence[tuple[Role, Stage]]:
        """Return every stage of every role that rates a skill."""
        return self._stages_by_skill.get(skill_id, ())

    def roles_taking(self, skill_id: str) -> Sequence[tuple[Role, SkillNeed]]:
        """Return every role that needs a skill, and how much of it."""
        return self._roles_by_skill.get(skill_id, ())

    def roles_before(self, role_id: str) -> Sequence[Role]:
        """Return every role that grows into a role."""
        return self._roles_before.get(role_id, ())

    def models_with(self, role_id: str) -> Sequence[LeadershipModel]:
        """Return every leadership model that has a place for a role."""
        return self._models_by_role.get(role_id, ())

    @cached_property
    def fingerprints(self) -> dict[tuple[str, str], str]:
        """Return the fingerprints that have been computed so far (`kit.fingerprints`)."""
        return {}

    # The other way round, once for all: looking through every role for each role would grow with their square.

    @cached_property
    def _stages_by_skill(self) -> dict[str, list[tuple[Role, Stage]]]:
        return _grouped(
            (skill, (role, stage)) for role in self.roles for stage in role.interview for skill in stage.skills
        )

    @cached_property
    def _roles_by_skill(self) -> dict[str, list[tuple[Role, SkillNeed]]]:
        return _grouped((need.skill, (role, need)) for role in self.roles for need in role.needs)

    @cached_property
    def _roles_before(self) -> dict[str, list[Role]]:
        return _grouped((step.role, role) for role in self.roles for step in role.grows_into if step.role)

    @cached_property
    def _models_by_role(self) -> dict[str, list[LeadershipModel]]:
        return _grouped((role, model) for model in self.leadership_models for role in model.roles)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    """Group values by key, in order."""
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
