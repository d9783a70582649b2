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
    Item,
    Kind,
    Listing,
    Paragraph,
    Rubric,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.question import question_card
from rolebook.documents.roles.overview import FEW
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
    """The page of the skill whose id is `subject`."""
    skill = edition.kit.skill(subject)
    _ = edition.gettext
    return edition.document(
        Kind.SKILL,
        skill.id,
        title=edition.text(skill.name),
        description=edition.text(skill.definition),
        blocks=(
            Paragraph(edition.backed(skill.definition, skill), lead=True),
            Heading(_("Levels"), "levels"),
            Rubric(_("What a person at each level says and does"), edition.anchors(skill)),
            *_use(edition, skill),
            Heading(_("Question bank"), "questions"),
            *_questions(edition, skill),
        ),
        eyebrow=_("Skill"),
        trail=(edition.home(), Run(_("Skills"), Target(Kind.SKILLS))),
    )


def _use(edition: InternalEdition, skill: Skill) -> Iterator[Block]:
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    for role, need in edition.kit.roles_taking(skill.id):
        stages = edition.listed(
            Run(edition.text(stage.name), Target(Kind.INTERVIEW_KIT, role.id, f"stage-{stage.id}"))
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


def _questions(edition: InternalEdition, skill: Skill) -> Iterator[Block]:
    _ = edition.gettext
    for number, question in enumerate(skill.questions, start=1):
        yield question_card(edition, skill.id, question, f"question-{question.id}", number, notes=False)
        asked = [
            (role, stage)
            for role, stage in edition.kit.stages_rating(skill.id)
            if f"{skill.id}/{question.id}" in stage.questions
        ]
        if len(asked) > FEW:
            yield Paragraph(words(edition.language.ngettext("Asked in {n} stage.", "Asked in {n} stages.", len(asked))))
        elif asked:
            yield Listing(
                tuple(
                    Item(
                        (
                            Run(_("Asked in: ")),
                            Run(edition.text(stage.name), Target(Kind.INTERVIEW_KIT, role.id, f"stage-{stage.id}")),
                            Run(_(", ")),
                            edition.role(role.id),
                        )
                    )
                    for role, stage in asked
                )
            )
