"""Problems as people, programs and a code host read them."""

from __future__ import annotations

import json

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
