"""Rules about the levels of roles: they rise, they change what the role takes, and postings keep to their pay."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rolebook.kit import Kit
from rolebook.kit.levels import RoleLevel
from rolebook.kit.roles import Role
from rolebook.problem import Finding, Path
from rolebook.rules import paths

WHOLE = 100
"""Per cent of the working time."""


def share_total(kit: Kit) -> Iterator[Finding]:
    """Find a role whose duties take more or less than all of the time."""
    for path, role in paths.roles(kit):
        shares = [duty.share for duty in role.duties]
        without = [duty.id for duty in role.duties if duty.share is None]
        total = sum(share or 0 for share in shares)
        if len(without) == len(shares) or (total == WHOLE and not without):
            continue
        lacking = f" {', '.join(f'“{name}”' for name in without)} has no share." if without else ""
        yield Finding(
            (*path, "duties"),
            f"The shares of “{role.id}” add up to {total} per cent.{lacking}",
            f"Give every duty a share, so that together they are {WHOLE}; or give none a share.",
        )


def level_not_rising(kit: Kit) -> Iterator[Finding]:
    """Find a level of a role that needs less of a skill, or is paid less, than the one below it."""
    for path, role in paths.roles(kit):
        for position, (lower, upper) in enumerate(pairwise(role.levels), start=1):
            yield from _falling((*path, "levels", position), role, lower, upper)


def _falling(path: Path, role: Role, lower: RoleLevel, upper: RoleLevel) -> Iterator[Finding]:
    for before, after in zip(role.needs_at(lower), role.needs_at(upper), strict=True):
        if after.level < before.level:
            yield Finding(
                (*path, "skills", after.skill) if after.skill in upper.skills else (*path, "id"),
                f"“{upper.id}” needs level {after.level} of “{after.skill}”; “{lower.id}”, below it, needs "
                f"{before.level}.",
                "List the levels from the lowest to the highest; a skill that a level does not name is as in the role.",
            )
    for end in ("minimum", "maximum") if lower.pay and upper.pay and lower.pay.is_like(upper.pay) else ():
        below, above = getattr(lower.pay, end), getattr(upper.pay, end)
        if above < below:
            yield Finding(
                (*path, "pay", end),
                f"The {end} of “{upper.id}”, {above:g}, is less than that of “{lower.id}”, below it: {below:g}.",
                "Bands may overlap, but both ends rise from level to level.",
            )


def level_skill_not_listed(kit: Kit) -> Iterator[Finding]:
    """Find a level that changes a skill which the role does not list."""
    for path, role in paths.roles(kit):
        for position, level in enumerate(role.levels):
            for skill_id in level.skills:
                if role.need(skill_id) is None:
                    yield Finding(
                        (*path, "levels", position, "skills", skill_id),
                        f"The level “{level.id}” changes “{skill_id}”, which “{role.id}” does not list among its "
                        "skills.",
                        "Add it to the role's skills, or remove it here.",
                    )


def posting_outside_band(kit: Kit) -> Iterator[Finding]:
    """Find a posting that pays less or more than the band of the level that it seeks, or of the role."""
    for path, vacancy in paths.vacancies(kit):
        pay, band = vacancy.posting.pay, vacancy.role.sought_band
        if pay is None or band is None or not pay.is_like(band):
            continue
        if pay.minimum < band.minimum or pay.maximum > band.maximum:
            yield Finding(
                (*path, "pay"),
                f"The posting of “{vacancy.id}” pays {pay.minimum:g} to {pay.maximum:g}; its pay band goes "
                f"from {band.minimum:g} to {band.maximum:g}.",
                "Correct the posting's pay, the band, or the posting's “level”.",
            )
