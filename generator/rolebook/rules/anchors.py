"""Rules about behavioural anchors: each says what a person does, and each level something else."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.problem import Finding, Path
from rolebook.rules import paths
from rolebook.rules.words import folded, found, words

GRADE_ALONE = 8
"""Words from which on an anchor may hold a grade: it then says what is good (editorial default)."""


def _anchors(kit: Kit) -> Iterator[tuple[Path, str, str, int, str]]:
    """Yield path, skill, language, level and words of every anchor."""
    for path, skill in paths.skills(kit):
        for level, text in enumerate(skill.anchors.texts, start=1):
            for tag in text.languages():
                yield (*path, "anchors", str(level), tag), skill.id, tag, level, text[tag]


def anchor_repeated(kit: Kit) -> Iterator[Finding]:
    """Find two levels of a skill that have the same anchor."""
    first: dict[tuple[str, str, str], int] = {}
    for path, skill, tag, level, text in _anchors(kit):
        key = skill, tag, " ".join(folded(text).split())
        if first.setdefault(key, level) != level:
            yield Finding(
                path,
                f"Level {level} of “{skill}” reads like level {first[key]}.",
                "Say what a person at this level does that the level below does not.",
            )


def anchor_without_act(kit: Kit) -> Iterator[Finding]:
    """Find an anchor that grades a person instead of naming what is said or done."""
    for path, skill, tag, level, text in _anchors(kit):
        length = len(text.split())
        short = length < words(tag).shortest_anchor
        grades = found(text, words(tag).grades) if length < GRADE_ALONE else []
        if short or grades:
            what = f"grades (“{grades[0]}”)" if grades else "is too short"
            yield Finding(
                path,
                f"The anchor of level {level} of “{skill}” {what} and names no act that one could see or hear.",
                "Write what a person at this level says and does, as “compares two sources before answering”.",
            )


def anchor_credentials(kit: Kit) -> Iterator[Finding]:
    """Find an anchor that leans on years, schools or employers."""
    for path, skill, tag, level, text in _anchors(kit):
        for word in found(text, words(tag).credentials):
            yield Finding(
                path,
                f"The anchor of level {level} of “{skill}” rests on “{word}”: where somebody was, not what they do.",
                "Write what such a person does better than others.",
            )
