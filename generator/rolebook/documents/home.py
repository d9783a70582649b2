"""The home page: three ways in, then the roles and the structures."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
    Card,
    Cards,
    Document,
    Heading,
    Item,
    Kind,
    Listing,
    Paragraph,
    Run,
    Target,
)
from rolebook.documents.edition import Edition
from rolebook.documents.roles import FEW, family_cards, role_cards


def home(edition: Edition, subject: str) -> Document:
    """The kit's home page. It has no subject."""
    kit, say = edition.kit, edition.say
    ways = Cards(
        (
            Card(
                say("Hire for a role"),
                say("Job description, sourcing guide, and everything that follows from them."),
                Target(Kind.ROLES),
                say("Recruiters and hiring managers"),
            ),
            Card(
                say("Choose a structure"),
                say("Leadership models side by side: when each fits, what it costs, how to move on."),
                Target(Kind.STRUCTURES),
                say("Heads of the function"),
            ),
            Card(
                say("Run an interview"),
                say("Questions, time plan and scorecard for each stage, and how to rate fairly."),
                Target(Kind.INTERVIEWING),
                say("Interviewers"),
            ),
        ),
        ways=True,
    )
    objectives = Listing(
        tuple(Item((edition.objective(one.id), Run(" — "), *edition.backed(one.text, one))) for one in kit.objectives)
    )
    return Document(
        Kind.HOME,
        "",
        edition.language.tag,
        edition.text(kit.kit.name),
        edition.text(kit.kit.summary),
        (
            Paragraph((Run(edition.text(kit.kit.summary)),), lead=True),
            *_draft(edition),
            ways,
            Heading(say("Roles"), "roles"),
            role_cards(edition, kit.roles) if len(kit.roles) <= FEW else family_cards(edition),
            Heading(say("Ways to structure the team"), "structures"),
            Cards(
                tuple(
                    Card(edition.text(model.name), edition.text(model.summary), Target(Kind.STRUCTURE_GUIDE, model.id))
                    for model in kit.leadership_models
                )
            ),
            Heading(say("What the team is there for"), "objectives"),
            Paragraph(edition.backed(kit.function.mission.text, kit.function.mission)),
            objectives,
        ),
        eyebrow=edition.text(kit.kit.organisation),
    )


def _draft(edition: Edition) -> Iterator[Block]:
    """What a reader of an unfinished language should know."""
    if edition.is_draft:
        say = edition.say
        missing = Run(say("What is not translated yet"), Target(Kind.TRANSLATIONS))
        said = Run(say("Texts that are not translated yet appear in another language, marked. "))
        yield Callout("note", say("This language is a draft"), (Paragraph((said, missing)),))
