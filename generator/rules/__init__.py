"""What makes a kit good: one function a rule. A rule looks at a kit that is well formed, and reports findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.kit import Kit
from generator.problem import Finding, Severity
from generator.rules import evidence, interviews, postings, roles, structures, texts


@dataclass(frozen=True)
class Rule:
    """A rule with the code that its problems carry, and how much they matter."""

    code: str
    find: Callable[[Kit], Iterator[Finding]]
    severity: Severity = Severity.WARNING


RULES = (
    Rule("uncited-fact", evidence.uncited_fact),
    Rule("unused-source", evidence.unused_source),
    Rule("stage-overruns", interviews.stage_overruns),
    Rule("question-repeated", interviews.question_repeated),
    Rule("question-count", interviews.question_count),
    Rule("skill-not-needed", interviews.skill_not_needed),
    Rule("skill-not-assessed", interviews.skill_not_assessed),
    Rule("must-have-rated-once", interviews.must_have_rated_once),
    Rule("weight-without-reason", interviews.weight_without_reason),
    Rule("duty-count", roles.duty_count),
    Rule("skill-count", roles.skill_count),
    Rule("skill-not-listed", roles.skill_not_listed),
    Rule("skill-without-duty", roles.skill_without_duty),
    Rule("one-size", structures.one_size),
    Rule("grows-elsewhere", structures.grows_elsewhere),
    Rule("planner-size", structures.planner_size),
    Rule("unused-skill", roles.unused_skill),
    Rule("unused-background", roles.unused_background),
    Rule("posting-past", postings.posting_past),
    Rule("posting-lacks", postings.posting_lacks),
    Rule("posting-without-pay", postings.posting_without_pay),
    Rule("channel-limit", postings.channel_limit),
    Rule("promise-too-slow", postings.promise_too_slow),
    Rule("missing-glyph", texts.missing_glyph),
)


def findings(kit: Kit) -> Iterator[tuple[Rule, Finding]]:
    """Everything that the rules find in a kit, rule by rule."""
    for rule in RULES:
        for finding in rule.find(kit):
            yield rule, finding
