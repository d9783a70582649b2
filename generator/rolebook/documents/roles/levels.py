"""The levels of a role in its job description: what changes from one to the next, in one table; and what it pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Heading,
    Inlines,
    Kind,
    Mark,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.levels import PayBand, RoleLevel
from rolebook.kit.roles import Role


def levels(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """The section on a role's levels; nothing where it has none."""
    if not role.levels:
        return
    _ = edition.gettext
    yield Heading(_("Levels"), "levels")
    yield Paragraph(words(_introduction(edition, role)))
    yield Table(
        _("Levels of the role"),
        (_("What changes"), *(edition.text(level.name) for level in role.levels)),
        tuple(_rows(edition, role)),
    )


def _introduction(edition: InternalEdition, role: Role) -> str:
    """How the levels stand to the job level of the role, and to the rest of its description."""
    _, job_level = edition.gettext, edition.text(role.level)
    within = _("All of these are within the job level “{level}”.", level=job_level)
    if role.described is None:
        return f"{within} {_('The table shows what changes from one to the next.')}"
    rest = _(
        "Everything outside the table describes “{level}”; the table shows what is different at the other levels.",
        level=edition.text(role.described.name),
    )
    return f"{within} {rest}"


def pay(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """How ratings lead to a place in a pay band, and the band of a role without levels; nothing where none is known."""
    if role.pay is None and not any(level.pay for level in role.levels):
        return
    _, rule = edition.gettext, edition.kit.interviewing.pay_rule
    if role.pay is not None:
        yield Heading(_("Pay"), "pay")
        yield Definitions(((words(_("Pay band")), pay_band(edition, role.pay)),))
    if rule:
        yield Heading(_("From ratings to a place in the pay band"), "pay-rule", 3)
        yield edition.statements(rule, ordered=True)
        yield from pay_example(edition, role)


def pay_example(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """The rule of pay, worked out for a case of the role; nothing where the role has none."""
    if role.pay_example is not None:
        _ = edition.gettext
        yield Paragraph((Run(_("Example"), strong=True), Run(f"{_(': ')}{edition.text(role.pay_example)}")))


def level_sought(edition: InternalEdition, role: Role) -> Iterator[tuple[Inlines, Inlines]]:
    """The level that candidates are rated for; nothing where no posting names one.

    Of a role with several postings, those that seek this level are named as well.
    """
    if role.sought is not None:
        yield words(edition.gettext("Level sought")), words(edition.text(role.sought.name))
    if len(edition.kit.role(role.own_id).postings) > 1:
        yield words(edition.gettext("Requisitions")), words(_requisitions(edition, role))


def vacancies_sought(edition: InternalEdition, role: Role, kind: Kind) -> Iterator[Block]:
    """For which level and requisitions a document is, and where it is for the other levels: on paper, without a bar."""
    rows = list(level_sought(edition, role))
    for other in edition.kit.role(role.own_id).as_sought:
        if other.id != role.id and other.sought is not None:
            name = Run(edition.text(other.sought.name), Target(kind, other.id))
            rows.append(
                (words(edition.gettext("For another level")), (name, Run(f" ({_requisitions(edition, other)})")))
            )
    if rows:
        yield Definitions(tuple(rows), for_paper=True)


def other_levels(edition: InternalEdition, role: Role, kind: Kind) -> Iterator[Block]:
    """The same, where a role is sought at several levels alone."""
    if len(edition.kit.role(role.own_id).as_sought) > 1:
        yield from vacancies_sought(edition, role, kind)


def _requisitions(edition: InternalEdition, role: Role) -> str:
    """The numbers of the postings that seek the level of a role."""
    numbers = (posting.identifier or "–" for posting in role.vacancies_sought())
    return edition.gettext(", ").join(numbers)


def _rows(edition: InternalEdition, role: Role) -> Iterator[tuple[Inlines, ...]]:
    _ = edition.gettext
    yield (words(_("Independence")), *(edition.backed(level.autonomy, level) for level in role.levels))
    if any(level.duties for level in role.levels):
        yield (words(_("Duties")), *(_duties(edition, level) for level in role.levels))
    if any(level.indicators for level in role.levels):
        yield (words(_("Measured by")), *(_indicators(edition, role, level) for level in role.levels))
    if any(level.success for level in role.levels):
        yield (words(_("In the first year")), *(_success(edition, role, level) for level in role.levels))
    needed = [role.needs_at(level) for level in role.levels]
    for position, need in enumerate(role.skills):
        if any(need.skill in level.skills for level in role.levels):
            yield (
                (edition.skill(need.skill),),
                *(words(edition.level(needs[position].level)) for needs in needed),
            )
    if any(level.pay for level in role.levels):
        yield (words(_("Pay band")), *(pay_band(edition, level.pay) for level in role.levels))


def _duties(edition: InternalEdition, level: RoleLevel) -> Inlines:
    return words(" ".join(edition.text(duty) for duty in level.duties) or "–")


def _indicators(edition: InternalEdition, role: Role, level: RoleLevel) -> Inlines:
    """What a level's work is measured by: where it names nothing, what the role's is."""
    return words(edition.gettext("; ").join(map(edition.text, level.indicators or role.indicators)) or "–")


def _success(edition: InternalEdition, role: Role, level: RoleLevel) -> Inlines:
    """What success looks like at a level that has its own: the outcomes, one sentence each."""
    if level is role.described:
        return words(edition.gettext("As below"))
    outcomes = (edition.text(outcome.text) for milestone in level.success for outcome in milestone.outcomes)
    return words(" ".join(outcomes) or "–")


def pay_band(edition: InternalEdition, band: PayBand | None) -> Inlines:
    """What a band pays, marked where it is an example."""
    if band is None:
        return words("–")
    example: Sequence[Mark] = (Mark(edition.gettext("Example"), "muted"),) if band.example else ()
    return (Run(edition.pay(band)), *example)
