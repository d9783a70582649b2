"""The bank and the training: what a question samples, since when it is not asked, and answers to practise on."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rolebook.kit.questions import RetirementReason
from rolebook.source import load

from tests.conftest import kit_of

SAMPLE = {
    "id": "cold-oven",
    "question": "failed-batch",
    "level": 2,
    "answer": {"en": "The oven was cold. I followed the card.", "ar": "كان الفرن باردًا. اتبعت البطاقة."},
    "because": {"en": "Follows a recipe, and no more.", "ar": "يتبع وصفة لا أكثر."},
}
PART = {
    "id": "rate",
    "title": {"en": "Rate", "ar": "التقييم"},
    "minutes": 30,
    "text": [{"text": {"en": "Rate alone.", "ar": "قيّموا بمفردكم."}}],
    "shows": ["samples"],
}


def with_bank(data: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The small kit with everything of a bank: what the first question samples, a retired one, samples, training."""
    baking, data["interviewing"] = data["skills"][0], dict(data["interviewing"])
    old = {**deepcopy(baking["questions"][0]), "id": "burnt-loaf", "retired": {"on": "2026-11-01", "because": "leaked"}}
    old["text"] = {"en": "Tell me about a burnt loaf.", "ar": "حدّثونا عن رغيف احترق."}
    baking["questions"] = [{**baking["questions"][0], "duties": ["baker/bake-bread"]}, *baking["questions"][1:], old]
    baking["sample_answers"] = [{**SAMPLE, **changes}]
    data["interviewing"]["training"] = {"parts": [PART], "samples": ["baking/cold-oven"]}
    return data


def test_a_bank_is_read(small_data: dict[str, Any]) -> None:
    kit = kit_of(with_bank(small_data))
    failed, _, burnt = kit.skill("baking").questions
    assert [kit.duty(reference)[1].id for reference in failed.duties] == ["bake-bread"]
    assert burnt.retired is not None
    assert (burnt.retired.on, burnt.retired.because) == (date(2026, 11, 1), RetirementReason.LEAKED)
    training = kit.interviewing.training
    assert training is not None
    assert training.minutes == 60
    assert [kit.sample_answer(reference)[1].level for reference in training.samples] == [2]
    with pytest.raises(LookupError, match="no sample answer “warm-oven”"):
        kit.sample_answer("baking/warm-oven")
    with pytest.raises(LookupError, match="no duty “sleep”"):
        kit.duty("baker/sleep")


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        (("skills", 0, "questions", 0, "duties"), ["baker/sleep"], "There is no duty “baker/sleep”."),
        (("skills", 0, "sample_answers", 0, "question"), "long-queue", "“baking” has no question “long-queue”."),
        (("skills", 0, "sample_answers", 0, "level"), 6, "There is no level 6: the rating scale ends at level 5."),
        (("interviewing", "training", "samples"), ["baking/warm"], "There is no sample answer “baking/warm”."),
        (("skills", 0, "questions", 2, "retired", "because"), "old", "“old” is not one of the choices."),
    ],
)
def test_a_slip_in_it_is_named_where_it_stands(
    small_data: dict[str, Any],
    written: Callable[[dict[str, Any] | str | bytes], Path],
    way: tuple[Any, ...],
    value: object,
    said: str,
) -> None:
    here: Any = with_bank(small_data)
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = value
    problems = load(written(small_data)).problems
    assert [problem.message for problem in problems if problem.severity == "error"] == [said]
