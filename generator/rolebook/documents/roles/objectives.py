"""The objectives: what the team is there to achieve, and the duties that serve it."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Cell,
    Document,
    Folded,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Matrix,
    Paragraph,
    Pictured,
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
            *_who_serves(edition),
            *(block for objective in edition.kit.objectives for block in _objective(edition, objective)),
        ),
    )


def _objective(edition: InternalEdition, objective: Objective) -> Iterator[Block]:
    """An objective, how the team goes about it, and the duties that serve it: of many roles, the roles alone."""
    _, few = edition.gettext, len(edition.kit.roles) <= FEW
    duties = sum(len(_served(role, objective)) for role in edition.kit.roles)
    yield Heading(edition.text(objective.name), objective.id)
    yield Paragraph(edition.backed(objective.text, objective))
    if objective.ways:
        yield edition.statements(objective.ways)
    if duties and few:
        number = edition.language.ngettext("{n} duty", "{n} duties", duties)
        serving = (_duties_serving(edition, objective),)
        yield Folded(
            f"{objective.id}-duties", _("Duties that serve this objective"), serving, apart=False, about=number
        )
    elif duties:
        yield Paragraph(words(_("Roles whose duties serve this objective:")))
        yield _roles_serving(edition, objective)


def _who_serves(edition: InternalEdition) -> Iterator[Block]:
    """How many duties of each role serve each objective; nothing where there are many roles, or few objectives."""
    _, kit, number = edition.gettext, edition.kit, edition.language.number
    if len(kit.roles) > FEW or len(kit.objectives) < 2:
        return
    caption = _("How many duties of each role serve each objective")

    def cell(served: int) -> Cell:
        return Cell(min(served, 4), number(served), edition.language.ngettext("{n} duty", "{n} duties", served))

    counts = {role.id: [len(_served(role, objective)) for objective in kit.objectives] for role in kit.roles}
    columns = tuple(Run(edition.text(one.name), Target(Kind.OBJECTIVES, "", one.id)) for one in kit.objectives)
    rows = tuple(
        (edition.role(role), tuple(cell(one) if one else Cell(0) for one in served)) for role, served in counts.items()
    )
    table = Table(
        caption,
        (_("Role"), *(column.text for column in columns)),
        tuple(
            ((edition.role(role),), *(words(number(one) if one else "–") for one in served))
            for role, served in counts.items()
        ),
    )
    yield Paragraph(words(caption))
    yield Pictured(caption, Matrix("heat", _("Role"), columns, rows), table)


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
