"""Slips with quotes: one that is missing, one too many, and texts that need some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from rolebook.source.slips.guess import Guess, Scene
from rolebook.source.slips.parts import PAIRS, Part, parts, quoted

_SIGNS: Final = "@`%&*!|>?-#,"
"""Signs that mean something else to YAML where a text begins."""
_LETTER: Final = re.compile(r"\w")
CURLY: Final = r"(?<=[\s\[{,])[“”„«]([^“”„«»\"]*)[”“»](?=\s*(?:[,}\]]|$))"
"""Words in curly quotes where a value stands."""
_BEFORE_VALUES: Final = frozenset({"colon", "dash", "comma", "open"})
_VALUES: Final = frozenset({"plain", "double", "single", "unclosed", "dash"})
_NAMES: Final = {'"': "double", "'": "single"}


def apostrophe(scene: Scene) -> Iterator[Guess]:
    """Find an apostrophe inside '…', which ends the text there."""
    yield from _inner_quote(scene, "single", "This apostrophe ends the text that began with '.")


def inner_quotes(scene: Scene) -> Iterator[Guess]:
    """Find straight double quotes inside "…"."""
    if scene.line.count('"') % 2 == 0:
        yield from _inner_quote(scene, "double", "This quote ends the text that began with one.")


def _inner_quote(scene: Scene, kind: str, message: str) -> Iterator[Guess]:
    number, line, depth = scene.stop.line, scene.line, 1 if scene.opener else 0
    for part in parts(line, depth):
        end = part.end
        if part.kind != kind or not _LETTER.match(line[end : end + 1]):
            continue
        found = re.search(rf"{line[part.start]}(?=\s*(?:[,}}\]]|\s#|$))", line[end:])
        if found:
            close = end + found.start()
            corrected = line[: part.start] + quoted(line[part.start + 1 : close].replace("''", "'")) + line[close + 1 :]
            yield Guess(number, end - 1, message, {number: corrected})


def missing_quote(scene: Scene) -> Iterator[Guess]:
    """Find a quote that opens a text, and none that closes it."""
    for number in _where_quotes_open(scene):
        line = scene.lines[number]
        for part in parts(line, 1 if scene.opener and number > scene.stop.begun_line else 0):
            if part.kind not in ("unclosed", "double", "single"):
                continue
            quote = line[part.start]
            for place in _ends(line, part, quote):
                corrected = line[:place] + quote + line[place:]
                yield Guess(
                    number, place, f"The {_NAMES[quote]} quote that closes this text is missing.", {number: corrected}
                )


def _where_quotes_open(scene: Scene) -> Iterator[int]:
    """Yield the line where YAML stopped, and the nearest before it with a quote that is not closed in it."""
    last = min(scene.stop.line, len(scene.lines) - 1)
    yield last
    for number in islice(range(last - 1, -1, -1), 200):
        line = scene.lines[number]
        if ('"' in line or "'" in line) and any(part.kind == "unclosed" for part in parts(line)):
            yield number
            return


def _ends(line: str, part: Part, quote: str) -> Iterator[int]:
    """Yield where a quoted text may have been meant to end."""
    for found in re.finditer(r", *(?=[\w-]+: |[\"'{\[])", line[part.start + 1 : part.end]):
        yield part.start + 1 + found.start()
    if part.kind == "unclosed":
        text = line.rstrip()
        brackets = len(text) - len(text.rstrip("}] "))
        yield from (place for place in (len(text) - brackets, len(text)) if place > part.start)
    else:  # "baking, "serving": the quote that was meant to open the next text has closed this one
        found_comma = re.search(r", *$", line[part.start + 1 : part.end - 1])
        if found_comma:
            yield part.start + 1 + found_comma.start()


def sign_at_the_beginning(scene: Scene) -> Iterator[Guess]:
    """Find a text that begins with a sign which YAML reads otherwise, such as @."""
    number, line = scene.stop.line, scene.line
    for start, end in _values(line, 1 if scene.opener and number > scene.stop.begun_line else 0):
        if line[start] in _SIGNS and start <= scene.stop.column:
            yield Guess(
                number,
                start,
                f"A text that begins with “{line[start]}” has to stand in double quotes.",
                {number: line[:start] + quoted(line[start:end]) + line[end:]},
            )


def text_goes_on(scene: Scene) -> Iterator[Guess]:
    """Find a text that begins with a quote or a bracket, and goes on behind its end."""
    number, line = scene.stop.line, scene.line
    start = _value_of_line(line)
    if scene.opener or start is None:
        return
    corrected = {number: line[:start] + quoted(line[start:])}
    if line[start] in PAIRS:
        yield Guess(number, start, f"A text that begins with “{line[start]}” has to stand in double quotes.", corrected)
    elif line[start] in "\"'":
        message = "The text goes on behind the quote that ends it: all of it has to stand in double quotes."
        yield Guess(number, scene.stop.column, message, corrected)


def curly_quotes(scene: Scene) -> Iterator[Guess]:
    """Find curly quotes in place of the straight ones that YAML knows."""
    number, line = scene.stop.line, scene.line
    found = re.search(CURLY, line)
    if found:
        corrected = re.sub(CURLY, r'"\1"', line)
        message = "YAML does not know curly quotes: the text has to stand in straight ones."
        yield Guess(number, found.start(), message, {number: corrected})


def colon_in_text(scene: Scene) -> Iterator[Guess]:
    """Find a text with a colon and a space in it, without quotes."""
    number, line, column = scene.stop.line, scene.line, scene.stop.column
    if scene.sign != ":":
        return
    message = "A text with “: ” in it has to stand in double quotes."
    values = list(_values(line, 1 if scene.opener and number > scene.stop.begun_line else 0, whole=True))
    for start, end in reversed(values):
        if start < column < end:
            yield Guess(number, column, message, {number: line[:start] + quoted(line[start:end]) + line[end:]})
    above = scene.before(number)
    begins = _value_of_line(scene.lines[above]) if above >= 0 else None
    if begins is not None and not scene.opener and scene.lines[above][begins] not in "\"'[{|>":
        first = scene.lines[above]
        corrected = {above: f'{first[:begins]}"{first[begins:].rstrip()}', number: f'{line.rstrip()}"'}
        yield Guess(number, column, message, corrected, "Put all of the text in double quotes, from “{line}” on.")


def backslash(scene: Scene) -> Iterator[Guess]:
    """Find a backslash in double quotes that stands for itself."""
    number, line, column = scene.stop.line, scene.line, scene.stop.column
    if scene.sign == "\\":
        message = f"In double quotes, “{line[column : column + 2]}” means nothing."
        corrected = re.sub(r'\\(?![0abtnvfreN_LPxuU"/\\ \t])', r"\\\\", line)
        yield Guess(number, column, message, {number: corrected}, "Write “\\\\” for “\\”: “{line}”.")


def _value_of_line(line: str) -> int | None:
    """Return where the value of a line in block style begins: after its key, or its dash."""
    start = None
    for part in parts(line):
        if start is None and part.kind == "colon":
            start = part.end
        elif part.kind == "dash":
            continue
        elif start is not None:
            return part.start if part.kind != "comment" else None
    first = next((part for part in parts(line) if part.kind != "dash"), None)
    return first.start if first and start is None and line.lstrip().startswith("- ") else None


def _values(line: str, depth: int, *, whole: bool = False) -> Iterator[tuple[int, int]]:
    """Yield where the values of a line begin and end.

    Args:
        line: The line.
        depth: How many brackets are open where it begins.
        whole: Go on behind a colon inside of a value, which would end it.
    """
    every = list(parts(line, depth))
    for index, part in enumerate(every):
        before = every[index - 1].kind if index else ("dash" if depth else "")
        if before not in _BEFORE_VALUES or part.kind not in _VALUES:
            continue
        here, last = depth + sum({"open": 1, "close": -1}.get(earlier.kind, 0) for earlier in every[:index]), part
        for later in every[index + 1 :]:
            if later.kind in (("comment",) if not here else ("comma", "close", "comment")):
                break
            if later.kind == "colon" and not whole:
                break
            last = later
        yield part.start, last.end
