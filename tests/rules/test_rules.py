"""Each rule finds what it is for, at its place; the shipped kit gives none of them reason to speak."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from generator import rules
from generator.kit import Kit
from tests.conftest import kit_of


def found(data: dict[str, Any]) -> dict[str, list[tuple[str | int, ...]]]:
    places: dict[str, list[tuple[str | int, ...]]] = {}
    for rule, finding in rules.findings(kit_of(data)):
        places.setdefault(rule.code, []).append(finding.path)
    return places


def test_the_shipped_kit_breaks_no_rule(shipped: Kit) -> None:
    assert list(rules.findings(shipped)) == []


TEXT = {"en": "x", "ar": "س"}
FACT = {"id": "F2", "topic": TEXT, "text": TEXT, "from": "neighbours"}
SOURCE = {"id": "hearsay", "title": TEXT, "author": TEXT, "about": TEXT}
BAKING = {"skill": "baking", "need": "required", "level": 3, "when": "day-one", "equivalent": TEXT}
STAGE, POSTING = "roles.0.interview.0", "roles.0.posting"


class Mistake(NamedTuple):
    """What breaks a rule: the place in the small kit, what is put there, and where the rule finds it."""

    code: str
    where: str
    value: object
    found: str


MISTAKES = (
    Mistake("uncited-fact", "facts.1", FACT, "facts.1.id"),
    Mistake("unused-source", "sources.1", SOURCE, "sources.1.id"),
    Mistake("stage-overruns", f"{STAGE}.minutes", 30, f"{STAGE}.minutes"),
    Mistake("question-repeated", f"{STAGE}.questions.3", "baking/knead", f"{STAGE}.questions.3"),
    Mistake("question-count", "kit.version", "any", "skills.0.questions"),
    Mistake("skill-not-needed", "roles.0.skills", [BAKING], f"{STAGE}.questions.2"),
    Mistake("skill-not-assessed", f"{STAGE}.questions", ["baking/knead"], "roles.0.skills.1.skill"),
    Mistake("must-have-rated-once", f"{STAGE}.interviewers", [{"who": TEXT}], "roles.0.skills.0.skill"),
    Mistake("weight-without-reason", "roles.0.skills.0", BAKING | {"weight": 3}, "roles.0.skills.0.weight"),
    Mistake("duty-count", "kit.version", "any", "roles.0.duties"),
    Mistake("skill-count", "kit.version", "any", "roles.0.skills"),
    Mistake("skill-not-listed", "roles.0.skills", [BAKING | {"skill": "serving"}], "roles.0.duties.0.skills.0"),
    Mistake("skill-without-duty", "kit.version", "any", "roles.0.skills.1.skill"),
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
    Mistake("posting-past", f"{POSTING}.valid_through", "2026-11-23", f"{POSTING}.valid_through"),
    Mistake("posting-lacks", f"{POSTING}.benefits", [], POSTING),
    Mistake("posting-without-pay", f"{POSTING}.pay", None, POSTING),
    Mistake("channel-limit", f"{POSTING}.identifier", "B" * 41, f"{POSTING}.identifier"),
    Mistake("promise-too-slow", "careers.answer_days", 31, "careers.answer_days"),
    Mistake("missing-glyph", "skills.0.name.en", "Baking \U0001f600 漢", "skills.0.name.en"),
    Mistake("unused-skill", "skills.2", "skills.0", "skills.2.id"),
    Mistake("unused-background", "backgrounds.1", "backgrounds.0", "backgrounds.1.id"),
)
"""Where `value` is a slice, that part of the list stays; where it names a place, a copy with another id is added."""


def path(dotted: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdigit() else step for step in dotted.split("."))


def at(data: Any, way: tuple[str | int, ...]) -> Any:
    for step in way:
        data = data[step]
    return data


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.code)
def test_a_rule_finds_its_mistake(small_data: dict[str, Any], mistake: Mistake) -> None:
    *way, last = path(mistake.where)
    target, value = at(small_data, tuple(way)), mistake.value
    if isinstance(value, slice):
        value = target[last][value]
    elif mistake.code.startswith("unused-") and isinstance(value, str):
        value = at(small_data, path(value)) | {"id": "another"}
    if isinstance(target, list) and last == len(target):
        target.append(value)
    else:
        target[last] = value
    assert path(mistake.found) in found(small_data)[mistake.code]


def test_every_rule_has_a_mistake_here() -> None:
    assert {rule.code for rule in rules.RULES} == {mistake.code for mistake in MISTAKES}


def test_a_closed_posting_lacks_nothing(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["posting"] = {"status": "closed"}
    assert not {"posting-lacks", "posting-without-pay", "channel-limit", "posting-past"} & set(found(small_data))


def test_a_description_too_short_for_a_board_is_found(small_data: dict[str, Any]) -> None:
    duties = small_data["roles"][0]["duties"]
    small_data["roles"][0]["posting"]["introduction"] = small_data["roles"][0]["purpose"] = TEXT
    for duty in duties:
        duty["text"] = TEXT
    assert path(f"{POSTING}.introduction") in found(small_data)["channel-limit"]
