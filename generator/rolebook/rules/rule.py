"""The class of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rolebook.kit import Kit
from rolebook.problem import Finding, Severity

EDITORIAL = "editorial"
"""The source of a rule that is Rolebook's own advice."""


@dataclass(frozen=True)
class Rule:
    """A rule of a good kit.

    Attributes:
        code: The code that its problems carry, and that an exception names.
        title: What breaks it, in a line.
        find: Finds where a kit breaks it; None if that takes more than the kit (`rules.findings` knows what).
        reason: Why it is a rule.
        source: Who says so.
        severity: How much it usually matters.
    """

    code: str
    title: str
    find: Callable[[Kit], Iterator[Finding]] | None
    reason: str
    source: str = EDITORIAL
    severity: Severity = Severity.WARNING
