"""A kit in one language: how documents get at its texts, and the phrases that several of them share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rolebook import tags
from rolebook.documents.blocks import (
    Anchor,
    Evidence,
    Inline,
    Inlines,
    Item,
    Kind,
    Listing,
    Mark,
    Run,
    Target,
)
from rolebook.documents.edition import Edition, Imprint
from rolebook.kit import Kit
from rolebook.kit.interviews import Stage
from rolebook.kit.item import Item as KitItem
from rolebook.kit.item import Statement
from rolebook.kit.occupations import Match
from rolebook.kit.parties import Party
from rolebook.kit.questions import QuestionKind
from rolebook.kit.roles import Role
from rolebook.kit.sections import Section
from rolebook.kit.skill_needs import Need, When
from rolebook.kit.skills import Skill
from rolebook.kit.text import Text
from rolebook.language import Language


@dataclass(frozen=True, eq=False)
class InternalEdition(Edition):
    """A kit in one of its languages. It is equal to itself alone: comparing kits takes long."""

    kit: Kit
    language: Language

    @property
    def imprint(self) -> Imprint:
        """What stands on each sheet."""
        about = self.kit.about
        return Imprint(about.organisation, about.version, about.updated, about.paper, about.fonts, about.brand)

    @property
    def site_name(self) -> str:
        """The kit's name."""
        return self.unmarked(self.kit.about.name)

    @property
    def site_description(self) -> str:
        """What the kit is for."""
        return self.unmarked(self.kit.about.summary)

    @property
    def is_draft(self) -> bool:
        """Whether its language may lack texts."""
        return self.language.tag in self.kit.about.drafts

    def in_any_language(self, text: Text) -> str:
        """Words that may not be written in this language, as those of a shipped profile: else in their first one."""
        written = tuple(text.languages())
        return text[tags.nearest(self.language.tag, written.__contains__) or written[0]]

    def evidence(self, item: KitItem) -> Inline:
        """What backs an item; nothing where the kit has no facts."""
        return self.facts(item.source)

    def facts(self, numbers: Iterable[str]) -> Inline:
        """Facts by number, with their texts; nothing where the kit has no facts."""
        if not self.kit.has(Section.FACTS):
            return Run("")
        asked = tuple(numbers)
        if asked not in self._evidence:
            self._evidence[asked] = Evidence(
                tuple((fact_id, self.text(self.kit.fact(fact_id).text)) for fact_id in asked)
            )
        return self._evidence[asked]

    @cached_property
    def _evidence(self) -> dict[tuple[str, ...], Evidence]:
        """What was said of facts already: most items have none, or the same as others."""
        return {}

    def backed(self, text: Text, item: KitItem) -> Inlines:
        """A text, and what backs it."""
        return (Run(self.text(text)), self.evidence(item))

    def statements(self, statements: Iterable[Statement], *, ordered: bool = False) -> Listing:
        """Statements as a list, each with what backs it."""
        return Listing(tuple(Item(self.backed(statement.text, statement)) for statement in statements), ordered)

    def role(self, role_id: str, kind: Kind = Kind.JOB_DESCRIPTION) -> Run:
        """A role's title, leading to one of its documents if it has any in this language."""
        return Run(self.text(self.kit.role(role_id).title), self.to_role(role_id, kind))

    def to_role(self, role_id: str, kind: Kind = Kind.JOB_DESCRIPTION) -> Target | None:
        """Where one of a role's documents is; None where the role is a draft in this language."""
        return Target(kind, role_id) if self.kit.shows(role_id) else None

    def skill(self, skill_id: str) -> Run:
        """A skill's name, leading to its page."""
        return Run(self.text(self.kit.skill(skill_id).name), Target(Kind.SKILL, skill_id))

    def model(self, model_id: str) -> Run:
        """A leadership model's name, leading to its guide."""
        return Run(self.text(self.kit.model(model_id).name), Target(Kind.STRUCTURE_GUIDE, model_id))

    def objective(self, objective_id: str) -> Run:
        """An objective's name, leading to it."""
        return Run(self.text(self.kit.objective(objective_id).name), Target(Kind.OBJECTIVES, "", objective_id))

    def party(self, party: Party) -> Run:
        """A role or anybody else."""
        if party.role is not None:
            return self.role(party.role)
        return Run(self.text(party.who)) if party.who is not None else Run("")

    def parties(self, parties: Iterable[Party]) -> Inlines:
        """Several roles or others, with the language's comma between them."""
        return self.listed(self.party(party) for party in parties)

    def met(self, stage: Stage, role: Role) -> tuple[tuple[Run, bool], ...]:
        """Who interviews for a role's open vacancies, and whether they rate; substitutes, if all have them."""
        is_open = [posting for posting in role.vacancies_sought() if posting.is_open_on(self.kit.today)]
        found: list[tuple[Run, bool]] = []
        for planned in stage.interviewers:
            people = {self.party(posting.in_place_of(planned, stage.id)) for posting in is_open}
            person = people.pop() if len(people) == 1 else self.party(planned)
            if person == self.party(planned) or person not in [other for other, _ in found]:
                found.append((person, planned.rates))
        return tuple(found)

    def interviewers(self, people: Iterable[tuple[Run, bool]]) -> Inlines:
        """Those who interview, and who of them does not rate."""
        separator = self.gettext(", ")
        result: list[Inline] = []
        for person, rates in people:
            result.extend((*((Run(separator),) if result else ()), person))
            if not rates:
                result.append(Run(f" ({self.gettext('does not rate')})"))
        return tuple(result)

    def level(self, level: int) -> str:
        """A level of the rating scale, as “3 Intermediate”."""
        return f"{level} {self.level_name(level)}"

    def level_name(self, level: int) -> str:
        """The name of a level of the rating scale."""
        return self._levels[level]

    @cached_property
    def _levels(self) -> dict[int, str]:
        return {step.level: self.text(step.name) for step in self.kit.about.rating_scale}

    def anchors(self, skill: Skill, minimum: int | None = None) -> tuple[Anchor, ...]:
        """A skill's anchors, the one that a role needs marked."""
        return tuple(
            Anchor(level, self.level_name(level), self.text(text), level == minimum)
            for level, text in enumerate(skill.anchors.texts, start=1)
        )

    def need(self, need: Need) -> Mark:
        """Whether something is required or preferred."""
        if need is Need.REQUIRED:
            return Mark(self.gettext("Required"), "strong")
        return Mark(self.gettext("Preferred"))

    def when(self, when: When) -> str:
        """When a skill is needed."""
        return self.gettext("On day one") if when is When.DAY_ONE else self.gettext("Can be learned")

    def kind(self, kind: QuestionKind) -> str:
        """What a kind of question is called."""
        return {
            QuestionKind.BEHAVIOURAL: self.gettext("Past behaviour"),
            QuestionKind.SITUATIONAL: self.gettext("Situation"),
            QuestionKind.WORK_SAMPLE: self.gettext("Work sample"),
            QuestionKind.ROLE_PLAY: self.gettext("Role-play"),
        }[kind]

    def match(self, match: Match) -> str:
        """How well a public occupation fits."""
        return {
            Match.EXACT: self.gettext("Exact match"),
            Match.CLOSE: self.gettext("Close match"),
            Match.BROAD: self.gettext("Broad match"),
        }[match]

    def home(self) -> Run:
        """The way back to the home page."""
        return Run(self.gettext("Home"), Target(Kind.HOME))

    def sought(self, role: Role) -> str:
        """A role's title; of one that is sought at several levels, with the level's name."""
        title = self.text(role.title)
        if role.sought is None or len(self.kit.role(role.own_id).as_sought) == 1:
            return title
        return self.gettext("{role} – {level}", role=title, level=self.text(role.sought.name))

    def role_trail(self) -> tuple[Run, ...]:
        """The way down to a role, whose bar names it."""
        return (self.home(), Run(self.gettext("Roles"), Target(Kind.ROLES)))
