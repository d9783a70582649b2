"""The rules, one row each: its code, what breaks it, what finds that, why it is a rule, and who says so.

One table, so one module, however long: a reader looks for a code in it.
"""

from __future__ import annotations

from rolebook.problem import Severity
from rolebook.rules import anchors, evidence, fairness, interviews, postings, questions, roles, structures, texts
from rolebook.rules.languages import draft_language
from rolebook.rules.rule import Rule

OPM = "US Office of Personnel Management, Structured Interviews: A Practical Guide (2008)"
CAMPION = "Campion, Palmer & Campion, A Review of Structure in the Selection Interview (1997)"
GAUCHER = "Gaucher, Friesen & Kay, Evidence That Gendered Wording in Job Advertisements Exists (2011)"

RULES: tuple[Rule, ...] = (
    Rule(
        "uncited-fact",
        "A fact that no item cites",
        evidence.uncited_fact,
        "A fact that backs nothing is a note that nobody reads.",
    ),
    Rule(
        "unused-source",
        "A source that no fact comes from",
        evidence.unused_source,
        "A source that no fact names leads readers nowhere.",
    ),
    Rule(
        "fact-old",
        "A source of facts that is older than three years",
        evidence.fact_old,
        "Figures of a trade change; an old one misleads while it looks exact.",
        severity=Severity.NOTE,
    ),
    Rule(
        "stage-overruns",
        "A stage whose questions and scripts take longer than it lasts",
        interviews.stage_overruns,
        "When time runs out, the last questions are asked of some only.",
        OPM,
    ),
    Rule(
        "stage-skill-count",
        "An interview that rates more than eight skills",
        interviews.stage_skill_count,
        "Nobody tells many skills apart in one hour; ratings run together.",
    ),
    Rule(
        "question-repeated",
        "A question that a candidate for one role hears twice",
        interviews.question_repeated,
        "The second answer is rehearsed, and its time is lost.",
    ),
    Rule(
        "question-count",
        "A skill with so few questions that its stages have to share one",
        interviews.question_count,
        "With few questions, stages share them and candidates pass them on.",
    ),
    Rule(
        "skill-not-needed",
        "A stage that rates a skill which the role does not take",
        interviews.skill_not_needed,
        "Questions come from the job; others add noise.",
        OPM,
    ),
    Rule(
        "skill-not-assessed",
        "A skill of a role that no stage rates",
        interviews.skill_not_assessed,
        "What nobody rates cannot decide, and should not be asked for.",
        OPM,
    ),
    Rule(
        "required-rated-once",
        "A required skill that only one person rates, so that the decision rests on one judgement",
        interviews.required_rated_once,
        "One person's judgement of what decides is too little; several interviewers agree on more than each alone.",
        CAMPION,
    ),
    Rule(
        "weight-without-reason",
        "A skill that weighs more or less than the others without saying why",
        interviews.weight_without_reason,
        "Skills weigh the same unless the job says otherwise.",
        OPM,
    ),
    Rule(
        "anchor-repeated",
        "Two levels of a skill that have the same anchor",
        anchors.anchor_repeated,
        "Two levels that read alike cannot be told apart.",
        OPM,
    ),
    Rule(
        "anchor-without-act",
        "An anchor that grades a person instead of naming what is said or done",
        anchors.anchor_without_act,
        "“Good” is a grade; an anchor is what one sees and hears.",
        OPM,
    ),
    Rule(
        "anchor-credentials",
        "An anchor that leans on years, schools or employers",
        anchors.anchor_credentials,
        "Years, schools and employers say where somebody was, not what they can do.",
    ),
    Rule(
        "yes-no-question",
        "A question that can be answered with yes or no",
        questions.yes_no_question,
        "Yes or no shows nothing that could be rated.",
        OPM,
    ),
    Rule(
        "off-limits-question",
        "A question that asks for what must not be asked",
        questions.off_limits_question,
        "It tells nothing about the work, and is forbidden in many countries.",
        OPM,
    ),
    Rule(
        "sentence-too-long",
        "A sentence to be read aloud that is too long for one breath",
        questions.sentence_too_long,
        "Interviewers shorten what they cannot read out, each in their own way.",
        severity=Severity.NOTE,
    ),
    Rule(
        "duty-count",
        "A role with so few duties that it is vague, or so many that nobody reads them",
        roles.duty_count,
        "Few duties are vague, and nobody reads many.",
    ),
    Rule(
        "skill-count",
        "A role with more skills than interviews can rate, or too few to tell candidates apart",
        roles.skill_count,
        "Few skills do not tell candidates apart, and many cannot be rated.",
    ),
    Rule(
        "required-count",
        "A list of required skills so long that it deters",
        fairness.required_count,
        "A long list of requirements keeps people away who could do the work.",
    ),
    Rule(
        "skill-not-listed",
        "A duty that takes a skill which the role does not list",
        roles.skill_not_listed,
        "A duty that takes what the role does not ask for surprises everyone.",
    ),
    Rule(
        "skill-without-duty",
        "A skill of a role that none of its duties takes: it is asked for without need",
        roles.skill_without_duty,
        "A requirement that no duty needs cannot be defended.",
        OPM,
    ),
    Rule(
        "gendered-wording",
        "A word that readers take for one gender's, in what candidates read",
        fairness.gendered_wording,
        "Words that are read as one gender's change who feels addressed.",
        GAUCHER,
        Severity.NOTE,
    ),
    Rule(
        "title-for-one-gender",
        "A title that names men only, in a language where titles have a gender",
        fairness.title_for_one_gender,
        "Women do not feel meant by a title that names men alone.",
    ),
    Rule(
        "one-size",
        "A leadership model that is shown at one team size only, so that nobody sees how it grows",
        structures.one_size,
        "A structure shown at one size says nothing about growing.",
    ),
    Rule(
        "duty-gap",
        "A duty that nobody carries in a leadership model",
        structures.duty_gap,
        "What nobody carries is left undone, or done by whoever is asked last.",
    ),
    Rule(
        "duty-overlap",
        "A duty that two roles carry in one leadership model",
        structures.duty_overlap,
        "What two carry is done twice, or each waits for the other.",
    ),
    Rule(
        "span",
        "A person to whom more or fewer people report than the kit's limits allow",
        structures.span,
        "Whoever leads too many has no time for them; whoever leads too few is a tier too much.",
    ),
    Rule(
        "grows-elsewhere",
        "An organisation that grows by a role for which it has no place",
        structures.grows_elsewhere,
        "The planner cannot add people where there is no place.",
    ),
    Rule(
        "planner-size",
        "A planner that does not ask once for the size of the team now, and once for its size later",
        structures.planner_size,
        "The planner draws its chart for a size that it has to ask for.",
    ),
    Rule(
        "unused-skill",
        "A skill that no role takes",
        roles.unused_skill,
        "What no role takes is written, translated and kept up for nobody.",
    ),
    Rule(
        "unused-background",
        "A background that no role is sourced from",
        roles.unused_background,
        "What no role names is written, translated and kept up for nobody.",
    ),
    Rule(
        "posting-past",
        "A posting that still says “open” after its last day: it is published as closed",
        postings.posting_past,
        "Candidates apply in vain for what is over.",
    ),
    Rule(
        "posting-lacks",
        "An open posting without something that a jurisdiction of its places requires",
        postings.posting_lacks,
        "The law of a place, as its profile tells it, asks for this.",
    ),
    Rule(
        "posting-without-pay",
        "An open posting without pay: candidates expect it, and more and more places demand it",
        postings.posting_without_pay,
        "Candidates expect pay, and more and more places demand it.",
    ),
    Rule(
        "channel-limit",
        "An open posting that breaks a limit of a job board, which would refuse it",
        postings.channel_limit,
        "A job board refuses what breaks its limits, often without a word.",
    ),
    Rule(
        "pay-thousands",
        "Pay with a point before three digits, such as 48.000: it would be published as 48",
        None,
        "YAML takes the point for the sign before decimals: 48.000 would be published as 48.",
        severity=Severity.ERROR,
    ),
    Rule(
        "pay-too-low",
        "Pay that is too little for its unit in any currency",
        postings.pay_too_low,
        "Pay that nobody would work for is a slip of the keyboard.",
    ),
    Rule(
        "promise-too-slow",
        "A promise to candidates that is slower than a jurisdiction that the kit follows asks for",
        postings.promise_too_slow,
        "A place that the kit follows asks for more.",
    ),
    Rule(
        "text-cut-off",
        "A text that ends before a #, or whose first word is taken for a name: the rest is shown to nobody",
        None,
        "What follows a “#” is a comment to YAML, and what follows “&” a name: readers never see it.",
    ),
    Rule(
        "stray-quotes",
        "A text in curly quotes, or with a quote at its end alone: readers would see them",
        None,
        "To YAML only straight quotes are quotes: others become part of the text.",
    ),
    Rule(
        "translation-identical",
        "A translation that is the same as the text",
        texts.translation_identical,
        "What was forgotten reads as if it were translated.",
    ),
    Rule(
        "translation-stale",
        "A translation whose text has changed since somebody accepted it",
        None,
        "Readers of two languages are told different things.",
    ),
    Rule(
        "draft-language",
        "A language that is a draft, and texts that it lacks",
        draft_language,
        "A draft shows what is missing in another language.",
        severity=Severity.NOTE,
    ),
    Rule(
        "interface-coverage",
        "A published language that Rolebook's own words are not all translated into",
        None,
        "Rolebook's own words, as buttons and headings, appear in English, to candidates as well.",
    ),
    Rule(
        "draft-interface",
        "A draft that Rolebook's own words are not all translated into yet",
        None,
        "Rolebook's own words, as buttons and headings, appear in English until they are translated.",
        severity=Severity.NOTE,
    ),
    Rule(
        "foreign-punctuation",
        "A sign of another script's punctuation beside a word that has its own",
        texts.foreign_punctuation,
        "A script has signs of its own; others look careless.",
    ),
    Rule(
        "missing-font",
        "A language in which nothing can be printed, since no font has its letters",
        texts.missing_font,
        "Pages show a language in the reader's own fonts; paper needs one here.",
    ),
    Rule(
        "missing-glyph",
        "A text with a character that no font of the printed documents has, such as an emoji or Chinese writing",
        texts.missing_glyph,
        "On paper, a note in brackets stands where it should be.",
    ),
    Rule(
        "unknown-rule",
        "A rule that the kit silences or allows, and that there is not",
        None,
        "A misspelt code silences nothing, and nobody notices.",
        severity=Severity.ERROR,
    ),
)
CODES = {rule.code: rule for rule in RULES}
"""The same, by code."""
