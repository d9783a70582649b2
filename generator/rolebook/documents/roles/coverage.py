"""The coverage: which skill of which role is rated in which stage, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rolebook.documents.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Kind,
    Mark,
    Matrix,
    Paragraph,
    Pictured,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.roles.overview import families
from rolebook.kit.interviews import Stage
from rolebook.kit.roles import Role
from rolebook.kit.skills import Skill

COLUMNS = 12
"""Roles that stand side by side in a table at most (editorial default)."""


def coverage(edition: InternalEdition, subject: str) -> Document:
    """Which stage of which role rates which skill. It has no subject."""
    return coverage_of(edition, edition.kit.roles)


def coverage_of(edition: InternalEdition, roles: Sequence[Role]) -> Document:
    """Which stage of some roles rates which skill."""
    _ = edition.gettext
    counts = {_raters(stage) for role in roles for stage in role.interview if stage.skills}
    same = counts.pop() if len(counts) == 1 else None
    blocks: list[Block] = [
        Paragraph(words(_summary(edition, roles)), lead=True),
        Heading(_("Skills by role"), "roles"),
        *_skills_by_role(edition, roles),
        Heading(_("Skills by stage"), "stages"),
        Paragraph(words(_meaning(edition, same))),
    ]
    for role in roles:
        blocks.append(Heading(edition.text(role.title), f"stages-{role.id}", 3))
        blocks.append(_stages(edition, role, same))
    return edition.document(
        Kind.COVERAGE,
        title=_("Coverage"),
        description=_("Which skill is rated for which role, in which stage, and by how many people."),
        blocks=tuple(blocks),
    )


def _summary(edition: InternalEdition, roles: Sequence[Role]) -> str:
    """Whether any skill that a role needs is left out of its interview."""
    left_out = sum(
        all(need.skill not in stage.skills for stage in role.interview) for role in roles for need in role.needs
    )
    if not left_out:
        return edition.gettext("Every skill that a role needs is rated in at least one stage of its interview.")
    return edition.language.ngettext(
        "{n} skill that a role needs is rated in no stage: its row below is empty.",
        "{n} skills that roles need are rated in no stage: their rows below are empty.",
        left_out,
    )


def _meaning(edition: InternalEdition, same: int | None) -> str:
    """How many people rate: in every stage as many, or the number that stands in each circle."""
    if same is None:
        return edition.gettext("Each number says how many people rate the skill in that stage.")
    return edition.language.ngettext(
        "In each stage, {n} person rates the skills that are marked.",
        "In each stage, {n} people rate the skills that are marked.",
        same,
    )


def _skills_by_role(edition: InternalEdition, roles: Sequence[Role]) -> Iterator[Block]:
    """The level that each role needs: in one table, or, where that is too wide, in one for each family.

    A table of every skill and every role grows with both, and nobody reads a thousand columns.
    """
    kit = edition.kit
    if len(kit.roles) <= COLUMNS:
        yield _levels(edition, edition.gettext("The level that each role needs"), kit.skills, roles)
        return
    for anchor, family, members in families(edition, roles):
        yield Heading(family, f"roles-{anchor}", 3)
        for start in range(0, len(members), COLUMNS):
            some = members[start : start + COLUMNS]
            taken = {need.skill: kit.skill(need.skill) for role in some for need in role.needs}
            yield _levels(edition, edition.gettext("Levels: {family}", family=family), taken.values(), some)


def _levels(edition: InternalEdition, caption: str, skills: Iterable[Skill], roles: Sequence[Role]) -> Pictured:
    """The level of each skill that each role needs, the darker the higher."""
    _, number, skills = edition.gettext, edition.language.number, tuple(skills)
    must_have = _("Must-have")

    def cell(role: Role, skill: Skill) -> Cell:
        need = role.need(skill.id)
        if need is None:
            return Cell(0)
        level = edition.level(need.level)
        label = _("{level}, must-have", level=level) if need.must_have else level
        return Cell(need.level, number(need.level), label, need.must_have)

    rows = tuple((edition.skill(skill.id), tuple(cell(role, skill) for role in roles)) for skill in skills)
    scale = (Cell(step.level, number(step.level), edition.text(step.name)) for step in edition.kit.about.rating_scale)
    table = Table(
        caption,
        (_("Skill"), *(edition.text(role.title) for role in roles)),
        tuple(
            (
                (head,),
                *((Run(one.text), Mark(must_have, "warn")) if one.dot else words(one.text or "–") for one in cells),
            )
            for head, cells in rows
        ),
    )
    columns = tuple(edition.role(role.id) for role in roles)
    legend = (*scale, Cell(0, "", must_have, dot=True))
    return Pictured(caption, Matrix("heat", _("Skill"), columns, rows, legend), table)


def _raters(stage: Stage) -> int:
    """How many people rate what a stage asks about."""
    return sum(interviewer.rates for interviewer in stage.interviewers)


def _stages(edition: InternalEdition, role: Role, same: int | None) -> Pictured:
    """How many people rate each skill of a role in each of its stages; a circle alone where they are always `same`."""
    _, number = edition.gettext, edition.language.number
    caption = _("Stages that rate the skills of {role}", role=edition.text(role.title))

    def cell(rated_by: int) -> Cell:
        if not rated_by:
            return Cell(0)
        said = edition.language.ngettext("rated by {n} person", "rated by {n} people", rated_by)
        return Cell(1, number(rated_by) if same is None else "", said, dot=same is not None)

    ratings = {
        need.skill: [_raters(stage) if need.skill in stage.skills else 0 for stage in role.interview]
        for need in role.needs
    }
    rows = tuple((edition.skill(skill), tuple(map(cell, counts))) for skill, counts in ratings.items())
    columns = tuple(
        Run(edition.text(stage.name), Target(Kind.INTERVIEW_KIT, role.id, f"stage-{stage.id}"))
        for stage in role.interview
    )
    table = Table(
        caption,
        (_("Skill"), *(column.text for column in columns), _("Ratings in all")),
        tuple(
            (
                (edition.skill(skill),),
                *(words(number(one) if one else "–") for one in counts),
                words(number(sum(counts))),
            )
            for skill, counts in ratings.items()
        ),
    )
    return Pictured(caption, Matrix("circles", _("Skill"), columns, rows), table)
