"""What holds for the team whatever its structure: read once, and looked up later; folded on the page."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Folded,
    Heading,
    Paragraph,
    Table,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.jurisdictions import staffing
from rolebook.documents.structures.sizing import sizing


def background(edition: InternalEdition) -> Iterator[Folded]:
    """What to know before one chooses a structure, how large the team should be, and what it does."""
    _ = edition.gettext
    subjects: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
        ("context", _("Before you choose"), tuple(_before(edition))),
        ("sizing", _("How many people you need"), tuple(sizing(edition))),
        ("scope", _("What the team does, and what it leaves to others"), tuple(_work(edition))),
    )
    for anchor, title, blocks in subjects:
        if blocks:
            yield Folded(anchor, title, blocks, apart=False, level=2)
    yield from staffing(edition)


def _before(edition: InternalEdition) -> Iterator[Block]:
    """What bears on the choice: the market, models that people know by other names, and whom the team may report to."""
    _, function = edition.gettext, edition.kit.function
    if function.context:
        yield edition.statements(function.context)
    if function.common_models:
        yield Heading(_("Other common models, and how they relate to these"), "common-models", 3)
        yield _common_models(edition)
    yield Heading(_("To whom the team reports"), "reporting", 3)
    yield _reporting(edition)


def _work(edition: InternalEdition) -> Iterator[Block]:
    """What the team does for whom, and how that is measured."""
    _, function = edition.gettext, edition.kit.function
    yield from _scope(edition)
    if function.services:
        yield Heading(_("Services"), "services", 3)
        yield from _services(edition)
    yield Heading(_("Works with"), "interfaces", 3)
    yield _interfaces(edition)
    yield Heading(_("How the team's work is measured"), "indicators", 3)
    yield edition.texts(function.indicators)


def _scope(edition: InternalEdition) -> Iterator[Block]:
    _, function = edition.gettext, edition.kit.function
    yield Paragraph(edition.backed(function.mission.text, function.mission))
    yield Heading(_("Does"), "owns", 3)
    yield edition.statements(function.owns)
    yield Heading(_("Out of scope"), "does-not-own", 3)
    yield edition.statements(function.does_not_own)


def _reporting(edition: InternalEdition) -> Table:
    _ = edition.gettext
    return Table(
        _("Who the team's leader may report to, and what follows from it"),
        (_("Reports to"), _("What follows from it")),
        tuple(
            (words(edition.text(option.to)), edition.backed(option.consequence, option))
            for option in edition.kit.function.reporting_options
        ),
    )


def _interfaces(edition: InternalEdition) -> Definitions:
    partners = edition.kit.function.interfaces
    return Definitions(tuple(((edition.party(partner),), words(edition.text(partner.on))) for partner in partners))


def _common_models(edition: InternalEdition) -> Table:
    """The models that people in the field speak of, and the structures of this kit that come nearest to them."""
    _ = edition.gettext
    return Table(
        _("Common models and the structures that come nearest to them"),
        (_("Model"), _("What is meant"), _("Nearest structure"), _("How they relate")),
        tuple(
            (
                words(edition.text(common.name)),
                words(edition.text(common.text)),
                edition.listed(edition.model(model) for model in common.nearest),
                edition.backed(common.difference, common),
            )
            for common in edition.kit.function.common_models
        ),
    )


def _services(edition: InternalEdition) -> Iterator[Block]:
    """What others can ask the team for, and within how many working days they get it."""
    _ = edition.gettext
    yield Paragraph(
        words(
            _(
                "What others can ask the team for. The guide to each structure says who provides it there and who "
                "answers for it."
            )
        )
    )
    yield Table(
        _("Services, and how long they take"),
        (_("Service"), _("Who asks"), _("What they get"), _("Within"), _("Service owner")),
        tuple(
            (
                words(edition.text(service.name)),
                words(edition.text(service.asked_by)),
                edition.backed(service.delivers, service),
                words(edition.language.ngettext("{n} working day", "{n} working days", service.working_days)),
                (edition.role(service.owner),),
            )
            for service in edition.kit.function.services
        ),
        anchors=tuple(f"service-{service.id}" for service in edition.kit.function.services),
    )
