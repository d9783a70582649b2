"""The structure planner: everything that its script needs to know, so that it holds no rule of its own."""

from __future__ import annotations

from rolebook.documents.blocks import Kind, OrgNode, Target
from rolebook.documents.blocks.planner import (
    Planner,
    PlannerCriterion,
    PlannerDuty,
    PlannerModel,
    PlannerQuestion,
    PlannerRatio,
    PlannerRole,
    PlannerShape,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.coverage import SharedDuty, duties_in
from rolebook.kit.growth import team_of
from rolebook.kit.planner import Criterion, Size
from rolebook.kit.planner import PlannerQuestion as Question
from rolebook.kit.roles import Role
from rolebook.kit.sections import Section
from rolebook.kit.sizing import Ratio, Share
from rolebook.kit.structures import LeadershipModel, Organisation, Position


def planner(edition: InternalEdition) -> tuple[Planner, ...]:
    """The planner of a page; none where the kit asks no questions."""
    kit = edition.kit
    if not kit.planner:
        return ()
    sizes = {
        question.number.size: (question.id, question.number.at_most) for question in kit.planner if question.number
    }
    none = ("", -1)
    largest = max(sizes.get(Size.NOW, none)[1], sizes.get(Size.LATER, none)[1])
    sizing = kit.function.sizing
    ratios: tuple[Share, ...] = (*sizing.ratios, *((sizing.leading,) if sizing.leading else ())) if sizing else ()
    return (
        Planner(
            edition.gettext("Plan your team"),
            tuple(_question(edition, question) for question in kit.planner),
            sizes.get(Size.NOW, none)[0],
            sizes.get(Size.LATER, none)[0],
            sizes.get(Size.LEADERS, none)[0],
            (kit.about.span.at_least, kit.about.span.at_most),
            tuple(_model(edition, model, largest) for model in kit.leadership_models),
            tuple(_role(edition, role) for role in kit.whole.roles),
            tuple((quantity.id, edition.text(quantity.name)) for quantity in sizing.quantities) if sizing else (),
            tuple(_ratio(edition, ratio) for ratio in ratios),
        ),
    )


def _question(edition: InternalEdition, question: Question) -> PlannerQuestion:
    number = question.number
    return PlannerQuestion(
        question.id,
        edition.text(question.text),
        tuple((option.id, edition.text(option.name)) for option in question.options),
        question.several,
        number.at_least if number else 0,
        number.at_most if number else 0,
        number.usual if number else None,
    )


def _role(edition: InternalEdition, role: Role) -> PlannerRole:
    return PlannerRole(
        role.id,
        edition.text(role.title),
        edition.to_role(role.id),
        edition.to_role(role.id, Kind.INTERVIEW_KIT),
        any(role.id in model.roles for model in edition.kit.leadership_models),
        tuple(step.role for step in role.grows_into if step.role),
    )


def _ratio(edition: InternalEdition, share: Share) -> PlannerRatio:
    quantity, beyond = (share.quantity, share.beyond) if isinstance(share, Ratio) else ("", 0)
    return PlannerRatio(
        edition.text(share.text), share.role, quantity, beyond, share.one_for, share.at_least, share.at_most
    )


def _model(edition: InternalEdition, model: LeadershipModel, largest: int) -> PlannerModel:
    span = edition.kit.about.span
    teams = [team_of(model, size, span) for size in range(largest + 1)]
    return PlannerModel(
        model.id,
        edition.text(model.name),
        Target(Kind.STRUCTURE_GUIDE, model.id),
        tuple(_criterion(edition, condition) for condition in model.fits),
        tuple(_criterion(edition, condition) for condition in model.stops_fitting),
        tuple(_shape(edition, model, organisation) for organisation in model.organisations),
        tuple((model.organisations.index(team.organisation), team.counts, team.outside(span)) for team in teams),
        tuple((hire.role, edition.text(hire.trigger)) for hire in model.next_hires),
    )


def _criterion(edition: InternalEdition, criterion: Criterion) -> PlannerCriterion:
    when, sourced = criterion.when, edition.kit.has(Section.FACTS)
    return PlannerCriterion(
        edition.text(criterion.text),
        tuple((number, Target(Kind.FACTS, "", number)) for number in criterion.source) if sourced else None,
        when is None,
        when.chosen if when else (),
        (when.answer or "") if when else "",
        when.at_least if when else None,
        when.at_most if when else None,
    )


def _shape(edition: InternalEdition, model: LeadershipModel, organisation: Organisation) -> PlannerShape:
    shared = tuple(duties_in(edition.kit, model, organisation))
    return PlannerShape(
        edition.text(organisation.name),
        edition.text(organisation.note) if organisation.note else "",
        organisation.people,
        org_node(edition, organisation.top),
        tuple(position.role for position in organisation.positions),
        organisation.grows,
        tuple(_duty(edition, duty) for duty in shared if duty.is_gap),
        tuple(_duty(edition, duty) for duty in shared if duty.is_overlap),
    )


def _duty(edition: InternalEdition, shared: SharedDuty) -> PlannerDuty:
    return PlannerDuty(
        edition.text(shared.duty.text),
        Target(Kind.JOB_DESCRIPTION, shared.owner.id, f"duty-{shared.duty.id}"),
        tuple(edition.party(party).text for party in shared.accountable),
    )


def org_node(edition: InternalEdition, position: Position) -> OrgNode:
    """A place in an organisation chart, with all below it."""
    return OrgNode(
        edition.text(edition.kit.role(position.role).title),
        edition.to_role(position.role),
        position.count,
        edition.text(position.label) if position.label else "",
        tuple(org_node(edition, below) for below in position.reports),
    )
