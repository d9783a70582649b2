"""Which names on scorecards the debrief takes for one person's, and which letters stand for an interviewer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

NAMES = PROJECT / "theme_overrides" / "assets" / "javascripts" / "debrief-names.js"
SCRIPT = f"""
import {{ readFileSync }} from "node:fs";
const {{ initials, likely }} = await import({json.dumps(NAMES.as_uri())});
const [pairs, people] = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify([pairs.map((pair) => likely(...pair)), [...initials(people).values()]]));
"""
ONE_PERSON = [
    ("Amal Saleh", "Amal Salehh"),
    ("Amal Saleh", "Amla Saleh"),
    ("Noura Al-Harbi", "Noura Alharbi"),
    ("Noura Al-Harbi", "Noura"),
    ("Candidat A", "Candidate A"),
    ("José", "Jose"),
    ("أحمد", "احمد"),
    ("نورة الحربي", "نوره الحربي"),
    ("عبدالرحمن السالم", "عبد الرحمن السالم"),
]
TWO_PEOPLE = [
    ("C-17", "C-18"),
    ("C-1", "C-11"),
    ("Candidate A", "Candidate B"),
    ("Candidate 1", "Candidate 2"),
    ("Sara", "Sami"),
    ("Omar Said", "Lina Said"),
    ("", "Omar"),
    ("المرشح/ة أ", "المرشح/ة ب"),
    ("عمر", "عمرو"),
]


def asked(pairs: list[tuple[str, str]], people: list[str]) -> tuple[list[bool], list[str]]:
    """Whether each pair is likely one person, and the letters of some people."""
    run = subprocess.run(
        [Path(sys.executable).with_name("node"), "--input-type=module", "--eval", SCRIPT],
        input=json.dumps([pairs, people]),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found: tuple[list[bool], list[str]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize(("pairs", "wanted"), [(ONE_PERSON, True), (TWO_PEOPLE, False)])
def test_names_are_likely_one_persons_but_codes_are_not(pairs: list[tuple[str, str]], wanted: bool) -> None:
    both = pairs + [(other, one) for one, other in pairs]
    found, _ = asked(both, [])
    assert dict(zip(both, found, strict=True)) == dict.fromkeys(both, wanted)


def test_letters_stand_for_one_interviewer_each_and_arabic_ones_do_not_join() -> None:
    _, letters = asked(
        [], ["Lina Haddad", "lina  haddad", "Layla Hassan", "Omar", "Noura Al-Harbi", "نورة الحربي", "عمر"]
    )
    assert letters == ["LH", "LH2", "O", "NH", "ن\u200cح", "ع"]
