"""Reports: problems, and the rules behind them, for people, for programs, and for code hosts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rolebook.problem import Problem, Texts
from rolebook.report.forms import FORMS
from rolebook.report.machines import as_github, as_json, as_sarif
from rolebook.report.terminal import as_text, explained

__all__ = ["FORMATS", "FORMS", "as_github", "as_json", "as_sarif", "as_text", "explained"]

FORMATS: dict[str, Callable[[Sequence[Problem], Texts], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""The output forms of `rolebook check`, by name: problems and what their files say in, text out."""
