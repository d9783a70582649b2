"""What scripts are told: the declarations that they are checked against say what pages hold today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest
from rolebook.documents import blocks
from rolebook.formats import script_types

from tests.conftest import PROJECT


def test_they_are_current() -> None:
    assert (PROJECT / "types" / "tools.d.ts").read_text("utf-8") == script_types.declarations(), "run `make types`"


def test_they_say_each_field_in_its_form_in_json() -> None:
    said = script_types.declarations()
    assert "  readonly fits: readonly PlannerCriterion[];\n" in said
    assert "  readonly low: number | null;\n" in said
    assert "  readonly to: string;\n" in said, "a target has become an address"
    assert "  readonly teams: readonly (readonly [number, readonly number[], number])[];\n" in said


def test_they_say_what_is_filled_into_each_sentence() -> None:
    said = script_types.declarations()
    assert '  readonly between: Sentence<"low" | "high">;\n' in said
    assert '  readonly cards: Counted<"n">;\n' in said
    assert "  readonly notMet: string;\n" in said
    assert '  readonly evidenceFor: Sentence<"skill">;\n' in said, "words that many pages have in common"


def test_they_say_what_the_file_of_a_scorecard_holds() -> None:
    said = script_types.declarations()
    assert '    rating: number | "not-assessed" | null;\n' in said


def test_what_json_cannot_say_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclass(frozen=True)
    class Dated:
        begins: datetime

    monkeypatch.setattr(blocks, "Timeline", Dated)
    with pytest.raises(TypeError, match="no form in JSON"):
        script_types.declarations()
