"""Rules about question banks: enough parallel questions to choose from, each for duties of the role that asks it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rolebook.kit import Kit
from rolebook.kit.questions import Question, QuestionKind
from rolebook.kit.skills import Skill
from rolebook.problem import Finding
from rolebook.rules import paths

ENOUGH: Final = {QuestionKind.BEHAVIOURAL: 3, QuestionKind.SITUATIONAL: 2}
"""Questions of each kind from which stages and candidates can be given different ones (editorial default)."""
MOST_ROLES: Final = 3
"""Roles that can share a question before people who apply twice are prepared for it (editorial default)."""


def retired_question(kit: Kit) -> Iterator[Finding]:
    """Find a stage that asks a retired question."""
    for path, _, stage in paths.stages(kit):
        for index, reference in enumerate(stage.questions):
            retired = kit.question(reference)[1].retired
            if retired is not None:
                yield Finding(
                    (*path, "questions", index),
                    f"“{reference}” was retired on {retired.on} ({retired.because}), but “{stage.id}” asks it.",
                    "Ask another question of that skill.",
                )


def parallel_differs(kit: Kit) -> Iterator[Finding]:
    """Find a question that takes more or less time than a parallel one, or reaches another level."""
    for path, skill in paths.skills(kit):
        for kind in ENOUGH:
            first, *others = _asked(skill, kind) or (None,)
            for question in others:
                if first is not None and _shape(question) != _shape(first):
                    key = "minutes" if question.minutes != first.minutes else "reaches"
                    yield Finding(
                        (*path, "questions", skill.questions.index(question), key if _has(question, key) else "id"),
                        f"“{question.id}” ({_words(question)}) and “{first.id}” ({_words(first)}) are not parallel.",
                        "Give both the same minutes and “reaches”, so that a stage can ask one in place of the other.",
                    )


def pilot_ahead(kit: Kit) -> Iterator[Finding]:
    """Find a pilot on a day that is still to come."""
    for path, skill in paths.skills(kit):
        for position, question in enumerate(skill.questions):
            for index, pilot in enumerate(question.pilots):
                if pilot.on > kit.today:
                    yield Finding(
                        (*path, "questions", position, "pilots", index, "on"),
                        f"“{question.id}” was piloted on {pilot.on}, which is still to come.",
                        "Correct the day, or write the pilot down once it has taken place.",
                    )


def _asked(skill: Skill, kind: QuestionKind) -> list[Question]:
    """Return the questions of a kind that are not retired."""
    return [question for question in skill.questions if question.kind is kind and question.retired is None]


def _shape(question: Question) -> tuple[int, int | None]:
    return question.minutes, question.reaches


def _has(question: Question, key: str) -> bool:
    return getattr(question, key) is not None


def _words(question: Question) -> str:
    reach = "any level" if question.reaches is None else f"up to level {question.reaches}"
    return f"{question.minutes} minutes, {reach}"


def bank_too_thin(kit: Kit) -> Iterator[Finding]:
    """Find a skill with too few questions to choose from, in a kit that builds up a bank.

    A kit does so once it has sample answers, or questions that say which duties they sample; others are left in peace.
    """
    if not any(skill.sample_answers or any(one.duties for one in skill.questions) for skill in kit.skills):
        return
    for path, skill in paths.skills(kit):
        numbers = {kind: len(_asked(skill, kind)) for kind in ENOUGH}
        if any(numbers[kind] < enough for kind, enough in ENOUGH.items()):
            wanted = " and ".join(f"{enough} {kind.value}" for kind, enough in ENOUGH.items())
            there = " and ".join(f"{number or 'no'} {kind.value}" for kind, number in numbers.items())
            yield Finding(
                (*path, "questions"),
                f"“{skill.id}” has {there} questions in use; {wanted} ones are enough to choose from.",
                "Write parallel ones: the same kind, minutes and level, about another situation.",
            )


def duty_not_sampled(kit: Kit) -> Iterator[Finding]:
    """Find a duty that nothing asked of its role's candidates samples, once all that they are asked names its duties.

    What a role takes over from another one is sampled where the other's is.
    """
    for path, role in paths.roles(kit):
        asked = [kit.question(reference)[1] for stage in role.interview for reference in stage.questions]
        if not all(question.duties for question in asked):
            continue
        sampled = {duty for question in asked for duty in question.duties}
        for index, duty in enumerate(role.duties):
            if not {f"{owner}/{duty.id}" for owner in (role.id, role.extends)} & sampled:
                yield Finding(
                    (*path, "duties", index, "id"),
                    f"No question that “{role.id}” is asked samples the duty “{duty.id}”.",
                    "Ask one that does, or name the duty under the questions that show it.",
                )


def duty_elsewhere(kit: Kit) -> Iterator[Finding]:
    """Find a question that samples a duty of a role which does not take the question's skill."""
    for path, skill in paths.skills(kit):
        for position, question in enumerate(skill.questions):
            for index, reference in enumerate(question.duties):
                role, _ = kit.duty(reference)
                if role.need(skill.id) is None:
                    yield Finding(
                        (*path, "questions", position, "duties", index),
                        f"“{question.id}” samples “{reference}”, but “{role.id}” does not take “{skill.id}”.",
                        "Name a duty of a role that takes the skill, or add the skill to the role.",
                    )


def question_everywhere(kit: Kit) -> Iterator[Finding]:
    """Find a question about past behaviour that many roles ask, although there is a parallel one.

    What a role takes over from another one is asked once.
    """
    asking: dict[str, dict[int, str]] = {}
    for _, role, stage in paths.stages(kit):
        for reference in stage.questions:
            asking.setdefault(reference, {}).setdefault(id(stage), role.id)
    for path, skill in paths.skills(kit):
        asked = _asked(skill, QuestionKind.BEHAVIOURAL)
        for question in asked if len(asked) > 1 else ():
            roles = set(asking.get(f"{skill.id}/{question.id}", {}).values())
            if len(roles) > MOST_ROLES:
                yield Finding(
                    (*path, "questions", skill.questions.index(question), "id"),
                    f"{len(roles)} roles ask “{skill.id}/{question.id}”; whoever applies twice is prepared for it.",
                    "Let some of them ask a parallel question.",
                )
