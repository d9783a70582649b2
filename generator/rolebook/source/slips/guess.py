"""Guesses at what went wrong where YAML stopped, and the choice of the one that lets it read on farthest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from rolebook.source.slips.parts import indent_of, is_said

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_AHEAD: Final = 200
"""Lines after the place that a guess is tried on."""
_LONGEST: Final = 5_000
"""Characters of the longest line that guesses are made at."""
_SHOWN: Final = 90
"""Characters of a corrected line that are shown."""


@dataclass(frozen=True)
class Stop:
    """Where YAML gave up, and where what it was reading then had begun: lines and columns from 0."""

    line: int
    column: int
    begun_line: int
    begun_column: int


@dataclass(frozen=True)
class Guess:
    """A guess at what went wrong, with the corrected lines.

    Attributes:
        line: The line of the slip, from 0.
        column: Its column, from 0.
        message: What is wrong.
        corrected: The lines that change, as they would be right, by their numbers.
        hint: What to do. `{line}` stands for the corrected line, as far as there is something to see in it.
    """

    line: int
    column: int
    message: str
    corrected: Mapping[int, str]
    hint: str = "Write “{line}”."


class Scene:
    """The lines where YAML stopped.

    Attributes:
        lines: All lines of the file.
        stop: Where it stopped.
        keys: Words that are keys in a kit, or in this file.
    """

    def __init__(self, lines: Sequence[str], stop: Stop, keys: frozenset[str]) -> None:
        self.lines, self.stop, self.keys = lines, stop, keys

    @property
    def line(self) -> str:
        """Return the line where it stopped; empty at the end of the file."""
        return self.lines[self.stop.line] if self.stop.line < len(self.lines) else ""

    @property
    def sign(self) -> str:
        """Return the character where it stopped, or an empty string."""
        return self.line[self.stop.column : self.stop.column + 1]

    @property
    def opener(self) -> str:
        """Return the bracket that was open, or an empty string."""
        line = self.lines[self.stop.begun_line] if self.stop.begun_line < len(self.lines) else ""
        sign = line[self.stop.begun_column : self.stop.begun_column + 1]
        return sign if sign in ("{", "[") else ""

    def before(self, number: int) -> int:
        """Return the last line before a line that is neither empty nor a comment, or -1."""
        return next((row for row in range(number - 1, -1, -1) if is_said(self.lines[row])), -1)

    def nearby(self) -> Iterator[int]:
        """Return the lines where the slip may be: where YAML stopped, the one before, and where the value began."""
        numbers = (self.stop.line, self.before(self.stop.line), self.stop.begun_line)
        return (row for row in dict.fromkeys(numbers) if 0 <= row < len(self.lines))


Guesser = Callable[[Scene], Iterable[Guess]]


def stop_of(error: yaml.MarkedYAMLError) -> Stop:
    """Return where the parser's error says that it stopped."""
    at = error.problem_mark or error.context_mark
    begun = error.context_mark or error.problem_mark
    return Stop(at.line, at.column, begun.line, begun.column) if at and begun else Stop(0, 0, 0, 0)


def stopped(text: str) -> Stop | None:
    """Return where YAML stops reading a text, or None if it reads all of it."""
    try:
        for _ in yaml.parse(text, Loader=LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return stop_of(error)
    except yaml.YAMLError:
        return Stop(0, 0, 0, 0)
    return None


def best(scene: Scene, guessers: Sequence[Guesser]) -> Guess | None:
    """Choose the guess that lets YAML read on farthest; of equals, the first; None if none gets beyond the place."""
    if any(len(scene.lines[row]) > _LONGEST for row in scene.nearby()):
        return None
    start, end = _beginning(scene), min(len(scene.lines), scene.stop.line + _AHEAD)
    farthest, chosen = (scene.stop.line, scene.stop.column - len(scene.line)), None
    for guesser in guessers:
        for guess in guesser(scene):
            reached = _reached(scene.lines, guess, start, end)
            if reached > farthest:
                farthest, chosen = reached, guess
            if reached[0] >= end:
                return guess
    return chosen


def _beginning(scene: Scene) -> int:
    """Return the line of the section, at the left edge, from which a guess is tried."""
    upper = min(scene.stop.line, scene.stop.begun_line, max(0, scene.before(scene.stop.line)))
    for number in range(min(upper, len(scene.lines)) - 1, -1, -1):
        line = scene.lines[number]
        if is_said(line) and indent_of(line) == 0 and line[0] not in "-\t}]":
            return number
    return 0


def _reached(lines: Sequence[str], guess: Guess, start: int, end: int) -> tuple[int, int]:
    """Return how far YAML would read: the line, or `end` for everything, and the column from the line's end."""
    tried = [guess.corrected.get(number, lines[number]) for number in range(start, end)]
    stop = stopped("\n".join(tried))
    if stop is None or (stop.line >= len(tried) - 1 and end < len(lines)):
        return end, 0
    return start + stop.line, stop.column - (len(tried[stop.line]) if stop.line < len(tried) else 0)


def said(lines: Sequence[str], guess: Guess) -> str:
    """Return a guess's hint with the corrected line, cut to what has changed in it where it is long."""
    number = next(iter(guess.corrected), guess.line)
    before, after = (lines[number] if number < len(lines) else ""), guess.corrected.get(number, "")
    whole = after.strip()
    if len(whole) > _SHOWN:
        pairs = enumerate(zip(before, after, strict=False))
        same = next((place for place, (old, new) in pairs if old != new), len(before))
        left = max(len(after) - len(after.lstrip()), same - _SHOWN * 2 // 3)
        whole = f"{'…' if after[:left].strip() else ''}{after[left : left + _SHOWN].strip()}"
        whole += "…" if after[left + _SHOWN :].strip() else ""
    return guess.hint.replace("{line}", whole)
