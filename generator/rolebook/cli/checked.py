"""Reading and checking a kit for a command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import click

from rolebook import report, rules
from rolebook.exceptions import UsageError
from rolebook.kit import Kit
from rolebook.language import language_of, own_catalogues
from rolebook.problem import Problem, Severity, Texts
from rolebook.rules.translations import read_accepted
from rolebook.source import Loaded
from rolebook.source.cached import load_cached


@dataclass(frozen=True)
class Checked:
    """A checked kit: the kit, or None if it may not be built; its problems, in the files' order; the files' texts."""

    kit: Kit | None
    problems: tuple[Problem, ...]
    texts: Texts = field(default_factory=dict)

    def shown(self, form: str = "text") -> str:
        """Return the problems in one of the report's formats."""
        return report.FORMATS[form](self.problems, self.texts)


def checked_kit(path: Path) -> Checked:
    """Read a kit's file, and check its form and the rules. A finding that is an error keeps it from being built."""
    return judged(load_cached(path), path)


def judged(loaded: Loaded, path: Path) -> Checked:
    """Check a kit that was read from a file by the rules, and the catalogues beside it."""
    if loaded.kit is None:
        return Checked(None, loaded.problems, {loaded.file: loaded.text})
    languages = [language_of(path, tag) for tag in loaded.kit.about.languages]
    coverage = {language.tag: language.coverage for language in languages}
    found = rules.findings(loaded.kit, read_accepted(path), coverage, loaded.misread)
    problems = {loaded.problem(finding, rule.code, rule.severity) for rule, finding in found}
    stopped = any(problem.severity is Severity.ERROR for problem in problems)
    catalogues = own_catalogues(path, loaded.kit.about.languages)
    texts = {loaded.file: loaded.text} | {catalogue.file: catalogue.text for catalogue in catalogues}
    wrong = tuple(problem for catalogue in catalogues for problem in catalogue.problems)
    return Checked(None if stopped else loaded.kit, (*sorted(problems), *wrong), texts)


def refuse(checked: Checked) -> NoReturn:
    """Show what is wrong with a kit, and end with status 1."""
    click.echo(checked.shown(), err=True)
    raise SystemExit(1)


def kit_of(path: Path) -> Kit:
    """Return the kit of a file if it may be built; otherwise the command ends here."""
    checked = checked_kit(path)
    if checked.kit is None:
        refuse(checked)
    return checked.kit


def one_of(value: str, known: Sequence[str], what: str) -> str:
    """Return the value if it is one of those known; otherwise the command ends here."""
    if value not in known:
        raise UsageError(f"There is no {what} “{value}”. Choose one of: {', '.join(known)}.")
    return value
