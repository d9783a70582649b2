"""The way to one's next interview: each role with the stages of its kit."""

from __future__ import annotations

from collections import Counter
from typing import Final

from rolebook.documents.blocks import Inlines, Kind, Mark, Run, Table, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.interviews import Stage
from rolebook.kit.roles import Role

MOST: Final = 8
"""Roles that a page lists; for more, it leads to the list of all (editorial default)."""


def interviews(edition: InternalEdition, title: str) -> Table:
    """The stages of each role's interview, those that people are interviewed for before the others.

    A column is called what most roles call that stage; only a stage that is called something else has its name.
    """
    _, roles = edition.gettext, _in_order(edition)[:MOST]
    usual = [
        Counter(edition.text(role.interview[place].name) for role in roles if place < len(role.interview))
        for place in range(max((len(role.interview) for role in roles), default=0))
    ]
    names = [counted.most_common(1)[0][0] for counted in usual]
    return Table(
        title,
        (_("Role"), *(f"{edition.language.number(number)}. {name}" for number, name in enumerate(names, start=1))),
        tuple(
            (
                (Run(edition.sought(role), Target(Kind.INTERVIEW_KIT, role.id)),),
                *(_stage(edition, role, stage, name) for stage, name in zip(role.interview, names, strict=False)),
                *(() for _missing in names[len(role.interview) :]),
            )
            for role in roles
        ),
    )


def _stage(edition: InternalEdition, role: Role, stage: Stage, usual: str) -> Inlines:
    """The way to a stage: how long it takes, and its name where that is not the usual one."""
    name = edition.text(stage.name)
    minutes = Run(edition.minutes(stage.minutes), Target(Kind.STAGE, f"{role.id}/{stage.id}"))
    return (minutes,) if name == usual else (minutes, Run(" "), Mark(name, "muted"))


def lists_every_role(edition: InternalEdition) -> bool:
    """Whether no role is left out for being one too many."""
    return len(edition.kit.roles_as_sought) <= MOST


def _in_order(edition: InternalEdition) -> list[Role]:
    """The roles that people are interviewed for, then the others."""
    today = edition.kit.today
    return sorted(
        edition.kit.roles_as_sought, key=lambda role: not any(one.is_under_way_on(today) for one in role.postings)
    )
