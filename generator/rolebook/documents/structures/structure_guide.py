"""The guide to one leadership model: when it fits, how it looks, who carries what, and where to go from it."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Document,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Mark,
    OrgChart,
    Paragraph,
    Run,
    Siblings,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.structures.planner import org_node
from rolebook.kit.coverage import CarriedDuty, duties_in
from rolebook.kit.structures import LeadershipModel, Position


def structure_guide(edition: InternalEdition, subject: str) -> Document:
    """The guide to the leadership model whose id is `subject`."""
    model = edition.kit.model(subject)
    _ = edition.gettext
    return edition.document(
        Kind.STRUCTURE_GUIDE,
        model.id,
        title=edition.text(model.name),
        description=edition.text(model.summary),
        blocks=(
            Siblings(
                _("Other structures"),
                tuple(
                    (edition.text(other.name), Target(Kind.STRUCTURE_GUIDE, other.id), other is model)
                    for other in edition.kit.leadership_models
                    if other.covers == model.covers
                ),
            ),
            Paragraph(edition.backed(model.description, model), lead=True),
            Heading(_("Leading it"), "leading"),
            Paragraph(words(edition.text(model.leadership))),
            Heading(_("Fits when"), "fits"),
            edition.statements(model.fits),
            Heading(_("Stops fitting when"), "stops-fitting"),
            edition.statements(model.stops_fitting),
            *_organisations(edition, model),
            Heading(_("Advantages"), "advantages"),
            edition.statements(model.advantages),
            Heading(_("Risks, and what to do about them"), "risks"),
            Table(
                _("Risks and countermeasures"),
                (_("Risk"), _("What to do about it")),
                tuple(
                    (edition.backed(risk.text, risk), words(edition.text(risk.countermeasure))) for risk in model.risks
                ),
            ),
            *_coverage(edition, model),
            *_running(edition, model),
            *_moving(edition, model),
        ),
        eyebrow=_("Structure guide"),
        trail=(edition.home(), Run(_("Team structures"), Target(Kind.STRUCTURES))),
    )


def _organisations(edition: InternalEdition, model: LeadershipModel) -> Iterator[Block]:
    yield Heading(edition.gettext("How it looks"), "organisations")
    for organisation in model.organisations:
        yield Heading(edition.text(organisation.name), f"organisation-{organisation.id}", 3)
        if organisation.note is not None:
            yield Paragraph(edition.backed(organisation.note, organisation))
        yield OrgChart(
            edition.gettext("Organisation: {size}", size=edition.text(organisation.name)),
            org_node(edition, organisation.top),
            _in_words(edition, organisation.top),
        )


def _in_words(edition: InternalEdition, top: Position) -> str:
    """The chart in sentences, for those who cannot see it."""
    sentences = []
    for position in top.walk():
        if position.reports:
            below = edition.language.join([_who(edition, report) for report in position.reports])
            sentences.append(
                edition.gettext("Reporting to {above}: {below}.", above=_who(edition, position), below=below)
            )
    return " ".join(sentences) or edition.gettext("{role}, with no direct reports.", role=_who(edition, top))


def _who(edition: InternalEdition, position: Position) -> str:
    title = edition.text(edition.kit.role(position.role).title)
    if position.label:
        title = edition.gettext("{role} ({label})", role=title, label=edition.text(position.label))
    return title if position.count == 1 else edition.gettext("{count} × {role}", count=position.count, role=title)


def _coverage(edition: InternalEdition, model: LeadershipModel) -> Iterator[Block]:
    _ = edition.gettext
    carried = tuple(duties_in(edition.kit, model))
    gaps = tuple(duty for duty in carried if duty.is_gap)
    overlaps = tuple(duty for duty in carried if duty.is_overlap)
    yield Heading(_("Who carries which duty"), "coverage")
    yield Paragraph(
        words(
            _(
                "Every duty of every role. A role that is part of this structure carries its own; the others are "
                "assigned. A duty without a name beside it is a gap, and one with two names an overlap."
            )
        )
    )
    yield Heading(_("Gaps"), "gaps", 3)
    yield _duty_list(edition, gaps, _("None: every duty has someone who carries it."))
    yield Heading(_("Overlaps"), "overlaps", 3)
    yield _duty_list(edition, overlaps, _("None: no duty has more than one role that carries it."))
    yield Heading(_("All duties"), "all-duties", 3)
    rows: list[tuple[Inlines, ...]] = []
    groups: list[tuple[int, str]] = []
    owner = ""
    for duty in carried:
        if duty.owner.id != owner:
            owner = duty.owner.id
            groups.append((len(rows), edition.text(duty.owner.title)))
        rows.append((_duty(edition, duty), _carriers(edition, duty)))
    yield Table(_("Duties and who carries them"), (_("Duty"), _("Carried by")), tuple(rows), groups=tuple(groups))


def _duty(edition: InternalEdition, duty: CarriedDuty) -> Inlines:
    return (
        Run(edition.text(duty.duty.text), Target(Kind.JOB_DESCRIPTION, duty.owner.id, f"duty-{duty.duty.id}")),
        edition.evidence(duty.duty),
    )


def _carriers(edition: InternalEdition, duty: CarriedDuty) -> Inlines:
    names = edition.listed(edition.role(role) for role in duty.carriers)
    if duty.is_gap:
        return (Mark(edition.gettext("Gap"), "warn"),)
    return (*names, Mark(edition.gettext("Overlap"), "warn")) if duty.is_overlap else names


def _duty_list(edition: InternalEdition, duties: tuple[CarriedDuty, ...], none: str) -> Block:
    if not duties:
        return Paragraph(words(none))
    return Listing(tuple(Item((*_duty(edition, duty), Run(" "), *_carriers(edition, duty))) for duty in duties))


def _running(edition: InternalEdition, model: LeadershipModel) -> Iterator[Block]:
    _ = edition.gettext
    if model.decisions:
        yield Heading(_("Who decides"), "decisions")
        yield Table(
            _("Decisions and who takes them"),
            (_("Decision"), _("Who decides")),
            tuple(
                (edition.backed(decision.text, decision), (edition.role(decision.role),))
                for decision in model.decisions
            ),
        )
    if model.cadence:
        yield Heading(_("Regular meetings"), "cadence")
        yield edition.texts(model.cadence)


def _moving(edition: InternalEdition, model: LeadershipModel) -> Iterator[Block]:
    _ = edition.gettext
    if model.next_hires:
        yield Heading(_("What to hire next"), "next-hires")
        yield Table(
            _("Roles to hire next, and what calls for them"),
            (_("Role"), _("When")),
            tuple(((edition.role(hire.role),), edition.backed(hire.trigger, hire)) for hire in model.next_hires),
        )
    if model.moves:
        yield Heading(_("Moving on"), "moves")
    for move in model.moves:
        yield Heading(_("To: {model}", model=edition.text(edition.kit.model(move.to).name)), f"move-{move.to}", 3)
        yield Paragraph((Run(_("When: "), strong=True), *edition.backed(move.when, move)))
        yield Listing(tuple(Item(words(edition.text(step))) for step in move.steps), ordered=True)
        yield Paragraph((Run(_("Guide: ")), edition.model(move.to)))
