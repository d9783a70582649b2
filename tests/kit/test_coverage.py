"""Who carries what is computed from the model, not written down."""

from __future__ import annotations

from typing import Any

from rolebook.kit import Kit
from rolebook.kit.coverage import duties_in

from tests.conftest import kit_of


def test_a_role_in_the_organisation_carries_its_own_duties(small: Kit) -> None:
    carried = {(one.owner.id, one.duty.id): one.carriers for one in duties_in(small, small.leadership_models[0])}
    assert carried["baker", "bake-bread"] == ("baker",)


def test_a_duty_that_nobody_carries_is_a_gap(small_data: dict[str, Any]) -> None:
    for size in small_data["leadership_models"][0]["organisations"]:
        size["top"] = {"role": "baker"}
    kit = kit_of(small_data)
    gaps = [(one.owner.id, one.duty.id) for one in duties_in(kit, kit.leadership_models[0]) if one.is_gap]
    assert gaps == [("senior-baker", "bake-bread"), ("senior-baker", "order-flour")]


def test_a_duty_that_two_roles_carry_is_an_overlap(small_data: dict[str, Any]) -> None:
    small_data["leadership_models"][0]["assignments"] = [{"role": "senior-baker", "duties": ["baker/order-flour"]}]
    kit = kit_of(small_data)
    overlaps = [(one.duty.id, one.carriers) for one in duties_in(kit, kit.leadership_models[0]) if one.is_overlap]
    assert overlaps == [("order-flour", ("baker", "senior-baker"))]
