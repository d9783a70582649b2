"""Who does what, and who answers for it, is computed from the model, not written down."""

from __future__ import annotations

from typing import Any

from rolebook.kit import Kit
from rolebook.kit.coverage import Raci, duties_in, services_in

from tests.conftest import kit_of


def both(words: str) -> dict[str, str]:
    return {"en": words, "ar": words}


def who(parties: Any) -> list[str]:
    return [party.role or party.who["en"] for party in parties]


def shared(kit: Kit) -> dict[str, Raci]:
    """Who shares in each duty and service of the first model, by its id."""
    model = kit.leadership_models[0]
    duties = {f"{one.owner.id}/{one.duty.id}": one for one in duties_in(kit, model)}
    return {**duties, **{one.service.id: one for one in services_in(kit, model)}}


def test_a_role_in_the_organisation_does_its_own_duties_and_answers_for_them(small: Kit) -> None:
    bread = shared(small)["baker/bake-bread"]
    assert who(bread.responsible) == who(bread.accountable) == ["baker"]


def test_a_duty_that_nobody_does_is_a_gap(small_data: dict[str, Any]) -> None:
    for size in small_data["leadership_models"][0]["organisations"]:
        size["top"] = {"role": "baker"}
    gaps = [reference for reference, one in shared(kit_of(small_data)).items() if one.is_gap]
    assert gaps == ["senior-baker/bake-bread", "senior-baker/order-flour", "cake"]


def test_a_duty_that_two_roles_do_is_an_overlap_until_one_of_them_is_accountable(small_data: dict[str, Any]) -> None:
    model = small_data["leadership_models"][0]
    model["assignments"] = [{"role": "senior-baker", "duties": ["baker/order-flour"]}]
    overlaps = {
        reference: who(one.accountable) for reference, one in shared(kit_of(small_data)).items() if one.is_overlap
    }
    assert overlaps == {"baker/order-flour": ["baker", "senior-baker"]}
    model["raci"] = [{"duties": ["baker/order-flour"], "accountable": {"role": "senior-baker"}}]
    flour = shared(kit_of(small_data))["baker/order-flour"]
    assert not flour.is_overlap
    assert (who(flour.responsible), who(flour.accountable)) == (["baker", "senior-baker"], ["senior-baker"])


def test_two_that_are_named_accountable_are_an_overlap(small_data: dict[str, Any]) -> None:
    small_data["leadership_models"][0]["raci"] = [
        {"duties": ["baker/bake-bread", "baker/order-flour"], "accountable": {"role": "senior-baker"}},
        {"duties": ["baker/order-flour"], "accountable": {"who": both("The owner")}},
    ]
    found = shared(kit_of(small_data))
    assert [reference for reference, one in found.items() if one.is_overlap] == ["baker/order-flour"]


def test_somebody_outside_the_team_can_answer_for_a_duty(small_data: dict[str, Any]) -> None:
    model = small_data["leadership_models"][0]
    for size in model["organisations"]:
        size["top"] = {"role": "baker"}
    duties = ["senior-baker/bake-bread", "senior-baker/order-flour"]
    model["raci"] = [{"duties": duties, "responsible": [{"who": both("The mill")}], "informed": [{"role": "baker"}]}]
    found = shared(kit_of(small_data))
    assert [reference for reference, one in found.items() if one.is_gap] == ["cake"]
    assert (who(found[duties[0]].accountable), who(found[duties[0]].informed)) == (["The mill"], ["baker"])


def test_a_service_is_its_owners_unless_the_model_says_who_provides_it(small_data: dict[str, Any]) -> None:
    cake = shared(kit_of(small_data))["cake"]
    assert who(cake.responsible) == who(cake.accountable) == ["senior-baker"]
    model = small_data["leadership_models"][0]
    for size in model["organisations"]:
        size["top"] = {"role": "baker"}
    assert shared(kit_of(small_data))["cake"].is_gap
    model["raci"] = [
        {
            "services": ["cake"],
            "responsible": [{"role": "baker"}],
            "consulted": [{"who": {"en": "The owner", "ar": "المالك"}}, {"who": both("Shops")}],
        }
    ]
    cake = shared(kit_of(small_data))["cake"]
    assert (who(cake.accountable), who(cake.consulted)) == (["baker"], ["The owner", "Shops"])


def test_what_an_organisation_has_no_role_for_does_not_count_there(small_data: dict[str, Any]) -> None:
    model = small_data["leadership_models"][0]
    model["organisations"][1]["top"] = {"role": "baker", "count": 4}
    model["raci"] = [{"duties": ["baker/order-flour"], "accountable": {"role": "senior-baker"}}]
    kit = kit_of(small_data)
    flour = [
        who(one.accountable)
        for size in kit.leadership_models[0].organisations
        for one in duties_in(kit, kit.leadership_models[0], size)
        if (one.owner.id, one.duty.id) == ("baker", "order-flour")
    ]
    assert flour == [["senior-baker"], ["baker"]]
