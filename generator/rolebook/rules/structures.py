"""Rules about leadership models: a structure is shown growing, and the planner knows its size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolebook.kit import Kit
from rolebook.kit.coverage import duties_in, services_in
from rolebook.kit.parties import Party
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
    for size in (Size.NOW, Size.LATER):
        if kit.planner and sizes.count(size) != 1:
            yield Finding(
                ("planner",),
                f"{sizes.count(size)} of the planner's questions ask for the team's size “{size}”.",
                f"Give exactly one number `size: {size}`: the chart and the next hires need it.",
            )


def duty_gap(kit: Kit) -> Iterator[Finding]:
    """Find a duty for which nobody is accountable in a leadership model."""
    for path, model in paths.models(kit):
        for shared in duties_in(kit, model):
            if shared.is_gap:
                yield Finding(
                    (*path, "id"),
                    f"In “{model.id}” nobody is accountable for “{shared.owner.id}/{shared.duty.id}”.",
                    "Assign it under “assignments”, name who is “accountable” under “raci”, or say under “allow” why "
                    "it stays open.",
                )


def duty_overlap(kit: Kit) -> Iterator[Finding]:
    """Find a duty for which more than one role is accountable in a leadership model."""
    for path, model in paths.models(kit):
        for shared in duties_in(kit, model):
            if shared.is_overlap:
                yield Finding(
                    (*path, "id"),
                    f"In “{model.id}” {_names(shared.accountable)} are accountable for "
                    f"“{shared.owner.id}/{shared.duty.id}”.",
                    "Name the one who is “accountable” under “raci”, take the duty from the others, or say under "
                    "“allow” how they share it.",
                )


def service_owner(kit: Kit) -> Iterator[Finding]:
    """Find a service for which nobody, or more than one, is accountable in a leadership model."""
    for path, model in paths.models(kit):
        for shared in services_in(kit, model):
            if shared.is_gap or shared.is_overlap:
                who = f"{_names(shared.accountable)} are" if shared.is_overlap else "nobody is"
                yield Finding(
                    (*path, "id"),
                    f"In “{model.id}” {who} accountable for the service “{shared.service.id}”.",
                    "Name the one who is “accountable” under “raci”.",
                )


def raci_elsewhere(kit: Kit) -> Iterator[Finding]:
    """Find a role that does or answers for something in a leadership model that has no place for it."""
    for path, model in paths.models(kit):
        for index, row in enumerate(model.raci):
            for party in (*row.responsible, *((row.accountable,) if row.accountable else ())):
                if party.role is not None and party.role not in model.roles:
                    yield Finding(
                        (*path, "raci", index),
                        f"“{party.role}” has no place in “{model.id}”, so it cannot do or answer for anything there.",
                        "Name a role that stands in one of its organisations, or somebody outside the team with “who”.",
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


def _names(parties: Iterable[Party]) -> str:
    return " and ".join(party.role or "somebody outside the team" for party in parties)
