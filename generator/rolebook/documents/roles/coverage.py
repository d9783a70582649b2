"""The coverage: which skill of which role is rated in which stage, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rolebook.documents.blocks import (
    Block,
    Document,
    Heading,
    Kind,
    Mark,
    Paragraph,
    Run,
    Table,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.roles.overview import families
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
    blocks: list[Block] = [
        Paragraph(
            words(_("Which skill is rated where, so that nothing is forgotten and nothing asked twice.")), lead=True
        ),
        Heading(_("Skills by role"), "roles"),
        *_skills_by_role(edition, roles),
        Heading(_("Skills by stage"), "stages"),
    ]
    for role in roles:
        blocks.append(Heading(edition.text(role.title), f"stages-{role.id}", 3))
        blocks.append(
            Table(
                _("Stages that rate the skills of {role}", role=edition.text(role.title)),
                (_("Skill"), *(edition.text(stage.name) for stage in role.interview), _("Ratings")),
                tuple(
                    (
                        (edition.skill(need.skill),),
                        *(
                            (Mark(_("rated"), "good"),) if need.skill in stage.skills else words("–")
                            for stage in role.interview
                        ),
                        words(
                            edition.language.number(
                                sum(
                                    interviewer.rates
                                    for stage in role.interview
                                    if need.skill in stage.skills
                                    for interviewer in stage.interviewers
                                )
                            )
                        ),
                    )
                    for need in role.needs
                ),
            )
        )
    return edition.document(
        Kind.COVERAGE,
        title=_("Coverage"),
        description=_("Which skill is rated for which role, in which stage, and by how many people."),
        blocks=tuple(blocks),
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


def _levels(edition: InternalEdition, caption: str, skills: Iterable[Skill], roles: Sequence[Role]) -> Table:
    _, number = edition.gettext, edition.language.number
    return Table(
        caption,
        (_("Skill"), *(edition.text(role.title) for role in roles)),
        tuple(
            (
                (edition.skill(skill.id),),
                *(
                    (Run(number(need.level)), Mark(_("Must-have"), "warn"))
                    if (need := role.need(skill.id)) and need.must_have
                    else words(number(need.level) if need else "–")
                    for role in roles
                ),
            )
            for skill in skills
        ),
    )
