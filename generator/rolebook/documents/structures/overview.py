"""The leadership models side by side, and what holds for the team whatever its structure."""

from __future__ import annotations

from rolebook.documents.blocks import (
    Block,
    Document,
    Heading,
    Kind,
    Mark,
    Paragraph,
    Table,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.structures.background import background
from rolebook.documents.structures.planner import planner
from rolebook.kit.coverage import duties_in


def structures(edition: InternalEdition, subject: str) -> Document:
    """All leadership models, compared. It has no subject."""
    _ = edition.gettext
    blocks: tuple[Block, ...] = (
        Paragraph(words(_("Which structure suits your team, and whom to hire first.")), lead=True),
        *planner(edition),
        Heading(_("The structures side by side"), "comparison"),
        _comparison(edition),
        *background(edition),
    )
    return edition.document(
        Kind.STRUCTURES,
        title=_("Team structures"),
        description=_("Leadership models side by side: when each fits, its sizes, and which duties stay open."),
        blocks=blocks,
    )


def _comparison(edition: InternalEdition) -> Table:
    _, ngettext = edition.gettext, edition.language.ngettext
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
                    *((Mark(ngettext("{n} gap", "{n} gaps", gaps), "warn"),) if gaps else ()),
                    *((Mark(ngettext("{n} overlap", "{n} overlaps", overlaps), "warn"),) if overlaps else ()),
                    *(() if gaps or overlaps else words(_("All assigned"))),
                ),
            )
        )
    return Table(
        _("Leadership models compared"),
        (_("Model"), _("Fits when"), _("Stops fitting when"), _("Shown at"), _("Duties")),
        tuple(rows),
    )
