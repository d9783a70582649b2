"""Rating a candidate: the parts that a role's scorecard and a stage's packet share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.documents.blocks import Block, Choice, Fields, Heading, Inline, Mark, Option, RatingGrid, Run
from generator.documents.edition import Edition
from generator.kit.roles import Role


def candidate_fields(edition: Edition) -> Fields:
    """Who is rated, by whom, when. Empty: nothing about a person is ever kept in a kit."""
    say = edition.say
    return Fields((say("Candidate (name or code)"), say("Interviewer"), say("Date")))


def rating_grids(edition: Edition, role: Role, skills: Iterable[str], prefix: str, level: int) -> Iterator[RatingGrid]:
    """A grid for each skill, in the given order.

    Args:
        edition: The kit in a language.
        role: The role that is hired for; it says which level is needed.
        skills: Ids of the skills to rate.
        prefix: Sets the form fields of this scorecard apart from others on the page.
        level: The level of each grid's heading.
    """
    for skill_id in skills:
        skill, need = edition.kit.skill(skill_id), role.need(skill_id)
        marks: list[Inline] = []
        if need is not None:
            marks.append(edition.need(need))
            if need.must_have:
                marks.append(Mark(edition.say("Must-have"), "warn"))
            marks.append(Mark(edition.say("Needed: {level}", level=edition.level(need.level))))
            if need.weight != 1:
                marks.append(Mark(edition.say("Weight {weight}", weight=edition.language.number(need.weight))))
        yield RatingGrid(
            f"{prefix}-{skill_id}",
            edition.skill(skill_id),
            edition.text(skill.definition),
            tuple(marks),
            edition.anchors(skill, need.level if need else None),
            edition.text(need.weight_reason) if need and need.weight_reason else "",
            level,
            need.weight if need else 1,
            bool(need and need.must_have),
        )


def recommendation(edition: Edition, prefix: str, level: int) -> tuple[Block, ...]:
    """The overall recommendation, chosen last and with a reason."""
    say = edition.say
    return (
        Heading(say("Overall recommendation"), f"{prefix}-recommendation", level),
        Choice(
            f"{prefix}-recommendation",
            say("Choose it last, once every skill is rated"),
            tuple(
                Option(one.id, edition.text(one.name), edition.text(one.meaning))
                for one in edition.kit.interviewing.recommendations
            ),
            say("Reason, in the terms of the job description"),
        ),
    )


def weights_note(edition: Edition, role: Role) -> Run:
    """Whether all skills weigh the same, in a sentence."""
    if len({need.weight for need in role.skills}) == 1:
        return Run(edition.say("All skills weigh the same."))
    return Run(edition.say("Weights differ; the reason stands beside each skill that weighs more or less."))
