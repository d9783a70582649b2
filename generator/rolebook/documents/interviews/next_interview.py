"""The way to one's next interview: each role with the stages of its kit."""

from __future__ import annotations

from typing import Final

from rolebook.documents.blocks import Card, Cards, Kind, Run, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.roles import Role

MOST: Final = 8
"""Roles that a page lists; for more, it leads to the list of all (editorial default)."""


def interviews(edition: InternalEdition) -> Cards:
    """The stages of each role's interview, those that people are interviewed for before the others."""
    return Cards(
        tuple(
            Card(
                edition.sought(role),
                "",
                Target(Kind.INTERVIEW_KIT, role.id),
                links=tuple(
                    Run(
                        f"{edition.language.number(number)}. {edition.text(stage.name)}",
                        Target(Kind.STAGE, f"{role.id}/{stage.id}"),
                    )
                    for number, stage in enumerate(role.interview, start=1)
                ),
            )
            for role in _in_order(edition)[:MOST]
        ),
        rows=True,
    )


def lists_every_role(edition: InternalEdition) -> bool:
    """Whether no role is left out for being one too many."""
    return len(edition.kit.roles_as_sought) <= MOST


def _in_order(edition: InternalEdition) -> list[Role]:
    """The roles that people are interviewed for, then the others."""
    today = edition.kit.today
    return sorted(
        edition.kit.roles_as_sought, key=lambda role: not any(one.is_under_way_on(today) for one in role.postings)
    )
