"""The objectives: what the team is there to achieve, and the duties that serve it."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Document,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.roles.overview import FEW, families
from rolebook.kit.job_description import Duty
from rolebook.kit.objectives import Objective
from rolebook.kit.roles import Role


def objectives(edition: InternalEdition, subject: str) -> Document:
    """What the team is there to achieve, and the duties that serve it. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.OBJECTIVES,
        title=_("Objectives"),
        description=_("What the team is there to achieve, how, and which duties serve it."),
        blocks=(
            Paragraph(words(_("What the team is there to achieve, how, and which duties serve it.")), lead=True),
            *(block for objective in edition.kit.objectives for block in _objective(edition, objective)),
        ),
    )


def _objective(edition: InternalEdition, objective: Objective) -> Iterator[Block]:
    """An objective, how the team goes about it, and the duties that serve it: of many roles, the roles alone."""
    _, few = edition.gettext, len(edition.kit.roles) <= FEW
    yield Heading(edition.text(objective.name), objective.id)
    yield Paragraph(edition.backed(objective.text, objective))
    if objective.ways:
        yield edition.statements(objective.ways)
    if any(_served(role, objective) for role in edition.kit.roles):
        yield Paragraph(
            words(_("Duties that serve this objective:") if few else _("Roles whose duties serve this objective:"))
        )
        yield _duties_serving(edition, objective) if few else _roles_serving(edition, objective)


def _duties_serving(edition: InternalEdition, objective: Objective) -> Listing:
    """The duties in their order, under the role that each belongs to."""
    found: list[Item] = []
    for role in edition.kit.roles:
        if served := _served(role, objective):
            duties = Listing(tuple(Item(edition.backed(duty.text, duty)) for duty in served))
            found.append(Item((_role(edition, role, served[0]),), (duties,)))
    return Listing(tuple(found), beside=True)


def _role(edition: InternalEdition, role: Role, duty: Duty) -> Run:
    """A role, leading to a duty in its job description."""
    return Run(edition.text(role.title), Target(Kind.JOB_DESCRIPTION, role.id, f"duty-{duty.id}"))


def _served(role: Role, objective: Objective) -> list[Duty]:
    """The duties of a role that serve an objective, the most important first."""
    return [duty for duty in role.duties if duty.objective == objective.id]


def _roles_serving(edition: InternalEdition, objective: Objective) -> Table:
    """The roles alone, where there are many: each leads to the first of its duties that serves it."""
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    for _anchor, family, members in families(edition, edition.kit.roles):
        served = ((role, _served(role, objective)) for role in members)
        links = tuple(_role(edition, role, duties[0]) for role, duties in served if duties)
        if links:
            rows.append((words(family), edition.listed(links)))
    return Table(_("Roles whose duties serve this objective:"), (_("Job family"), _("Roles")), tuple(rows))
