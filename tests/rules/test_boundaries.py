"""Each rule that counts or compares stands at its number: the last value that is fine, and the first that is not."""

from __future__ import annotations

import copy
from typing import Any, NamedTuple

import pytest

from tests.rules.test_rules import BAKING, KNEAD, PILOT, POSTING, STAGE, TEXT, at, found_by, path, put

ANCHOR, QUESTION = "skills.0.anchors.2", "skills.0.questions.0.text"
PERSON = {"who": TEXT}
SKILLS = [f"more-{number}" for number in range(9)]
"""Skills that are as baking is, under other names."""


def days(first: str) -> dict[str, str]:
    """A period of interviews."""
    return {"from": first, "until": "2027-01-10"}


def taken(number: int) -> list[dict[str, Any]]:
    """What a role takes: so many skills, each of them required."""
    return [BAKING | {"skill": skill} for skill in SKILLS[:number]]


def sampled(*levels: int) -> list[dict[str, Any]]:
    """Sample answers at these levels; the training rates the first two."""
    names = ("cold-oven", "wet-flour", "third", "fourth")
    return [
        {"id": name, "question": "failed-batch", "level": level, "answer": TEXT, "because": TEXT}
        for name, level in zip(names, levels, strict=False)
    ]


PAY = {"currency": "SAR", "maximum": 90_000}


class Boundary(NamedTuple):
    """A rule, a place in the small kit, and the values on both sides of the rule's boundary."""

    code: str
    where: str
    fine: object
    found: object


BOUNDARIES = (
    Boundary("stage-overruns", f"{STAGE}.minutes", 44, 43),
    Boundary("required-rated-once", f"{STAGE}.interviewers", [PERSON, PERSON], [PERSON]),
    Boundary("skill-count", "roles.0.skills", taken(5), taken(4)),
    Boundary("skill-count", "roles.0.skills", taken(8), taken(9)),
    Boundary("pilot-ahead", f"{KNEAD}.pilots", [PILOT], [PILOT | {"on": "2026-11-25"}]),
    Boundary("required-count", "roles.0.skills", taken(6), taken(7)),
    Boundary("stage-skill-count", f"{STAGE}.also_rates", SKILLS[:6], SKILLS[:7]),
    Boundary("training-overruns", "interviewing.training.minutes", 25, 24),
    Boundary("short-notice", "hiring.timeline.steps.1.working_days", 4, 3),
    Boundary("late-answer", "hiring.timeline.steps.2.working_days", 5, 6),
    Boundary("sample-levels", "skills.0.sample_answers", sampled(1, 2, 2, 3), sampled(1, 2, 2)),
    Boundary("sample-beyond-reach", "skills.0.sample_answers", sampled(1, 2), sampled(1, 3)),
    Boundary("fact-old", "sources.0.published", "2023-11-25", "2023-11-24"),
    Boundary("posting-past", f"{POSTING}.valid_through", "2026-11-24", "2026-11-23"),
    Boundary("posting-dates", f"{POSTING}.starts_on", "2027-01-08", "2027-01-07"),
    Boundary("posting-dates", f"{POSTING}.interviews", days("2027-01-01"), days("2026-12-31")),
    Boundary("posting-answer", f"{POSTING}.screened_by", "2027-01-01", "2026-12-31"),
    Boundary("posting-answer", f"{POSTING}.screened_by", "2027-01-07", "2027-01-08"),
    Boundary("posting-answer", f"{POSTING}.interviews", days("2027-01-06"), days("2027-01-05")),
    Boundary("pay-too-low", f"{POSTING}.pay.minimum", 0.1, 0.09),
    *(
        Boundary(
            "pay-too-low",
            f"{POSTING}.pay",
            PAY | {"unit": unit, "minimum": least},
            PAY | {"unit": unit, "minimum": least - 0.5},
        )
        for unit, least in (("year", 400), ("month", 30), ("week", 7), ("day", 1))
    ),
    Boundary("posting-outside-band", f"{POSTING}.level", "skilled", "apprentice"),
    Boundary("posting-outside-band", f"{POSTING}.pay.minimum", 36, 35),
    Boundary("posting-outside-band", f"{POSTING}.pay.maximum", 45, 46),
    Boundary("level-not-rising", "roles.0.levels.1.skills", {"baking": 2}, {"baking": 1}),
    Boundary("level-not-rising", "roles.0.levels.1.pay.minimum", 25, 24),
    Boundary("channel-limit", f"{POSTING}.identifier", "B" * 40, "B" * 41),
    Boundary("promise-too-slow", "careers.answer_days", 30, 31),
    Boundary(
        "security-expired",
        "careers.security",
        {"contact": "security@example.com", "expires": "2026-11-24"},
        {"contact": "security@example.com", "expires": "2026-11-23"},
    ),
    Boundary("profile-due", "jurisdictions.0.review_by", "2026-11-24", "2026-11-23"),
    Boundary("span", "kit.span", {"at_least": 1, "at_most": 3}, {"at_least": 2, "at_most": 3}),
    Boundary("span", "kit.span", {"at_least": 1, "at_most": 3}, {"at_least": 1, "at_most": 2}),
    Boundary("ratio-range", "function.sizing.ratios.0.one_for", 80, 79),
    Boundary("ratio-range", "function.sizing.ratios.0.one_for", 150, 151),
    Boundary("sentence-too-long", f"{QUESTION}.en", "so " * 39 + "what?", "so " * 40 + "what?"),
    Boundary("sentence-too-long", f"{QUESTION}.ar", "ثم " * 33 + "ماذا؟", "ثم " * 34 + "ماذا؟"),
    Boundary("anchor-without-act", f"{ANCHOR}.en", "Sets the oven.", "Sets ovens."),
    Boundary("anchor-without-act", f"{ANCHOR}.ar", "يضبط الفرن.", "يضبط."),
)
MANY = (
    ("question-count", "skills.0.questions", 3, 2),
    ("duty-count", "roles.0.duties", 6, 5),
    ("duty-count", "roles.0.duties", 10, 11),
    ("one-size", "leadership_models.0.organisations", 2, 1),
)
"""A rule, a list in the small kit, and how many parts of it are fine, or found."""


def findings(data: dict[str, Any], boundary: Boundary, value: object) -> int:
    """How often a kit breaks a rule, once a value has been put into its place."""
    data = copy.deepcopy(data)
    data["skills"] += [data["skills"][0] | {"id": skill} for skill in SKILLS]
    if isinstance(value, str) and boundary.where.endswith((".en", ".ar")):
        put(data, boundary.where, value)
    else:
        *way, last = path(boundary.where)
        at(data, tuple(way))[last] = value
    return len(found_by(boundary.code, data))


@pytest.mark.parametrize("boundary", BOUNDARIES, ids=lambda boundary: f"{boundary.code}-{boundary.where}")
def test_a_rule_begins_at_its_boundary(small_data: dict[str, Any], boundary: Boundary) -> None:
    small_data["skills"][0]["anchors"] = dict(small_data["skills"][0]["anchors"])
    # of the other role, which has two skills; of the skills that are as baking is
    others = {"skill-count": 1, "sample-levels": len(SKILLS)}.get(boundary.code, 0)
    assert findings(small_data, boundary, boundary.fine) == others
    assert findings(small_data, boundary, boundary.found) > others


@pytest.mark.parametrize(("text", "is_found"), [("Bread ovens", False), ("Bread from ovens", True)])
def test_three_words_that_are_the_same_in_both_languages_are_no_name(
    small_data: dict[str, Any], text: str, is_found: bool
) -> None:
    for tag in ("en", "ar"):
        put(small_data, f"{QUESTION}.{tag}", text)
    assert bool(found_by("translation-identical", small_data)) is is_found


@pytest.mark.parametrize("where", ["roles.0.indicators", "roles.0.levels.0.indicators"])
@pytest.mark.parametrize(("number", "is_found"), [(0, False), (2, True), (3, False), (5, False), (6, True)])
def test_three_to_five_indicators_are_enough(
    small_data: dict[str, Any], where: str, number: int, is_found: bool
) -> None:
    *way, last = path(where)
    at(small_data, tuple(way))[last] = [TEXT] * number
    assert (path(where) in found_by("indicator-count", small_data)) is is_found


@pytest.mark.parametrize(("code", "where", "fine", "wrong"), MANY)
def test_a_list_may_have_so_many_parts(
    small_data: dict[str, Any], code: str, where: str, fine: int, wrong: int
) -> None:
    def finds(number: int) -> bool:
        data = copy.deepcopy(small_data)
        parts = at(data, path(where))
        parts[:] = [part for part in parts if "retired" not in part]
        parts[:] = [*parts, *(parts[0] | {"id": f"more-{each}"} for each in range(number))][:number]
        if code == "question-count":
            data["roles"][0]["interview"][0]["questions"] = [f"baking/{part['id']}" for part in parts]
        return any(place[: len(path(where))] == path(where) for place in found_by(code, data))

    assert not finds(fine)
    assert finds(wrong)
