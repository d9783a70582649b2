"""A line of YAML in its parts, read as leniently as a person reads it: quotes, brackets, commas, colons, plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where YAML begins a new line."""
BLANK: Final = " \t"
PAIRS: Final = {"{": "}", "[": "]"}


class Part(NamedTuple):
    """A piece of a line: what kind it is, and where it begins and ends.

    Kinds: `double` and `single` (quoted text), `unclosed` (a quote that the line does not close), `open`, `close`,
    `comma`, `colon`, `dash`, `plain`, `comment`.
    """

    kind: str
    start: int
    end: int


def lines_of(text: str) -> list[str]:
    """Split a text into lines, as YAML counts them."""
    if any(sign in text for sign in "\r\x85\u2028\u2029"):
        return _BREAK.split(text)
    return text.split("\n")


def parts(line: str, depth: int = 0) -> Iterator[Part]:
    """Split a line into its parts, without blanks.

    Args:
        line: The line.
        depth: How many brackets are open where it begins.
    """
    position, is_fresh = 0, True  # fresh: a value may begin here, and so may a quote
    while position < len(line):
        part = _part(line, position, depth, is_fresh=is_fresh)
        if part is None:
            position += 1
            continue
        yield part
        depth += {"open": 1, "close": -1}.get(part.kind, 0)
        is_fresh = part.kind in ("open", "comma", "colon", "dash")
        position = part.end


def _part(line: str, position: int, depth: int, *, is_fresh: bool) -> Part | None:
    """Return the part that begins at a position, or None for a blank."""
    sign, after = line[position], line[position + 1 : position + 2]
    if sign in BLANK:
        return None
    if sign == "#" and (position == 0 or line[position - 1] in BLANK):
        return Part("comment", position, len(line))
    if is_fresh and sign in "\"'":
        end = closing(line, position)
        return (
            Part("double" if sign == '"' else "single", position, end) if end else Part("unclosed", position, len(line))
        )
    if is_fresh and sign in PAIRS:
        return Part("open", position, position + 1)
    if depth and sign in "]}":
        return Part("close", position, position + 1)
    if depth and sign == ",":
        return Part("comma", position, position + 1)
    if sign == ":" and (not after or after in BLANK or (depth and (after in ",]}" or line[position - 1] in "\"'"))):
        return Part("colon", position, position + 1)
    if is_fresh and sign == "-" and (not after or after in BLANK):
        return Part("dash", position, position + 1)
    return Part("plain", position, _end_of_plain(line, position, depth))


def closing(line: str, start: int) -> int:
    """Return the place after the quote that closes the one at a place; 0 if the line does not close it."""
    quote, position = line[start], start + 1
    while position < len(line):
        if quote == '"' and line[position] == "\\":
            position += 2
        elif line[position] != quote:
            position += 1
        elif quote == "'" and line[position + 1 : position + 2] == "'":
            position += 2
        else:
            return position + 1
    return 0


_ENDS_PLAIN: Final = re.compile(r":(?=\s|$)|(?<=\s)#")
_ENDS_PLAIN_IN_BRACKETS: Final = re.compile(r":(?=\s|$|[,\]}])|(?<=\s)#|[,\[\]{}]")


def _end_of_plain(line: str, start: int, depth: int) -> int:
    found = (_ENDS_PLAIN_IN_BRACKETS if depth else _ENDS_PLAIN).search(line, start + 1)
    return start + max(1, len(line[start : found.start() if found else len(line)].rstrip(BLANK)))


def indent_of(line: str) -> int:
    """Count the spaces that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def is_said(line: str) -> bool:
    """Tell whether a line is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def quoted(text: str) -> str:
    """Put a text in double quotes; straight double quotes inside it become curly ones."""
    inner = re.sub(r'"([^"]*)"', r"“\1”", text.strip()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'
