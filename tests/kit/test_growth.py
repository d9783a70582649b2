"""A model at any team size: every person has a place, and hires lead from one size to the next."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rolebook.kit import Kit
from rolebook.kit.growth import Team, team_of
from rolebook.kit.structures import LeadershipModel, Organisation, Position, Span

from tests.conftest import FIRST, PROJECT, read
from tests.thoroughness import TIMES

MODELS = (*read(FIRST).leadership_models, *read(PROJECT / "roles.yaml").leadership_models)
SPAN = Span()


def reports(position: Position, counts: list[int]) -> list[float]:
    """How many report to each person who leads, from a place down; takes the places' numbers out of `counts`."""
    people, found, below = counts.pop(0), [], 0
    for one in position.reports:
        below += counts[0]
        found += reports(one, counts)
    return [below / people, *found] if position.reports else found


@settings(max_examples=200 * TIMES, deadline=None)
@given(st.sampled_from(MODELS), st.integers(0, 200))
def test_a_team_never_has_more_people_than_those_who_lead_can_lead(model: LeadershipModel, people: int) -> None:
    team = team_of(model, people, SPAN)
    smallest = min(one.people for one in model.organisations)
    assert smallest <= sum(team.counts) <= max(people, smallest)
    assert team.roles().total() == sum(team.counts)
    assert all(SPAN.at_least <= found <= SPAN.at_most for found in reports(team.organisation.top, list(team.counts)))
    assert team.outside(SPAN) == 0


@pytest.mark.parametrize(("model_id", "most"), [("individual-specialists", 9), ("generalist-team", 9)])
def test_a_team_without_a_second_tier_stops_growing_when_whoever_leads_it_has_no_more_time(
    first: Kit, model_id: str, most: int
) -> None:
    assert sum(team_of(first.model(model_id), 40, SPAN).counts) == most
    assert sum(team_of(first.model(model_id), 40, Span(at_most=6)).counts) <= max(most - 1, 8)


def test_a_large_team_gets_further_people_who_lead(first: Kit) -> None:
    team = team_of(first.model("managed-sub-teams"), 60, SPAN)
    assert sum(team.counts) == 60
    assert team.roles()["sales-operations-manager"] == 8  # as many as one leader has time for


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_at_a_size_that_the_kit_shows_the_team_is_as_shown(model: LeadershipModel) -> None:
    for organisation in model.organisations:
        team = team_of(model, organisation.people, SPAN)
        assert team.organisation is organisation
        assert team.counts == tuple(position.count for position in organisation.positions)


def test_people_are_added_in_the_order_that_the_kit_gives_where_the_fewest_are(first: Kit) -> None:
    model = first.model("customer-journey-teams")
    assert team_of(model, 13, SPAN).counts == (1, 1, 1, 2, 1, 1, 2, 2, 2)  # a technology specialist
    assert team_of(model, 15, SPAN).counts == (1, 1, 1, 3, 1, 1, 3, 2, 2)  # a specialist in each step


def test_a_model_that_does_not_say_how_it_grows_stays_as_shown(small: Kit) -> None:
    [model] = small.leadership_models
    assert sum(team_of(model, 3, SPAN).counts) == 3
    assert sum(team_of(model, 4, SPAN).counts) == sum(team_of(model, 40, SPAN).counts) == 4


def test_who_has_too_many_or_too_few_people_is_found() -> None:
    def organisation(count: int) -> Organisation:
        below = Position(role="baker", count=count)
        return Organisation(id="one", name={"en": "One"}, top=Position(role="head", reports=(below,)))

    assert team_of_one(organisation(9)).outside(SPAN) == 9
    assert team_of_one(organisation(1)).outside(SPAN) == 1
    assert team_of_one(organisation(8)).outside(SPAN) == 0


def team_of_one(organisation: Organisation) -> Team:
    return Team(organisation, tuple(position.count for position in organisation.positions))
