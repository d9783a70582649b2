"""Slips inside of {…} and […]: a comma, a brace or a bracket that is missing, or one too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolebook.source.slips.guess import Guess, Scene
from rolebook.source.slips.parts import PAIRS, Part, is_said, parts

_NAMES = {"}": "brace", "]": "bracket"}


def foreign_comma(scene: Scene) -> Iterator[Guess]:
    """Find a comma of another script between the items of […] or {…}."""
    names = {"،": "the Arabic comma", "，": "the Chinese comma", "、": "the Chinese comma", "؛": "the Arabic semicolon"}
    for number in scene.nearby():
        line = scene.lines[number]
        for found in re.finditer("[،，、؛]", line):
            if any(part.start <= found.start() < part.end for part in parts(line) if part.kind in ("double", "single")):
                continue
            signs = re.sub(r"(?<=[\"'}\]])\s*[،，、؛]\s*", ", ", line)
            message = f"Here stands {names[found.group()]}; between two items there must be “,”."
            yield Guess(number, found.start(), message, {number: signs})


def missing_comma(scene: Scene) -> Iterator[Guess]:
    """Find two items in {…} or […] without a comma between them."""
    if not scene.opener:
        return
    number, column = scene.stop.line, scene.stop.column
    if scene.sign == ":":
        key = re.search(r"(?<=\s)([\w-]+|\"[^\"]*\")\s*$", scene.line[:column])
        if not key or key.group().strip() not in scene.keys:
            return
        column = key.start()
    place = _before(scene, number, column)
    if place is None:
        return
    number, column = place
    line = scene.lines[number]
    if line[column - 1] in ",{[:":
        return
    yield Guess(number, column, "A comma is missing here.", {number: f"{line[:column]},{line[column:]}"})


def _before(scene: Scene, number: int, column: int) -> tuple[int, int] | None:
    """Return the place after the last character before a place, ignoring comments."""
    while number >= 0:
        line = scene.lines[number][:column] if number < len(scene.lines) else ""
        said = [part for part in parts(line, 1) if part.kind != "comment"]
        if said:
            return number, said[-1].end
        number, column = number - 1, 1_000_000
    return None


def extra_bracket(scene: Scene) -> Iterator[Guess]:
    """Find a brace or bracket that closes nothing."""
    number, column, line = scene.stop.line, scene.stop.column, scene.line
    if scene.sign not in ("}", "]"):
        return
    if scene.opener and PAIRS[scene.opener] != scene.sign:
        right = PAIRS[scene.opener]
        message = f"“{scene.sign}” does not close what “{scene.opener}” opens."
        yield Guess(number, column, message, {number: f"{line[:column]}{right}{line[column + 1 :]}"})
    message = f"This “{scene.sign}” is one too many: there is nothing here for it to close."
    yield Guess(number, column, message, {number: f"{line[:column]}{line[column + 1 :]}"})


def missing_bracket(scene: Scene) -> Iterator[Guess]:
    """Find a brace or bracket that nothing closes."""
    last = scene.before(scene.stop.line)
    begun = scene.stop.begun_line if scene.opener else last
    for number in dict.fromkeys((begun, last, scene.stop.line)):
        if not begun <= number < len(scene.lines):
            continue
        places = list(_where_open(scene, begun, number))
        line = scene.lines[number]
        for column, signs in places:
            message = f"The {_NAMES[signs[0]]} “{signs[0]}” that closes this is missing."
            corrected = f"{line[:column]}{signs}{line[column:]}"
            yield Guess(number, column, message, {number: corrected})


def _where_open(scene: Scene, begun: int, number: int) -> Iterator[tuple[int, str]]:
    """Yield where something may have been meant to close: before the key of an outer mapping, or at the end."""
    opened: list[str] = []
    for row in range(begun, number):
        for part in parts(scene.lines[row], len(opened)):
            _follow(opened, part, scene.lines[row])
    line = scene.lines[number]
    every = [part for part in parts(line, len(opened)) if part.kind != "comment"]
    for index, part in enumerate(every):
        if part.kind == "comma" and len(opened) > 1 and opened[-1] == "{" and _is_outer_key(line, every[index + 1 :]):
            yield part.start, "}"
        _follow(opened, part, line)
    if opened and every:
        yield every[-1].end, "".join(PAIRS[bracket] for bracket in reversed(opened))


def _follow(opened: list[str], part: Part, line: str) -> None:
    if part.kind == "open":
        opened.append(line[part.start])
    elif part.kind == "close" and opened:
        opened.pop()


def _is_outer_key(line: str, following: list[Part]) -> bool:
    """Tell whether a key follows that is not a language: it belongs to the mapping around a text by language."""
    if len(following) < 2 or following[1].kind != "colon":
        return False
    return not re.fullmatch(r"[a-z]{2,3}(-\w+)*", line[following[0].start : following[0].end]) or not is_said(line)
