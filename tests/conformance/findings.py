"""What a checker says of files, and which of it is an upstream project's to mend."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Finding:
    """An error in a file.

    Attributes:
        where: The file, and where in it.
        message: What the checker says.
    """

    where: str
    message: str


@dataclass
class Checked:
    """What came of one checker.

    Attributes:
        checker: Its name and version.
        files: How many files it read.
        findings: What it says.
    """

    checker: str
    files: int
    findings: list[Finding] = field(default_factory=list)

    @property
    def ours(self) -> list[Finding]:
        return [finding for finding in self.findings if not is_upstream(self.checker, finding)]

    @property
    def upstream(self) -> list[Finding]:
        return [finding for finding in self.findings if is_upstream(self.checker, finding)]


@cache
def upstream() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """The messages that are not ours to mend: of which checker, the message, and why."""
    listed = json.loads((HERE / "upstream.json").read_text("utf-8"))
    return tuple((one["checker"], re.compile(one["message"]), one["reason"]) for one in listed)


def is_upstream(checker: str, finding: Finding) -> bool:
    return any(checker.startswith(name) and message.search(finding.message) for name, message, _ in upstream())


def unseen(checked: Iterable[Checked]) -> list[str]:
    """Messages that are listed as upstream and that nobody gave: they can be struck off."""
    given = [(one.checker, finding) for one in checked for finding in one.findings]
    return [
        f"{name}: {message.pattern}"
        for name, message, _ in upstream()
        if not any(checker.startswith(name) and message.search(finding.message) for checker, finding in given)
    ]
