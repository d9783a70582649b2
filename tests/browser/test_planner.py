"""The planner says which structure fits, by the kit's conditions alone; its answers stand in the page's address."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import expect
from rolebook.kit import Kit
from rolebook.kit.coverage import duties_in
from rolebook.kit.growth import next_hires, team_of
from rolebook.kit.planner import Condition

from tests.browser.accessibility import accessible, fits_a_phone
from tests.browser.conftest import Opened

Answers = Mapping[str, int | str | list[str]]
"""By question: a number, the option of a choice, or those of a choice of several."""


def asked(tag: str, answers: Answers) -> str:
    return f"{tag}/structures/?{urlencode(answers, doseq=True)}"


def options(given: int | str | list[str]) -> list[str]:
    """The options that an answer chooses."""
    return [given] if isinstance(given, str) else given if isinstance(given, list) else []


def holds(when: Condition, answers: Answers) -> bool:
    """Whether a condition holds, read from the kit's model rather than from the page."""
    if when.chosen:
        chosen = {f"{question}/{option}" for question, given in answers.items() for option in options(given)}
        return not chosen.isdisjoint(when.chosen)
    given = answers[when.answer or ""]
    number = given if isinstance(given, int) else len(options(given))
    low, high = when.at_least, when.at_most
    return (low is None or number >= low) and (high is None or number <= high)


def verdict(kit: Kit, answers: Answers) -> dict[str, tuple[int, int, bool]]:
    """Conditions met, conditions there are, and whether something speaks against it, by the model's name."""
    found = {}
    for model in kit.leadership_models:
        told = [one.when for one in model.fits if one.when]
        against = any(holds(one.when, answers) for one in model.stops_fitting if one.when)
        found[model.name["en"]] = (sum(holds(one, answers) for one in told), len(told), against)
    return found


EXPECTED = {
    ("generalist-team", 3, 5, 1): ["analysis"],
    ("individual-specialists", 4, 7, 1): ["analysis", "technology"],
    ("managed-sub-teams", 8, 12, 3): ["analysis", "technology"],
}


ANSWER = """answers => {
  const form = document.querySelector("rb-planner form");
  for (const [name, given] of Object.entries(answers)) {
    for (const field of form.querySelectorAll(`[name="${name}"]`)) {
      if (Array.isArray(given)) field.checked = given.includes(field.value);
      else field.value = given;
    }
  }
  form.dispatchEvent(new Event("input"));
}"""


def test_every_mix_of_answers_is_weighed_as_the_kit_says(opened: Opened, first: Kit) -> None:
    page = opened("en/structures/")
    choices = itertools.product((1, 5, 8, 14), (0, 1, 3), ([], ["analysis", "planning"]), (["yes"], ["no"]))
    for later, managers, fields, journey in choices:
        answers: Answers = {
            "people-now": 3,
            "people-in-a-year": later,
            "managers": managers,
            "specialisation": fields,
            "journey": journey,
        }
        page.evaluate(ANSWER, answers)
        shown = [text.strip() for text in page.locator(".rb-planner__structures li").all_inner_texts()]
        expected = verdict(first, answers)
        for line in shown:
            name = next(name for name in expected if line.startswith(name))
            met, told, against = expected[name]
            assert f"{met} of {told} conditions met" in line
            assert ("speaks against it" in line) is against
        best = next(name for name in expected if shown[0].startswith(name))
        fitting = [name for name, (met, told, against) in expected.items() if met == told and not against]
        status = page.locator("rb-planner [role=status]")
        if fitting:
            assert best in fitting
            expect(status).to_have_text(f"{best} fits: every condition that can be checked is met.")
        else:
            expect(status).to_have_text(f"No structure meets every condition. {best} comes nearest.")


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize(("model_id", "now", "later", "managers"), EXPECTED)
def test_the_chart_duties_and_hires_are_those_of_the_size(
    opened: Opened, first: Kit, tag: str, model_id: str, now: int, later: int, managers: int
) -> None:
    fields = EXPECTED[model_id, now, later, managers]
    page = opened(
        asked(tag, {"people-now": now, "people-in-a-year": later, "managers": managers, "specialisation": fields})
    )
    model = first.model(model_id)
    expect(page.locator("h3#plan")).to_have_text(model.name[tag])
    team = team_of(model, later)
    places = page.locator("rb-planner .rb-org__place").all_inner_texts()
    positions = list(team.organisation.positions)
    assert len(places) == len(positions)
    for place, position, count in zip(places, positions, team.counts, strict=True):
        assert place.startswith(first.role(position.role).title[tag])
        assert ("×" in place) is (count > 1)
        assert (f"× {count}" in place) is (count > 1)
    carried = list(duties_in(first, model, team.organisation))
    shown = page.locator("rb-planner a").all_inner_texts()
    for duty in carried:
        assert (duty.duty.text[tag] in shown) is (duty.is_gap or duty.is_overlap)
    hires = [page.locator("rb-planner ol > li").nth(place) for place in range(3)]
    for hire, role in zip(hires, next_hires(model, now, 3), strict=True):
        expect(hire.locator("a").first).to_have_text(first.role(role).title[tag])
        assert hire.locator("a").nth(1).get_attribute("href") == f"../roles/{role}/interview-kit/"
    hires[0].locator("a").nth(1).click()
    expect(page.locator("h1")).to_contain_text(first.role(next_hires(model, now, 1)[0]).title[tag])


def test_answers_given_by_keyboard_stand_in_the_address_that_is_shared(opened: Opened, address: str) -> None:
    page = opened("en/structures/")
    page.locator("#plan-people-now").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("9")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("14")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("rb-planner [role=status]")).to_contain_text("Customer-journey teams fits")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.locator("h3#plan")).to_have_text("Managed sub-teams")
    expect(page.locator("[name=structure][value=managed-sub-teams]")).to_be_focused()
    given = parse_qs(urlsplit(page.url).query)
    assert given == {
        "people-now": ["9"],
        "people-in-a-year": ["14"],
        "managers": ["2"],
        "specialisation": ["analysis"],
        "journey": ["yes"],
        "structure": ["managed-sub-teams"],
    }
    shared = page.context.new_page()
    shared.goto(page.url)
    assert shared.locator("rb-planner").inner_text() == page.locator("rb-planner").inner_text()


def test_what_is_no_answer_in_the_address_is_left_out_and_said(opened: Opened) -> None:
    page = opened("en/structures/?people-now=%3Cimg%20src=x%20onerror=alert(1)%3E&journey=maybe&structure=none")
    expect(page.locator("rb-planner [role=status]")).to_have_text("Fill in each number, within its limits.")
    page.get_by_label("People in the team now").fill("3")
    expect(page.locator("rb-planner [role=status]")).to_contain_text("Generalist team fits")
    page.get_by_label("People in the team in a year").fill("1000")
    expect(page.locator("rb-planner [role=status]")).to_have_text("Fill in each number, within its limits.")


def test_each_condition_says_what_it_rests_on(opened: Opened) -> None:
    page = opened("en/structures/")
    row = page.locator("rb-planner tr").filter(has_text="its manager is the team's leader")
    expect(row).to_contain_text("How many of them will lead others: at most 1")
    expect(row).to_contain_text("threshold: editorial default")
    row.get_by_role("link", name="Fact F86").click()
    expect(page.locator(":target")).to_contain_text("F86")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_plan_is_accessible_and_fits_a_phone(opened: Opened, tag: str) -> None:
    page = opened(asked(tag, {"people-in-a-year": 14, "managers": 3, "journey": "no"}))
    accessible(page)
    fits_a_phone(page)


def test_without_scripts_the_structures_are_compared(opened: Opened) -> None:
    page = opened("en/structures/", java_script_enabled=False)
    assert page.get_by_text("The planner needs JavaScript").is_visible()
    assert page.get_by_role("heading", name="Side by side").is_visible()
