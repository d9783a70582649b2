"""Rules about leadership models: a structure is shown growing, and the planner knows its size."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.coverage import duties_in
from rolebook.kit.planner import Size
from rolebook.kit.structures import Position
from rolebook.problem import Finding, Path
from rolebook.rules import paths


def one_size(kit: Kit) -> Iterator[Finding]:
    """Find a leadership model that is shown at one team size only, so that nobody sees how it grows."""
    for path, model in paths.models(kit):
        if len(model.organisations) < 2:
            yield Finding(
                (*path, "organisations"),
                f"“{model.id}” is shown at one team size.",
                "Add an organisation of another size, so that readers see how it grows.",
            )


def grows_elsewhere(kit: Kit) -> Iterator[Finding]:
    """Find an organisation that grows by a role for which it has no place."""
    for path, organisation in paths.organisations(kit):
        present = {position.role for position in organisation.positions}
        for index, role in enumerate(organisation.grows):
            if role not in present:
                yield Finding(
                    (*path, "grows", index),
                    f"“{role}” has no place in “{organisation.id}”, so nobody can be added there.",
                    "Name a role that the organisation has, or give the role a place in it.",
                )


def planner_size(kit: Kit) -> Iterator[Finding]:
    """Find a planner that does not ask once for the size of the team now, and once for its size later."""
    sizes = [question.number.size for question in kit.planner if question.number]
    for size in Size:
        if kit.planner and sizes.count(size) != 1:
            yield Finding(
                ("planner",),
                f"{sizes.count(size)} of the planner's questions ask for the team's size “{size}”.",
                f"Give exactly one number `size: {size}`: the chart and the next hires need it.",
            )


def duty_gap(kit: Kit) -> Iterator[Finding]:
    """Find a duty that nobody carries in a leadership model."""
    for path, model in paths.models(kit):
        for carried in duties_in(kit, model):
            if carried.is_gap:
                yield Finding(
                    (*path, "id"),
                    f"In “{model.id}” nobody carries “{carried.owner.id}/{carried.duty.id}”.",
                    "Assign it under “assignments”, or say under “allow” why it stays open.",
                )


def duty_overlap(kit: Kit) -> Iterator[Finding]:
    """Find a duty that two roles carry in one leadership model."""
    for path, model in paths.models(kit):
        for carried in duties_in(kit, model):
            if carried.is_overlap:
                yield Finding(
                    (*path, "id"),
                    f"In “{model.id}” {' and '.join(carried.carriers)} both carry "
                    f"“{carried.owner.id}/{carried.duty.id}”.",
                    "Take it from one of them, or say under “allow” how they share it.",
                )


def span(kit: Kit) -> Iterator[Finding]:
    """Find a person to whom more or fewer people report than the kit's limits allow."""
    limits = kit.about.span
    for organisation_path, organisation in paths.organisations(kit):
        for path, position in _leading((*organisation_path, "top"), organisation.top):
            reports = sum(below.count for below in position.reports)
            if not limits.at_least <= reports <= limits.at_most:
                yield Finding(
                    path,
                    f"{reports} report to “{position.role}”; the kit's limits are {limits.at_least} and "
                    f"{limits.at_most}.",
                    "Move people, add or drop a tier, or change “kit.span”.",
                )


def _leading(path: Path, position: Position) -> Iterator[tuple[Path, Position]]:
    """Yield every position with reports, from the top down, with its path."""
    if position.reports:
        yield path, position
    for index, below in enumerate(position.reports):
        yield from _leading((*path, "reports", index), below)
