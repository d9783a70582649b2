"""Slips that are found in any line, whatever stands around it: control characters, merge markers, tabs, wide blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rolebook.source.slips.guess import Guess
from rolebook.source.slips.parts import indent_of, is_said
from rolebook.source.slips.spacing import WIDE, name_of

_LISTED: Final = 8
"""Lines with the same slip that are named."""
_UNREADABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB: Final = re.compile(r" *(?:- *)*\t")
_WIDE: Final = re.compile(rf" *(?:- )*[ ]*[{WIDE}]")


def everywhere(lines: Sequence[str]) -> Iterator[Guess]:
    """Find all such slips of a file, each kind once, with the corrected lines."""
    yield from _control_characters(lines)
    yield from _merge_markers(lines)
    yield from _indented_with(
        lines, _TAB, "\t", "This line is indented with a tab{others}. Only spaces may indent a line.",
        "Delete the tab and type spaces: “{line}”. Most editors can replace all tabs by spaces.",
    )  # fmt: skip
    yield from indented_with_wide_blanks(lines)


def indented_with_wide_blanks(lines: Sequence[str]) -> Iterator[Guess]:
    """Find lines that are indented with blanks that are not spaces."""
    yield from _indented_with(
        lines, _WIDE, WIDE, "This line begins with {name}{others}: it looks like a space but is not one.",
        "Delete all that stands before the first word, and retype it with the space bar: “{line}”.",
    )  # fmt: skip


def _control_characters(lines: Sequence[str]) -> Iterator[Guess]:
    found = [(number, match) for number, line in enumerate(lines) if (match := _UNREADABLE.search(line))]
    if found:
        number, match = found[0]
        yield Guess(
            number,
            match.start(),
            f"The invisible character U+{ord(match.group()):04X} stands here{_others([row for row, _ in found])}.",
            {row: _UNREADABLE.sub("", lines[row]) for row, _ in found},
            "Delete it: retype the words around it by hand instead of pasting them.",
        )


def _merge_markers(lines: Sequence[str]) -> Iterator[Guess]:
    """Find each passage that git left in two versions."""
    begun: int | None = None
    middle: int | None = None
    for number, line in enumerate(lines):
        if re.match(r"<{7}(\s|$)", line):
            begun, middle = number, None
        elif begun is not None and middle is None and re.match(r"={7}\s*$", line):
            middle = number
        elif re.match(r">{7}(\s|$)", line):
            if begun is None or middle is None:
                yield _left_over(number)
                continue
            yield Guess(
                begun,
                0,
                f"This passage stands here in two versions, down to line {number + 1}: a merge was not finished.",
                {begun: "", **dict.fromkeys(range(middle, number + 1), "")},
                f"Keep {_span(begun + 2, middle)} or {_span(middle + 2, number)}, and delete the rest, with the lines "
                "of <<<<<<<, ======= and >>>>>>>.",
            )
            begun = None
    if begun is not None:
        yield _left_over(begun)
    elif begun is None and middle is None:
        yield from (_left_over(number) for number, line in enumerate(lines) if re.match(r"={7}\s*$", line))


def _span(first: int, last: int) -> str:
    """Return “line 4”, or “lines 4 to 6”."""
    return "nothing" if last < first else f"line {first}" if first == last else f"lines {first} to {last}"


def _left_over(number: int) -> Guess:
    return Guess(number, 0, "This line was left behind by a merge.", {number: ""}, "Delete it.")


def _indented_with(
    lines: Sequence[str], pattern: re.Pattern[str], blanks: str, message: str, hint: str
) -> Iterator[Guess]:
    """Find lines that are indented with other blanks than spaces."""
    found = [number for number, line in enumerate(lines) if is_said(line) and pattern.match(line)]
    if not found:
        return
    first = lines[found[0]]
    place = re.search(f"[{blanks}]", first)
    column = place.start() if place else 0
    corrected = {number: _with_spaces(lines, number, blanks) for number in found}
    yield Guess(
        found[0],
        column,
        message.format(name=name_of(first[column]), others=_others(found)),
        corrected,
        hint,
    )


def _with_spaces(lines: Sequence[str], number: int, blanks: str) -> str:
    """Indent a line with spaces: as many as the line above has, if tabs do not tell how many are meant."""
    line = lines[number]
    begins = re.match(rf"[ {blanks}]*((?:-[ {blanks}]+)*)", line)
    end = begins.end() if begins else 0
    above = next(
        (line for line in reversed(lines[:number]) if is_said(line) and not re.match(rf" *[{blanks}]", line)), ""
    )
    dash = re.match(r" *(- )?", above)
    width = dash.end() if dash and not line[:end].lstrip(f" {blanks}").startswith("-") else indent_of(above)
    if above.rstrip().endswith(":"):
        width += 2
    if blanks != "\t":
        width = len(re.match(rf"[ {blanks}]*", line).group())  # type: ignore[union-attr]
    dashes = "- " * line[:end].count("-")
    return f"{' ' * width}{dashes}{line[end:]}"


def _others(numbers: Sequence[int]) -> str:
    """Return “; so do lines 5, 6 and 9”, for those after the first."""
    others = list(dict.fromkeys(number + 1 for number in numbers[1:]))
    if not others:
        return ""
    named = ", ".join(map(str, others[:_LISTED]))
    more = f" and {len(others) - _LISTED} more" if len(others) > _LISTED else ""
    return f" (also in line {named})" if len(others) == 1 else f" (also in lines {named}{more})"
