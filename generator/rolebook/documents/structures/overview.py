"""The leadership models side by side, and what holds for the team whatever its structure."""

from __future__ import annotations

from rolebook.documents.blocks import (
    Block,
    Document,
    Heading,
    Inlines,
    Kind,
    Mark,
    Paragraph,
    Pictured,
    Range,
    Ranges,
    Table,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.structures.background import background
from rolebook.documents.structures.planner import planner
from rolebook.kit.coverage import duties_in
from rolebook.kit.structures import LeadershipModel


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


def _comparison(edition: InternalEdition) -> Pictured:
    """Each structure with its sizes, when it fits and when not, and which of its duties are open."""
    _ = edition.gettext
    caption = _("Leadership models compared")
    ranges, rows = [], []
    for model in edition.kit.leadership_models:
        name, fits, stops = edition.model(model.id), model.fits[0], model.stops_fitting[0]
        said = [(_("Fits when"), edition.backed(fits.text, fits))]
        said.append((_("Stops fitting when"), edition.backed(stops.text, stops)))
        duties = (_("Duties"), _open_duties(edition, model))
        sizes = sorted(organisation.people for organisation in model.organisations)
        label = _("{low} to {high} people", low=sizes[0], high=sizes[-1])
        ranges.append(Range(name, sizes[0], sizes[-1], label, (*said, *((duties,) if duties[1] else ()))))
        rows.append(((name,), said[0][1], said[1][1], words(label), duties[1] or words(_("All assigned"))))
    heads = (_("Model"), _("Fits when"), _("Stops fitting when"), _("Shown at"), _("Duties"))
    return Pictured(caption, Ranges(tuple(ranges)), Table(caption, heads, tuple(rows)))


def _open_duties(edition: InternalEdition, model: LeadershipModel) -> Inlines:
    """How many duties nobody is accountable for, or more than one role; nothing where each has one."""
    ngettext = edition.language.ngettext
    shared = tuple(duties_in(edition.kit, model))
    gaps = sum(duty.is_gap for duty in shared)
    overlaps = sum(duty.is_overlap for duty in shared)
    return (
        *((Mark(ngettext("{n} gap", "{n} gaps", gaps), "warn"),) if gaps else ()),
        *((Mark(ngettext("{n} overlap", "{n} overlaps", overlaps), "warn"),) if overlaps else ()),
    )
