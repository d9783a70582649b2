"""The parts of a kit that several rules look at, each with its path."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.interviews import Stage
from rolebook.kit.questions import Question
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import SkillNeed
from rolebook.kit.skills import Skill
from rolebook.kit.structures import LeadershipModel, Organisation
from rolebook.kit.vacancies import Vacancy, vacancies_of
from rolebook.problem import Path


def skills(kit: Kit) -> Iterator[tuple[Path, Skill]]:
    """Yield every skill."""
    return ((("skills", index), skill) for index, skill in enumerate(kit.skills))


def questions(kit: Kit) -> Iterator[tuple[Path, Question]]:
    """Yield every question of every skill."""
    for path, skill in skills(kit):
        for index, question in enumerate(skill.questions):
            yield (*path, "questions", index), question


def roles(kit: Kit) -> Iterator[tuple[Path, Role]]:
    """Yield every role."""
    return ((("roles", index), role) for index, role in enumerate(kit.roles))


def needs(kit: Kit) -> Iterator[tuple[Path, Role, SkillNeed]]:
    """Yield every skill that a role needs, with the role; each level of it that a posting seeks once."""
    for path, role in roles(kit):
        seen: set[tuple[int, int]] = set()
        for index, need in (found for sought in role.as_sought for found in enumerate(sought.needs)):
            if (index, need.level) not in seen:
                seen.add((index, need.level))
                yield (*path, "skills", index), role, need


def vacancies(kit: Kit) -> Iterator[tuple[Path, Vacancy]]:
    """Yield every vacancy, open or closed."""
    for path, role in roles(kit):
        for vacancy in vacancies_of(role):
            yield (*path, *vacancy.keys), vacancy


def open_vacancies(kit: Kit) -> Iterator[tuple[Path, Vacancy]]:
    """Yield every vacancy that accepts applications."""
    return ((path, vacancy) for path, vacancy in vacancies(kit) if vacancy.posting.is_open_on(kit.today))


def stages(kit: Kit) -> Iterator[tuple[Path, Role, Stage]]:
    """Yield every stage of every role's interviews, with the role."""
    for path, role in roles(kit):
        for index, stage in enumerate(role.interview):
            yield (*path, "interview", index), role, stage


def models(kit: Kit) -> Iterator[tuple[Path, LeadershipModel]]:
    """Yield every leadership model."""
    return ((("leadership_models", index), model) for index, model in enumerate(kit.leadership_models))


def organisations(kit: Kit) -> Iterator[tuple[Path, Organisation]]:
    """Yield every organisation of every leadership model."""
    for path, model in models(kit):
        for index, organisation in enumerate(model.organisations):
            yield (*path, "organisations", index), organisation
