"""Skills: the list of all, and a page for each with its rubric and its question bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Card,
    CardFilter,
    Cards,
    Definitions,
    Document,
    Folded,
    Heading,
    Inlines,
    Kind,
    Ladder,
    Mark,
    Needed,
    Paragraph,
    Pictured,
    Run,
    Rung,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.bank import question_bank
from rolebook.documents.interviews.sample_answers import practice
from rolebook.documents.roles.overview import FEW
from rolebook.kit.roles import Role
from rolebook.kit.skills import Skill

_COLUMNS = 8
"""Roles that have a column each in the list of skills at most (editorial default)."""
_NAMED = 2
"""Skills that a sentence names at most."""


def skills(edition: InternalEdition, subject: str) -> Document:
    """All skills. It has no subject."""
    _, scale = edition.gettext, edition.kit.about.rating_scale
    meanings = tuple((words(edition.level(one.level)), words(edition.text(one.meaning))) for one in scale)
    return edition.document(
        Kind.SKILLS,
        title=_("Skills"),
        description=_("What roles need and interviews rate, with a rubric and a question bank for each skill."),
        blocks=(
            Paragraph(words(_summary(edition)), lead=True),
            Cards(
                tuple(_card(edition, skill) for skill in edition.kit.skills),
                rows=True,
                search=_search(edition),
                heads=(_("Skill"), _("Roles that need it")),
                columns=tuple(edition.role(role.id) for role in _in_columns(edition)),
                legend=words(
                    _(
                        "The number is the level that a role needs, from {lowest} to {highest}. "
                        "A filled square means that the skill is a must-have.",
                        lowest=edition.level(scale[0].level),
                        highest=edition.level(scale[-1].level),
                    )
                ),
            ),
            Folded("scale", _("The rating scale"), (Definitions(meanings),), apart=False, level=2),
        ),
    )


def _summary(edition: InternalEdition) -> str:
    """How many skills there are, and which of them most roles cannot do without."""
    _, kit, ngettext = edition.gettext, edition.kit, edition.language.ngettext
    said = [f"{ngettext('{n} skill', '{n} skills', len(kit.skills))}."]
    counts = Counter(need.skill for role in kit.roles for need in role.needs if need.must_have)
    most = max(counts.values(), default=0)
    found = [skill for skill, count in counts.items() if count == most]
    if most > 1 and len(found) <= _NAMED:
        names = edition.language.join([edition.text(kit.skill(skill).name) for skill in found])
        roles = ngettext("{n} role", "{n} roles", most)
        said.append(_("Most often a must-have: {skills} ({roles}).", skills=names, roles=roles))
    return " ".join(said)


def _in_columns(edition: InternalEdition) -> tuple[Role, ...]:
    """The roles that have a column of their own: all of them, unless they are too many for that."""
    roles = edition.kit.roles
    return tuple(roles) if len(roles) <= _COLUMNS else ()


def _card(edition: InternalEdition, skill: Skill) -> Card:
    """A skill in a line: what it is, and which roles need which level of it; how many roles, where there are many."""
    return Card(
        edition.text(skill.name),
        edition.text(skill.definition),
        Target(Kind.SKILL, skill.id),
        needs=tuple(_one_by_one(edition, skill) if _in_columns(edition) else _by_level(edition, skill)),
    )


def _one_by_one(edition: InternalEdition, skill: Skill) -> Iterator[Needed]:
    """The roles that need a skill, those that need most of it first, each with its column."""
    columns = {role.id: number for number, role in enumerate(_in_columns(edition), start=1)}
    found = sorted(edition.kit.roles_taking(skill.id), key=lambda one: (one[1].level, one[1].must_have), reverse=True)
    before: tuple[int, bool] | None = None
    for role, need in found:
        level = need.level, need.must_have
        yield Needed(
            need.level,
            edition.level_name(need.level),
            (Run(edition.text(role.title)),),
            _must(edition, need.must_have),
            columns[role.id],
            level == before,
        )
        before = level


def _must(edition: InternalEdition, must_have: bool) -> tuple[Mark, ...]:
    return (Mark(edition.gettext("Must-have"), "strong"),) if must_have else ()


def _by_level(edition: InternalEdition, skill: Skill) -> Iterator[Needed]:
    """The levels of a skill, each with the roles that need it."""
    needs: dict[tuple[int, bool], list[Run]] = {}
    for role, need in edition.kit.roles_taking(skill.id):
        needs.setdefault((need.level, need.must_have), []).append(edition.role(role.id))
    for (level, must_have), roles in sorted(needs.items(), reverse=True):
        many = edition.language.ngettext("{n} role", "{n} roles", len(roles))
        named = tuple(roles) if len(edition.kit.roles) <= FEW else (Run(many),)
        yield Needed(level, edition.level_name(level), named, _must(edition, must_have))


def _search(edition: InternalEdition) -> CardFilter | None:
    """The form that narrows the list down to the skills of a role, where their cards name roles."""
    _, roles = edition.gettext, edition.kit.roles
    if len(roles) > FEW:
        return None
    titles = tuple(edition.text(role.title) for role in roles)
    return CardFilter(
        _("Find a skill"), _("Role"), _("All roles"), titles, _("Nothing found. Try fewer words, or all roles.")
    )


def skill(edition: InternalEdition, subject: str) -> Document:
    """The skill whose id is `subject`, for paper: the key to its sample answers stands on a sheet of its own."""
    return _skill(edition, edition.kit.skill(subject), folded=False)


def skill_page(edition: InternalEdition, subject: str) -> Document:
    """The page of the skill whose id is `subject`: questions are folded, and sample answers, each with its key."""
    return _skill(edition, edition.kit.skill(subject), folded=True)


def _skill(edition: InternalEdition, skill: Skill, *, folded: bool) -> Document:
    _ = edition.gettext
    return edition.document(
        Kind.SKILL,
        skill.id,
        title=edition.text(skill.name),
        description=edition.text(skill.definition),
        blocks=(
            Paragraph(edition.backed(skill.definition, skill), lead=True),
            Heading(_("Levels"), "levels"),
            Paragraph(words(_usual(edition, skill))),
            _ladder(edition, skill),
            *(() if folded else _use(edition, skill)),  # a page's ladder says the same
            *question_bank(edition, skill, folded=folded),
            *practice(edition, skill, folded=folded),
        ),
        eyebrow=_("Skill"),
        trail=(edition.home(), Run(_("Skills"), Target(Kind.SKILLS))),
    )


def _usual(edition: InternalEdition, skill: Skill) -> str:
    """The level that most roles need, and how many of them; where there is none, the lowest and the highest."""
    _, ngettext, counts = edition.gettext, edition.language.ngettext, _needed(edition, skill)
    if not counts:
        return _("No role needs this skill yet.")
    if (most := _most(counts)) is not None:
        return ngettext(
            "Needed by {n} role: {level}.",
            "Most often needed: {level} ({count} of {n} roles).",
            counts.total(),
            level=edition.level(most),
            count=edition.language.number(counts[most]),
        )
    lowest, highest = edition.level(min(counts)), edition.level(max(counts))
    return ngettext(
        "Needed by {n} role: {lowest} to {highest}.",
        "Needed by {n} roles: {lowest} to {highest}.",
        counts.total(),
        lowest=lowest,
        highest=highest,
    )


def _needed(edition: InternalEdition, skill: Skill) -> Counter[int]:
    """How many roles need each level of a skill."""
    return Counter(need.level for _role, need in edition.kit.roles_taking(skill.id))


def _most(counts: Counter[int]) -> int | None:
    """The level that more roles need than any other."""
    highest = max(counts.values(), default=0)
    found = [level for level, count in counts.items() if count == highest]
    return found[0] if len(found) == 1 else None


def _ladder(edition: InternalEdition, skill: Skill) -> Pictured:
    """The levels of a skill, the highest first, each with the roles that need it and the stages that rate them."""
    _ = edition.gettext
    caption, roles = _("What a person at each level says and does"), _("Roles that need it")
    counts = _needed(edition, skill)
    most = _most(counts) if counts.total() > 1 else None
    must_have = Mark(_("Must-have"), "strong")
    rungs = tuple(
        Rung(
            anchor.level,
            anchor.name,
            anchor.text,
            tuple(
                (
                    edition.role(role.id),
                    (must_have if need.must_have else edition.need(need.need),),
                    _rated_in(edition, role, skill),
                )
                for role, need in edition.kit.roles_taking(skill.id)
                if need.level == anchor.level
            ),
            (Mark(_("most often needed"), "good"),) if anchor.level == most else (),
        )
        for anchor in reversed(edition.anchors(skill))
    )
    table = Table(
        caption,
        (_("Level"), caption, roles),
        tuple(
            (
                words(edition.level(rung.level)),
                words(rung.text),
                edition.listed(role for role, *_rest in rung.standing) or words("–"),
            )
            for rung in rungs
        ),
    )
    return Pictured(caption, Ladder((_("Level"), caption, roles), "roles", rungs), table)


def _rated_in(edition: InternalEdition, role: Role, skill: Skill) -> Inlines:
    """The stages that rate a skill of a role."""
    return edition.listed(
        Run(edition.text(stage.name), Target(Kind.STAGE, f"{role.id}/{stage.id}"))
        for stage in role.interview
        if skill.id in stage.skills
    )


def _use(edition: InternalEdition, skill: Skill) -> Iterator[Block]:
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    for role, need in edition.kit.roles_taking(skill.id):
        rows.append(
            (
                (edition.role(role.id),),
                (edition.need(need.need),),
                words(edition.level(need.level)),
                _rated_in(edition, role, skill) or words("–"),
            )
        )
    if rows:
        yield Heading(_("Roles that need it"), "roles")
        yield Table(
            _("Roles that need this skill, and the stages that rate it"),
            (_("Role"), _("Need"), _("Level"), _("Rated in")),
            tuple(rows),
        )
