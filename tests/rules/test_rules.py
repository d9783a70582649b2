"""Each rule finds what it is for, at its place."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from rolebook import rules
from rolebook.kit import Kit
from rolebook.problem import Severity
from rolebook.rules import translations
from rolebook.rules.words import found as found_words
from rolebook.rules.words import words

from tests.conftest import FIRST, PROJECT, in_languages, kit_of, read
from tests.golden.test_golden import compare


def found(data: dict[str, Any]) -> dict[str, list[tuple[str | int, ...]]]:
    places: dict[str, list[tuple[str | int, ...]]] = {}
    for rule, finding in rules.findings(kit_of(data)):
        places.setdefault(rule.code, []).append(finding.path)
    return places


def found_by(code: str, data: dict[str, Any]) -> list[tuple[str | int, ...]]:
    """Where one rule finds something. The others, which take most of the time, are not asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "RULES", [rule for rule in rules.RULES if rule.code == code])
        return found(data).get(code, [])


def test_the_first_kit_breaks_no_rule_that_stops_a_build(first: Kit) -> None:
    assert [rule.code for rule, _ in rules.findings(first) if rule.severity is Severity.ERROR] == []


def test_a_profile_of_the_kit_is_due_where_it_stands_and_a_shipped_one_where_it_is_followed(
    small_data: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")  # 1 January 2030
    assert found(small_data)["profile-due"] == [("careers", "follows", 0), ("jurisdictions", 0)]


@pytest.mark.parametrize(("rules_due", "said"), [(3, "“rule-2”."), (4, "“rule-2” ….")])
def test_of_the_rules_that_are_due_three_are_named(small_data: dict[str, Any], rules_due: int, said: str) -> None:
    profile = small_data["jurisdictions"][0]
    [rule] = profile["rules"]
    profile["rules"] = [rule | {"id": f"rule-{number}"} for number in range(rules_due)]
    profile["review_by"] = "2026-11-23"
    [due] = [finding for rule, finding in rules.findings(kit_of(small_data)) if rule.code == "profile-due"]
    assert due.message.endswith(said)


TEXT = {"en": "x", "ar": "س"}
FACT = {"id": "F2", "topic": TEXT, "text": TEXT, "from": "neighbours"}
SOURCE = {"id": "hearsay", "title": TEXT, "author": TEXT, "about": TEXT}
ONE_BAKER = {"id": "one", "name": TEXT, "top": {"role": "baker"}}
SHARED = {"role": "senior-baker", "duties": ["baker/order-flour"]}
RATED = [f"more-{number}" for number in range(7)]
SILENCED = {"rule": "duty-gaps", "severity": "off", "reason": "Misspelt."}
BAKING = {"skill": "baking", "need": "required", "level": 3, "when": "day-one", "equivalent": TEXT}
GROUP = "roles.0.search_terms.0"
MANY = [f"bread number {number}" for number in range(50)]
STAGE, POSTING = "roles.0.interview.0", "roles.0.posting"
EARLY = {"from": "2026-12-31", "until": "2027-01-10"}
ABSENT = {"role": "baker", "by": {"who": {"en": "The miller", "ar": "الطحّان"}}}
LATER = {"role": "senior-baker", "stage": "later"}
SOON = {"from": "2027-01-05", "until": "2027-01-10"}
KNEAD = "skills.0.questions.1"
CRITERION = {"name": TEXT, "points": 4, "full": TEXT, "half": TEXT}
KEY = {"total": 4, "criteria": [CRITERION], "levels": {"2": 1, "3": 3}}
ANSWERS = {name: {"points": points, "text": TEXT} for name, points in (("strong", 4), ("mixed", 4), ("weak", 1))}
LOAF = "skills.0.questions.2"
PARALLEL = {
    "id": "burnt-loaf",
    "kind": "behavioural",
    "minutes": 10,
    "text": TEXT,
    "probes": [TEXT, TEXT],
    "fallback": TEXT,
    "listen_for": {"strong": TEXT, "mixed": TEXT, "weak": TEXT},
    "reaches": 2,
}
"""A question like the first one, and in use."""
PILOT = {"on": "2026-11-24", "by": TEXT, "learnt": TEXT}
REQUIRED = [BAKING | {"skill": skill} for skill in ("baking", "serving", *RATED)]


def earned(*points: float) -> dict[str, Any]:
    """Model answers of which the mixed one has 4 points, and these by criterion."""
    return ANSWERS | {"mixed": ANSWERS["mixed"] | {"by_criterion": list(points)}}


SIGNALS = {"skill": "serving", "signals": [TEXT]}


OVER = {"contact": "security@example.com", "expires": "2026-11-23"}


class Mistake(NamedTuple):
    """What breaks a rule: the place in the small kit, what is put there, and where the rule finds it."""

    code: str
    where: str
    value: object
    found: str


TYPED = {"text-cut-off", "stray-quotes", "pay-thousands"}
"""What is found in the file's text, not in the kit: `tests/source/test_slips.py` tries them."""
PALE_BLUE = {"colours": {"primary": "#8fa9c4", "accent": "#0b6170"}}
MISTAKES = (
    Mistake("brand-contrast", "kit.brand", PALE_BLUE, "kit.brand.colours.primary"),
    Mistake("uncited-fact", "facts.1", FACT, "facts.1.id"),
    Mistake("unused-source", "sources.1", SOURCE, "sources.1.id"),
    Mistake("stage-overruns", f"{STAGE}.minutes", 30, f"{STAGE}.minutes"),
    Mistake("question-repeated", f"{STAGE}.questions.3", "baking/knead", f"{STAGE}.questions.3"),
    Mistake("question-count", "kit.version", "any", "skills.0.questions"),
    Mistake("skill-not-needed", "roles.0.skills", [BAKING], f"{STAGE}.questions.2"),
    Mistake("skill-not-assessed", f"{STAGE}.questions", ["baking/knead"], "roles.0.skills.1.skill"),
    Mistake("required-rated-once", f"{STAGE}.interviewers", [{"who": TEXT}], "roles.0.skills.0.skill"),
    Mistake("must-have-out-of-reach", f"{KNEAD}.reaches", 2, "roles.0.skills.0.level"),
    Mistake("question-falls-short", "kit.version", "any", f"{STAGE}.questions.0"),
    Mistake("situation-without-follow-up", "interviewing.situational_follow_up", None, "skills.1.questions.0.kind"),
    Mistake("behaviour-without-fallback", f"{KNEAD}.kind", "behavioural", f"{KNEAD}.kind"),
    Mistake(
        "subordinate-rates",
        "roles.1.interview.0.interviewers.1",
        {"role": "baker"},
        "roles.1.interview.0.interviewers.1",
    ),
    Mistake("screening-minutes", f"{STAGE}.screening_minutes", None, f"{STAGE}.screening"),
    Mistake("screening-minutes", f"{STAGE}.screening", [], f"{STAGE}.screening_minutes"),
    Mistake("recommendation-gap", "kit.version", "any", "interviewing.recommendations"),
    Mistake("retired-question", f"{STAGE}.questions.0", "baking/burnt-loaf", f"{STAGE}.questions.0"),
    Mistake("pilot-ahead", f"{KNEAD}.pilots", [PILOT, PILOT | {"on": "2026-12-01"}], f"{KNEAD}.pilots.1.on"),
    Mistake("parallel-differs", LOAF, PARALLEL | {"minutes": 8}, f"{LOAF}.minutes"),
    Mistake("parallel-differs", LOAF, PARALLEL | {"reaches": 3}, f"{LOAF}.reaches"),
    Mistake("bank-too-thin", "kit.version", "any", "skills.0.questions"),
    Mistake("question-everywhere", LOAF, PARALLEL, "skills.0.questions.0.id"),
    Mistake("duty-not-sampled", "kit.version", "any", "roles.0.duties.1.id"),
    Mistake("duty-elsewhere", "roles.0.skills", [BAKING | {"skill": "serving"}], f"{LOAF}.duties.0"),
    Mistake("sample-levels", "kit.version", "any", "skills.0.sample_answers"),
    Mistake("sample-beyond-reach", "skills.0.sample_answers.1.level", 3, "skills.0.sample_answers.1.level"),
    Mistake("message-fields", "hiring.messages.0.subject.ar", "عجينكم", "hiring.messages.0.subject.ar"),
    Mistake("screening-gap", "roles.0.screening", [SIGNALS], "roles.0.screening"),
    Mistake("screening-stray", "roles.0.skills", [BAKING], "roles.0.screening.1.skill"),
    Mistake("training-overruns", "interviewing.training.minutes", 24, "interviewing.training.parts"),
    Mistake("short-notice", "hiring.timeline.steps.1.working_days", 3, "hiring.timeline.steps.1.working_days"),
    Mistake("late-answer", "hiring.timeline.steps.2.working_days", 6, "hiring.timeline.steps.2"),
    Mistake("superseded-references", "interviewing.references", [TEXT], "interviewing.references"),
    Mistake("weight-without-reason", "roles.0.skills.0", BAKING | {"weight": 3}, "roles.0.skills.0.weight"),
    Mistake("work-sample-incomplete", f"{KNEAD}.handout", TEXT, f"{KNEAD}.handout"),
    Mistake("work-sample-incomplete", f"{KNEAD}.key", None, KNEAD),
    Mistake("handout-time", f"{KNEAD}.handout.minutes", 15, f"{KNEAD}.handout.minutes"),
    Mistake("work-sample-part", "skills.0.questions.0.key", KEY, "skills.0.questions.0.key"),
    Mistake("work-sample-part", f"{KNEAD}.player", [TEXT], f"{KNEAD}.player"),
    Mistake("key-total", f"{KNEAD}.key", KEY | {"total": 5}, f"{KNEAD}.key.total"),
    Mistake("key-levels", f"{KNEAD}.key", KEY | {"levels": {"2": 3, "3": 3}}, f"{KNEAD}.key.levels.3"),
    Mistake("key-levels", f"{KNEAD}.key", KEY | {"levels": {"2": 1, "3": 5}}, f"{KNEAD}.key.levels.3"),
    Mistake("key-levels", f"{KNEAD}.key", KEY | {"levels": {"2": 1, "6": 3}}, f"{KNEAD}.key.levels.6"),
    Mistake("model-answer-points", f"{KNEAD}.model_answers", ANSWERS, f"{KNEAD}.model_answers.mixed.points"),
    Mistake("model-answer-criteria", f"{KNEAD}.model_answers", earned(2), f"{KNEAD}.model_answers.mixed.by_criterion"),
    Mistake(
        "model-answer-criteria", f"{KNEAD}.model_answers", earned(3), f"{KNEAD}.model_answers.mixed.by_criterion.0"
    ),
    Mistake(
        "model-answer-criteria", f"{KNEAD}.model_answers", earned(4, 0), f"{KNEAD}.model_answers.mixed.by_criterion"
    ),
    Mistake("duty-count", "kit.version", "any", "roles.0.duties"),
    Mistake("skill-count", "kit.version", "any", "roles.0.skills"),
    Mistake("indicator-count", "roles.0.indicators", [TEXT], "roles.0.indicators"),
    Mistake("indicator-count", "roles.0.levels.0.indicators", [TEXT] * 2, "roles.0.levels.0.indicators"),
    Mistake("skill-not-listed", "roles.0.skills", [BAKING | {"skill": "serving"}], "roles.0.duties.0.skills.0"),
    Mistake("skill-without-duty", "kit.version", "any", "roles.0.skills.1.skill"),
    Mistake("share-total", "roles.0.duties.1.share", 30, "roles.0.duties"),
    Mistake("share-total", "roles.0.duties.1.share", None, "roles.0.duties"),
    Mistake("level-not-rising", "roles.0.levels.1.skills", {"baking": 1}, "roles.0.levels.1.skills.baking"),
    Mistake("level-not-rising", "roles.0.levels.0.skills", {"baking": 4}, "roles.0.levels.1.id"),
    Mistake("level-not-rising", "roles.0.levels.1.pay.minimum", 24, "roles.0.levels.1.pay.minimum"),
    Mistake("level-not-rising", "roles.0.levels.0.pay.maximum", 46, "roles.0.levels.1.pay.maximum"),
    Mistake("level-skill-not-listed", "roles.0.skills", [BAKING], "roles.0.levels.1.skills.serving"),
    Mistake("posting-outside-band", f"{POSTING}.pay.minimum", 35, f"{POSTING}.pay"),
    Mistake("posting-outside-band", f"{POSTING}.pay.maximum", 46, f"{POSTING}.pay"),
    Mistake("change-after-kit", "kit.updated", date(2026, 1, 14), "kit.updated"),
    Mistake("one-size", "leadership_models.0.organisations", slice(1), "leadership_models.0.organisations"),
    Mistake(
        "grows-elsewhere",
        "leadership_models.0.organisations.0",
        {"id": "one", "name": TEXT, "top": {"role": "baker"}, "grows": ["baker", "senior-baker"]},
        "leadership_models.0.organisations.0.grows.1",
    ),
    Mistake(
        "planner-size",
        "planner",
        [
            {"id": "then", "text": TEXT, "number": {"at_most": 9, "usual": 1, "size": "later"}},
            {"id": "shops", "text": TEXT, "options": [{"id": "two", "name": TEXT}]},
        ],
        "planner",
    ),
    Mistake("duty-gap", "leadership_models.0.organisations", [ONE_BAKER], "leadership_models.0.id"),
    Mistake("duty-overlap", "leadership_models.0.assignments", [SHARED], "leadership_models.0.id"),
    Mistake("service-owner", "leadership_models.0.organisations", [ONE_BAKER], "leadership_models.0.id"),
    Mistake(
        "service-owner",
        "leadership_models.0.raci",
        [{"services": ["rolls"], "accountable": {"role": role}} for role in ("baker", "senior-baker")],
        "leadership_models.0.id",
    ),
    Mistake("raci-elsewhere", "leadership_models.0.organisations", [ONE_BAKER], "leadership_models.0.raci.0"),
    Mistake("ratio-range", "function.sizing.ratios.1.one_for", 7, "function.sizing.ratios.1.one_for"),
    Mistake("ratio-range", "function.sizing.leading.one_for", 2, "function.sizing.leading.one_for"),
    Mistake(
        "sizing-example",
        "function.sizing.examples.1.quantities",
        {"loaves": 90},
        "function.sizing.examples.1.quantities",
    ),
    Mistake("span", "kit.span", {"at_least": 2, "at_most": 8}, "leadership_models.0.organisations.0.top"),
    Mistake("stage-skill-count", f"{STAGE}.also_rates", RATED, STAGE),
    Mistake("fact-old", "sources.0.published", "2023-11-20", "sources.0.published"),
    Mistake("required-count", "roles.0.skills", REQUIRED, "roles.0.skills"),
    Mistake("unknown-rule", "kit.rules", [SILENCED], "kit.rules.0.rule"),
    Mistake("posting-past", f"{POSTING}.valid_through", "2026-11-23", f"{POSTING}.valid_through"),
    Mistake("posting-dates", f"{POSTING}.starts_on", "2027-01-05", f"{POSTING}.starts_on"),
    Mistake("posting-dates", f"{POSTING}.interviews", EARLY, f"{POSTING}.interviews.from"),
    Mistake("posting-lacks", f"{POSTING}.benefits", [], POSTING),
    Mistake("posting-lacks", "careers.privacy", None, POSTING),
    Mistake("posting-substitute", f"{POSTING}.substitutes", [ABSENT], f"{POSTING}.substitutes.0"),
    Mistake("posting-substitute", f"{POSTING}.substitutes", [ABSENT | LATER], f"{POSTING}.substitutes.0"),
    Mistake("posting-answer", f"{POSTING}.screened_by", "2026-12-31", f"{POSTING}.screened_by"),
    Mistake("posting-answer", f"{POSTING}.screened_by", "2027-01-08", f"{POSTING}.screened_by"),
    Mistake("posting-answer", f"{POSTING}.interviews", SOON, f"{POSTING}.screened_by"),
    Mistake("pay-too-low", f"{POSTING}.pay.minimum", 0.05, f"{POSTING}.pay.minimum"),
    Mistake("posting-without-pay", f"{POSTING}.pay", None, POSTING),
    Mistake("channel-limit", f"{POSTING}.identifier", "B" * 41, f"{POSTING}.identifier"),
    Mistake("promise-too-slow", "careers.answer_days", 31, "careers.answer_days"),
    Mistake("security-expired", "careers.security", OVER, "careers.security.expires"),
    Mistake("profile-due", "jurisdictions.0.review_by", "2026-11-23", "jurisdictions.0"),
    Mistake("draft-language", "kit.languages", ["en", {"tag": "ar", "draft": True}], "kit.languages.1"),
    Mistake("missing-glyph", "skills.0.name.en", "Baking \U0001f600 漢", "skills.0.name.en"),
    Mistake("rejected-term", "glossary.0.rejected", {"en": ["market"]}, "backgrounds.0.where.0.text.en"),
    Mistake("unused-skill", "skills.2", "skills.0", "skills.2.id"),
    Mistake("unused-background", "backgrounds.1", "backgrounds.0", "backgrounds.1.id"),
    Mistake("search-syntax", "backgrounds.0.search", "baker or cook", "backgrounds.0.search"),
    Mistake("search-syntax", "backgrounds.0.titles.en", ["baker", '"cook'], "backgrounds.0.titles.en.1"),
    Mistake("search-syntax", f"{GROUP}.ar", ["(خبز"], f"{GROUP}.ar.0"),
    Mistake("search-excludes", "backgrounds.0.search", "(baker OR خباز) NOT intern", "backgrounds.0.search"),
    Mistake("search-too-long", f"{GROUP}.en", MANY, "roles.0.backgrounds.0"),
    Mistake("search-language", "backgrounds.0.titles", {"en": ["baker"]}, "backgrounds.0.id"),
    Mistake("search-language", "backgrounds.0.titles.ar", ["CRM"], "backgrounds.0.id"),
    Mistake("search-language", GROUP, {"en": ["sourdough"]}, GROUP),
)
"""Where `value` is a slice, that part of the list stays; where it names a place, a copy with another id is added."""


def path(dotted: str) -> tuple[str | int, ...]:
    steps = dotted.split(".")
    return tuple(
        int(step) if step.isdigit() and (steps[0] == "roles" or before not in ("anchors", "levels")) else step
        for before, step in zip(["", *steps], steps, strict=False)
    )


def at(data: Any, way: tuple[str | int, ...]) -> Any:
    for step in way:
        data = data[step]
    return data


def make(mistake: Mistake, data: dict[str, Any]) -> None:
    """Puts a mistake into a kit."""
    *way, last = path(mistake.where)
    target, value = at(data, tuple(way)), mistake.value
    if mistake.code in ("stage-skill-count", "required-count"):
        data["skills"] += [data["skills"][0] | {"id": skill} for skill in RATED]
    if mistake.code == "question-everywhere":
        data["roles"] += [data["roles"][0] | {"id": f"baker-{number}", "formerly": []} for number in range(2, 5)]
    if mistake.code == "model-answer-criteria":
        target["key"] = KEY
    if isinstance(value, slice):
        value = target[last][value]
    elif mistake.code.startswith("unused-") and isinstance(value, str):
        value = at(data, path(value)) | {"id": "another"}
    if isinstance(target, list) and last == len(target):
        target.append(value)
    else:
        target[last] = value


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.code)
def test_a_rule_finds_its_mistake(small_data: dict[str, Any], mistake: Mistake) -> None:
    make(mistake, small_data)
    assert path(mistake.found) in found_by(mistake.code, small_data)


def test_a_bank_is_built_up_once_it_has_samples_or_duties(small_data: dict[str, Any]) -> None:
    sampled = small_data["skills"][0]["questions"][0]["duties"]
    for skill in small_data["skills"]:
        skill.pop("sample_answers", None)
        for question in skill["questions"]:
            question.pop("duties", None)
    small_data["interviewing"].pop("training")
    assert "bank-too-thin" not in found(small_data)
    small_data["skills"][0]["questions"][0]["duties"] = sampled
    assert "bank-too-thin" in found(small_data)
    for skill in small_data["skills"]:
        for kind, enough in (("behavioural", 3), ("situational", 2)):
            there = sum(1 for one in skill["questions"] if one["kind"] == kind and "retired" not in one)
            like = small_data["skills"][0]["questions"][0] | {"kind": kind}
            skill["questions"] += [like | {"id": f"{kind}-{number}"} for number in range(there, enough)]
    assert "bank-too-thin" not in found(small_data)


def test_a_probe_and_a_script_may_ask_for_yes_or_no(small_data: dict[str, Any]) -> None:
    small_data["skills"][0]["questions"][0]["probes"][0]["en"] = "Did it rise?"
    small_data["interviewing"]["opening"]["text"]["en"] = "Welcome. Did you find us?"
    assert "yes-no-question" not in found(small_data)


def test_a_draft_of_a_role_is_counted_in_its_own_texts(small_data: dict[str, Any]) -> None:
    role = small_data["roles"][0]
    role["drafts"] = ["ar"]
    del role["summary"]["ar"]
    kit = kit_of(small_data)
    own = sum(1 for path, _ in kit.own_texts() if path[:2] == ("roles", 0))
    [said] = [one.message for rule, one in rules.findings(kit) if rule.code == "draft-language"]
    assert said == f"This role is a draft in ar: 1 of {own} texts are not translated yet."


def test_roles_that_take_a_stage_over_ask_its_questions_once(
    small_data: dict[str, Any], written: Callable[[dict[str, Any] | str | bytes], Path]
) -> None:
    make(Mistake("parallel-differs", LOAF, PARALLEL, LOAF), small_data)
    small_data["roles"] += [{"id": f"baker-{number}", "extends": "baker"} for number in range(2, 6)]
    kit = read(written(small_data))
    assert len(kit.roles) == 6
    assert "question-everywhere" not in {rule.code for rule, _ in rules.findings(kit)}


class Slip(NamedTuple):
    """A text that breaks a rule in one language, and one like it that does not."""

    code: str
    where: str
    bad: str
    good: str


QUESTION, ANCHOR, TITLE = "skills.0.questions.0.text", "skills.0.anchors.2", "roles.0.title"
SLIPS = (
    Slip("anchor-repeated", f"{ANCHOR}.en", "Names the steps.", "Names the steps in order."),
    Slip("anchor-repeated", f"{ANCHOR}.ar", "يذكُر الخطواتِ.", "يذكر الخطوات مرتبة."),
    Slip(
        "anchor-without-act",
        f"{ANCHOR}.en",
        "A very good baker.",
        "Bakes good bread once somebody has set the oven.",
    ),
    Slip("anchor-without-act", f"{ANCHOR}.ar", "خباز ممتاز في عمله.", "يخبز رغيفًا متماسكًا."),
    Slip("anchor-credentials", f"{ANCHOR}.en", "Brings five years of baking.", "Bakes five kinds of bread."),
    Slip("anchor-credentials", f"{ANCHOR}.ar", "لديه بكالوريوس في الخَبز.", "يخبز خمسة أنواع."),
    Slip("yes-no-question", f"{QUESTION}.en", "Have you baked before?", "Have you baked before, and what went wrong?"),
    Slip("yes-no-question", f"{QUESTION}.ar", "هل خبزتم من قبل؟", "ماذا خبزتم من قبل؟"),
    Slip("yes-no-question", f"{QUESTION}.en", "Did you bake?", "Think of one loaf. Did you like it, say so."),
    Slip(
        "off-limits-question",
        f"{QUESTION}.en",
        "Tell me: are you married?",
        "Tell me how you marry two doughs.",
    ),
    Slip(
        "off-limits-question",
        f"{QUESTION}.ar",
        "كيف توفّقون بين العمل وأطفالكم وهل أنت متزوّجة؟",
        "كيف توفّقون بين طلبين؟",
    ),
    *(
        Slip("yes-no-question", f"{QUESTION}.ar", bad, "كيف عرفتم ذلك؟")
        for bad in (
            "هل كان المدير يبيّن لكم ذلك؟",
            "هل أغلقتم صفقات كبيرة؟",
            "هل اخترتم بين أمرين؟",
            "هل وقع حدث مهم؟",
            "هل قدّمتم عرضًا؟",
        )
    ),
    *(
        Slip("anchor-without-act", f"{ANCHOR}.ar", bad, "يخبز رغيفًا متماسكًا.")
        for bad in ("قوية جدًا في الخَبز.", "لديه مهارة جيدة.")
    ),
    Slip("anchor-credentials", f"{ANCHOR}.ar", "لديه خبرة لا تقل عن عامين.", "يحضر حامل الرغيف قبل الخَبز."),
    Slip("off-limits-question", f"{QUESTION}.ar", "كم راتبكم؟", "من كان حامل الراية في الفريق؟"),
    Slip("sentence-too-long", f"{QUESTION}.en", "and then " * 21 + "what?", "Say what. " * 21),
    Slip("sentence-too-long", f"{QUESTION}.ar", "ثم ماذا " * 18 + "؟", "قولوا ماذا. " * 18),
    Slip("gendered-wording", "roles.0.purpose.en", "Dominates the oven.", "Leads, supports and analyses."),
    Slip("title-for-one-gender", f"{TITLE}.ar", "خباز أول", "خباز/ة أول"),
    Slip("title-for-one-gender", f"{TITLE}.ar", "مدير الفرن", "إدارة الفرن"),
    Slip("foreign-punctuation", f"{QUESTION}.ar", "متى, وأين؟", "متى، وأين؟"),
    Slip("foreign-punctuation", f"{QUESTION}.ar", "ماذا فعلتم?", "ماذا فعلتم في CRM؟"),
    Slip("translation-identical", f"{QUESTION}.ar", "Tell me about a batch that failed.", "حدّثونا."),
)
"""In both languages, where a rule knows both. What is fine is as near to the mistake as it can be."""


def put(data: dict[str, Any], where: str, text: str) -> None:
    """Writes a text in one language; of its own, for in the file two skills share their anchors."""
    *way, key, tag = path(where)
    target = at(data, tuple(way))
    target[key] = {**target[key], tag: text}


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.code}-{slip.where}")
def test_a_rule_finds_a_slip_and_leaves_what_is_fine(small_data: dict[str, Any], slip: Slip) -> None:
    small_data["skills"][0]["anchors"] = dict(small_data["skills"][0]["anchors"])
    put(small_data, slip.where, slip.good)
    assert found_by(slip.code, small_data) == []
    put(small_data, slip.where, slip.bad)
    assert path(slip.where) in found_by(slip.code, small_data)


def test_a_translation_is_stale_when_its_text_alone_has_changed(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    file = written(small_data)
    assert translations.write_accepted(kit_of(small_data), file) > 100
    accepted = translations.read_accepted(file)
    assert list(translations.translation_stale(kit_of(small_data), accepted)) == []
    question = small_data["skills"][0]["questions"][0]["text"]
    question["en"] = "Tell us of a batch that went wrong."
    [stale] = translations.translation_stale(kit_of(small_data), accepted)
    assert stale.path == ("skills", 0, "questions", 0, "text", "ar")
    question["ar"] = "أخبرونا بدفعة فسدت."
    assert list(translations.translation_stale(kit_of(small_data), accepted)) == []


def test_words_of_the_interface_that_appear_in_english_are_counted(small: Kit) -> None:
    coverage = {"en": (9, 9), "ar": (7, 9)}
    [told] = [one for rule, one in rules.findings(small, coverage=coverage) if rule.code == "interface-coverage"]
    assert told.path == ("kit", "languages", 1)
    assert told.message.startswith("Of the 9 messages of the interface that readers see, 7 are translated into ar")
    assert "rolebook translate --interface ar" in told.hint


def test_they_are_a_warning_in_a_published_language_and_a_note_in_a_draft(small_data: dict[str, Any]) -> None:
    small_data["kit"]["languages"] = ["en", {"tag": "ar", "draft": True}]
    found = rules.findings(kit_of(small_data), coverage={"en": (8, 9), "ar": (7, 9)})
    told = {rule.code: (rule.severity, one.path[-1]) for rule, one in found if "interface" in rule.code}
    assert told == {"interface-coverage": (Severity.WARNING, 0), "draft-interface": (Severity.NOTE, 1)}


def test_what_was_accepted_of_the_first_kit_is_not_stale(first: Kit) -> None:
    assert list(translations.translation_stale(first, translations.read_accepted(FIRST))) == []


def test_an_item_may_break_a_rule_and_the_kit_may_change_one(small_data: dict[str, Any]) -> None:
    baker = small_data["roles"][0]
    assert found(small_data)["duty-count"] == [("roles", 0, "duties"), ("roles", 1, "duties")]
    baker["allow"] = [{"rule": "duty-count", "reason": "Two are all there are."}]
    assert found(small_data)["duty-count"] == [("roles", 1, "duties")]
    small_data["kit"]["rules"] = [{"rule": "skill-count", "severity": "off", "reason": "A small shop."}]
    assert "skill-count" not in found(small_data)
    small_data["kit"]["rules"][0]["severity"] = "error"
    severities = {rule.severity for rule, _ in rules.findings(kit_of(small_data)) if rule.code == "skill-count"}
    assert severities == {Severity.ERROR}


def test_a_proper_name_is_not_translated(small_data: dict[str, Any]) -> None:
    name = "US Office of Personnel Management"
    small_data["sources"][0]["author"] = {"en": name, "ar": name}
    small_data["roles"][0]["tools"] = [{"en": "Google Workspace and Slack", "ar": "Google Workspace and Slack"}]
    assert "translation-identical" not in found(small_data)
    small_data["sources"][0]["author"] = {"en": "The old neighbours", "ar": "The old neighbours"}
    assert found(small_data).pop("translation-identical") == [("sources", 0, "author", "ar")]
    small_data["sources"][0]["author"] = {"en": name, "ar": name}
    small_data["roles"][0]["title"] = {"en": "Senior Bread Baker", "ar": "Senior Bread Baker"}
    assert found(small_data)["translation-identical"] == [("roles", 0, "title", "ar")]


def test_a_word_is_shown_as_it_was_typed(small_data: dict[str, Any]) -> None:
    """Comparing takes the vowel signs and hamzas off; nobody typed «سيي»."""
    small_data["skills"][0]["anchors"] = dict(
        small_data["skills"][0]["anchors"], **{"2": {"en": "Is Bad at it.", "ar": "سيّئ فيه."}}
    )
    messages = [one.message for rule, one in rules.findings(kit_of(small_data)) if rule.code == "anchor-without-act"]
    assert any("(“Bad”)" in message for message in messages)
    assert any("(“سيّئ”)" in message for message in messages)


def test_a_colour_with_too_little_contrast_is_told_of_its_neighbour(small_data: dict[str, Any]) -> None:
    small_data["kit"]["brand"] = {"colours": {"primary": "#5b0e2d", "accent": "#e8743b"}}
    [told] = [one for rule, one in rules.findings(kit_of(small_data)) if rule.code == "brand-contrast"]
    assert told.path == ("kit", "brand", "colours", "accent")
    assert "#e8743b" in told.message
    assert "2.7 to 1. Text needs 4.5 to 1." in told.message
    nearest = re.search(r"#[0-9a-f]{6}", told.hint)
    assert nearest is not None
    small_data["kit"]["brand"]["colours"]["accent"] = nearest.group()
    assert "brand-contrast" not in found(small_data)


def test_a_logo_for_job_boards_is_superseded_by_that_of_the_brand(small_data: dict[str, Any]) -> None:
    small_data["careers"]["employer"]["logo"] = "https://bakery.example/logo.png"
    assert "superseded-logo" not in found(small_data)
    small_data["kit"]["brand"] = {"mark": str((PROJECT / "brand" / "mark.svg").relative_to(Path.cwd()))}
    assert found(small_data)["superseded-logo"] == [("careers", "employer", "logo")]


def test_every_rule_has_a_mistake_here() -> None:
    tried = {mistake.code for mistake in MISTAKES} | {slip.code for slip in SLIPS} | TYPED | {"missing-font"}
    tried |= {
        "superseded-logo",
        "translation-stale",
        "interface-coverage",
        "draft-interface",
    }  # these need more than the kit
    assert {rule.code for rule in rules.RULES} == tried


def test_the_small_kit_has_these_findings_and_no_others(small: Kit, request: pytest.FixtureRequest) -> None:
    found_ = sorted(f"{rule.code}: {'.'.join(map(str, finding.path))}" for rule, finding in rules.findings(small))
    golden = Path(__file__).parent.parent / "golden" / "findings.txt"
    compare(golden, "\n".join(found_) + "\n", update=request.config.getoption("--update-golden"))


@pytest.mark.slow
def test_every_message_reads_like_help(small_data: dict[str, Any], request: pytest.FixtureRequest) -> None:
    """What is wrong, then what to do: every rule's words, for review."""
    lines = []
    for code, change in _changes():
        data = copy.deepcopy(small_data)
        change(data)
        first = next(finding for rule, finding in rules.findings(kit_of(data)) if rule.code == code)
        lines.append(f"[{code}]\n{first.message}\n    {first.hint}\n")
        assert first.message.endswith(".")
        assert first.hint.endswith((".", "?"))
    golden = Path(__file__).parent.parent / "golden" / "messages.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text("\n".join(lines), "utf-8")
    assert golden.read_text("utf-8") == "\n".join(lines)


def _changes() -> Iterator[tuple[str, Callable[[dict[str, Any]], None]]]:
    for mistake in MISTAKES:
        yield mistake.code, partial(make, mistake)
    for slip in SLIPS:
        yield slip.code, partial(put, where=slip.where, text=slip.bad)
    yield "missing-font", in_japanese


def in_japanese(data: dict[str, Any]) -> None:
    """Writes the whole kit in a language that no font here has the letters of, as its tag says."""
    data.update(in_languages(data, ["ja"]))


def test_a_language_without_a_font_is_named_and_each_of_its_texts(small_data: dict[str, Any]) -> None:
    in_japanese(small_data)
    small_data["roles"][0]["title"] = {"ja": "パン職人"}
    small_data["roles"][0]["duties"][0]["text"] = {"ja": "生地をこねる。"}
    places = found(small_data)
    assert places["missing-font"] == [("kit", "languages", 0)]
    assert places["missing-glyph"] == [("roles", 0, "title", "ja"), ("roles", 0, "duties", 0, "text", "ja")]


@pytest.mark.usefixtures("font_packages")
def test_a_language_with_a_font_is_not(small_data: dict[str, Any]) -> None:
    in_japanese(small_data)
    small_data["roles"][0]["title"] = {"ja": "パン職人"}
    assert not {"missing-font", "missing-glyph"} & set(found(small_data))


def test_punctuation_is_told_apart_by_the_script_of_the_language(small_data: dict[str, Any]) -> None:
    data = in_languages(small_data, ["en", "ar-SA"])
    data["roles"][0]["title"] = {"en": "Baker", "ar-SA": "خباز, ومعلم"}
    [finding] = [one for rule, one in rules.findings(kit_of(data)) if rule.code == "foreign-punctuation"]
    assert finding.path == ("roles", 0, "title", "ar-SA")
    assert finding.hint == "Write “،” instead of “,”."


def test_a_closed_posting_lacks_nothing(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["posting"] = {"status": "closed"}
    assert not {"posting-lacks", "posting-without-pay", "channel-limit", "posting-past"} & set(found(small_data))


def test_a_description_too_short_for_a_board_is_found(small_data: dict[str, Any]) -> None:
    duties = small_data["roles"][0]["duties"]
    small_data["roles"][0]["posting"]["introduction"] = small_data["roles"][0]["purpose"] = TEXT
    for duty in duties:
        duty["text"] = TEXT
    assert path(f"{POSTING}.introduction") in found(small_data)["channel-limit"]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_bad_example_of_the_shipped_kit_is_off_limits(tag: str) -> None:
    """What the kit itself prints as not to be asked is found when somebody asks it."""
    missed = []
    for topic in read(PROJECT / "roles.yaml").interviewing.off_limits:
        examples = re.findall("[“«](.+?)[”»]", topic.examples[tag])
        assert examples
        listed = [word for words_of_topic in words(tag).off_limits.values() for word in words_of_topic]
        missed += [example for example in examples if not found_words(example, listed)]
    assert missed == []


REJECTED = {
    "en": (("A fresh bun.", "Every Bun counts."), ("Abundance of bread.", "The bunk bed.")),
    "ar": (("خبزة صغيرة.", "والخُبْزة هنا.", "كخبزة البيت.", "للخبزة مكان."), ("مخبزة الحي.", "خبزتان.")),
}


@pytest.mark.parametrize("tag", REJECTED)
def test_a_word_that_the_glossary_rejects_is_found_wherever_it_stands(small_data: dict[str, Any], tag: str) -> None:
    entry = small_data["glossary"][0]
    entry["rejected"] = {"en": ["bun"], "ar": ["خبزة"]}
    entry["text"][tag] = REJECTED[tag][0][0]  # the entry itself may name it
    for texts, is_found in zip(REJECTED[tag], (True, False), strict=True):
        for text in texts:
            small_data["careers"]["expect"][0][tag] = text
            places = found(small_data).get("rejected-term", [])
            assert places == ([("careers", "expect", 0, tag)] if is_found else []), text


def test_a_rejected_word_says_what_to_write_instead(small_data: dict[str, Any]) -> None:
    small_data["glossary"][0]["rejected"] = {"en": ["warm bread"]}
    [finding] = [finding for rule, finding in rules.findings(kit_of(small_data)) if rule.code == "rejected-term"]
    assert finding.path == ("facts", 0, "text", "en")
    assert finding.message == "“warm bread” is a word that the glossary rejects."
    assert finding.hint == "The entry “proof” of the glossary says “Proofing” instead."


def test_one_stage_that_can_show_a_must_have_is_enough(small_data: dict[str, Any]) -> None:
    first = small_data["roles"][0]["interview"][0]
    assert "must-have-out-of-reach" not in found(small_data)
    small_data["skills"][0]["questions"][0]["reaches"] = 1
    low = f"{small_data['skills'][0]['id']}/{small_data['skills'][0]['questions'][0]['id']}"
    small_data["roles"][0]["interview"].insert(0, first | {"id": "call", "questions": [low]})
    assert "must-have-out-of-reach" not in found(small_data)


def test_a_word_is_shown_with_the_signs_above_its_last_letter_and_no_more() -> None:
    assert found_words("عن الزَّوَاجٍ.", ["زواج"]) == ["الزَّوَاجٍ"[2:]]
