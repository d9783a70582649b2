"""What a role is called, where it stands, and whom it reports to: the first part of its job description."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Heading,
    Inline,
    Inlines,
    Kind,
    Mark,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.coverage import reports, superiors
from rolebook.kit.roles import Role


def identity(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """The head of a job description: names, level, languages and reporting line, then its place in each structure."""
    _ = edition.gettext
    rows: list[tuple[Inlines, Inlines]] = [(words(_("Role id")), words(role.id))]
    elsewhere = [tag for tag in role.title.languages() if tag != edition.language.tag]
    if elsewhere:
        names = (Run(f"{role.title[tag]} ({edition.language.name_of(tag)})") for tag in elsewhere)
        rows.append((words(_("In other languages")), edition.listed(names)))
    if role.other_titles:
        others = edition.listed(Run(edition.text(title)) for title in role.other_titles)
        rows.append((words(_("Also called")), others))
    family = f"{edition.text(role.family)} · {edition.text(role.level)}"
    rows.append((words(_("Job family and level")), words(family)))
    if role.levels:
        to_table = Target(Kind.JOB_DESCRIPTION, role.id, "levels")
        names = (Run(edition.text(level.name), to_table) for level in role.levels)
        rows.append((words(_("Levels of the role")), edition.listed(names)))
    if role.unit is not None:
        rows.append((words(_("Employing unit")), words(edition.text(role.unit))))
    if role.reports_to is not None:
        rows.append((words(_("Reports to")), (edition.party(role.reports_to),)))
    if role.languages:
        rows.append((words(_("Languages")), tuple(_languages(edition, role))))
    if role.workplaces:
        places = (Run(edition.workplace(workplace)) for workplace in role.workplaces)
        rows.append((words(_("Place of work")), edition.listed(places)))
    rows.append((words(_("Working conditions")), words(edition.text(role.conditions))))
    if role.tools:
        rows.append((words(_("Tools")), edition.listed(Run(edition.text(tool)) for tool in role.tools)))
    yield Heading(_("At a glance"), "at-a-glance")
    yield Definitions(tuple(rows))
    lines = tuple(_reporting(edition, role))
    if lines:
        yield Table(
            _("Place in each structure"),
            (_("Structure"), _("Reports to"), _("Leads")),
            lines,
        )


def _languages(edition: InternalEdition, role: Role) -> Iterator[Inline]:
    for number, language in enumerate(role.languages):
        before = edition.gettext("; ") if number else ""
        yield Run(f"{before}{edition.text(language.name)}{edition.gettext(': ')}{edition.text(language.level)}")
        yield edition.need(language.need)


def _reporting(edition: InternalEdition, role: Role) -> Iterator[tuple[Inlines, ...]]:
    nobody: Inlines = (Mark(edition.gettext("nobody"), "muted"),)
    unnamed: Inlines = (Run(edition.gettext("an executive outside the team")),)
    for model in edition.kit.models_with(role.id):
        above = tuple(edition.role(superior) for superior in superiors(model, role.id))
        below = tuple(edition.role(report) for report in reports(model, role.id))
        outside = (edition.party(role.reports_to),) if role.reports_to and role.reports_to.who else unnamed
        yield (edition.model(model.id),), edition.listed(above) or outside, edition.listed(below) or nobody
