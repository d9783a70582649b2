"""Problems as people, programs and a code host read them."""

from __future__ import annotations

import json
import re

import pytest
from rolebook import report
from rolebook.problem import Problem, Severity
from rolebook.rules import RULES

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


def test_as_text_the_line_is_shown_with_a_mark_under_the_place() -> None:
    text = "\n" * 11 + "    title: x\n"
    lines = report.as_text((ONE,), {"roles.yaml": text}).split("\n")
    assert lines[1:3] == ["    12 |     title: x", "       |     ^"]


def test_as_text_a_line_of_another_file_is_not_taken_for_it() -> None:
    assert report.as_text((ONE,), {"locale/fr.po": "x\n" * 20}).split("\n")[1] == "    Did you mean “y”?"


def test_as_text_a_long_line_is_cut_around_the_place_and_marks_stay_under_wide_signs() -> None:
    place = Problem("roles.yaml", 1, 151, "x", "Here.")
    _, shown, mark, _ = report.as_text((place,), {"roles.yaml": "漢" + "a" * 149 + "b" * 200}).split("\n")
    assert shown[mark.index("^")] == "b"
    assert len(shown) <= 9 + 100
    wide = Problem("roles.yaml", 1, 3, "x", "Here.")
    _, shown, mark, _ = report.as_text((wide,), {"roles.yaml": "漢\u064eb"}).split("\n")
    assert mark == "       |   ^"  # two columns for the wide sign, none for the vowel sign


def test_as_text_notes_are_counted_where_there_are_some() -> None:
    note = Problem("roles.yaml", 1, 1, "fact-old", "Old.", severity=Severity.NOTE)
    assert report.as_text((note,)).endswith("0 errors, 0 warnings, 1 note.")


def test_as_sarif_names_rule_place_and_level() -> None:
    log = json.loads(report.as_sarif((ONE, TWO)))
    [run] = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["uncited-fact", "unknown-id"]
    first, second = run["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("unknown-id", 1, "error")
    place = first["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "roles.yaml"}, "region": {"startLine": 12, "startColumn": 5}}
    assert second["level"] == "warning"


def test_every_rule_is_explained_with_its_source_and_how_to_allow_it() -> None:
    for rule in RULES:
        said = report.explained(rule.code)
        assert said is not None
        assert rule.title in said
        assert rule.reason in said
        assert f"{{rule: {rule.code}, reason:" in said
    assert report.explained("no-such-rule") is None


HOSTILE = {
    "an escape sequence": "\x1b]0;x\x07\x1b[2J",
    "a line break": "x\n0 errors, 0 warnings.",
    "a command of GitHub's": "x\n::error file=a::forged",
    "a command of the older form": "##[error]forged ##vso[task.setvariable]x",
    "a bidirectional override": "\u202ex\u2066y",
    "a control of the eighth bit": "x\x9b2Jy\x85z",
    "Unicode's line breaks": "x\u2028y\u2029z",
    "a lone carriage return": "x\r1 error",
}


@pytest.mark.parametrize("form", report.FORMATS)
@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_file_says_is_shown_and_never_obeyed(name: str, form: str) -> None:
    """In a key, in the line that is shown, and in the file's name: no terminal and no log does what it says."""
    text = HOSTILE[name]
    problem = Problem(f"{text}.yaml", 1, 2, "unknown-key", f"“{text}” is not known here.", f"Did you mean “{text}”?")
    plain = Problem("x.yaml", 1, 2, "unknown-key", "“x” is not known here.", "Did you mean “x”?")
    shown, honest = (report.FORMATS[form]((one,), {one.file: f'"{text}": 1\n'}) for one in (problem, plain))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)
    assert shown.count("\n") == honest.count("\n")
    assert len([line for line in shown.split("\n") if line.lstrip().startswith("::")]) == (form == "github")
    if form == "text":
        assert "##[" not in shown
        assert "##vso[" not in shown
