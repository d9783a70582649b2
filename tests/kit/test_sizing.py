"""How many people a team needs is computed from the kit's ratios, as the kit states them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rolebook.kit.growth import models_at
from rolebook.kit.sizing import Sizing, team_size

from tests.conftest import kit_of
from tests.thoroughness import TIMES


def sizing(**changed: Any) -> Sizing:
    loaves = {"text": "Baking", "role": "baker", "quantity": "loaves", "one_for": 100, "at_least": 80, "at_most": 200}
    shops = {"text": "Delivering", "role": "baker", "quantity": "shops", "one_for": 2, "at_least": 1, "at_most": 4}
    return Sizing.model_validate(
        {
            "quantities": [{"id": "loaves", "name": "Loaves"}, {"id": "shops", "name": "Shops"}],
            "ratios": [loaves, {**shops, "beyond": 1}],
            **changed,
        }
    )


def test_each_ratio_gives_work_and_the_total_is_rounded() -> None:
    size = team_size(sizing(), {"loaves": 300, "shops": 2})
    assert size.usual.shares == (Fraction(3), Fraction(1, 2))  # 300 : 100, and one shop beyond the first : 2
    assert size.usual.people == 4  # 3.5, half a person upwards
    assert (size.fewest.people, size.most.people) == (2, 5)  # 1.5 + 0.25 and 3.75 + 1


def test_leading_is_worked_out_from_the_work_of_the_others() -> None:
    leading = {"text": "Leading", "role": "senior-baker", "one_for": 4, "at_least": 2, "at_most": 7}
    size = team_size(sizing(leading=leading), {"loaves": 600, "shops": 5})
    assert size.usual.shares == (Fraction(6), Fraction(2), Fraction(2))
    assert size.usual.people == 10


def test_what_makes_no_work_of_its_own_is_never_less_than_none() -> None:
    assert team_size(sizing(), {"loaves": 0, "shops": 0}).usual.shares == (Fraction(), Fraction())
    assert team_size(sizing(), {}).usual.people == 1  # one person at least


@settings(max_examples=100 * TIMES, deadline=None)
@given(st.integers(0, 5000), st.integers(0, 50))
def test_more_to_do_never_takes_fewer_people(loaves: int, shops: int) -> None:
    size = team_size(sizing(), {"loaves": loaves, "shops": shops})
    assert size.fewest.people <= size.usual.people <= size.most.people
    assert team_size(sizing(), {"loaves": loaves + 90, "shops": shops}).usual.people >= size.usual.people


@pytest.mark.parametrize(("people", "named"), [(1, ["one-oven"]), (4, ["one-oven"]), (5, [])])
def test_structures_for_a_size_are_those_whose_conditions_on_it_hold(
    small_data: dict[str, Any], people: int, named: list[str]
) -> None:
    kit = kit_of(small_data)
    assert [model.id for model in models_at(kit, people)] == named


def test_a_structure_that_stops_fitting_at_a_size_is_not_named_for_it(small_data: dict[str, Any]) -> None:
    small_data["leadership_models"][0]["stops_fitting"][0]["when"] = {"answer": "then", "at_least": 3}
    assert models_at(kit_of(small_data), 3) == ()
    small_data["leadership_models"][0]["fits"][0].pop("when")
    assert models_at(kit_of(small_data), 2) == ()  # it says nothing of the size for which it fits
