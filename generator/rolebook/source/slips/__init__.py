"""Slips: what a person mistyped where YAML stops reading, told as a person would tell it.

The parser says where it gave up, which is often a line late, and in words of its own. So the text itself is looked at
around that place: each slip that people make is a guess how the lines would be right, and the guess that lets the
parser read on farthest is what is said. Nothing here runs for a file that can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rolebook.source.slips import brackets, quotes, spacing
from rolebook.source.slips.guess import Guess, Scene, best, said, stopped
from rolebook.source.slips.parts import lines_of
from rolebook.source.slips.whole import everywhere, indented_with_wide_blanks

_GUESSERS: Final = (
    brackets.foreign_comma,
    quotes.backslash,
    quotes.sign_at_the_beginning,
    spacing.wide_space,
    spacing.space_after_colon,
    spacing.space_after_dash,
    quotes.apostrophe,
    quotes.inner_quotes,
    quotes.missing_quote,
    brackets.extra_bracket,
    brackets.missing_bracket,
    brackets.missing_comma,
    quotes.text_goes_on,
    spacing.missing_colon,
    spacing.wrong_indentation,
    quotes.curly_quotes,
    quotes.colon_in_text,
)
"""What may have gone wrong; of two that explain as much, the earlier is told."""
_MOST: Final = 10
"""Slips that are looked for in one file."""
_LARGE: Final = 3_000_000
"""Characters of a file from which on only the first is looked for."""
_KEY: Final = re.compile(r"(?:^|[{,-]) *([\w-]+):(?=\s)", re.MULTILINE)


class Slip(NamedTuple):
    """A slip: its place, line and column from 1, what is wrong, and what to write instead."""

    line: int
    column: int
    message: str
    hint: str


def slips(text: str, keys: frozenset[str]) -> list[Slip]:
    """Find what was mistyped in a text that is not YAML: at least one slip, in the order of the file.

    Args:
        text: The text.
        keys: The keys that a kit has.
    """
    return sorted(_found(lines_of(text), keys | frozenset(_KEY.findall(text[:_LARGE])), len(text)))


def begins_with_wide_blanks(key: str) -> bool:
    """Tell whether a key begins with blanks that are not spaces, as in a line that is indented with them."""
    return bool(spacing.WIDE_FIRST.match(key))


def wide_blanks(text: str) -> list[Slip]:
    """Find the lines of a text that are indented with blanks that are not spaces."""
    lines = lines_of(text)
    return [_mended(lines, guess) for guess in list(indented_with_wide_blanks(lines))]


def _found(lines: list[str], keys: frozenset[str], size: int) -> Iterator[Slip]:
    touched: set[int] = set()
    for plain in list(everywhere(lines)):
        touched.update(plain.corrected)
        yield _mended(lines, plain)
    for _ in range(_MOST if size < _LARGE else 1):
        stop = stopped("\n".join(lines))
        if stop is None:
            return
        scene = Scene(lines, stop, keys)
        guess = best(scene, _GUESSERS)
        if guess is None or guess.line in touched:  # how such a line is meant can't be told
            if not touched:
                yield _unexplained(scene)
            return
        touched.update(guess.corrected)
        yield _mended(lines, guess)


def _mended(lines: list[str], guess: Guess) -> Slip:
    """Return a guess as a slip, and correct its lines, so that the next one is found."""
    hint = said(lines, guess)
    for number, line in guess.corrected.items():
        lines[number] = line
    return Slip(guess.line + 1, guess.column + 1, guess.message, hint)


def _unexplained(scene: Scene) -> Slip:
    """Describe a place that none of the slips explains."""
    number = min(scene.stop.line, max(0, len(scene.lines) - 1))
    column = scene.stop.column if number == scene.stop.line else len(scene.lines[number])
    return Slip(
        number + 1,
        column + 1,
        "This cannot be read from here on.",
        "Look at this line and at the one above it. Usually a quote, a comma or a bracket is missing, the line begins "
        "at the wrong column, or a text with a sign such as “: ” in it has to stand in double quotes.",
    )
