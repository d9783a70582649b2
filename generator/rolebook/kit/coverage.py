"""Who does what in a leadership model, and who answers for it, worked out from its organisations and from what it says.

RACI: those who are responsible do the work, whoever is accountable answers for it, those who are consulted are asked
beforehand, and those who are informed are told afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rolebook.kit.job_description import Duty
from rolebook.kit.kit import Kit
from rolebook.kit.parties import Party
from rolebook.kit.responsibilities import Responsibility
from rolebook.kit.roles import Role
from rolebook.kit.structures import LeadershipModel, Organisation
from rolebook.kit.team_function import Service


@dataclass(frozen=True, kw_only=True)
class Raci:
    """Who is responsible, accountable, consulted and informed.

    Exactly one should be accountable: nobody is a gap, and more than one is an overlap.
    """

    responsible: tuple[Party, ...]
    accountable: tuple[Party, ...]
    consulted: tuple[Party, ...] = ()
    informed: tuple[Party, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Tell whether nobody is accountable."""
        return not self.accountable

    @property
    def is_overlap(self) -> bool:
        """Tell whether more than one is accountable."""
        return len(self.accountable) > 1


@dataclass(frozen=True, kw_only=True)
class SharedDuty(Raci):
    """A duty of a role, and who does it in one leadership model."""

    owner: Role
    duty: Duty


@dataclass(frozen=True, kw_only=True)
class SharedService(Raci):
    """A service of the team, and who provides it in one leadership model."""

    service: Service


def covered(kit: Kit, model: LeadershipModel) -> Iterator[Role]:
    """Return the roles whose duties a model shares out: those that it names, or else every role of the kit."""
    return (kit.role(role_id) for role_id in model.covers if kit.shows(role_id)) if model.covers else iter(kit.roles)


def duties_in(kit: Kit, model: LeadershipModel, organisation: Organisation | None = None) -> Iterator[SharedDuty]:
    """Yield every duty of every role that a model covers, with who does it in the model or in one organisation.

    A role that stands in one of the model's organisations does its own duties; assignments add to that. Whoever does a
    duty answers for it, unless the model says who does.
    """
    present = _present(model, organisation)
    doing: dict[str, list[str]] = {}
    for assignment in model.assignments:
        if organisation is None or assignment.role in present:
            for reference in assignment.duties:
                doing.setdefault(reference, []).append(assignment.role)
    said = _said(model, organisation)
    for role in covered(kit, model):
        own = (role.id,) if role.id in present else ()
        for duty in role.duties:
            reference = f"{role.id}/{duty.id}"
            doers = _parties((*own, *doing.get(reference, ())))
            rows = said.get(reference, ())
            responsible, accountable = _accountable(rows, doers)
            yield SharedDuty(
                owner=role,
                duty=duty,
                responsible=responsible,
                accountable=accountable,
                consulted=_each(party for row in rows for party in row.consulted),
                informed=_each(party for row in rows for party in row.informed),
            )


def services_in(kit: Kit, model: LeadershipModel) -> Iterator[SharedService]:
    """Yield every service of the team, with who provides it in a model: its owner, unless the model says who does."""
    present, said = _present(model, None), _said(model, None)
    for service in kit.function.services:
        owners = _parties((service.owner,) if service.owner in present else ())
        rows = said.get(service.id, ())
        responsible, accountable = _accountable(rows, owners)
        yield SharedService(
            service=service,
            responsible=responsible,
            accountable=accountable,
            consulted=_each((*service.consulted, *(party for row in rows for party in row.consulted))),
            informed=_each((*service.informed, *(party for row in rows for party in row.informed))),
        )


def _present(model: LeadershipModel, organisation: Organisation | None) -> frozenset[str]:
    """Return the roles that stand in a model, or in one of its organisations."""
    shown = model.organisations if organisation is None else (organisation,)
    return frozenset(position.role for sized in shown for position in sized.positions)


def _said(model: LeadershipModel, organisation: Organisation | None) -> Mapping[str, Sequence[Responsibility]]:
    """Return what a model says of each duty and service, by reference.

    What names a role that an organisation lacks is left out. A duty's reference has a slash, a service's has none.
    """
    present = _present(model, organisation)
    found: dict[str, list[Responsibility]] = {}
    for row in model.raci:
        named = {party.role for party in (*row.responsible, *((row.accountable,) if row.accountable else ()))}
        if organisation is None or named - {None} <= present:
            for reference in (*row.duties, *row.services):
                found.setdefault(reference, []).append(row)
    return found


def _accountable(
    rows: Sequence[Responsibility], doers: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return who is responsible and who is accountable: as the rows say, or else those who do it."""
    responsible = _each(party for row in rows for party in row.responsible) or doers
    return responsible, _each(row.accountable for row in rows if row.accountable) or responsible


def _parties(roles: Iterable[str]) -> tuple[Party, ...]:
    return tuple(Party(role=role) for role in dict.fromkeys(roles))


def _each(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return each party once, in order."""
    found: list[Party] = []
    for party in parties:
        if party not in found:
            found.append(party)
    return tuple(found)


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
