"""Slips with blanks: one that is missing after a colon or a dash, one of another kind, and wrong indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from rolebook.source.slips.guess import Guess, Scene
from rolebook.source.slips.parts import indent_of, is_said

WIDE: Final = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""Blanks that look like a space to a reader, and are none to YAML (for a pattern's brackets)."""
WIDE_FIRST: Final = re.compile(f"[{WIDE}]")
_WORD: Final = r"[\w-]+"
_LOOKED_BACK: Final = 60
"""Lines above that a line may belong to."""


def space_after_colon(scene: Scene) -> Iterator[Guess]:
    """Find a key whose value follows without a space, as in `need:required`."""
    for number in scene.nearby():
        line = scene.lines[number]
        found = re.match(rf"\s*(?:- +)*({_WORD}):(?=[^\s:/])(?!//)", line)
        if found:
            yield _insert(scene, number, found.end(), "A space is missing after this colon.")


def space_after_dash(scene: Scene) -> Iterator[Guess]:
    """Find an item of a list whose dash is followed by no space, as in `-skill: x`."""
    for number in scene.nearby():
        line = scene.lines[number]
        found = re.match(r"\s*-(?=[^\s-])", line)
        if found:
            guess = _insert(scene, number, found.end(), "A space is missing after this dash.")
            yield guess
            corrected = re.sub(rf"^(\s*- {_WORD}):(?=\S)", r"\1: ", guess.corrected[number])
            yield Guess(guess.line, guess.column, guess.message, {number: corrected})


def _insert(scene: Scene, number: int, column: int, message: str) -> Guess:
    line = scene.lines[number]
    return Guess(number, column, message, {number: f"{line[:column]} {line[column:]}"})


def wide_space(scene: Scene) -> Iterator[Guess]:
    """Find a blank of another kind behind a colon or a dash, where YAML wants a space."""
    for number in scene.nearby():
        line = scene.lines[number]
        found = re.search(rf"(?<=[:-])[ ]*[{WIDE}][ {WIDE}]*", line)
        if found:
            column = next(place for place in range(found.start(), found.end()) if line[place] != " ")
            corrected = f"{line[: found.start()]} {line[found.end() :]}"
            yield Guess(
                number,
                column,
                f"Here stands {name_of(line[column])}, which looks like a space and is none.",
                {number: corrected},
                "Delete it and type a space: “{line}”.",
            )


def name_of(blank: str) -> str:
    """Return the name of a blank that is not a space."""
    kind = {"\u00a0": "a non-breaking space", "\u200b": "an invisible space", "\ufeff": "an invisible space"}
    return f"{kind.get(blank, 'a blank of another kind')} (U+{ord(blank):04X})"


def missing_colon(scene: Scene) -> Iterator[Guess]:
    """Find a key without its colon, or with another sign in its place."""
    for number in scene.nearby():
        line = scene.lines[number]
        found = re.match(rf"(\s*(?:- +)*)({_WORD})(?:\s*$|\s*(=|：|\ufe55|;)\s*|\s+(?=\S))", line)
        if not found or found[2] not in scene.keys:
            continue
        sign, rest = found[3], line[found.end() :]
        corrected = f"{found[1]}{found[2]}: {rest}".rstrip()
        message = f"Behind “{found[2]}” stands “{sign}” instead of a colon." if sign else (
            f"The colon behind “{found[2]}” is missing."
        )  # fmt: skip
        yield Guess(number, found.end(2), message, {number: corrected})


def wrong_indentation(scene: Scene) -> Iterator[Guess]:
    """Find a line that begins at a column where nothing around it does."""
    above = scene.before(scene.stop.line)
    for number in dict.fromkeys((scene.stop.line, above)):
        if not 0 <= number < len(scene.lines) or not _begins_something(scene, number):
            continue
        for indent, like in _columns(scene, number):
            yield _moved(scene, number, indent, like, number + 1)
    if 0 <= scene.stop.line < len(scene.lines) and _begins_something(scene, scene.stop.line):
        for indent, like in _columns(scene, scene.stop.line):
            yield _moved(scene, scene.stop.line, indent, like, _end_of_block(scene, scene.stop.line))


def _begins_something(scene: Scene, number: int) -> bool:
    """Tell whether a line begins with a dash or with a known key."""
    found = re.match(rf"\s*(?:(- )|({_WORD}):(?:\s|$))", scene.lines[number])
    return bool(found and (found[1] or found[2] in scene.keys))


def _columns(scene: Scene, number: int) -> list[tuple[int, int]]:
    """Return the columns at which the lines above begin, the nearest first, each with such a line."""
    mine, lowest, found = indent_of(scene.lines[number]), 1_000, dict[int, int]()
    for above in islice(range(number - 1, -1, -1), _LOOKED_BACK):
        line = scene.lines[above]
        if not is_said(line) or indent_of(line) > lowest:
            continue
        lowest = indent_of(line)
        begins = re.match(r" *(?:- +)*", line)
        for column in {lowest, begins.end() if begins else lowest}:
            found.setdefault(column, above)
        if re.match(r"\s*(- +)?[\w-]+:\s*$", line):
            found.setdefault(lowest + 2, above)
    if re.match(r"\s*- ", scene.lines[number]):
        return sorted(
            ((column, above) for column, above in found.items() if column != mine),
            key=lambda entry: abs(entry[0] - mine),
        )
    return sorted(
        ((column, above) for column, above in found.items() if column != mine),
        key=lambda entry: (abs(entry[0] - mine), -entry[0]),
    )


def _moved(scene: Scene, number: int, indent: int, like: int, end: int) -> Guess:
    """Indent a line, and those down to another one, differently."""
    mine = indent_of(scene.lines[number])
    corrected = {
        row: " " * max(0, indent_of(scene.lines[row]) + indent - mine) + scene.lines[row].lstrip(" ")
        for row in range(number, end)
        if scene.lines[row].strip()
    }
    follow = "" if end == number + 1 else f" The lines that belong to it, down to line {end}, move with it."
    beside = f", as line {like + 1} does" if indent_of(scene.lines[like]) == indent else ""
    return Guess(
        number,
        mine,
        f"This line begins at the wrong column: with {_spaces(mine)} before it, it belongs to nothing above.",
        corrected,
        f"Begin it with {_spaces(indent)}{beside}.{follow}",
    )


def _spaces(number: int) -> str:
    return {0: "no space", 1: "1 space"}.get(number, f"{number} spaces")


def _end_of_block(scene: Scene, number: int) -> int:
    """Return the line after the last one that is indented at least as much as a line."""
    mine = indent_of(scene.lines[number])
    for end in range(number + 1, min(len(scene.lines), number + 500)):
        if scene.lines[end].strip() and indent_of(scene.lines[end]) < mine:
            return end
    return min(len(scene.lines), number + 500)
