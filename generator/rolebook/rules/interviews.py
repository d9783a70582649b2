"""Rules about interviews: stages fit their time, and rate what the role needs (OPM, structured interviews)."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.interviews import Stage
from rolebook.kit.skill_needs import Need
from rolebook.problem import Finding
from rolebook.rules import paths


def stage_overruns(kit: Kit) -> Iterator[Finding]:
    """Find a stage whose questions and scripts take longer than it lasts."""
    scripts = kit.interviewing
    fixed = scripts.opening.minutes + scripts.candidate_questions.minutes + scripts.closing.minutes
    for path, _, stage in paths.stages(kit):
        asked = sum(scripts.minutes_for(kit.question(reference)[1]) for reference in stage.questions)
        needed = fixed + (stage.screening_minutes or 0) + asked
        if needed > stage.minutes:
            yield Finding(
                (*path, "minutes"),
                f"The stage “{stage.id}” lasts {stage.minutes} minutes, but its questions and scripts take {needed}.",
                "Give it more minutes, or ask less.",
            )


def question_repeated(kit: Kit) -> Iterator[Finding]:
    """Find a question that a candidate for one role hears twice."""
    for path, role in paths.roles(kit):
        first: dict[str, str] = {}
        for position, stage in enumerate(role.interview):
            for index, reference in enumerate(stage.questions):
                if reference in first:
                    yield Finding(
                        (*path, "interview", position, "questions", index),
                        f"The stage “{first[reference]}” already asks “{reference}”.",
                        "Choose another question of that skill.",
                    )
                first.setdefault(reference, stage.id)


QUESTIONS = 3
"""How many questions a skill's bank holds at least, of different kinds (product: at least 3)."""


def question_count(kit: Kit) -> Iterator[Finding]:
    """Find a skill with so few questions that its stages have to share one."""
    for path, skill in paths.skills(kit):
        number = sum(question.retired is None for question in skill.questions)
        if number < QUESTIONS:
            yield Finding(
                (*path, "questions"),
                f"“{skill.id}” has {_questions(number)}; {QUESTIONS} or more are usual.",
                "Write one about the past, one about a situation, and one that lets the candidate show it.",
            )


def _questions(number: int) -> str:
    return "one question" if number == 1 else f"{number or 'no'} questions"


def skill_not_needed(kit: Kit) -> Iterator[Finding]:
    """Find a stage that rates a skill which the role does not take."""
    for path, role, stage in paths.stages(kit):
        for index, reference in enumerate(stage.questions):
            skill_id = reference.split("/")[0]
            if role.need(skill_id) is None:
                yield Finding(
                    (*path, "questions", index),
                    f"The stage “{stage.id}” asks about “{skill_id}”, which the role does not take.",
                    "Add the skill to the role, or ask something else.",
                )
        for index, skill_id in enumerate(stage.also_rates):
            if role.need(skill_id) is None:
                yield Finding(
                    (*path, "also_rates", index),
                    f"The stage “{stage.id}” rates “{skill_id}”, which the role does not take.",
                    "Add the skill to the role, or do not rate it.",
                )


def skill_not_assessed(kit: Kit) -> Iterator[Finding]:
    """Find a skill of a role that no stage rates."""
    for path, role in paths.roles(kit):
        rated = {skill_id for stage in role.interview for skill_id in stage.skills}
        for index, need in enumerate(role.skills):
            if need.skill not in rated:
                yield Finding(
                    (*path, "skills", index, "skill"),
                    f"No stage of “{role.id}” rates “{need.skill}”.",
                    "Ask one of its questions in a stage, or list it under “also_rates”.",
                )


def required_rated_once(kit: Kit) -> Iterator[Finding]:
    """Find a required skill that only one person rates, so that the decision rests on one judgement."""
    for path, role, need in paths.needs(kit):
        stages = [stage for stage in role.interview if need.skill in stage.skills]
        if need.need is Need.REQUIRED and stages and sum(map(_raters, stages)) < 2:
            yield Finding(
                (*path, "skill"),
                f"Only one person rates the required skill “{need.skill}” for “{role.id}”.",
                "Let a second interviewer or a second stage rate it.",
            )


def _raters(stage: Stage) -> int:
    return sum(interviewer.rates for interviewer in stage.interviewers)


def weight_without_reason(kit: Kit) -> Iterator[Finding]:
    """Find a skill that weighs more or less than the others without saying why."""
    for path, role, need in paths.needs(kit):
        if need.weight != 1 and need.weight_reason is None:
            yield Finding(
                (*path, "weight"),
                f"“{need.skill}” weighs {need.weight} for “{role.id}”, but nothing says why.",
                "Write “weight_reason”, or remove “weight”: equal weights are the default.",
            )


RATED = 8
"""Skills that one interviewer can rate in one interview (editorial default)."""


def stage_skill_count(kit: Kit) -> Iterator[Finding]:
    """Find an interview that rates more than eight skills."""
    for path, _, stage in paths.stages(kit):
        if len(stage.skills) > RATED:
            yield Finding(
                path,
                f"The stage “{stage.id}” rates {len(stage.skills)} skills; nobody tells more than {RATED} apart.",
                "Leave some to another stage.",
            )
