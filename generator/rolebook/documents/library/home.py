"""The home page: the ways in, then the roles and the structures."""

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
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.roles.overview import FEW, family_cards, role_cards
from rolebook.kit.sections import Section


def home(edition: InternalEdition, subject: str) -> Document:
    """The kit's home page. It has no subject."""
    kit, _ = edition.kit, edition.gettext
    objectives = Listing(
        tuple(
            Item((edition.objective(objective.id), Run(" — "), *edition.backed(objective.text, objective)))
            for objective in kit.objectives
        )
    )
    return edition.document(
        Kind.HOME,
        title=edition.text(kit.about.name),
        description=edition.text(kit.about.summary),
        blocks=(
            Paragraph((Run(edition.text(kit.about.summary)),), lead=True),
            *_draft(edition),
            Cards(tuple(_ways(edition)), ways=True),
            Heading(_("Roles"), "roles"),
            role_cards(edition, kit.roles) if len(kit.roles) <= FEW else family_cards(edition),
            *_structures(edition),
            Heading(_("What the team is there for"), "objectives"),
            Paragraph(edition.backed(kit.function.mission.text, kit.function.mission)),
            objectives,
        ),
        eyebrow=edition.text(kit.about.organisation),
        trail=(),
    )


def _ways(edition: InternalEdition) -> Iterator[Card]:
    """The ways in, each for those who come by it."""
    _ = edition.gettext
    yield Card(
        _("Hire for a role"),
        _("Job description, sourcing guide, and everything that follows from them.")
        if edition.kit.has(Section.SOURCING)
        else _("Job description, and everything that follows from it."),
        Target(Kind.ROLES),
        _("Recruiters and hiring managers"),
    )
    if edition.kit.has(Section.STRUCTURES):
        yield Card(
            _("Choose a structure"),
            _("Leadership models side by side: when each fits, what it costs, how to move on."),
            Target(Kind.STRUCTURES),
            _("Heads of the function"),
        )
    yield Card(
        _("Run an interview"),
        _("Questions, time plan and scorecard for each stage, and how to rate fairly."),
        Target(Kind.INTERVIEWING),
        _("Interviewers"),
    )


def _structures(edition: InternalEdition) -> Iterator[Block]:
    """A card for each leadership model, if the kit has them."""
    if edition.kit.has(Section.STRUCTURES):
        yield Heading(edition.gettext("Ways to structure the team"), "structures")
        yield Cards(
            tuple(
                Card(edition.text(model.name), edition.text(model.summary), Target(Kind.STRUCTURE_GUIDE, model.id))
                for model in edition.kit.leadership_models
            )
        )


def _draft(edition: InternalEdition) -> Iterator[Block]:
    """What a reader of an unfinished language should know."""
    if edition.is_draft:
        _ = edition.gettext
        missing = Run(_("What is not translated yet"), Target(Kind.TRANSLATIONS))
        said = Run(_("Texts that are not translated yet appear in another language, marked. "))
        yield Callout("note", _("This language is a draft"), (Paragraph((said, missing)),))
