"""What makes a kit good: one function a rule. A rule looks at a kit that is well formed, and reports findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from rolebook.kit import Kit
from rolebook.problem import Finding, Severity
from rolebook.rules import anchors, evidence, fairness, interviews, postings, questions, roles, structures, texts, typed
from rolebook.rules.allowances import is_allowed, severity_of, unknown_rule
from rolebook.rules.languages import NOTHING_KNOWN, Coverage, draft_interface, draft_language, interface_coverage
from rolebook.rules.translations import Pair, translation_stale

OPM = "US Office of Personnel Management, Structured Interviews: A Practical Guide (2008)"
CAMPION = "Campion, Palmer & Campion, A Review of Structure in the Selection Interview (1997)"
GAUCHER = "Gaucher, Friesen & Kay, Evidence That Gendered Wording in Job Advertisements Exists (2011)"
EDITORIAL = "editorial"


@dataclass(frozen=True)
class Rule:
    """A rule: the code that its problems carry, why it is one and who says so, and how much it usually matters."""

    code: str
    find: Callable[[Kit], Iterator[Finding]]
    reason: str
    source: str = EDITORIAL
    severity: Severity = Severity.WARNING

    @property
    def title(self) -> str:
        """What breaks it, in a line."""
        return (self.find.__doc__ or "").strip().split("\n")[0].rstrip(".")


def _documented(like: Callable[..., object]) -> Callable[[Kit], Iterator[Finding]]:
    """A rule's function for a rule that needs more than the kit: it has the title, and finds nothing by itself."""

    def find(kit: Kit) -> Iterator[Finding]:
        return iter(())

    find.__doc__ = like.__doc__
    return find


NOTE = Severity.NOTE
RULES = (
    Rule("uncited-fact", evidence.uncited_fact, "A fact that backs nothing is a note that nobody reads."),
    Rule("unused-source", evidence.unused_source, "A source that no fact names leads readers nowhere."),
    Rule(
        "fact-old",
        evidence.fact_old,
        "Figures of a trade change; an old one misleads while it looks exact.",
        severity=NOTE,
    ),
    Rule(
        "stage-overruns",
        interviews.stage_overruns,
        "When time runs out, the last questions are asked of some only.",
        OPM,
    ),
    Rule(
        "stage-skill-count",
        interviews.stage_skill_count,
        "Nobody tells many skills apart in one hour; ratings run together.",
    ),
    Rule("question-repeated", interviews.question_repeated, "The second answer is rehearsed, and its time is lost."),
    Rule(
        "question-count",
        interviews.question_count,
        "With few questions, stages share them and candidates pass them on.",
    ),
    Rule("skill-not-needed", interviews.skill_not_needed, "Questions come from the job; others add noise.", OPM),
    Rule(
        "skill-not-assessed",
        interviews.skill_not_assessed,
        "What nobody rates cannot decide, and should not be asked for.",
        OPM,
    ),
    Rule(
        "required-rated-once",
        interviews.required_rated_once,
        "One person's judgement of what decides is too little; several interviewers agree on more than each alone.",
        CAMPION,
    ),
    Rule(
        "weight-without-reason",
        interviews.weight_without_reason,
        "Skills weigh the same unless the job says otherwise.",
        OPM,
    ),
    Rule("anchor-repeated", anchors.anchor_repeated, "Two levels that read alike cannot be told apart.", OPM),
    Rule(
        "anchor-without-act",
        anchors.anchor_without_act,
        "“Good” is a grade; an anchor is what one sees and hears.",
        OPM,
    ),
    Rule(
        "anchor-credentials",
        anchors.anchor_credentials,
        "Years, schools and employers say where somebody was, not what they can do.",
    ),
    Rule("yes-no-question", questions.yes_no_question, "Yes or no shows nothing that could be rated.", OPM),
    Rule(
        "off-limits-question",
        questions.off_limits_question,
        "It tells nothing about the work, and is forbidden in many countries.",
        OPM,
    ),
    Rule(
        "sentence-too-long",
        questions.sentence_too_long,
        "Interviewers shorten what they cannot read out, each in their own way.",
        severity=NOTE,
    ),
    Rule("duty-count", roles.duty_count, "Few duties are vague, and nobody reads many."),
    Rule("skill-count", roles.skill_count, "Few skills do not tell candidates apart, and many cannot be rated."),
    Rule(
        "required-count",
        fairness.required_count,
        "A long list of requirements keeps people away who could do the work.",
    ),
    Rule(
        "skill-not-listed",
        roles.skill_not_listed,
        "A duty that takes what the role does not ask for surprises everyone.",
    ),
    Rule("skill-without-duty", roles.skill_without_duty, "A requirement that no duty needs cannot be defended.", OPM),
    Rule(
        "gendered-wording",
        fairness.gendered_wording,
        "Words that are read as one gender's change who feels addressed.",
        GAUCHER,
        NOTE,
    ),
    Rule(
        "title-for-one-gender",
        fairness.title_for_one_gender,
        "Women do not feel meant by a title that names men alone.",
    ),
    Rule("one-size", structures.one_size, "A structure shown at one size says nothing about growing."),
    Rule("duty-gap", structures.duty_gap, "What nobody carries is left undone, or done by whoever is asked last."),
    Rule("duty-overlap", structures.duty_overlap, "What two carry is done twice, or each waits for the other."),
    Rule(
        "span",
        structures.span,
        "Whoever leads too many has no time for them; whoever leads too few is a tier too much.",
    ),
    Rule("grows-elsewhere", structures.grows_elsewhere, "The planner cannot add people where there is no place."),
    Rule("planner-size", structures.planner_size, "The planner draws its chart for a size that it has to ask for."),
    Rule("unused-skill", roles.unused_skill, "What no role takes is written, translated and kept up for nobody."),
    Rule(
        "unused-background",
        roles.unused_background,
        "What no role names is written, translated and kept up for nobody.",
    ),
    Rule("posting-past", postings.posting_past, "Candidates apply in vain for what is over."),
    Rule("posting-lacks", postings.posting_lacks, "The law of a place, as its profile tells it, asks for this."),
    Rule(
        "posting-without-pay",
        postings.posting_without_pay,
        "Candidates expect pay, and more and more places demand it.",
    ),
    Rule("channel-limit", postings.channel_limit, "A job board refuses what breaks its limits, often without a word."),
    Rule(
        "pay-thousands",
        typed.pay_thousands,
        "YAML takes the point for the sign before decimals: 48.000 would be published as 48.",
        severity=Severity.ERROR,
    ),
    Rule("pay-too-low", postings.pay_too_low, "Pay that nobody would work for is a slip of the keyboard."),
    Rule("promise-too-slow", postings.promise_too_slow, "A place that the kit follows asks for more."),
    Rule(
        "text-cut-off",
        typed.text_cut_off,
        "What follows a “#” is a comment to YAML, and what follows “&” a name: readers never see it.",
    ),
    Rule(
        "stray-quotes",
        typed.stray_quotes,
        "To YAML only straight quotes are quotes: others become part of the text.",
    ),
    Rule("translation-identical", texts.translation_identical, "What was forgotten reads as if it were translated."),
    Rule("translation-stale", _documented(translation_stale), "Readers of two languages are told different things."),
    Rule("draft-language", draft_language, "A draft shows what is missing in another language.", severity=NOTE),
    Rule(
        "interface-coverage",
        _documented(interface_coverage),
        "Rolebook's own words, as buttons and headings, appear in English, to candidates as well.",
    ),
    Rule(
        "draft-interface",
        _documented(draft_interface),
        "Rolebook's own words, as buttons and headings, appear in English until they are translated.",
        severity=NOTE,
    ),
    Rule("foreign-punctuation", texts.foreign_punctuation, "A script has signs of its own; others look careless."),
    Rule("missing-font", texts.missing_font, "Pages show a language in the reader's own fonts; paper needs one here."),
    Rule("missing-glyph", texts.missing_glyph, "On paper, a note in brackets stands where it should be."),
    Rule(
        "unknown-rule",
        _documented(unknown_rule),
        "A misspelt code silences nothing, and nobody notices.",
        severity=Severity.ERROR,
    ),
)
CODES = {rule.code: rule for rule in RULES}


def findings(
    kit: Kit,
    accepted: frozenset[Pair] = frozenset(),
    coverage: Coverage = NOTHING_KNOWN,
    misread: Mapping[str, Sequence[Finding]] = MappingProxyType({}),
) -> Iterator[tuple[Rule, Finding]]:
    """Everything that the rules find in a kit, rule by rule, as much as it matters there.

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
        for finding in beside.get(rule.code) or rule.find(kit):
            if not is_allowed(kit, rule.code, finding.path):
                yield replace(rule, severity=severity), finding
