"""The guide to one leadership model: when to choose it, how it looks, what it costs, and how to leave it."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Document,
    Folded,
    Heading,
    Kind,
    OrgChart,
    Paragraph,
    PlanEntry,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.jurisdictions import staffing
from rolebook.documents.structures.planner import org_node
from rolebook.documents.structures.responsibilities import responsibilities
from rolebook.documents.structures.transitions import transitions
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
            Paragraph(words(edition.text(model.summary)), lead=True),
            Heading(_("When to choose it"), "decision"),
            Heading(_("Choose this structure when"), "fits", 3),
            edition.statements(model.fits),
            Heading(_("Choose another when"), "stops-fitting", 3),
            edition.statements(model.stops_fitting),
            *_trial(edition, model),
            *_organisations(edition, model),
            Heading(_("Advantages and risks"), "balance"),
            Heading(_("Advantages"), "advantages", 3),
            edition.statements(model.advantages),
            Heading(_("Risks, and what to do about them"), "risks", 3),
            Table(
                _("Risks and countermeasures"),
                (_("Risk"), _("What to do about it")),
                tuple(
                    (edition.backed(risk.text, risk), words(edition.text(risk.countermeasure))) for risk in model.risks
                ),
            ),
            Heading(_("Leading it"), "leading"),
            Paragraph(words(edition.text(model.leadership))),
            *_next_hires(edition, model),
            *transitions(edition, model),
            *responsibilities(edition, model),
            *_running(edition, model),
        ),
        eyebrow=_("Structure guide"),
        trail=(edition.home(), Run(_("Team structures"), Target(Kind.STRUCTURES))),
    )


def _trial(edition: InternalEdition, model: LeadershipModel) -> Iterator[PlanEntry]:
    """The way to the planner, where the kit has one: it begins with this structure."""
    if edition.kit.planner:
        yield PlanEntry(Target(Kind.STRUCTURES), (), edition.gettext("Try it with my numbers"), model.id)


def _organisations(edition: InternalEdition, model: LeadershipModel) -> Iterator[Block]:
    yield Heading(edition.gettext("How it looks"), "organisations")
    yield Paragraph(edition.backed(model.description, model))
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


def _running(edition: InternalEdition, model: LeadershipModel) -> Iterator[Block]:
    _ = edition.gettext
    parts: list[Folded] = []
    if model.decisions:
        decisions = Table(
            _("Decisions and who takes them"),
            (_("Decision"), _("Who decides")),
            tuple(
                (edition.backed(decision.text, decision), (edition.role(decision.role),))
                for decision in model.decisions
            ),
        )
        parts.append(Folded("decisions", _("Who decides"), (decisions,), apart=False, level=3))
    if model.cadence:
        parts.append(Folded("cadence", _("Regular meetings"), (edition.texts(model.cadence),), apart=False, level=3))
    parts.extend(staffing(edition, level=3))
    if parts:
        yield Heading(_("Running it"), "running")
        yield from parts


def _next_hires(edition: InternalEdition, model: LeadershipModel) -> Iterator[Block]:
    _ = edition.gettext
    if model.next_hires:
        yield Heading(_("What to hire next"), "next-hires")
        yield Table(
            _("Roles to hire next, and what calls for them"),
            (_("Role"), _("When")),
            tuple(((edition.role(hire.role),), edition.backed(hire.trigger, hire)) for hire in model.next_hires),
        )
