"""The structure planner: everything that its script needs to know, so that it holds no rule of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolebook.documents.blocks import Block, Heading, Kind, OrgNode, Paragraph, Target, words
from rolebook.documents.blocks.tools import (
    Planner,
    PlannerCriterion,
    PlannerDuty,
    PlannerModel,
    PlannerQuestion,
    PlannerShape,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.coverage import SharedDuty, duties_in
from rolebook.kit.growth import next_hires, team_of
from rolebook.kit.planner import Criterion, Number, Size
from rolebook.kit.sections import Section
from rolebook.kit.structures import LeadershipModel, Organisation, Position

HIRES = 3
"""Roles to hire next that are named (editorial default)."""


def planner(edition: InternalEdition) -> Iterator[Block]:
    """The planner's part of a page; nothing where the kit asks no questions."""
    asked = edition.kit.planner
    if not asked:
        return
    sizes = {question.number.size: question for question in asked if question.number and question.number.size}
    numbers = [question.number for question in sizes.values() if question.number]
    yield Heading(edition.gettext("Plan your team"), "planner")
    yield Paragraph(
        words(
            edition.gettext(
                "Answer a few questions to see which structure fits, why, and who to hire next. The answers are in "
                "the page's address: whoever opens it sees the same plan."
            )
        )
    )
    yield Planner(
        tuple(
            PlannerQuestion(
                question.id,
                edition.text(question.text),
                tuple((option.id, edition.text(option.name)) for option in question.options),
                question.several,
                *(
                    (question.number.at_least, question.number.at_most, question.number.usual)
                    if question.number
                    else (0, 0, 0)
                ),
            )
            for question in asked
        ),
        sizes[Size.NOW].id if Size.NOW in sizes else "",
        sizes[Size.LATER].id if Size.LATER in sizes else "",
        tuple(_model(edition, model, numbers) for model in edition.kit.leadership_models),
        tuple(
            (
                role.id,
                edition.text(role.title),
                edition.to_role(role.id),
                edition.to_role(role.id, Kind.INTERVIEW_KIT),
            )
            for role in edition.kit.whole.roles
        ),
    )


def _model(edition: InternalEdition, model: LeadershipModel, numbers: Iterable[Number]) -> PlannerModel:
    sizes = range(max((number.at_most for number in numbers), default=-1) + 1)
    teams = [team_of(model, size) for size in sizes]
    return PlannerModel(
        model.id,
        edition.text(model.name),
        Target(Kind.STRUCTURE_GUIDE, model.id),
        tuple(_criterion(edition, condition) for condition in model.fits),
        tuple(_criterion(edition, condition) for condition in model.stops_fitting),
        tuple(_shape(edition, model, organisation) for organisation in model.organisations),
        tuple((model.organisations.index(team.organisation), team.counts) for team in teams),
        tuple(next_hires(model, size, HIRES) for size in sizes),
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
