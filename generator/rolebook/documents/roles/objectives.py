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

_DARKEST = 4
"""Duties from which on a cell is as dark as can be."""


def objectives(edition: InternalEdition, subject: str) -> Document:
    """What the team is there to achieve, and the duties that serve it. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.OBJECTIVES,
        title=_("Objectives"),
        description=_("What the team is there to achieve, how, and which duties serve it."),
        blocks=(
            Paragraph(words(_summary(edition)), lead=True),
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
        ngettext, roles = edition.language.ngettext, sum(bool(_served(role, objective)) for role in edition.kit.roles)
        yield Folded(
            _list_of(objective),
            ngettext("{n} duty serves this objective", "{n} duties serve this objective", duties),
            (_duties_serving(edition, objective),),
            apart=False,
            about=ngettext("{n} role", "{n} roles", roles),
        )
    elif duties:
        yield Paragraph(words(_("Roles whose duties serve this objective:")))
        yield _roles_serving(edition, objective)


def _list_of(objective: Objective) -> str:
    """The anchor of the duties that serve an objective."""
    return f"{objective.id}-duties"


def _summary(edition: InternalEdition) -> str:
    """How many duties serve the objectives, which one most of them serve, and what is served by none."""
    _, kit, ngettext = edition.gettext, edition.kit, edition.language.ngettext
    name = {one.id: edition.text(one.name) for one in kit.objectives}
    counts = {one.id: sum(len(_served(role, one)) for role in kit.roles) for one in kit.objectives}
    objectives = ngettext("{n} objective", "{n} objectives", len(counts))
    duties = sum(counts.values())
    said = [ngettext("{n} duty serves {objectives}.", "{n} duties serve {objectives}.", duties, objectives=objectives)]
    most = [one for one, count in counts.items() if count == max(counts.values())]
    if len(counts) > len(most) == 1:
        count = edition.language.number(counts[most[0]])
        said.append(_("The largest share, {count}, serves “{objective}”.", count=count, objective=name[most[0]]))
    unserved = [name[one] for one, count in counts.items() if not count]
    if unserved:
        said.insert(0, _("No duty serves “{objectives}”.", objectives=edition.language.join(unserved)))
    partial = [role for role in kit.roles if not all(_served(role, one) for one in kit.objectives if counts[one.id])]
    if partial and len(kit.roles) <= FEW:
        lacking = [one for one in kit.objectives if counts[one.id] and not _served(partial[0], one)]
        if len(partial) == len(lacking) == 1:
            role, objective = edition.text(partial[0].title), name[lacking[0].id]
            if most == [lacking[0].id]:
                said.append(_("{role} has no duty for it.", role=role))
            else:
                said.append(_("{role} has no duty for “{objective}”.", role=role, objective=objective))
        else:
            said.append(ngettext("{n} role does not serve all.", "{n} roles do not serve all.", len(partial)))
    return " ".join(said)


def _who_serves(edition: InternalEdition) -> Iterator[Block]:
    """How many duties of each role serve each objective; nothing where there are many roles, or few objectives."""
    _, kit, number = edition.gettext, edition.kit, edition.language.number
    if len(kit.roles) > FEW or len(kit.objectives) < 2:
        return
    caption, every = _("How many duties of each role serve each objective"), _("In all")
    served = [(role, [_served(role, objective) for objective in kit.objectives]) for role in kit.roles]

    def said(count: int) -> str:
        return edition.language.ngettext("{n} duty", "{n} duties", count)

    def cell(role: Role, duties: list[Duty]) -> Cell:
        if not duties:
            return Cell(0, number(0), said(0), warns=True)
        count = len(duties)
        return Cell(min(count, _DARKEST), number(count), said(count), to=_to(role, duties[0]))

    def total(count: int, to: Target | None = None) -> Cell:
        return Cell(0, number(count), said(count), to=to)

    columns = tuple(Run(edition.text(one.name), Target(Kind.OBJECTIVES, "", one.id)) for one in kit.objectives)
    of_objectives = [sum(map(len, each)) for each in zip(*(each for _role, each in served), strict=True)]
    leading = (Target(Kind.OBJECTIVES, "", _list_of(one)) for one in kit.objectives)
    sums = (*map(total, of_objectives, leading), total(sum(of_objectives)))
    rows = tuple(
        (edition.role(role.id), (*(cell(role, duties) for duties in each), total(sum(map(len, each)))))
        for role, each in served
    )
    table = Table(
        caption,
        (_("Role"), *(column.text for column in columns), every),
        tuple(((head,), *(words(one.text or "–") for one in cells)) for head, cells in (*rows, (Run(every), sums))),
    )
    gaps = any(not duties for _role, each in served for duties in each)
    legend = (
        *((Cell(0, number(0), said(0), warns=True),) if gaps else ()),
        Cell(1, number(1), said(1)),
        Cell(_DARKEST, number(_DARKEST), edition.language.ngettext("{n} duty or more", "{n} duties or more", _DARKEST)),
    )
    heads = (*columns, Run(every))
    yield Pictured(
        caption, Matrix("heat", _("Role"), heads, (*rows, (Run(every), sums)), legend, has_totals=True), table
    )


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
    return Run(edition.text(role.title), _to(role, duty))


def _to(role: Role, duty: Duty) -> Target:
    return Target(Kind.JOB_DESCRIPTION, role.id, f"duty-{duty.id}")


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
