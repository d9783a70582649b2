"""Skills: the list of all, and a page for each with its rubric and its question bank."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Card,
    Cards,
    Definitions,
    Document,
    Heading,
    Inlines,
    Kind,
    Ladder,
    Mark,
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
from rolebook.kit.skills import Skill


def skills(edition: InternalEdition, subject: str) -> Document:
    """All skills. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.SKILLS,
        title=_("Skills"),
        description=_("What roles need and interviews rate, with a rubric and a question bank for each skill."),
        blocks=(
            Paragraph(
                words(
                    _(
                        "Each level of a skill is described by what a person says and does. Each skill has its own "
                        "questions."
                    )
                ),
                lead=True,
            ),
            Heading(_("The rating scale"), "scale"),
            Definitions(
                tuple(
                    (words(edition.level(step.level)), words(edition.text(step.meaning)))
                    for step in edition.kit.about.rating_scale
                )
            ),
            Heading(_("All skills"), "all"),
            Cards(
                tuple(
                    Card(edition.text(skill.name), edition.text(skill.definition), Target(Kind.SKILL, skill.id))
                    for skill in edition.kit.skills
                )
            ),
        ),
    )


def skill(edition: InternalEdition, subject: str) -> Document:
    """The skill whose id is `subject`, for paper: the key to its sample answers stands on a sheet of its own."""
    return _skill(edition, edition.kit.skill(subject), keys_apart=True)


def skill_page(edition: InternalEdition, subject: str) -> Document:
    """The page of the skill whose id is `subject`: each sample answer has its key folded beneath it."""
    return _skill(edition, edition.kit.skill(subject), keys_apart=False)


def _skill(edition: InternalEdition, skill: Skill, *, keys_apart: bool) -> Document:
    _ = edition.gettext
    return edition.document(
        Kind.SKILL,
        skill.id,
        title=edition.text(skill.name),
        description=edition.text(skill.definition),
        blocks=(
            Paragraph(edition.backed(skill.definition, skill), lead=True),
            Heading(_("Levels"), "levels"),
            _ladder(edition, skill),
            *_use(edition, skill),
            *question_bank(edition, skill),
            *practice(edition, skill, keys_apart=keys_apart),
        ),
        eyebrow=_("Skill"),
        trail=(edition.home(), Run(_("Skills"), Target(Kind.SKILLS))),
    )


def _ladder(edition: InternalEdition, skill: Skill) -> Pictured:
    """The levels of a skill, the highest first, each with the roles that need it."""
    _ = edition.gettext
    caption = _("What a person at each level says and does")
    rungs = tuple(
        Rung(
            anchor.level,
            anchor.name,
            anchor.text,
            tuple(
                (edition.role(role.id), (Mark(_("Must-have"), "strong"),) if need.must_have else ())
                for role, need in edition.kit.roles_taking(skill.id)
                if need.level == anchor.level
            ),
        )
        for anchor in reversed(edition.anchors(skill))
    )
    table = Table(
        caption,
        (_("Level"), caption, _("Roles that need it")),
        tuple(
            (
                words(edition.level(rung.level)),
                words(rung.text),
                edition.listed(role for role, _marks in rung.standing) or words("–"),
            )
            for rung in rungs
        ),
    )
    return Pictured(caption, Ladder(rungs), table)


def _use(edition: InternalEdition, skill: Skill) -> Iterator[Block]:
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    for role, need in edition.kit.roles_taking(skill.id):
        stages = edition.listed(
            Run(edition.text(stage.name), Target(Kind.STAGE, f"{role.id}/{stage.id}"))
            for stage in role.interview
            if skill.id in stage.skills
        )
        rows.append(
            (
                (edition.role(role.id),),
                (edition.need(need.need),),
                words(edition.level(need.level)),
                stages or words("–"),
            )
        )
    yield Heading(_("Roles that need it"), "roles")
    if rows:
        yield Table(
            _("Roles that need this skill, and the stages that rate it"),
            (_("Role"), _("Need"), _("Level"), _("Rated in")),
            tuple(rows),
        )
    else:
        yield Paragraph(words(_("No role needs this skill yet.")))
