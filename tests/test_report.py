"""Problems as people, programs and a code host read them."""

from __future__ import annotations

import json

from generator import report
from generator.problem import Problem, Severity

ONE = Problem("roles.yaml", 12, 5, "unknown-id", "There is no skill “x”.", "Did you mean “y”?")
TWO = Problem("roles.yaml", 20, 1, "uncited-fact", "Nothing cites 100 % of F1, F2.\n", severity=Severity.WARNING)


def test_as_text_a_compiler_style_line_begins_each_problem() -> None:
    lines = report.as_text((ONE, TWO)).split("\n")
    assert lines[0] == "roles.yaml:12:5: error: There is no skill “x”. [unknown-id]"
    assert lines[1] == "    Did you mean “y”?"
    assert lines[-1] == "1 error, 1 warning."


def test_as_json_holds_every_field() -> None:
    assert json.loads(report.as_json((ONE,)))[0] == {
        "file": "roles.yaml",
        "line": 12,
        "column": 5,
        "code": "unknown-id",
        "message": "There is no skill “x”.",
        "hint": "Did you mean “y”?",
        "severity": "error",
    }


def test_as_github_a_message_cannot_end_its_command() -> None:
    first, second = report.as_github((ONE, TWO)).split("\n")
    assert first.startswith("::error file=roles.yaml,line=12,col=5,title=unknown-id::There is no skill")
    assert second.endswith("::Nothing cites 100 %25 of F1, F2.")
