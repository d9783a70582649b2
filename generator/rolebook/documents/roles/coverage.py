"""The coverage: which skill of which role is rated in which stage, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
from rolebook.documents.roles.overview import FEW, families
from rolebook.kit.interviews import Stage
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import SkillNeed
from rolebook.kit.skills import Skill

COLUMNS = 12
"""Roles that stand side by side in a table at most (editorial default)."""


def coverage(edition: InternalEdition, subject: str) -> Document:
    """Which stage of which role rates which skill. It has no subject."""
    _, roles = edition.gettext, edition.kit.roles
    counts = {_raters(stage) for role in roles for stage in role.interview if stage.skills}
    same = counts.pop() if len(counts) == 1 else None
    return edition.document(
        Kind.COVERAGE,
        title=_("Coverage"),
        description=_("Which skill is rated for which role, in which stage, and by how many people."),
        blocks=(
            Paragraph(tuple(_summary(edition, roles)), lead=True),
            Heading(_("Skills by role"), "roles"),
            *_skills_by_role(edition, roles),
            *_thin(edition, roles),
            Heading(_("Skills by stage"), "stages"),
            Paragraph(words(_meaning(edition, same))),
            *(_stages(edition, role, same) for role in roles),
        ),
    )


def _left_out(role: Role) -> list[SkillNeed]:
    """The skills that a role needs, and that no stage of its interview rates."""
    return [need for need in role.needs if not _rating(role, need.skill)]


def _rated_once(role: Role) -> list[SkillNeed]:
    """The must-haves of a role that a single one of its stages rates: where that fails to, nothing is known of them."""
    if len(role.interview) == 1:
        return []
    return [need for need in role.needs if need.must_have and len(_rating(role, need.skill)) == 1]


def _rating(role: Role, skill_id: str) -> list[Stage]:
    """The stages that rate a skill of a role."""
    return [stage for stage in role.interview if skill_id in stage.skills]


def _summary(edition: InternalEdition, roles: Sequence[Role]) -> Iterator[Run]:
    """Whether any skill that a role needs is left out of its interview, and how many must-haves are rated but once."""
    _, ngettext = edition.gettext, edition.language.ngettext
    left_out = sum(len(_left_out(role)) for role in roles)
    if left_out:
        said = ngettext(
            "{n} skill that a role needs is rated in no stage: it is marked below.",
            "{n} skills that roles need are rated in no stage: they are marked below.",
            left_out,
        )
    else:
        said = _("Every skill that a role needs is rated in at least one stage of its interview.")
    yield Run(f"{said} ")
    if once := sum(len(_rated_once(role)) for role in roles):
        many = ngettext(
            "{n} must-have is rated in a single stage.", "{n} must-haves are rated in a single stage.", once
        )
        many = many.replace(" ", "\u00a0", 1)  # a line does not end between a number and what it counts
        yield Run(many, Target(Kind.COVERAGE, "", "single" if len(roles) <= FEW else "stages"))


def _thin(edition: InternalEdition, roles: Sequence[Role]) -> Iterator[Block]:
    """The must-haves that a single stage rates, by role; nothing where there are many roles."""
    found = [(role, once) for role in roles if (once := _rated_once(role))]
    if found and len(roles) <= FEW:
        yield Heading(edition.gettext("Must-haves rated in a single stage"), "single")
        yield Listing(
            tuple(
                Item(
                    (edition.role(role.id, Kind.INTERVIEW_KIT),),
                    (Listing(tuple(Item(tuple(_where(edition, role, need.skill))) for need in once)),),
                )
                for role, once in found
            ),
            beside=True,
        )


def _where(edition: InternalEdition, role: Role, skill_id: str) -> Iterator[Run]:
    """A skill, and the stages of a role that rate it."""
    yield Run(edition.text(edition.kit.skill(skill_id).name))
    yield Run(edition.gettext(": "))
    for stage in _rating(role, skill_id):
        yield Run(edition.text(stage.name), Target(Kind.STAGE, f"{role.id}/{stage.id}"))


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
    """The level of each skill that each role needs, the darker the higher, and how many roles and skills that makes."""
    _, number, ngettext, skills = edition.gettext, edition.language.number, edition.language.ngettext, tuple(skills)
    must_have, gap = _("Must-have"), _("Rated in no stage")
    left_out = {(role.id, need.skill) for role in roles for need in _left_out(role)}

    def cell(role: Role, skill: Skill) -> Cell:
        need = role.need(skill.id)
        if need is None:
            return Cell(0)
        level = edition.level(need.level)
        label = _("{level}, must-have", level=level) if need.must_have else level
        if is_gap := (role.id, skill.id) in left_out:
            label = f"{label}{_(', ')}{gap}"
        to = None if is_gap else Target(Kind.SCORECARD, role.id, f"role--{skill.id}")
        return Cell(need.level, number(need.level), label, need.must_have, to, is_gap)

    def total(count: int, said: str) -> Cell:
        return Cell(0, number(count), said)

    def of_skill(skill: Skill) -> Cell:
        count = sum(role.need(skill.id) is not None for role in roles)
        return total(count, ngettext("{n} role", "{n} roles", count))

    rows = tuple(
        (edition.skill(skill.id), (*(cell(role, skill) for role in roles), of_skill(skill))) for skill in skills
    )
    counts = [sum(role.need(skill.id) is not None for skill in skills) for role in roles]
    sums = (*(total(count, ngettext("{n} skill", "{n} skills", count)) for count in counts), Cell(0))
    rows = (*rows, (Run(_("Skills")), sums))
    table = Table(
        caption,
        (_("Skill"), *(edition.text(role.title) for role in roles), _("Roles")),
        tuple(((head,), *(_in_words(one, must_have, gap) for one in cells)) for head, cells in rows),
    )
    columns = (*(edition.role(role.id) for role in roles), Run(_("Roles")))
    legend = (
        *(Cell(step.level, number(step.level), edition.text(step.name)) for step in edition.kit.about.rating_scale),
        Cell(0, "", must_have, dot=True),
        *((Cell(0, "", gap, warns=True),) if left_out else ()),
    )
    return Pictured(caption, Matrix("heat", _("Skill"), columns, rows, legend, has_totals=True), table)


def _in_words(cell: Cell, must_have: str, gap: str) -> Inlines:
    """A level, and what it is marked with."""
    marks = (must_have,) * cell.dot + (gap,) * cell.warns
    return (Run(cell.text or "–"), *(Mark(mark, "warn") for mark in marks))


def _raters(stage: Stage) -> int:
    """How many people rate what a stage asks about."""
    return sum(interviewer.rates for interviewer in stage.interviewers)


def _stages(edition: InternalEdition, role: Role, same: int | None) -> Folded:
    """How many people rate each skill of a role in each of its stages, folded under what there is to know of it."""
    _, ngettext = edition.gettext, edition.language.ngettext
    facts = [ngettext("{n} skill", "{n} skills", len(role.needs))]
    facts.append(ngettext("{n} stage", "{n} stages", len(role.interview)))
    if once := len(_rated_once(role)):
        facts.append(ngettext("{n} must-have in a single stage", "{n} must-haves in a single stage", once))
    return Folded(
        f"stages-{role.id}",
        edition.text(role.title),
        (_grid(edition, role, same),),
        apart=False,
        about=" · ".join(facts),
        level=3,
    )


def _grid(edition: InternalEdition, role: Role, same: int | None) -> Pictured:
    """A circle where a stage rates a skill: alone where as many people rate in each, else with their number."""
    _, number, ngettext = edition.gettext, edition.language.number, edition.language.ngettext
    caption = _("Stages that rate the skills of {role}", role=edition.text(role.title))
    once = {need.skill for need in _rated_once(role)}

    def cell(stage: Stage, skill_id: str) -> Cell:
        count = _raters(stage) if skill_id in stage.skills else 0
        if not count:
            return Cell(0)
        said, to = ngettext("rated by {n} person", "rated by {n} people", count), f"{role.id}/{stage.id}"
        return Cell(1, number(count) if same is None else "", said, same is not None, Target(Kind.STAGE, to))

    def total(skill_id: str) -> Cell:
        count = sum(map(_raters, _rating(role, skill_id)))
        said = ngettext("{n} rating", "{n} ratings", count)
        if skill_id in once:
            said = f"{said}{_(', ')}{_('a must-have in a single stage')}"
        return Cell(0, number(count), said, warns=skill_id in once)

    rows = tuple(
        (edition.skill(need.skill), (*(cell(stage, need.skill) for stage in role.interview), total(need.skill)))
        for need in role.needs
    )
    rated = [sum(need.skill in stage.skills for need in role.needs) for stage in role.interview]
    sums = (*(Cell(0, number(count), ngettext("{n} skill", "{n} skills", count)) for count in rated), Cell(0))
    rows = (*rows, (Run(_("Skills")), sums))
    columns = (
        *(
            Run(edition.text(stage.name), Target(Kind.INTERVIEW_KIT, role.id, f"stage-{stage.id}"))
            for stage in role.interview
        ),
        Run(_("Ratings in all")),
    )
    raters = number(same) if same is not None else ""
    table = Table(
        caption,
        (_("Skill"), *(column.text for column in columns)),
        tuple(((head,), *(words((raters if one.dot else one.text) or "–") for one in cells)) for head, cells in rows),
    )
    return Pictured(caption, Matrix("circles", _("Skill"), columns, rows, has_totals=True), table)
