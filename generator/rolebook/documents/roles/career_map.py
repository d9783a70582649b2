"""The career map as a picture: roles by level, the highest first, and a numbered arrow for each step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rolebook.documents.blocks import CareerMap, CareerStep, Pictured, Place, Run, Table, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.job_description import GrowsInto
from rolebook.kit.roles import Role

DRAWN = 16
"""Roles that one picture has at most (editorial default): with more, nobody can follow an arrow."""


def step_anchor(role: Role, at: int) -> str:
    """The address on the page of a role's step of a number, from 0."""
    return f"step-{role.id}-{at + 1}"


def step_name(edition: InternalEdition, step: GrowsInto) -> Run:
    """What a step leads to."""
    return edition.role(step.role) if step.role else Run(edition.text(step.title) if step.title else "")


def career_map(edition: InternalEdition, roles: Sequence[Role]) -> Pictured:
    """The steps of some roles, drawn."""
    _ = edition.gettext
    levels = _levels(edition, roles)
    rows = _rows(edition, roles, levels)
    names = levels if len(rows) == len(levels) else ("", *levels)
    columns = max(map(len, rows))
    keys = [key for row in rows for key in row]
    places = tuple(
        _place(edition, roles, key, number, (at + 0.5 + (columns - len(row)) / 2) / columns)
        for number, row in enumerate(rows)
        for at, key in enumerate(row)
    )
    steps: list[CareerStep] = []
    for role in roles:
        for at, step in enumerate(role.grows_into):
            after = step_name(edition, step).text
            label = _("{role} grows into {next}", role=edition.text(role.title), next=after)
            number = edition.language.number(len(steps) + 1)
            end = keys.index(_key(edition, roles, step))
            steps.append(CareerStep(number, keys.index(role.id), end, step_anchor(role, at), label))
    caption = _("Career map")
    table = Table(
        caption,
        (_("Step"), _("Role"), _("Grows into")),
        tuple((words(step.number), (places[step.start].name,), (places[step.end].name,)) for step in steps),
    )
    return Pictured(caption, CareerMap(names, columns, places, tuple(steps)), table)


def _rows(edition: InternalEdition, roles: Sequence[Role], levels: Sequence[str]) -> list[list[str]]:
    """What stands in each row from the top: the roles of a level, between the ways out of the team from the one below.

    A row above all levels has the ways out from the highest.
    """
    rows: list[list[str]] = [[], *([role.id for role in roles if edition.text(role.level) == name] for name in levels)]
    placed: set[str] = set()
    for number in range(len(levels), 0, -1):
        below = list(rows[number])
        for at, role_id in enumerate(below):
            role = next((role for role in roles if role.id == role_id), None)
            for step in role.grows_into if role else ():
                key = _key(edition, roles, step)
                if not _is_shown(step, roles) and key not in placed:
                    placed.add(key)
                    rows[number - 1].insert(0 if 2 * at + 1 < len(below) else len(rows[number - 1]), key)
    return rows if rows[0] else rows[1:]


def _place(edition: InternalEdition, roles: Sequence[Role], key: str, row: int, along: float) -> Place:
    inside = any(role.id == key for role in roles)
    return Place(edition.role(key) if inside else Run(key), row, along, not inside)


def _key(edition: InternalEdition, roles: Sequence[Role], step: GrowsInto) -> str:
    """What stands for the end of a step: a role's id, or what is not of these roles by its name."""
    return step.role if step.role and _is_shown(step, roles) else step_name(edition, step).text


def _is_shown(step: GrowsInto, roles: Sequence[Role]) -> bool:
    return any(role.id == step.role for role in roles)


def _levels(edition: InternalEdition, roles: Sequence[Role]) -> tuple[str, ...]:
    """The job levels of roles, the highest first: one is above another whose roles grow into its own."""
    level_of = {role.id: edition.text(role.level) for role in roles}
    above: dict[str, set[str]] = defaultdict(set)
    for role in roles:
        for step in role.grows_into:
            if step.role in level_of and level_of[step.role] != level_of[role.id]:
                above[level_of[role.id]].add(level_of[step.role])

    def reached(level: str, seen: frozenset[str]) -> frozenset[str]:
        for other in above[level] - seen:
            seen = reached(other, seen | {other})
        return seen

    return tuple(sorted(dict.fromkeys(level_of.values()), key=lambda level: len(reached(level, frozenset()) - {level})))
