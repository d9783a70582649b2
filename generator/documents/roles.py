"""The list of all roles."""

from __future__ import annotations

from generator.documents.blocks import Card, Cards, Document, Heading, Kind, Paragraph, Run, Target
from generator.documents.edition import Edition
from generator.kit.roles import Role


def roles(edition: Edition, subject: str) -> Document:
    """All roles by job family. It has no subject."""
    say = edition.say
    families: dict[str, list[Role]] = {}
    for role in edition.kit.roles:
        families.setdefault(edition.text(role.family), []).append(role)
    blocks: list[Heading | Cards] = []
    for number, (family, members) in enumerate(families.items(), start=1):
        blocks.append(Heading(family, f"family-{number}"))
        blocks.append(role_cards(edition, tuple(members)))
    return Document(
        Kind.ROLES,
        "",
        edition.language.tag,
        say("Roles"),
        say("All roles of the team, each with its job description, scorecard, interview kit and sourcing guide."),
        (
            Paragraph(
                (
                    Run(
                        say(
                            "Each role has a job description, a scorecard, an interview kit and a sourcing guide. They "
                            "are made from the same source, so they agree with each other."
                        )
                    ),
                ),
                lead=True,
            ),
            *blocks,
        ),
        trail=(edition.home(),),
    )


def role_cards(edition: Edition, members: tuple[Role, ...] | None = None) -> Cards:
    """A card for each role, with links to its other documents."""
    say = edition.say
    others = (
        (Kind.SCORECARD, say("Scorecard")),
        (Kind.INTERVIEW_KIT, say("Interview kit")),
        (Kind.SOURCING_GUIDE, say("Sourcing")),
    )
    return Cards(
        tuple(
            Card(
                edition.text(role.title),
                edition.text(role.summary),
                Target(Kind.JOB_DESCRIPTION, role.id),
                edition.text(role.level),
                tuple(Run(name, Target(kind, role.id)) for kind, name in others),
            )
            for role in (edition.kit.roles if members is None else members)
        )
    )
