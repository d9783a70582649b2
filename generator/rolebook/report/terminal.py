"""Problems for people: each with the line that it is about, and a mark under the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rolebook.problem import NO_TEXTS, Problem, Severity, Texts, printable
from rolebook.report.forms import FORMS, Form
from rolebook.rules import CODES, EDITORIAL, Rule
from rolebook.source.slips.parts import lines_of

_JOINERS = "\u200c\u200d\u200e\u200f"
"""What Arabic and Persian writing joins, parts and directs letters with: it takes no room."""
_SHOWN = 100
"""Columns of a line that are shown, around the place that a problem is about."""


def as_text(problems: Sequence[Problem], texts: Texts = NO_TEXTS) -> str:
    """Write a line for each problem, as compilers do, then the place in the file and the hint; a count at the end.

    Args:
        problems: What to show, in this order.
        texts: What each file says; of one that is not there no place is shown.
    """
    sources = {file: lines_of(text) for file, text in texts.items() if text}
    lines: list[str] = []
    for problem in problems:
        source = sources.get(problem.file, ())
        lines.append(f"{problem.position}: {problem.severity}: {problem.message} [{problem.code}]")
        if problem.line <= len(source):
            lines.extend(_place(source[problem.line - 1], problem.line, problem.column))
        if problem.hint:
            lines.append(f"    {problem.hint}")
    counts = [(sum(problem.severity is severity for problem in problems), severity) for severity in Severity]
    lines.append(
        ", ".join(_counted(number, severity) for number, severity in counts if number or severity is not Severity.NOTE)
        + "."
    )
    return "\n".join(lines)


def _counted(number: int, severity: Severity) -> str:
    return f"{number} {severity}" if number == 1 else f"{number} {severity}s"


def _place(line: str, number: int, column: int) -> tuple[str, str]:
    """Return the line, cut to what fits, and a caret under its column."""
    start = max(0, column - _SHOWN // 2) if len(line) > _SHOWN else 0
    cut = printable("".join(map(_visible, line[start : start + _SHOWN])))
    before = cut[: column - 1 - start]
    width = sum(_width(character) for character in before)
    label = f"{number:>6} | "
    return f"{label}{cut.rstrip()}", f"{' ' * (len(label) - 2)}| {' ' * width}^"


def _visible(character: str) -> str:
    """Return a character as an excerpt shows it: blanks that are not spaces, and unseen ones, as visible signs."""
    category = unicodedata.category(character)
    if character == "\t":
        return "→"
    if category[0] == "Z" and character != " ":
        return "␣"
    return "�" if category[0] == "C" and character not in _JOINERS else character


def _width(character: str) -> int:
    """Count the columns that a terminal takes for a character: none for a combining mark, two for a wide one."""
    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def explained(code: str) -> str | None:
    """Explain a code: what it means, why it matters, and what to do about it; None where there is no such code."""
    if code in FORMS:
        return _form(code, FORMS[code])
    rule = CODES.get(code)
    if rule is None:
        return None
    return "\n".join(
        (f"{rule.code} ({rule.severity})", f"  {rule.title}.", "", f"  {_why(rule)}", "", *_remedies(rule))
    )


def _form(code: str, form: Form) -> str:
    """Explain a mistake of form: it cannot be allowed, only corrected."""
    lines = [f"{code} (error)", f"  {form.title}", "", f"  {form.meaning}"]
    if form.example:
        lines += ["", "  Written well, for example:", *(f"    {line}" for line in form.example.split("\n"))]
    return "\n".join(lines)


def _why(rule: Rule) -> str:
    return f"Why: {rule.reason} ({'editorial advice' if rule.source == EDITORIAL else rule.source})"


def _remedies(rule: Rule) -> tuple[str, ...]:
    return (
        "  To allow it for one item, write beside it:",
        "    allow:",
        f'      - {{rule: {rule.code}, reason: "why it is right here"}}',
        "  To change it for the whole kit, write under “kit:”:",
        "    rules:",
        f'      - {{rule: {rule.code}, severity: off, reason: "why"}}  # or: error, warning, note',
    )
