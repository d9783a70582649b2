"""Problems for programs: JSON, the workflow commands of GitHub, and SARIF for code hosts and editors."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from rolebook.problem import NO_TEXTS, Problem, Severity, Texts, printable
from rolebook.report.forms import FORMS
from rolebook.rules import CODES

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(problems: Sequence[Problem], texts: Texts = NO_TEXTS) -> str:
    """Write problems as a JSON list, with every field of each."""
    return _json([asdict(problem) for problem in problems])


def _json(value: object) -> str:
    """Write JSON in the characters of its texts; those that a terminal would obey are escaped."""
    return re.sub("[\x7f-\x9f\u2028-\u202e\u2060-\u206f]", _escaped, json.dumps(value, ensure_ascii=False, indent=2))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def as_github(problems: Sequence[Problem], texts: Texts = NO_TEXTS) -> str:
    """Write problems as workflow commands, which GitHub Actions shows beside the line that they are about."""
    return "\n".join(
        f"::{_GITHUB[problem.severity]} file={_property(problem.file)},line={problem.line},col={problem.column},"
        f"title={_property(problem.code)}::{_data(f'{problem.message} {problem.hint}'.strip())}"
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem], texts: Texts = NO_TEXTS) -> str:
    """Write problems as a SARIF 2.1.0 log (OASIS), which code hosts and editors read."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "rolebook", "version": version("rolebook"), "rules": [_rule(code) for code in codes]}
    results = [_result(problem, codes.index(problem.code)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _json({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, Any]:
    rule = CODES.get(code)
    if rule is None:
        form = FORMS.get(code)
        if form is None:
            return {"id": code, "shortDescription": {"text": "A mistake of form."}}
        return {"id": code, "shortDescription": {"text": form.title}, "help": {"text": form.meaning}}
    return {
        "id": code,
        "shortDescription": {"text": f"{rule.title}."},
        "help": {"text": f"{rule.reason} ({rule.source})"},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": f"{problem.message} {problem.hint}".strip()},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": problem.file.replace("\\", "/")}, "region": region}}
        ],
    }
