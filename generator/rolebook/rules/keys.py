"""Rules about keys: points add up, and model answers and levels fit them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rolebook.kit import Kit
from rolebook.problem import Finding
from rolebook.rules import paths


def key_total(kit: Kit) -> Iterator[Finding]:
    """Find a key whose total is not the sum of its criteria's points."""
    for path, question in paths.questions(kit):
        if question.key is None:
            continue
        total = sum(criterion.points for criterion in question.key.criteria)
        if total != question.key.total:
            yield Finding(
                (*path, "key", "total"),
                f"The total is {question.key.total}, but the criteria's points add up to {total}.",
                f"Write “total: {total}”, or correct the points.",
            )


def key_levels(kit: Kit) -> Iterator[Finding]:
    """Find levels of a key that do not fit its points or the kit's rating scale."""
    highest = len(kit.about.rating_scale)
    for path, question in paths.questions(kit):
        if question.key is None:
            continue
        here, levels = (*path, "key", "levels"), question.key.levels
        for level, points in levels.items():
            if level > highest:
                yield Finding(
                    (*here, str(level)), f"The rating scale has no level {level}.", f"It ends at level {highest}."
                )
            elif points > question.key.total:
                yield Finding(
                    (*here, str(level)),
                    f"Level {level} takes {points} points, but the key gives {question.key.total} at most.",
                    "Write fewer points.",
                )
        for (below, fewer), (level, more) in pairwise(sorted(levels.items())):
            if more <= fewer:
                yield Finding(
                    (*here, str(level)),
                    f"Level {level} takes {more} points and level {below} takes {fewer}.",
                    "A higher level takes more points than the one below it.",
                )


def model_answer_points(kit: Kit) -> Iterator[Finding]:
    """Find model answers whose points do not fall from strong to weak, or go beyond the key's total."""
    for path, question in paths.questions(kit):
        answers, key = question.model_answers, question.key
        if answers is None:
            continue
        points = {name: getattr(answers, name).points for name in ("strong", "mixed", "weak")}
        if key is not None and points["strong"] > key.total:
            yield Finding(
                (*path, "model_answers", "strong", "points"),
                f"The strong answer has {points['strong']:g} points, but the key gives {key.total} at most.",
                "Write fewer points, or correct the key.",
            )
        for better, worse in pairwise(points):
            if points[worse] >= points[better]:
                yield Finding(
                    (*path, "model_answers", worse, "points"),
                    f"The {worse} answer has {points[worse]:g} points, and the {better} one {points[better]:g}.",
                    "A better answer has more points.",
                )
