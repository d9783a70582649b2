"""Rules about leadership models: a structure is shown growing, and the planner can tell its size."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kit import Kit
from generator.kit.planner import Size
from generator.problem import Finding


def one_size(kit: Kit) -> Iterator[Finding]:
    """A leadership model that is shown at one team size only, so that nobody sees how it grows."""
    for number, model in enumerate(kit.leadership_models):
        if len(model.organisations) < 2:
            yield Finding(
                ("leadership_models", number, "organisations"),
                f"“{model.id}” is shown at one team size.",
                "Add an organisation of another size, so that readers see how it grows.",
            )


def grows_elsewhere(kit: Kit) -> Iterator[Finding]:
    """An organisation that grows by a role for which it has no place."""
    for number, model in enumerate(kit.leadership_models):
        for place, organisation in enumerate(model.organisations):
            present = {position.role for position in organisation.top.walk()}
            for index, role in enumerate(organisation.grows):
                if role not in present:
                    yield Finding(
                        ("leadership_models", number, "organisations", place, "grows", index),
                        f"“{role}” has no place in “{organisation.id}”, so nobody can be added there.",
                        "Name a role that the organisation has, or give the role a place in it.",
                    )


def planner_size(kit: Kit) -> Iterator[Finding]:
    """A planner that does not ask once for the size of the team now, and once for its size later."""
    sizes = [question.number.size for question in kit.planner if question.number]
    for size in Size:
        if kit.planner and sizes.count(size) != 1:
            yield Finding(
                ("planner",),
                f"{sizes.count(size)} of the planner's questions ask for the team's size “{size}”.",
                f"Give exactly one number `size: {size}`: the chart and the next hires need it.",
            )
