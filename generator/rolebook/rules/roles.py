"""Rules about roles: duties and skills fit each other, and everything declared is used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rolebook.kit import Kit
from rolebook.kit.levels import RoleLevel
from rolebook.kit.roles import Role
from rolebook.problem import Finding, Path
from rolebook.rules import paths

DUTIES = range(6, 11)
"""How many duties a readable job description has (product: 6 to 10)."""
SKILLS = range(5, 9)
"""How many skills interviewers can rate well (product: 5 to 8)."""
INDICATORS = range(3, 6)
"""How many measures tell how the work of a role, or of one of its levels, goes (product: 3 to 5)."""


def _counted(role_id: str, found: int, wanted: range, things: str) -> str:
    return f"“{role_id}” has {found} {things}; {wanted.start} to {wanted.stop - 1} are usual."


def duty_count(kit: Kit) -> Iterator[Finding]:
    """Find a role with so few duties that it is vague, or so many that nobody reads them."""
    for path, role in paths.roles(kit):
        if len(role.duties) not in DUTIES:
            yield Finding(
                (*path, "duties"),
                _counted(role.id, len(role.duties), DUTIES, "duties"),
                "Join, split or drop some.",
            )


def skill_count(kit: Kit) -> Iterator[Finding]:
    """Find a role with more skills than interviews can rate, or too few to tell candidates apart."""
    for path, role in paths.roles(kit):
        if len(role.skills) not in SKILLS:
            yield Finding(
                (*path, "skills"),
                _counted(role.id, len(role.skills), SKILLS, "skills"),
                "Keep those that decide whether the work succeeds.",
            )


def indicator_count(kit: Kit) -> Iterator[Finding]:
    """Find a role, or a level of one, that is measured by so little that it misleads, or by too much to follow."""
    for path, role in paths.roles(kit):
        levels = [((*path, "levels", position), level) for position, level in enumerate(role.levels)]
        everything: list[tuple[Path, Role | RoleLevel]] = [(path, role), *levels]
        for place, measured in everything:
            number = len(measured.indicators)
            if number and number not in INDICATORS:
                yield Finding(
                    (*place, "indicators"),
                    _counted(measured.id, number, INDICATORS, "indicator" if number == 1 else "indicators"),
                    "Name what people in the role can influence, and leave out what repeats another.",
                )


def skill_not_listed(kit: Kit) -> Iterator[Finding]:
    """Find a duty that takes a skill which the role does not list."""
    for path, role in paths.roles(kit):
        for position, duty in enumerate(role.duties):
            for index, skill_id in enumerate(duty.skills):
                if role.need(skill_id) is None:
                    yield Finding(
                        (*path, "duties", position, "skills", index),
                        f"The duty “{duty.id}” takes “{skill_id}”, which “{role.id}” does not list among its skills.",
                        "Add it to the role's skills, or name another one.",
                    )


def skill_without_duty(kit: Kit) -> Iterator[Finding]:
    """Find a skill of a role that none of its duties takes: it is asked for without need."""
    for path, role in paths.roles(kit):
        taken = {skill_id for duty in role.duties for skill_id in duty.skills}
        for index, need in enumerate(role.skills):
            if need.skill not in taken:
                yield Finding(
                    (*path, "skills", index, "skill"),
                    f"No duty of “{role.id}” takes “{need.skill}”.",
                    "Name it under the duty that needs it, or remove it from the role.",
                )


def unused_skill(kit: Kit) -> Iterator[Finding]:
    """Find a skill that no role takes."""
    used = {need.skill for role in kit.roles for need in role.skills}
    for path, skill in paths.skills(kit):
        if skill.id not in used:
            yield Finding((*path, "id"), f"No role takes the skill “{skill.id}”.", "Add it to a role, or remove it.")


def unused_background(kit: Kit) -> Iterator[Finding]:
    """Find a background that no role is sourced from."""
    used = {background for role in kit.roles for background in role.backgrounds}
    for index, background in enumerate(kit.backgrounds):
        if background.id not in used:
            yield Finding(
                ("backgrounds", index, "id"),
                f"No role names the background “{background.id}”.",
                "Add it to a role's backgrounds, or remove it.",
            )


def change_after_kit(kit: Kit) -> Iterator[Finding]:
    """Find a kit whose version is older than a change, or a review, of one of its job descriptions."""
    days = {role.id: max(role.reviewed, *(change.on for change in role.changes), date.min) for role in kit.roles}
    latest = max(days, key=days.__getitem__)
    if days[latest] > kit.about.updated:
        yield Finding(
            ("kit", "updated"),
            f"The kit's version is of {kit.about.updated}, but “{latest}” was changed or reviewed on {days[latest]}.",
            "Give the kit a new “version”, and the day of it.",
        )
