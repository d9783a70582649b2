"""The objectives: what the team is there to achieve, and the duties that serve it."""

from __future__ import annotations

from rolebook.documents.blocks import (
    Block,
    Document,
    Heading,
    Inlines,
    Kind,
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
    serving = _duties_serving if len(edition.kit.roles) <= FEW else _roles_serving
    blocks: list[Block] = []
    for objective in edition.kit.objectives:
        blocks.append(Heading(edition.text(objective.name), objective.id))
        blocks.append(Paragraph(edition.backed(objective.text, objective)))
        blocks.append(edition.statements(objective.ways))
        blocks.append(serving(edition, objective))
    return edition.document(
        Kind.OBJECTIVES,
        title=_("Objectives"),
        description=_("What the team is there to achieve, how, and which duties serve it."),
        blocks=tuple(blocks),
    )


def _duties_serving(edition: InternalEdition, objective: Objective) -> Table:
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    groups: list[tuple[int, str]] = []
    for role in edition.kit.roles:
        served = _served(role, objective)
        if served:
            groups.append((len(rows), edition.text(role.title)))
        rows.extend(
            (
                (
                    Run(edition.text(duty.text), Target(Kind.JOB_DESCRIPTION, role.id, f"duty-{duty.id}")),
                    edition.evidence(duty),
                ),
                edition.listed(edition.skill(skill) for skill in duty.skills),
            )
            for duty in served
        )
    return Table(_("Duties that serve it"), (_("Duty"), _("Takes")), tuple(rows), groups=tuple(groups))


def _served(role: Role, objective: Objective) -> list[Duty]:
    """The duties of a role that serve an objective, the most important first."""
    return [duty for duty in role.duties if duty.objective == objective.id]


def _roles_serving(edition: InternalEdition, objective: Objective) -> Table:
    """The roles alone, where there are many: each leads to the first of its duties that serves it."""
    _, rows = edition.gettext, []
    for _anchor, family, members in families(edition, edition.kit.roles):
        serving = [role for role in members if _served(role, objective)]
        links = (
            Run(
                edition.text(role.title),
                Target(Kind.JOB_DESCRIPTION, role.id, f"duty-{_served(role, objective)[0].id}"),
            )
            for role in serving
        )
        if serving:
            rows.append((words(family), edition.listed(links)))
    return Table(_("Roles whose duties serve it"), (_("Job family"), _("Roles")), tuple(rows))
