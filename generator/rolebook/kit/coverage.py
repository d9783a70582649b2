"""Which role carries which duty of a leadership model, worked out from its organisations and assignments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rolebook.kit.kit import Kit
from rolebook.kit.roles import Duty, Role
from rolebook.kit.structures import LeadershipModel, Organisation


@dataclass(frozen=True)
class CarriedDuty:
    """A duty of a role, and the roles that carry it in one leadership model.

    No carrier is a gap; more than one is an overlap.
    """

    owner: Role
    duty: Duty
    carriers: tuple[str, ...]

    @property
    def is_gap(self) -> bool:
        """Tell whether nobody carries it."""
        return not self.carriers

    @property
    def is_overlap(self) -> bool:
        """Tell whether more than one role carries it."""
        return len(self.carriers) > 1


def covered(kit: Kit, model: LeadershipModel) -> Iterator[Role]:
    """Return the roles whose duties a model shares out: those that it names, or else every role of the kit."""
    return (kit.role(role_id) for role_id in model.covers if kit.shows(role_id)) if model.covers else iter(kit.roles)


def duties_in(kit: Kit, model: LeadershipModel, organisation: Organisation | None = None) -> Iterator[CarriedDuty]:
    """Yield every duty of every role that a model covers, with its carriers in the model or in one organisation.

    A role that stands in one of the model's organisations carries its own duties; assignments add to that.
    """
    shown = model.organisations if organisation is None else (organisation,)
    present = frozenset(position.role for sized in shown for position in sized.positions)
    assigned: dict[str, list[str]] = {}
    for assignment in model.assignments:
        if organisation is not None and assignment.role not in present:
            continue
        for reference in assignment.duties:
            assigned.setdefault(reference, []).append(assignment.role)
    for role in covered(kit, model):
        own = (role.id,) if role.id in present else ()
        for duty in role.duties:
            carriers = dict.fromkeys((*own, *assigned.get(f"{role.id}/{duty.id}", ())))
            yield CarriedDuty(role, duty, tuple(carriers))


def superiors(model: LeadershipModel, role_id: str) -> tuple[str, ...]:
    """Return the roles that a role reports to in a model's organisations."""
    return _related(model, role_id, upwards=True)


def reports(model: LeadershipModel, role_id: str) -> tuple[str, ...]:
    """Return the roles that report to a role in a model's organisations."""
    return _related(model, role_id, upwards=False)


def _related(model: LeadershipModel, role_id: str, *, upwards: bool) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for organisation in model.organisations:
        for position in organisation.positions:
            for below in position.reports:
                mine, other = (below.role, position.role) if upwards else (position.role, below.role)
                if mine == role_id:
                    found[other] = None
    return tuple(found)
