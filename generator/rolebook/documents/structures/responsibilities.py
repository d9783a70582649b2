"""Who does what in a structure and who answers for it (RACI): its services, its duties, and what stays open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolebook.documents.blocks import (
    Block,
    Folded,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Mark,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.coverage import Raci, SharedDuty, SharedService, duties_in, services_in
from rolebook.kit.structures import LeadershipModel


def responsibilities(edition: InternalEdition, model: LeadershipModel) -> Iterator[Block]:
    """The part of a guide that says who is responsible, accountable, consulted and informed."""
    _ = edition.gettext
    duties = tuple(duties_in(edition.kit, model))
    yield Heading(_("Who answers for what (RACI)"), "responsibilities")
    yield _legend(edition)
    yield from _open(edition, duties)
    if services := tuple(services_in(edition.kit, model)):
        yield Folded("services", _("Services"), (_services(edition, services),), apart=False, level=3)
    about = Paragraph(
        words(
            _(
                "Every duty of every role. A role that is part of this structure does its own duties and answers for "
                "them, unless the table says otherwise; the duties of other roles are assigned to those in it."
            )
        )
    )
    title = edition.language.ngettext(
        "{n} duty, and who answers for it", "All {n} duties, and who answers for them", len(duties)
    )
    yield Folded("all-duties", title, (about, _all_duties(edition, duties)), apart=False, level=3)


def _open(edition: InternalEdition, duties: Sequence[SharedDuty]) -> Iterator[Block]:
    """The duties that nobody answers for, and those that several do: what a reader has to settle."""
    _ = edition.gettext
    gaps, overlaps = [duty for duty in duties if duty.is_gap], [duty for duty in duties if duty.is_overlap]
    if not gaps and not overlaps:
        yield Paragraph(words(_("Every duty has exactly one role or person who answers for it.")))
    if gaps:
        yield Heading(_("Duties that nobody answers for"), "gaps", 3)
        yield _listed(edition, gaps)
    if overlaps:
        yield Heading(_("Duties that more than one role answers for"), "overlaps", 3)
        yield _listed(edition, overlaps)


def _legend(edition: InternalEdition) -> Paragraph:
    _ = edition.gettext
    letters = (
        (_("Responsible"), _("Does the work.")),
        (_("Accountable"), _("Answers for the result; exactly one role or person.")),
        (_("Consulted"), _("Is asked before anything is decided or done.")),
        (_("Informed"), _("Is told afterwards.")),
    )
    colon = _(": ").rstrip()
    runs = [(Run(f"{name}{colon}", strong=True), Run(f" {meaning} ")) for name, meaning in letters]
    return Paragraph(tuple(run for pair in runs for run in pair))


def _services(edition: InternalEdition, services: Sequence[SharedService]) -> Table:
    _ = edition.gettext
    return Table(
        _("Services, and who answers for them"),
        (_("Service"), _("Responsible"), _("Accountable"), _("Consulted"), _("Informed")),
        tuple(
            (
                (Run(edition.text(shared.service.name), Target(Kind.STRUCTURES, "", f"service-{shared.service.id}")),),
                edition.parties(shared.responsible),
                _accountable(edition, shared),
                edition.parties(shared.consulted),
                edition.parties(shared.informed),
            )
            for shared in services
        ),
    )


def _all_duties(edition: InternalEdition, duties: Sequence[SharedDuty]) -> Table:
    """Every duty, under the role that it belongs to. Where nobody is consulted or informed, there is no such column."""
    _ = edition.gettext
    asked, told = any(duty.consulted for duty in duties), any(duty.informed for duty in duties)
    groups = [
        (place, edition.text(duty.owner.title))
        for place, duty in enumerate(duties)
        if place == 0 or duties[place - 1].owner.id != duty.owner.id
    ]
    return Table(
        _("Duties, and who answers for them"),
        (
            _("Duty"),
            _("Responsible"),
            _("Accountable"),
            *((_("Consulted"),) if asked else ()),
            *((_("Informed"),) if told else ()),
        ),
        tuple(
            (
                _duty(edition, duty),
                edition.parties(duty.responsible),
                _accountable(edition, duty),
                *((edition.parties(duty.consulted),) if asked else ()),
                *((edition.parties(duty.informed),) if told else ()),
            )
            for duty in duties
        ),
        groups=tuple(groups),
    )


def _duty(edition: InternalEdition, duty: SharedDuty) -> Inlines:
    return (
        Run(edition.text(duty.duty.text), Target(Kind.JOB_DESCRIPTION, duty.owner.id, f"duty-{duty.duty.id}")),
        edition.evidence(duty.duty),
    )


def _accountable(edition: InternalEdition, raci: Raci) -> Inlines:
    """Who answers for something, with a mark unless exactly one does."""
    if raci.is_gap:
        return (Mark(edition.gettext("Gap"), "warn"),)
    names = edition.parties(raci.accountable)
    return (*names, Mark(edition.gettext("Overlap"), "warn")) if raci.is_overlap else names


def _listed(edition: InternalEdition, duties: Sequence[SharedDuty]) -> Listing:
    return Listing(tuple(Item((*_duty(edition, duty), Run(" "), *_accountable(edition, duty))) for duty in duties))
