"""The bank and the training: what a question samples, since when it is not asked, and answers to practise on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rolebook.kit import Kit
from rolebook.kit.questions import RetirementReason
from rolebook.kit.training import Training
from rolebook.source import load


def test_a_bank_is_read(small: Kit) -> None:
    kit = small
    failed, _, burnt = kit.skill("baking").questions
    assert [kit.duty(reference)[1].id for reference in failed.duties] == ["bake-bread"]
    assert burnt.retired is not None
    assert (burnt.retired.on, burnt.retired.because) == (date(2026, 10, 1), RetirementReason.LEAKED)
    training = kit.interviewing.training
    assert training is not None
    assert training.minutes == 30
    assert [kit.sample_answer(reference)[1].level for reference in training.samples] == [2, 1]
    part = {"id": "all", "title": "All", "minutes": 60, "text": [{"text": "Rate."}]}
    assert Training.model_validate({"parts": [part], "samples": ["baking/cold-oven"]}).minutes == 60
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
    here: Any = small_data
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = value
    problems = load(written(small_data)).problems
    assert [problem.message for problem in problems if problem.severity == "error"] == [said]
