"""Rules: what makes a kit good. Each is a function that looks at a well-formed kit and reports findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from rolebook.kit import Kit
from rolebook.problem import Finding
from rolebook.rules.allowances import is_allowed, severity_of, unknown_rule
from rolebook.rules.languages import NOTHING_KNOWN, Coverage, draft_interface, interface_coverage
from rolebook.rules.rule import EDITORIAL, Rule
from rolebook.rules.table import CODES, RULES
from rolebook.rules.translations import Pair, translation_stale

__all__ = ["CODES", "EDITORIAL", "RULES", "Rule", "findings"]


def findings(
    kit: Kit,
    accepted: frozenset[Pair] = frozenset(),
    coverage: Coverage = NOTHING_KNOWN,
    misread: Mapping[str, Sequence[Finding]] = MappingProxyType({}),
) -> Iterator[tuple[Rule, Finding]]:
    """Yield everything that the rules find in a kit, rule by rule, with the severity that it has there.

    Args:
        kit: The kit.
        accepted: The translations that somebody has read (`rules.translations`).
        coverage: How much of the interface is translated into each language.
        misread: What its file says otherwise than it was typed (`source.misread`).
    """
    beside = {
        "translation-stale": translation_stale(kit, accepted),
        "interface-coverage": interface_coverage(kit, coverage),
        "draft-interface": draft_interface(kit, coverage),
        "unknown-rule": unknown_rule(kit, CODES),
        **misread,
    }
    for rule in RULES:
        severity = severity_of(kit, rule.code, rule.severity)
        if severity is None:
            continue
        found = beside.get(rule.code) or (rule.find(kit) if rule.find is not None else ())
        for finding in found:
            if not is_allowed(kit, rule.code, finding.path):
                yield replace(rule, severity=severity), finding
