"""A must-have comes to the same by the kit, in the debrief's script, and by the definition worked out independently."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.formats import rating
from rolebook.kit.must_haves import Outcome, counting, outcome
from rolebook.language import Language
from rolebook.source import load

from tests.browser.panel import scorecard as filled_in
from tests.conftest import PROJECT, SMALL, kit_of
from tests.kit.must_haves import Data, expected, rated_in, with_must_haves

FIGURES = PROJECT / "theme_overrides" / "assets" / "javascripts" / "debrief-figures.js"
SCRIPT = f"""
import {{ readFileSync }} from "node:fs";
const {{ figures }} = await import({json.dumps(FIGURES.as_uri())});
const [rates, cards] = JSON.parse(readFileSync(0, "utf-8"));
const found = figures(rates, cards).map(({{ skills, missed, discussed }}) => ({{
  outcomes: Object.fromEntries(skills.map((one) => [one.skill.id, one.outcome])),
  missed: missed.map((one) => one.id),
  discussed: discussed.map((one) => one.id),
}}));
console.log(JSON.stringify(found));
"""


def by_the_script(rates: Data, cards: list[Data]) -> list[Data]:
    """What the debrief's script makes of scorecards, candidate by candidate."""
    node = Path(sys.executable).with_name("node")
    run = subprocess.run(
        [node, "--input-type=module", "--eval", SCRIPT],
        input=json.dumps([rates, cards]),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found: list[Data] = json.loads(run.stdout)
    return found


def panel(data: Data, rates: Data, chance: random.Random) -> list[Data]:
    """Scorecards of several candidates: of stages, which rate their own skills, and sometimes of the whole role."""
    cards: list[Data] = []
    ids = [skill["id"] for skill in rates["skills"]]
    for candidate in range(8):
        for place in range(chance.randint(1, 5)):
            stage: Any = chance.choice([*data["roles"][0]["interview"], None])
            asked = rated_in(stage) if stage else ids
            levels = [chance.choice((1, 2, 3, 4, 5, "not-assessed")) for _ in ids]
            card = filled_in(rates, f"C-{candidate}", f"Interviewer {place}", levels, number=len(cards) + 1)
            card["stage"] = stage["id"] if stage else ""
            card["ratings"] = [one for one in card["ratings"] if one["skill"] in asked]
            cards.append(card)
    return cards


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(min_value=0))
def test_random_panels_come_to_what_the_definition_says(seed: int) -> None:
    chance = random.Random(seed)
    loaded = load(SMALL)
    assert loaded.root is not None
    data = with_must_haves(loaded.root.data(), chance)
    kit = kit_of(data)
    role = kit.role("baker")
    edition = InternalEdition(kit, Language("en"))
    rates = json.loads(rating.write(scorecard(edition, "baker"), edition))
    cards = panel(data, rates, chance)
    found = by_the_script(rates, cards)
    candidates = sorted({card["candidate"] for card in cards})
    counted = {stage.id: counting(kit, role, stage) for stage in role.interview}
    for candidate, theirs in zip(candidates, found, strict=True):
        wanted: dict[str, str | None] = {}
        for need in role.skills:
            ratings = [
                (card["stage"], one["rating"])
                for card in cards
                if card["candidate"] == candidate
                for one in card["ratings"]
                if one["skill"] == need.skill and isinstance(one["rating"], int)
            ]
            wanted[need.skill] = expected(data, need.skill, ratings)
            if need.must_have:
                kept = [level for stage, level in ratings if not stage or need.skill in counted[stage]]
                assert outcome(need.level, kept) == wanted[need.skill]
        assert theirs["outcomes"] == wanted
        for name, verdict in (("missed", Outcome.NOT_MET), ("discussed", Outcome.TO_DISCUSS)):
            assert sorted(theirs[name]) == sorted(skill for skill, one in wanted.items() if one == verdict)
