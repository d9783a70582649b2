"""How problems are shown: for people, for programs, and for a code host."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from generator.problem import Problem, Severity


def as_text(problems: Sequence[Problem]) -> str:
    """A line each, as compilers print it, with the hint below, and a count at the end."""
    lines: list[str] = []
    for problem in problems:
        lines.append(f"{problem.position}: {problem.severity}: {problem.message} [{problem.code}]")
        if problem.hint:
            lines.append(f"    {problem.hint}")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    lines.append(f"{_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}.")
    return "\n".join(lines)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON list with every field of every problem."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub Actions shows beside the line that they are about."""
    return "\n".join(
        f"::{problem.severity} file={_property(problem.file)},line={problem.line},col={problem.column},"
        f"title={_property(problem.code)}::{_data(f'{problem.message} {problem.hint}'.strip())}"
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": as_text, "json": as_json, "github": as_github}
"""The output forms of `rolebook check`, by name."""
