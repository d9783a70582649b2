"""Rules about work samples and role-plays: everything is there to hold them, and only where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.questions import PRACTICAL, Question, QuestionKind
from rolebook.problem import Finding
from rolebook.rules import paths


def work_sample_incomplete(kit: Kit) -> Iterator[Finding]:
    """Find a work sample or a role-play that cannot be held and scored with what the kit has."""
    for path, question in paths.questions(kit):
        lacking = list(_lacking(question)) if question.kind in PRACTICAL else []
        if not lacking:
            continue
        yield Finding(
            path if question.material is None else (*path, "handout"),
            f"The {_kind(question)} “{question.id}” lacks {_joined(lacking)}.",
            "Add it; the page “Reference of roles.yaml” explains each key, under Question.",
        )


def _lacking(question: Question) -> Iterator[str]:
    """Yield what a work sample or a role-play lacks."""
    if question.material is not None:
        yield "a handout for the candidate (a text alone is a note to interviewers)"
    elif question.handout is None:
        yield "a handout for the candidate (“handout” with “title”, “minutes” and “blocks”)"
    if question.kind is QuestionKind.ROLE_PLAY and not question.player:
        yield "the part that an interviewer plays (“player”)"
    if question.key is None:
        yield "a key to score it by (“key”)"
    if question.model_answers is None:
        yield "“model_answers”"


def _joined(parts: list[str]) -> str:
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else parts[0]


def _kind(question: Question) -> str:
    return question.kind.value.replace("-", " ") if question.kind is QuestionKind.WORK_SAMPLE else question.kind.value


def handout_time(kit: Kit) -> Iterator[Finding]:
    """Find a handout that takes all the time of its question, or more."""
    for path, question in paths.questions(kit):
        handout = question.candidate_handout
        if handout is not None and handout.minutes >= question.minutes:
            yield Finding(
                (*path, "handout", "minutes"),
                f"The candidate works {handout.minutes} minutes on the handout, but the whole question takes "
                f"{question.minutes}.",
                "Give the question more minutes, or the handout fewer.",
            )


def work_sample_part(kit: Kit) -> Iterator[Finding]:
    """Find what belongs to work samples and role-plays on a question of another kind."""
    for path, question in paths.questions(kit):
        there = {
            "handout": question.candidate_handout,
            "planted": question.planted,
            "key": question.key,
            "model_answers": question.model_answers,
        }
        for name in there if question.kind not in PRACTICAL else ():
            if there[name]:
                yield Finding(
                    (*path, name),
                    f"“{name}” belongs to work samples and role-plays, but “{question.id}” is {question.kind.value}.",
                    "Write “kind: work-sample” or “kind: role-play”, or remove it.",
                )
        if question.player and question.kind is not QuestionKind.ROLE_PLAY:
            yield Finding(
                (*path, "player"),
                f"“player” belongs to role-plays, but “{question.id}” is {question.kind.value}.",
                "Write “kind: role-play”, or remove it.",
            )
