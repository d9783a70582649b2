"""The way to one's next interview: each role that people are interviewed for, with the stages of its kit."""

from __future__ import annotations

from typing import Final

from rolebook.documents.blocks import Card, Cards, Kind, Run, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.roles import Role

MOST: Final = 8
"""Roles to interview for that a page lists; for more, it leads to the list of all (editorial default)."""


def interviews(edition: InternalEdition) -> Cards:
    """The stages of each role that people are interviewed for, or of every role where nobody is sought."""
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
            for role in _interviewed_for(edition)[:MOST]
        ),
        rows=True,
    )


def other_kits(edition: InternalEdition) -> tuple[Run, ...]:
    """The interview kits of the roles that are not among those."""
    listed = {role.id for role in _interviewed_for(edition)[:MOST]}
    return tuple(
        Run(edition.sought(role), Target(Kind.INTERVIEW_KIT, role.id))
        for role in edition.kit.roles_as_sought
        if role.id not in listed
    )


def _interviewed_for(edition: InternalEdition) -> tuple[Role, ...]:
    every, today = edition.kit.roles_as_sought, edition.kit.today
    sought = tuple(role for role in every if any(one.is_under_way_on(today) for one in role.postings))
    return sought or every
