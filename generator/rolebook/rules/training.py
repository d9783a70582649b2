"""Rules about sample answers, and about the training in which interviewers rate them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rolebook.kit import Kit
from rolebook.problem import Finding
from rolebook.rules import paths

LEVELS: Final = 3
"""Levels that a skill's sample answers show at least (editorial default)."""


def sample_levels(kit: Kit) -> Iterator[Finding]:
    """Find a skill whose sample answers do not show three levels."""
    for path, skill in paths.skills(kit):
        levels = sorted({sample.level for sample in skill.sample_answers})
        if levels and len(levels) < LEVELS:
            shown = " and ".join(map(str, levels))
            yield Finding(
                (*path, "sample_answers"),
                f"The sample answers of “{skill.id}” show {'level' if len(levels) == 1 else 'levels'} {shown} only.",
                f"Write answers at {LEVELS} different levels or more.",
            )


def sample_beyond_reach(kit: Kit) -> Iterator[Finding]:
    """Find a sample answer at a level that no answer to its question can show."""
    for path, skill in paths.skills(kit):
        for index, sample in enumerate(skill.sample_answers):
            reaches = skill.question(sample.question).reaches
            if reaches is not None and sample.level > reaches:
                yield Finding(
                    (*path, "sample_answers", index, "level"),
                    f"“{sample.id}” is at level {sample.level}, but “{sample.question}” reaches level {reaches} only.",
                    "Lower the level, let it answer another question, or raise the question's “reaches”.",
                )


def training_overruns(kit: Kit) -> Iterator[Finding]:
    """Find a training whose parts take longer than it lasts."""
    training = kit.interviewing.training
    if training is None:
        return
    needed = sum(part.minutes for part in training.parts)
    if needed > training.minutes:
        yield Finding(
            ("interviewing", "training", "parts"),
            f"The training lasts {training.minutes} minutes, but its parts take {needed}.",
            "Shorten some, or give it more “minutes”.",
        )
