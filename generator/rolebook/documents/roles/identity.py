"""What a role is called, where it stands, whom it reports to, and in what conditions one works in it."""

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
from rolebook.documents.roles.levels import pay_band
from rolebook.kit.coverage import reports, superiors
from rolebook.kit.roles import Role


def at_a_glance(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """What decides whether a role is the one meant: where it stands, for whom and where one works in it."""
    _ = edition.gettext
    family = f"{edition.text(role.family)} · {edition.text(role.level)}"
    rows: list[tuple[Inlines, Inlines]] = [(words(_("Job family and level")), words(family))]
    if role.levels:
        to_table = Target(Kind.JOB_DESCRIPTION, role.id, "levels")
        names = (Run(edition.text(level.name), to_table) for level in role.levels)
        rows.append((words(_("Levels of the role")), edition.listed(names)))
    if role.reports_to is not None:
        rows.append((words(_("Reports to")), (edition.party(role.reports_to),)))
    if role.workplaces:
        places = (Run(edition.workplace(workplace)) for workplace in role.workplaces)
        rows.append((words(_("Place of work")), edition.listed(places)))
    if band := role.pay or (role.described.pay if role.described else None):
        rows.append((words(_("Pay band")), pay_band(edition, band)))
    yield Heading(_("At a glance"), "at-a-glance")
    yield Definitions(tuple(rows))


def terms(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """In what conditions, with what and in which languages one works, and a role's place in each structure."""
    _ = edition.gettext
    rows: list[tuple[Inlines, Inlines]] = [(words(_("Working conditions")), words(edition.text(role.conditions)))]
    if role.languages:
        rows.append((words(_("Languages")), tuple(_languages(edition, role))))
    if role.tools:
        rows.append((words(_("Tools")), edition.listed(Run(edition.text(tool)) for tool in role.tools)))
    if role.unit is not None:
        rows.append((words(_("Employing unit")), words(edition.text(role.unit))))
    yield Heading(_("Working conditions and place in the team"), "conditions")
    yield Definitions(tuple(rows))
    lines = tuple(_reporting(edition, role))
    if lines:
        yield Table(
            _("Place in each structure"),
            (_("Structure"), _("Reports to"), _("Leads")),
            lines,
        )


def names(edition: InternalEdition, role: Role) -> Iterator[tuple[Inlines, Inlines]]:
    """What a role is called elsewhere, and by machines."""
    _ = edition.gettext
    titles: list[Inline] = []
    for tag in role.title.languages():
        if tag != edition.language.tag:
            before = (Run(_(", ")),) if titles else ()
            titles += *before, edition.foreign(role.title[tag], tag), Run(f" ({edition.language.name_of(tag)})")
    if titles:
        yield words(_("In other languages")), tuple(titles)
    if role.other_titles:
        yield words(_("Also called")), edition.listed(Run(edition.text(title)) for title in role.other_titles)
    yield words(_("Role id")), words(role.id)


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
