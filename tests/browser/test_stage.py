"""An interviewer's way through a stage: from a link in the calendar to the file that is handed over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Page, ViewportSize, expect
from rolebook.kit import Kit
from rolebook.kit.interviews import Stage

from tests.browser.accessibility import accessible, fits_a_phone
from tests.browser.conftest import Opened
from tests.browser.test_scorecard import KIT, SCHEMA, checksum, downloaded, kept

ROLE, STAGE = "sales-operations-analyst", "skills-interview"
PATH = f"{KIT}{STAGE}/"
SIZES: list[ViewportSize] = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]

AGED = """days => {
  for (const key of Object.keys(localStorage).filter(key => key.startsWith("rolebook."))) {
    const changed = new Date(Date.now() - days * 86400000).toISOString();
    localStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key]), changed });
  }
}"""


@pytest.fixture
def stage(first: Kit) -> Stage:
    return next(one for one in first.role(ROLE).interview if one.id == STAGE)


def go(page: Page, step: str) -> None:
    page.evaluate("step => { location.hash = step; }", step)
    expect(page.locator(".rb-step[data-current]")).to_have_id(step)


def written(page: Page, words: str) -> None:
    """Wait until what was written is kept."""
    page.wait_for_function("words => Object.values(localStorage).some(text => text.includes(words))", arg=words)


def fill_in(page: Page, stage: Stage, interviewer: str) -> None:
    go(page, "prepare")
    page.locator("input[name=candidate]").fill("C-17")
    page.locator("input[name=interviewer]").fill(interviewer)
    for skill in stage.skills:
        go(page, f"rate-{skill}")
        step = page.locator(".rb-step[data-current]")
        for line in step.locator(".rb-rating fieldset").all():
            line.locator("input").nth(2).check()
        step.locator(".rb-rating textarea").fill(f"{interviewer} heard it.")
    go(page, "hand-over")
    page.locator(".rb-choice input").nth(1).check()
    page.locator(".rb-choice textarea").fill("It fits the duties.")


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_one_tap_leads_from_the_calendar_to_the_first_question(
    opened: Opened, first: Kit, stage: Stage, tag: str, size: ViewportSize
) -> None:
    page = opened(f"{tag}/{KIT}", viewport=size, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[name=code]").fill("C-17")
    card = page.locator(f"#stage-{STAGE}")
    card.locator("[data-act=link]").click()
    expect(card.locator("[role=status]")).not_to_be_empty()
    title, _, link = page.evaluate("navigator.clipboard.readText()").partition("\n")
    assert stage.name[tag] in title
    page.goto(link)
    expect(page.locator("input[name=candidate]")).to_have_value("C-17")
    assert "C-17" not in page.url  # nobody sees it over a shoulder, or in a shared screen
    page.locator(".rb-timebar a[href='#ask-1']").click()
    _, question = first.question(stage.questions[0])
    expect(page.locator(".rb-question:visible .rb-question__text")).to_have_text(question.text[tag])
    assert page.locator(".rb-rating:visible").count() == 0  # nothing is rated while one asks
    expect(page.locator("[data-timer]")).not_to_have_text("0:00")  # the clock has begun by itself


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_notes_and_the_step_survive_reloading_the_way_back_and_another_language(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/{PATH}#ask-2")
    page.locator(".rb-question:visible textarea").fill("Found “duplicates” twice")
    written(page, "Found “duplicates” twice")
    page.reload()
    expect(page.locator(".rb-step[data-current]")).to_have_id("ask-2")
    expect(page.locator(".rb-question:visible textarea")).to_have_value("Found “duplicates” twice")
    running = page.locator("[data-act=timer]")
    assert running.inner_text() == running.get_attribute("data-stop")  # the clock runs on
    page.locator(".rb-step[data-current] .rb-step__foot .rb-button").click()
    expect(page.locator(".rb-step[data-current]")).to_have_id("ask-3")
    expect(page.locator(".rb-step[data-current] h2")).to_be_focused()
    page.go_back()
    expect(page.locator(".rb-step[data-current]")).to_have_id("ask-2")
    page.locator("a[hreflang]:visible").first.click()
    other = {"en": "ar", "ar": "en"}[tag]
    page.wait_for_url(f"**/{other}/{PATH}#ask-2")
    expect(page.locator(".rb-question:visible textarea")).to_have_value("Found “duplicates” twice")


def test_notes_stand_beside_the_anchors_and_can_be_the_evidence(opened: Opened, stage: Stage) -> None:
    page = opened(f"en/{PATH}#ask-1")
    page.locator(".rb-question:visible textarea").fill("Asked the rep first")
    skill = stage.questions[0].split("/")[0]
    go(page, f"rate-{skill}")
    assert "Asked the rep first" in page.locator(".rb-noted:visible").inner_text()
    assert page.locator(".rb-rating:visible .rb-anchors li").count() == 5
    page.locator("[data-act=quote]:visible").click()
    expect(page.locator(".rb-rating:visible textarea")).to_have_value("Asked the rep first")
    written(page, "Asked the rep first")
    [record] = kept(page)
    assert {"question": stage.questions[0], "text": "Asked the rep first"} in record["notes"]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_level_needed_is_told_once_a_rating_is_chosen(opened: Opened, stage: Stage, tag: str) -> None:
    page = opened(f"{tag}/{PATH}")
    go(page, f"rate-{stage.skills[0]}")
    needed = page.locator(".rb-rating:visible .rb-anchors__minimum .rb-mark")
    expect(needed).to_be_hidden()
    page.locator(".rb-rating:visible .rb-anchors input").first.check()
    expect(needed).to_be_visible()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_sealing_ends_with_what_comes_next_and_two_files_never_share_a_name(
    opened: Opened, stage: Stage, tmp_path: Path, tag: str
) -> None:
    names = []
    for interviewer in ("Sara", "Sara."):
        page = opened(f"{tag}/{PATH}", accept_downloads=True)
        fill_in(page, stage, interviewer)
        page.locator("[data-act=seal]").click()
        told = page.locator(".rb-form__sealed")
        expect(told).to_be_focused()
        assert interviewer in told.inner_text()
        box = told.bounding_box()
        assert box is not None
        assert 0 < box["y"] < page.evaluate("innerHeight")  # where the button was
        path = downloaded(page, "json", tmp_path)
        file: dict[str, Any] = json.loads(path.read_text("utf-8"))
        jsonschema.validate(file, SCHEMA)
        assert (file["stage"], file["checksum"]) == (STAGE, checksum(file))
        names.append(path.name)
    assert names[0] != names[1]
    assert all("_C-17_Sara" in name for name in names)


def test_what_is_missing_is_found_in_its_step(opened: Opened, stage: Stage) -> None:
    page = opened(f"en/{PATH}#hand-over")
    page.locator("[data-act=seal]").click()
    page.locator(".rb-form__missing a").filter(has_text="Evidence").or_(
        page.locator(".rb-form__missing a").filter(has_text="A rating for")
    ).first.click()
    expect(page.locator(".rb-step[data-current]")).to_have_id(f"rate-{stage.skills[0]}")
    expect(page.locator(".rb-rating:visible input").first).to_be_focused()
    page.go_back()
    expect(page.locator(".rb-step[data-current]")).to_have_id("hand-over")


def test_the_next_stage_begins_with_candidate_interviewer_and_today(opened: Opened, first: Kit) -> None:
    page = opened(f"en/{PATH}")
    page.locator("input[name=candidate]").fill("C-17")
    page.locator("input[name=interviewer]").fill("Sara")
    written(page, "Sara")
    other = next(one.id for one in first.role(ROLE).interview if one.id != STAGE)
    page.goto(page.url.split("#")[0].replace(STAGE, other))
    expect(page.locator("input[name=candidate]")).to_have_value("C-17")
    expect(page.locator("input[name=interviewer]")).to_have_value("Sara")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert page.locator("input[name=date]").input_value() == today
    page.locator("[data-act=delete-all]").click()
    page.locator("[data-act=delete-all]").click()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('rolebook.')).length") == 0


def test_a_browser_forgets_what_nobody_has_changed_for_thirty_days(opened: Opened) -> None:
    page = opened(f"en/{PATH}")
    page.locator("input[name=candidate]").fill("C-17")
    written(page, "C-17")
    assert "30 days after its last change" in page.locator(".rb-device").inner_text()
    for days, left in ((29, 1), (31, 0)):
        page.evaluate(AGED, days)
        page.goto(f"{page.url.split('en/')[0]}en/roles/{ROLE}/scorecard/")  # on any page with a scorecard
        expect(page.locator(".rb-device")).to_be_visible()
        assert len(kept(page)) == left
    page.goto(f"{page.url.split('en/')[0]}en/{PATH}")
    expect(page.locator("input[name=candidate]")).to_have_value("")


def test_old_addresses_lead_to_the_stage(opened: Opened) -> None:
    page = opened(f"en/{KIT}#stage-{STAGE}-question-2")
    page.wait_for_url(f"**/{PATH}#stage-{STAGE}-question-2")
    expect(page.locator(".rb-step[data-current]")).to_have_id("ask-2")


def test_print_prints_the_scorecard_that_it_stands_beside(opened: Opened) -> None:
    page = opened(f"en/{PATH}#hand-over")
    page.evaluate("window.print = () => { window.printing = document.documentElement.dataset.printing; }")
    page.locator("[data-act=print]").click()
    page.emulate_media(media="print")
    assert page.evaluate("window.printing") == "scorecard"
    assert page.locator("input[name=candidate]").is_visible()
    assert page.locator(".rb-rating").first.is_visible()
    assert not page.locator(".rb-question").first.is_visible()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_each_step_is_accessible_and_fits_a_phone(opened: Opened, stage: Stage, tag: str) -> None:
    page = opened(f"{tag}/{PATH}")
    for step in ("prepare", "ask-1", f"rate-{stage.skills[0]}", "hand-over"):
        go(page, step)
        accessible(page)
        fits_a_phone(page)
        page.set_viewport_size(SIZES[0])


def test_a_question_set_is_copied_as_text_and_as_html(opened: Opened, first: Kit, stage: Stage) -> None:
    page = opened(f"en/{PATH}", permissions=["clipboard-read", "clipboard-write"])
    _, question = first.question(stage.questions[0])
    page.get_by_text("Copy these questions").click()
    page.locator("[data-copy=text]:visible").click()
    expect(page.locator("rb-copy [role=status]:visible")).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert f"1. {question.text['en']}\n\n- {question.probes[0]['en']}\n" in text
    page.locator("[data-copy=html]:visible").click()
    expect(page.locator("rb-copy [role=status]:visible")).to_have_text("Copied")
    page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('<p>'))")


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_question_set_reads_in_its_language_s_direction(opened: Opened, tag: str, direction: str) -> None:
    page = opened(f"{tag}/{PATH}")
    for form, expected in (("text", direction), ("html", "ltr")):
        expect(page.locator(f"pre[data-form={form}]").first).to_have_css("direction", expected)


def test_without_scripts_a_stage_reads_and_prints_whole(opened: Opened, stage: Stage) -> None:
    page = opened(f"en/{PATH}", java_script_enabled=False)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert page.locator(".rb-question:visible").count() == len(stage.questions)
        assert page.locator(".rb-rating:visible").count() == len(stage.skills)
        assert page.get_by_role("button", name="Seal the scorecard").count() == 0
