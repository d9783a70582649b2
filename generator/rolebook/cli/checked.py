"""Reading a kit for a command: it, or everything that is wrong with it."""

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
    """A kit that may be built, or None; everything that is wrong, in the files' order; and what the files say."""

    kit: Kit | None
    problems: tuple[Problem, ...]
    texts: Texts = field(default_factory=dict)

    def shown(self, form: str = "text") -> str:
        """The problems in one of the report's forms."""
        return report.FORMATS[form](self.problems, self.texts)


def checked_kit(path: Path) -> Checked:
    """The kit of a file, with what its form and the rules say of it. A finding that is an error keeps it back, too."""
    return judged(load_cached(path), path)


def judged(loaded: Loaded, path: Path) -> Checked:
    """A kit that was read from a file, with what the rules say of it, and of the catalogues beside it."""
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
    """Show what is wrong, and end with status 1."""
    click.echo(checked.shown(), err=True)
    raise SystemExit(1)


def kit_of(path: Path) -> Kit:
    """The kit of a file that may be built; otherwise the command ends here."""
    checked = checked_kit(path)
    if checked.kit is None:
        refuse(checked)
    return checked.kit


def one_of(value: str, known: Sequence[str], what: str) -> str:
    """The value, if it is one of those known; otherwise the command ends here."""
    if value not in known:
        raise UsageError(f"There is no {what} “{value}”. Choose one of: {', '.join(known)}.")
    return value
