"""The way to one's next interview: each role with the stages of its kit."""

from __future__ import annotations

from typing import Final

from rolebook.documents.blocks import Inlines, Kind, Mark, Run, Table, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.interviews import Stage
from rolebook.kit.roles import Role

MOST: Final = 8
"""Roles that a page lists; for more, it leads to the list of all (editorial default)."""


def interviews(edition: InternalEdition, title: str) -> Table:
    """The stages of each role's interview, those that people are interviewed for before the others."""
    _, roles = edition.gettext, _in_order(edition)[:MOST]
    most = max((len(role.interview) for role in roles), default=0)
    return Table(
        title,
        (_("Role"), *(_("Stage {n}", n=edition.language.number(number)) for number in range(1, most + 1))),
        tuple(
            (
                (Run(edition.sought(role), Target(Kind.INTERVIEW_KIT, role.id)),),
                *(_stage(edition, role, stage) for stage in role.interview),
                *(() for _missing in range(len(role.interview), most)),
            )
            for role in roles
        ),
    )


def _stage(edition: InternalEdition, role: Role, stage: Stage) -> Inlines:
    """The way to a stage, and how long it takes."""
    name = Run(edition.text(stage.name), Target(Kind.STAGE, f"{role.id}/{stage.id}"))
    return name, Mark(edition.minutes(stage.minutes), "muted")


def lists_every_role(edition: InternalEdition) -> bool:
    """Whether no role is left out for being one too many."""
    return len(edition.kit.roles_as_sought) <= MOST


def _in_order(edition: InternalEdition) -> list[Role]:
    """The roles that people are interviewed for, then the others."""
    today = edition.kit.today
    return sorted(
        edition.kit.roles_as_sought, key=lambda role: not any(one.is_under_way_on(today) for one in role.postings)
    )
