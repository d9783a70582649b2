"""The shipped kit's pay rule: every third of a band can be reached in each role and level; its examples are right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import floor

import pytest
from rolebook.kit import Kit
from rolebook.kit.levels import PayBand, RoleLevel
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import SkillNeed

from tests.conftest import PROJECT, read

HIGHEST = 4
"""The level that counts as the highest: what the questions reach."""
THIRDS = (Fraction(1, 3), Fraction(2, 3))


@pytest.fixture(scope="module")
def kit() -> Kit:
    return read(PROJECT / "roles.yaml")


def paid(kit: Kit) -> Iterator[tuple[Role, RoleLevel | None, PayBand | None]]:
    """Every level of every role with its band, and every role without levels with its own."""
    for role in kit.roles:
        yield from ((role, level, level.pay) for level in role.levels)
        if not role.levels:
            yield role, None, role.pay


def needs_of(role: Role, level: RoleLevel | None) -> tuple[SkillNeed, ...]:
    return role.needs_at(level) if level else role.skills


def least(need: SkillNeed) -> int:
    """What steps are counted from: the level needed of a must-have, level 1 of any other skill."""
    return need.level if need.must_have else 1


def third(steps: Fraction, possible: int) -> int:
    """Which third of the band a number of steps leads to: 0 is the lower one."""
    return sum(steps / possible > end for end in THIRDS)


def offers(band: PayBand) -> list[int]:
    width = band.maximum - band.minimum
    return [round((band.minimum + width * sixth / 6) / 100) * 100 for sixth in (1, 3, 5)]


def test_no_question_reaches_beyond_what_counts_as_the_highest(kit: Kit) -> None:
    questions = [one for skill in kit.skills for one in skill.questions if one.retired is None]
    assert {question.reaches for question in questions} == {HIGHEST}


def test_every_third_can_be_reached_with_ratings_that_questions_can_give(kit: Kit) -> None:
    seen = 0
    for role, level, _ in paid(kit):
        needs = needs_of(role, level)
        possible = sum(HIGHEST - least(need) for need in needs)
        # Ratings that lead to an offer: a must-have at the level needed or above it, any other skill at any level.
        ratings = product(*(range(least(need), HIGHEST + 1) for need in needs))
        reached = {
            third(Fraction(sum(rated - least(need) for rated, need in zip(row, needs, strict=True))), possible)
            for row in ratings
        }
        assert reached == {0, 1, 2}, (role.id, level.id if level else None)
        seen += 1
    assert seen == 14  # two roles without levels, four with three


def test_every_role_and_level_has_a_band_that_is_marked_as_an_example(kit: Kit) -> None:
    for role, level, band in paid(kit):
        assert band is not None, (role.id, level)
        assert band.example


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_example_of_each_role_follows_from_its_band_and_its_skills(kit: Kit, tag: str) -> None:
    for role, level, band in paid(kit):
        if level is not None and level is not role.described:
            continue
        assert role.pay_example is not None
        assert band is not None
        said = role.pay_example[tag]
        if level is not None:
            assert level.name[tag] in said
        numbers = {float(one.replace(",", "")) for one in re.findall(r"\d[\d,]*(?:\.\d)?(?!\d)", said)}
        needs = needs_of(role, level)
        possible = sum(HIGHEST - least(need) for need in needs)
        needed = sum(need.level - least(need) for need in needs)
        ends = [floor(possible * end * 2) / 2 for end in THIRDS]  # medians of two ratings go by halves
        assert numbers == {possible, needed, *ends, *offers(band)}, role.id


def test_postings_state_the_whole_band(kit: Kit) -> None:
    """The rule says so. What is paid in another currency, or for another period, is not compared."""
    for role in kit.roles:
        for posting in role.postings:
            level = next((one for one in role.levels if one.id == posting.level), None)
            band = level.pay if level else role.pay
            if posting.pay is not None and band is not None and posting.pay.is_like(band):
                assert (posting.pay.minimum, posting.pay.maximum) == (band.minimum, band.maximum), posting.identifier
