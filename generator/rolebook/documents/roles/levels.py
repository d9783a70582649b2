"""The levels of a role in its job description: what changes from one to the next, in one table, and the pay rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolebook.documents.blocks import Block, Heading, Inlines, Mark, Paragraph, Run, Table, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.levels import PayBand, RoleLevel
from rolebook.kit.roles import Role


def levels(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """The section on a role's levels; nothing where it has none."""
    if not role.levels:
        return
    _ = edition.gettext
    yield Heading(_("Levels"), "levels")
    yield Paragraph(
        words(_("What changes from level to level. What is not named here applies to all of them, as described above."))
    )
    yield Table(
        _("Levels of the role"),
        (_("What changes"), *(edition.text(level.name) for level in role.levels)),
        tuple(_rows(edition, role)),
    )
    rule = edition.kit.interviewing.pay_rule
    if rule and any(level.pay for level in role.levels):
        yield Heading(_("From ratings to a place in the pay band"), "pay-rule", 3)
        yield edition.statements(rule, ordered=True)


def level_sought(edition: InternalEdition, role: Role) -> Iterator[tuple[Inlines, Inlines]]:
    """The level that candidates are rated for, with its name beside; nothing where the role's posting names none."""
    if role.sought is not None:
        yield words(edition.gettext("Level sought")), words(edition.text(role.sought.name))


def _rows(edition: InternalEdition, role: Role) -> Iterator[tuple[Inlines, ...]]:
    _ = edition.gettext
    yield (words(_("Independence")), *(edition.backed(level.autonomy, level) for level in role.levels))
    if any(level.duties for level in role.levels):
        yield (words(_("Duties")), *(_duties(edition, level) for level in role.levels))
    needed = [role.needs_at(level) for level in role.levels]
    for position, need in enumerate(role.skills):
        if any(need.skill in level.skills for level in role.levels):
            yield (
                (edition.skill(need.skill),),
                *(words(edition.level(needs[position].level)) for needs in needed),
            )
    if any(level.pay for level in role.levels):
        yield (words(_("Pay band")), *(_pay(edition, level.pay) for level in role.levels))


def _duties(edition: InternalEdition, level: RoleLevel) -> Inlines:
    return words(" ".join(edition.text(duty) for duty in level.duties) or "–")


def _pay(edition: InternalEdition, band: PayBand | None) -> Inlines:
    if band is None:
        return words("–")
    example: Sequence[Mark] = (Mark(edition.gettext("Example"), "muted"),) if band.example else ()
    return (Run(edition.pay(band)), *example)
