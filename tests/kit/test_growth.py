"""A model at any team size: every person has a place, and hires lead from one size to the next."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rolebook.kit import Kit
from rolebook.kit.growth import next_hires, team_of
from rolebook.kit.structures import LeadershipModel

from tests.conftest import FIRST, read
from tests.thoroughness import TIMES

MODELS = read(FIRST).leadership_models


@settings(max_examples=100 * TIMES, deadline=None)
@given(st.sampled_from(MODELS), st.integers(0, 200))
def test_a_team_has_as_many_people_as_asked_or_the_fewest_it_can_have(model: LeadershipModel, people: int) -> None:
    team = team_of(model, people)
    smallest = min(one.people for one in model.organisations)
    assert sum(team.counts) == max(people, smallest)
    assert team.roles().total() == sum(team.counts)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_at_a_size_that_the_kit_shows_the_team_is_as_shown(model: LeadershipModel) -> None:
    for organisation in model.organisations:
        team = team_of(model, organisation.people)
        assert team.organisation is organisation
        assert team.counts == tuple(position.count for position in organisation.positions)


def test_people_are_added_in_the_order_that_the_kit_gives_where_the_fewest_are(first: Kit) -> None:
    model = first.model("customer-journey-teams")
    assert team_of(model, 13).counts == (1, 1, 1, 2, 1, 1, 2, 2, 2)  # a technology specialist
    assert team_of(model, 15).counts == (1, 1, 1, 3, 1, 1, 3, 2, 2)  # a specialist in each step


def test_hires_fill_the_smallest_team_from_the_top_and_then_lead_to_the_next_size(first: Kit) -> None:
    model = first.model("generalist-team")
    assert next_hires(model, 0, 2) == ("sales-operations-manager", "sales-operations-specialist")
    managed = first.model("managed-sub-teams")
    hires = Counter(next_hires(managed, 9, 7))
    assert team_of(managed, 9).roles() + hires == team_of(managed, 16).roles()


def test_a_model_that_does_not_say_how_it_grows_names_no_further_hires(small: Kit) -> None:
    [model] = small.leadership_models
    assert next_hires(model, 2, 3) == ("baker", "baker")  # on to the larger size that is shown, and no further
    assert next_hires(model, 4, 3) == ()
