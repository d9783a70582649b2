"""The leadership models side by side, and what holds for the team whatever its structure."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Card,
    Cards,
    Definitions,
    Document,
    Heading,
    Kind,
    Mark,
    Paragraph,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.jurisdictions import staffing
from rolebook.documents.structures.planner import planner
from rolebook.documents.structures.sizing import sizing
from rolebook.kit.coverage import duties_in


def structures(edition: InternalEdition, subject: str) -> Document:
    """All leadership models, compared. It has no subject."""
    kit, _ = edition.kit, edition.gettext
    function = kit.function
    blocks: tuple[Block, ...] = (
        *planner(edition),
        Heading(_("The models"), "models"),
        Cards(
            tuple(
                Card(edition.text(model.name), edition.text(model.summary), Target(Kind.STRUCTURE_GUIDE, model.id))
                for model in kit.leadership_models
            )
        ),
        Heading(_("Side by side"), "comparison"),
        _comparison(edition),
        *(
            (Heading(_("Before you choose"), "context"), edition.statements(function.context))
            if function.context
            else ()
        ),
        *staffing(edition),
        *sizing(edition),
        *_common_models(edition),
        Heading(_("What the team does, and what it leaves to others"), "scope"),
        Paragraph(edition.backed(function.mission.text, function.mission)),
        Heading(_("Does"), "owns", 3),
        edition.statements(function.owns),
        Heading(_("Out of scope"), "does-not-own", 3),
        edition.statements(function.does_not_own),
        *_services(edition),
        Heading(_("To whom the team reports"), "reporting"),
        Table(
            _("Who the team's leader may report to, and what follows from it"),
            (_("Reports to"), _("What follows from it")),
            tuple(
                (words(edition.text(option.to)), edition.backed(option.consequence, option))
                for option in function.reporting_options
            ),
        ),
        Heading(_("Works with"), "interfaces"),
        Definitions(
            tuple(((edition.party(partner),), words(edition.text(partner.on))) for partner in function.interfaces)
        ),
        Heading(_("How the team's work is measured"), "indicators"),
        edition.texts(function.indicators),
    )
    return edition.document(
        Kind.STRUCTURES,
        title=_("Team structures"),
        description=_("Leadership models side by side: when each fits, its sizes, and which duties stay open."),
        blocks=blocks,
    )


def _comparison(edition: InternalEdition) -> Table:
    _ = edition.gettext
    rows = []
    for model in edition.kit.leadership_models:
        sizes = sorted(organisation.people for organisation in model.organisations)
        shared = tuple(duties_in(edition.kit, model))
        gaps = sum(duty.is_gap for duty in shared)
        overlaps = sum(duty.is_overlap for duty in shared)
        rows.append(
            (
                (edition.model(model.id),),
                edition.backed(model.fits[0].text, model.fits[0]),
                edition.backed(model.stops_fitting[0].text, model.stops_fitting[0]),
                words(_("{low} to {high} people", low=sizes[0], high=sizes[-1])),
                (
                    Mark(edition.language.ngettext("{n} gap", "{n} gaps", gaps), "warn" if gaps else "good"),
                    Mark(
                        edition.language.ngettext("{n} overlap", "{n} overlaps", overlaps),
                        "warn" if overlaps else "good",
                    ),
                ),
            )
        )
    return Table(
        _("Leadership models compared"),
        (_("Model"), _("Fits when"), _("Stops fitting when"), _("Shown at"), _("Duties")),
        tuple(rows),
    )


def _common_models(edition: InternalEdition) -> Iterator[Block]:
    """The models that people in the field speak of, and the structures of this kit that come nearest to them."""
    _ = edition.gettext
    models = edition.kit.function.common_models
    if models:
        yield Heading(_("Other common models, and how they relate to these"), "common-models")
        yield Table(
            _("Common models and the structures that come nearest to them"),
            (_("Model"), _("What is meant"), _("Nearest structure"), _("How they relate")),
            tuple(
                (
                    words(edition.text(common.name)),
                    words(edition.text(common.text)),
                    edition.listed(edition.model(model) for model in common.nearest),
                    edition.backed(common.difference, common),
                )
                for common in models
            ),
        )


def _services(edition: InternalEdition) -> Iterator[Block]:
    """What others can ask the team for, and within how many working days they get it."""
    _ = edition.gettext
    services = edition.kit.function.services
    if services:
        yield Heading(_("Services"), "services")
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
                for service in services
            ),
            anchors=tuple(f"service-{service.id}" for service in services),
        )
