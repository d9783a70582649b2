"""The debrief says first who has not handed in and which must-have was rated too low; the record has its evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from rolebook.language import Language

from tests.browser.accessibility import accessible, fits_a_phone
from tests.browser.conftest import Opened
from tests.browser.panel import Card, rates, scorecard, sealed
from tests.browser.test_debrief import drop
from tests.browser.test_scorecard import downloaded

NONE = "Every rating that counts reaches the level needed."
NOTED = "Asked who owns the field."
ROLE = "sales-operations-analyst"
VIEWS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1440, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}},
}


def of_stage(rated: dict[str, Any], place: int, candidate: str, interviewer: str, number: int, low: str = "") -> Card:
    """A sealed scorecard of one stage: everything at the level needed, but one skill a level lower."""
    stage = rated["stages"][place]
    card = scorecard(rated, candidate, interviewer, [skill["needed"] for skill in rated["skills"]], number=number)
    card["stage"] = stage["id"]
    card["ratings"] = [one for one in card["ratings"] if one["skill"] in stage["skills"]]
    card["notes"] = [{"question": question, "text": NOTED} for question, _ in stage["questions"]]
    for one in card["ratings"]:
        one["rating"] -= one["skill"] == low
    return sealed(card)


def whole_panel(rated: dict[str, Any]) -> tuple[list[Card], str, int]:
    """Every scorecard of two candidates; a must-have that one interviewer rates too low; the place of its stage."""
    place = next(place for place, stage in enumerate(rated["stages"]) if stage["counts"] and len(stage["raters"]) > 1)
    low: str = rated["stages"][place]["counts"][0]
    people = ("Lina Haddad", "Omar Said", "Noura Al-Harbi")
    cards: list[Card] = []
    for candidate in ("C-1", "C-2"):
        for at, stage in enumerate(rated["stages"]):
            for seat in range(len(stage["raters"])):
                is_low = candidate == "C-1" and at == place and not seat
                cards.append(of_stage(rated, at, candidate, people[seat], len(cards) + 1, low if is_low else ""))
    return cards, low, place


def name_of(rated: dict[str, Any], skill: str) -> str:
    return next(str(one["name"]) for one in rated["skills"] if one["id"] == skill)


@pytest.mark.daily
@pytest.mark.parametrize(
    ("tag", "view"),
    [
        ("en", "desktop"),
        pytest.param("ar", "phone", marks=pytest.mark.slow),
        pytest.param("en", "phone", marks=pytest.mark.slow),
        pytest.param("ar", "desktop", marks=pytest.mark.slow),
    ],
)
def test_who_is_missing_and_what_is_too_low_come_first_and_the_record_has_its_evidence(
    opened: Opened, site: Path, tmp_path: Path, tag: str, view: str
) -> None:
    _ = Language(tag).gettext
    rated = rates(site, tag, ROLE)
    cards, low, place = whole_panel(rated)
    page = opened(f"{tag}/debrief/", accept_downloads=True, **VIEWS[view])
    for anchor in ("record", "steps", "figures"):
        expect(page.locator(f"#{anchor}")).to_be_hidden()  # there is nothing to decide yet
    drop(page, cards[:-1])
    alarm = page.locator("[data-missing]")
    expect(alarm).to_have_attribute("data-missing", "1")
    expect(alarm.locator("+ p")).to_have_text(
        Language(tag).ngettext(
            "{n} must-have was rated below the level needed.", "{n} must-haves were rated below the level needed.", 1
        )
    )
    said_of = page.locator(".rb-standing tbody tr")  # a line for each candidate, by name
    expect(said_of.locator("th a")).to_have_text(["C-1", "C-2"])
    lows = said_of.locator("td:nth-child(2)")
    for words in (name_of(rated, low), "Lina Haddad"):
        expect(lows.first).to_contain_text(words)
    expect(lows.nth(1)).to_have_text(_(NONE))
    last = rated["stages"][-1]
    handed_in = said_of.locator("td:nth-child(3)")
    expect(handed_in.nth(1)).to_contain_text(f"{last['name']}{_(': ')}{cards[-1]['interviewer']}")
    expect(handed_in.first).not_to_contain_text(last["name"])
    expect(said_of.locator("td:nth-child(4)").first).to_contain_text(
        f"{rated['recommendations'][0]['name']}{_(': ')}{len(cards) // 2}"
    )
    order = ["standing", "scorecards", "side-by-side", "candidate-1", "candidate-2", "record", "steps"]
    tops = [page.locator(f"#{anchor}").bounding_box() for anchor in order]
    assert [top["y"] for top in tops if top] == sorted(top["y"] for top in tops if top)
    assert page.locator(".rb-debrief__contents a").count() == 5
    dot = page.locator(".rb-plot a.rb-dot--under")
    expect(dot).to_have_count(1)
    expect(dot.locator("b")).to_have_text(f"LH·{place + 1}")  # she has rated the skill in another stage, too
    dot.click()
    evidence = page.locator(f"li:target:has-text('Lina Haddad on C-1: {name_of(rated, low)}')")
    expect(evidence).to_be_in_viewport()
    taken = page.locator("li:has(> .rb-dot--under) .rb-taken")  # what was noted stands beside what was made of it
    expect(taken.get_by_text(NOTED)).to_be_hidden()
    taken.locator("summary").first.click()
    expect(taken.get_by_text(NOTED)).to_be_visible()
    folded = page.locator(".rb-debrief__others").first
    expect(folded.locator(".rb-proof").first).to_be_hidden()  # nothing in it is to be discussed
    first = folded.locator("li[id]").first.get_attribute("id")
    agreed = page.locator(f".rb-plot a[href='#{first}']")
    expect(agreed).to_be_hidden()  # the rows to discuss come first
    page.locator(".rb-debrief__agreed summary").click()
    agreed.click()
    expect(folded.locator("li:target")).to_be_in_viewport()
    assert_dots_stand_at_their_levels(page)
    page.evaluate("scrollTo(0, 0)")  # nothing lies under what stays in sight
    accessible(page)
    refused_until_complete(page, tmp_path, rated, place)
    drop(page, cards[-1:])
    expect(page.locator("[data-missing]")).to_have_count(0)
    fields = page.locator(".rb-decisions textarea")
    expect(fields.first).to_have_value("Reason for C-1")  # what was written stays when another scorecard comes
    fits_a_phone(page)


def direction(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).direction"))


def assert_dots_stand_at_their_levels(page: Page) -> None:
    """A dot is over the column of its level, whichever way the page is written."""
    levels = page.locator(".rb-plot__track").first.locator(".rb-plot__level").count()
    for place, dots in page.evaluate(
        """() => [...document.querySelectorAll(".rb-plot__track")].flatMap(track =>
            [...track.querySelectorAll(".rb-plot__level")].map((level, place) =>
                [place, [...level.querySelectorAll(".rb-hidden")].map(dot => +dot.textContent.trim().at(-1))]))"""
    ):
        assert place < levels
        assert set(dots) <= {place + 1}
    places = page.locator(".rb-plot__track").first.locator(".rb-plot__level").all()
    starts = [box["x"] for box in (place.bounding_box() for place in places) if box]
    assert starts == sorted(starts, reverse=direction(page) == "rtl")
    if page.evaluate("innerWidth < 720"):
        assert_levels_can_be_told_apart(page)


def assert_levels_can_be_told_apart(page: Page) -> None:
    """On a phone, each level shows its number, and its dots stand below that, one under the other."""
    for dots in page.evaluate(
        """() => [...document.querySelectorAll(".rb-plot__level")].map(level => {
            const { display, content } = getComputedStyle(level, "::before");
            if (display === "none" || !content.includes(level.dataset.level)) return [-1, -1];
            const boxes = [...level.querySelectorAll(".rb-dot")].map(dot => dot.getBoundingClientRect());
            return boxes.map(({ x, width }) => Math.round(x + width / 2));
        })"""
    ):
        assert -1 not in dots
        assert len(set(dots)) <= 1


def refused_until_complete(page: Page, folder: Path, rated: dict[str, Any], place: int) -> None:
    """The record is neither printed nor downloaded while something is missing, and says what."""
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")
    missing = page.locator(".rb-form__missing li")
    for act in ("print", "record"):
        page.locator(f"[data-act={act}]").click()
        expect(missing).to_have_count(6)  # who took part, who decides; decision and reason for each of two candidates
    expect(page.locator(".rb-form__missing")).to_be_focused()
    missing.first.locator("a").click()
    expect(page.locator("[name=present]")).to_be_focused()
    page.locator("[name=present]").fill("Everyone")
    page.locator("[name=decided-by]").fill("Mona")
    for number, candidate in enumerate(("C-1", "C-2")):
        one = page.locator(".rb-decisions fieldset").nth(number)
        one.locator("input[type=text]").fill(f"Decision on {candidate}")
        one.locator("textarea").fill(f"Reason for {candidate}")
    page.locator("[data-act=print]").click()
    assert page.evaluate("window.printed") == 1
    page.locator("[name=date]").fill("2026-11-24")
    day = page.locator("label:has([name=date])")
    assert day.get_attribute("data-said") == (
        "24 نوفمبر 2026" if direction(page) == "rtl" else "24 Nov 2026"
    )  # on paper
    record = downloaded(page, "record", folder)
    assert record.suffix == ".html"
    text = record.read_text("utf-8")
    assert f'dir="{direction(page)}"' in text
    for said in ("Decision on C-1", "Reason for C-2", "Mona", "Everyone", rated["stages"][place]["name"], "SHA-256"):
        assert said in text
    for skill in rated["skills"]:
        assert f"on C-1: {skill['name']}" in text  # the evidence, not only the figures


def test_an_example_is_marked_as_one_and_gone_with_one_click(opened: Opened, site: Path, tmp_path: Path) -> None:
    page = opened("en/debrief/", accept_downloads=True)
    page.get_by_role("button", name="Try an example panel").press("Enter")
    expect(page.get_by_text("This is an example.")).to_be_visible()
    expect(page.locator(".rb-desk [role=status]")).to_be_focused()
    expect(page.locator("[data-missing]")).to_be_visible()  # it shows what a panel can lack
    assert page.locator(".rb-plot a.rb-dot--under").count() > 0
    assert page.locator(".rb-said").first.inner_text()
    page.get_by_role("button", name="Remove the example").click()
    expect(page.locator(".rb-plot")).to_have_count(0)
    expect(page.locator("#record")).to_be_hidden()
    page.get_by_role("button", name="Try an example panel").click()
    rated = rates(site, "en", ROLE)
    drop(page, [of_stage(rated, 0, "C-1", "Sara", 1)])  # what is real is never mixed with it
    expect(page.get_by_text("This is an example.")).to_have_count(0)
    expect(page.locator("#candidate-1")).to_have_text("C-1")
    expect(page.locator("#candidate-2")).to_have_count(0)


def test_the_candidates_of_a_long_panel_are_unfolded_by_a_dot_and_on_paper(opened: Opened, site: Path) -> None:
    rated = rates(site, "en", ROLE)
    page = opened("en/debrief/")
    drop(page, [of_stage(rated, 1, f"C-{number}", "Sara", number) for number in range(1, 5)])
    skill = rated["stages"][1]["skills"][0]
    people = page.locator(".rb-debrief__person")
    expect(people.locator("h2")).to_have_text(["C-1", "C-2", "C-3", "C-4"])
    expect(page.locator(".rb-said")).to_have_count(0)
    page.locator(f".rb-plot a[href='#candidate-3--{skill}--1']").click()
    expect(page.get_by_text(f"Sara on C-3: {name_of(rated, skill)}")).to_be_in_viewport()
    expect(page.get_by_text("Sara on C-4:").first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for number in range(1, 5):
        expect(page.get_by_text(f"Sara on C-{number}: {name_of(rated, skill)}")).to_be_visible()


def test_initials_that_come_twice_on_a_skill_name_the_stage(opened: Opened, site: Path) -> None:
    rated = rates(site, "en", ROLE)
    page = opened("en/debrief/")
    twice = next(
        (skill["id"], places)
        for skill in rated["skills"]
        if len(places := [n for n, stage in enumerate(rated["stages"]) if skill["id"] in stage["skills"]]) > 1
    )
    skill, places = twice
    drop(page, [of_stage(rated, place, "C-1", "Lina Haddad", place + 1) for place in places])
    dots = page.locator(f".rb-plot a[href^='#candidate-1--{skill}--'] b")
    expect(dots).to_have_text([f"LH·{place + 1}" for place in places])
    key = page.locator(".rb-plot__key")
    expect(key).to_contain_text(f"·{places[0] + 1} {rated['stages'][places[0]]['name']}")
    drop(page, [of_stage(rated, places[0], "C-2", "Omar Said", 9)])
    expect(page.locator(f".rb-plot a[href^='#candidate-2--{skill}--'] b")).to_have_text("OS")


def test_a_scorecard_of_the_whole_role_from_before_still_tells_how_each_answer_was_rated(
    opened: Opened, site: Path
) -> None:
    rated = rates(site, "en", ROLE)
    card = scorecard(rated, "C-1", "Sara", [skill["needed"] for skill in rated["skills"]])
    card["ratings"][0]["answers"] = [{"question": "one", "rating": 2}, {"question": "other", "rating": 4}]
    page = opened("en/debrief/")
    drop(page, [sealed(card)])
    page.locator(".rb-debrief__others summary").click()
    expect(page.get_by_text("Answers: 2, 4")).to_be_visible()


def test_a_misspelt_name_is_joined_only_when_somebody_says_so(opened: Opened, site: Path) -> None:
    rated = rates(site, "en", ROLE)
    page = opened("en/debrief/")
    names = ("Amal Saleh", "Amal Salehh", "Amal Saleh")
    drop(page, [of_stage(rated, place % 2, name, f"Sara {place}", place + 1) for place, name in enumerate(names)])
    expect(page.locator("#candidate-2")).to_be_visible()
    asked = page.locator(".rb-debrief__names")
    expect(asked).to_contain_text("“Amal Salehh” may be “Amal Saleh” misspelt.")
    page.get_by_role("button", name="Same person: combine").click()
    expect(page.locator("#candidate-2")).to_have_count(0)
    expect(page.locator("#candidate-1")).to_have_text("Amal Saleh")
    expect(asked).to_contain_text("“Amal Salehh” is counted as “Amal Saleh”.")
    page.get_by_role("button", name="Separate again").click()
    expect(page.locator("#candidate-2")).to_be_visible()
    page.get_by_role("button", name="Two people").click()
    expect(asked).to_have_count(0)
    expect(page.locator("#candidate-2")).to_be_visible()


def test_a_scorecard_is_listed_with_its_day_and_can_be_taken_away(opened: Opened, site: Path) -> None:
    rated = rates(site, "en", ROLE)
    page = opened("en/debrief/")
    drop(page, [of_stage(rated, 0, "C-1", "Sara", 1), of_stage(rated, 1, "C-1", "Omar", 2)])
    page.locator("#scorecards").click()
    listed = page.locator(".rb-debrief__cards li:has(button)")
    expect(listed).to_contain_text(["Sara 24 Nov 2026", "Omar 24 Nov 2026"])
    page.get_by_role("button", name=f"Remove: Sara, {rated['stages'][0]['name']}, C-1").click()
    expect(listed).to_have_count(1)
    page.locator("#scorecards").click()
    page.get_by_role("button", name="Remove: Omar").click()
    expect(page.locator(".rb-desk [role=status]")).to_be_empty()
    expect(page.locator(".rb-plot")).to_have_count(0)
