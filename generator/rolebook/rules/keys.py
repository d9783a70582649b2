"""Rules about keys: points add up, and model answers and levels fit them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rolebook.kit import Kit
from rolebook.kit.keys import Key, ModelAnswer
from rolebook.problem import Finding, Path
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


def model_answer_criteria(kit: Kit) -> Iterator[Finding]:
    """Find points by criterion that are not the key's full, half or no marks, or do not add up to the answer's."""
    for path, question in paths.questions(kit):
        answers, key = question.model_answers, question.key
        if answers is None or key is None:
            continue
        for name in ("strong", "mixed", "weak"):
            answer = getattr(answers, name)
            if answer.by_criterion:
                yield from _unlike_the_key((*path, "model_answers", name, "by_criterion"), answer, key)


def _unlike_the_key(here: Path, answer: ModelAnswer, key: Key) -> Iterator[Finding]:
    """Find what the points by criterion of one answer have wrong."""
    given, criteria = answer.by_criterion, key.criteria
    if len(given) != len(criteria):
        yield Finding(
            here,
            f"There are points for {len(given)} criteria, but the key has {len(criteria)}.",
            "Write one number for each criterion, in the key's order.",
        )
        return
    for position, (points, criterion) in enumerate(zip(given, criteria, strict=True)):
        if points not in (0, criterion.points / 2, criterion.points):
            yield Finding(
                (*here, position),
                f"A criterion of {criterion.points} points gives {points:g}, which is not all of them, half or none.",
                f"Write {criterion.points}, {criterion.points / 2:g} or 0.",
            )
    if sum(given) != answer.points:
        yield Finding(
            here,
            f"The points by criterion add up to {sum(given):g}, but the answer has {answer.points:g} points.",
            "Correct one of the two.",
        )
