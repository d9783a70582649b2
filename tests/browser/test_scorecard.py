"""The scorecard is filled in, kept on the device, sealed and handed over, by keyboard and in both languages."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Browser, Page, expect
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.kit import Kit

from tests.browser.accessibility import accessible
from tests.browser.conftest import Opened, served
from tests.conftest import PROJECT, read
from tests.kits.scales import LENGTHS, on_a_scale

PATH = "roles/sales-operations-analyst/scorecard/"
KIT = "roles/sales-operations-analyst/interview-kit/"
SKILLS = 6
SCHEMA = json.loads((PROJECT / "generator" / "rolebook" / "schemas" / "scorecard.schema.json").read_text("utf-8"))
FILL = "(field, value) => { field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); }"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('rolebook.scorecard.')).map(key => localStorage[key])"


BOTH_AT_ONCE = """() => {
  const field = document.querySelectorAll("textarea")[1];
  field.value = "From one";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const key = Object.keys(localStorage).find(key => key.startsWith("rolebook.scorecard."));
  const record = JSON.parse(localStorage[key]); // what the second tab saves meanwhile
  record.ratings[1].evidence = "From two";
  localStorage[key] = JSON.stringify({ ...record, revision: record.revision + 1 });
}"""


def kept(page: Page) -> list[dict[str, Any]]:
    return [json.loads(text) for text in page.evaluate(KEPT)]


def saved(page: Page, words: str = "Saved on this device.") -> None:
    expect(page.locator(".rb-form__status")).to_have_text(words)


def fill_by_keyboard(page: Page, name: str) -> None:
    """Everything, with Tab, arrows, blank and letters alone: the first skill is not assessed, the others 1 to 5."""
    page.locator("input[name=candidate]").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type("Sara")
    page.locator("input[name=date]").fill("2026-11-24")
    for skill in range(SKILLS):
        page.locator(".rb-rating").nth(skill).locator("input").first.focus()
        page.keyboard.press("Space")
        for _ in range(5 if skill == 0 else skill - 1):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.type(f"Evidence {skill} of {name}")
    page.locator(".rb-choice input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("It fits the duties")


def downloaded(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.locator(f"[data-act={name}]").click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def checksum(record: dict[str, Any]) -> str:
    """The checksum, as the schema describes it."""
    content = {key: value for key, value in record.items() if key != "checksum"}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.daily
@pytest.mark.parametrize("tag", ["en", pytest.param("ar", marks=pytest.mark.slow)])
def test_a_scorecard_is_filled_by_keyboard_kept_sealed_and_handed_over(
    opened: Opened, first: Kit, tmp_path: Path, tag: str
) -> None:
    page = opened(f"{tag}/{PATH}", accept_downloads=True)
    fill_by_keyboard(page, "C-17")
    expect(page.locator(".rb-form__status")).not_to_be_empty()
    page.reload()
    assert page.locator("input[name=candidate]").input_value() == "C-17"
    [record] = kept(page)
    assert [one["rating"] for one in record["ratings"]] == ["not-assessed", 1, 2, 3, 4, 5]
    assert record["ratings"][3]["evidence"] == "Evidence 3 of C-17"
    page.locator("[data-act=seal]").press("Enter")
    expect(page.locator(".rb-form__sealed")).to_be_focused()
    expect(page.locator("[data-act=seal]")).to_be_hidden()
    assert page.locator("textarea").first.evaluate("field => field.readOnly")
    file = json.loads(downloaded(page, "json", tmp_path).read_text("utf-8"))
    jsonschema.validate(file, SCHEMA)
    assert file["checksum"] == checksum(file)
    assert (file["role"], file["stage"], file["language"]) == ("sales-operations-analyst", "", tag)
    assert file["recommendation"]["choice"] == first.interviewing.recommendations[1].id
    assert file["sealed"]
    rows = list(csv.reader(io.StringIO(downloaded(page, "csv", tmp_path).read_text("utf-8-sig"))))
    assert rows[5][2] == "Evidence 0 of C-17"
    assert rows[7][1] == "2"
    page.reload()
    expect(page.locator("[data-act=seal]")).to_be_hidden()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_skill_is_a_row_of_levels_with_the_anchor_of_the_one_that_is_chosen(
    opened: Opened, first: Kit, tag: str
) -> None:
    page = opened(f"{tag}/{PATH}", viewport={"width": 390, "height": 844})
    skill = page.locator(".rb-rating").first
    levels, texts = skill.locator(".rb-anchors__level"), skill.locator(".rb-anchors__text")
    expect(levels).to_have_count(5)
    expect(levels.first).to_be_in_viewport(ratio=1)  # one can rate on the first screen
    tops = [box["y"] for box in (level.bounding_box() for level in levels.all()) if box]
    assert len(set(tops)) == 1
    expect(texts.nth(2)).to_be_hidden()
    skill.locator("input").nth(2).check()
    expect(texts.nth(2)).to_be_visible()
    expect(texts.nth(1)).to_be_hidden()
    skill.locator("summary").click()
    for text in texts.all():
        expect(text).to_be_visible()
    page.emulate_media(media="print")
    for text in page.locator(".rb-rating").nth(1).locator(".rb-anchors__text").all():
        expect(text).to_be_visible()
    assert page.locator(".rb-answer").count() == 0  # answers are rated where they are asked for
    stages = page.locator(".rb-lead a").all_inner_texts()
    assert stages == [stage.name[tag] for stage in first.role("sales-operations-analyst").interview]


@pytest.mark.parametrize(("tag", "day"), [("en", "24 Nov 2026"), ("ar", "24 نوفمبر 2026")])
def test_a_date_is_written_in_the_language_of_the_page(opened: Opened, tag: str, day: str) -> None:
    page = opened(f"{tag}/{PATH}", locale="en-US")
    field = page.locator("input[name=date]")
    field.fill("2026-11-24")
    field.blur()
    label = page.locator("label:has([name=date])")
    expect(label).to_have_attribute("data-said", day)
    assert day in label.evaluate("label => getComputedStyle(label, '::after').content")
    assert field.evaluate("field => getComputedStyle(field).color") == "rgba(0, 0, 0, 0)"


def test_reopening_takes_a_reason_that_stays_on_record(opened: Opened, tmp_path: Path) -> None:
    page = opened(f"en/{PATH}", accept_downloads=True)
    fill_by_keyboard(page, "C-1")
    page.locator("[data-act=seal]").click()
    page.get_by_text("Something to correct?").click()
    page.locator("[data-act=reopen]").click()
    expect(page.get_by_text("Give a reason for reopening it.")).to_be_visible()
    page.get_by_label("Reason for reopening").fill("A note was missing")
    page.locator("[data-act=reopen]").click()
    expect(page.locator("[data-act=seal]")).to_be_visible()
    file = json.loads(downloaded(page, "json", tmp_path).read_text("utf-8"))
    assert file["sealed"] is None
    assert [one["reason"] for one in file["reopened"]] == ["A note was missing"]


def test_what_is_missing_is_asked_for_before_sealing(opened: Opened) -> None:
    page = opened(f"en/{PATH}")
    page.locator(".rb-rating").nth(1).locator("input").nth(2).check()
    page.locator("[data-act=seal]").click()
    missing = page.locator(".rb-form__missing")
    expect(missing).to_be_focused()
    expect(missing.locator("li")).to_have_count(2 + (SKILLS - 1) + 1 + 2)  # the date is today's
    missing.get_by_role("link", name="Evidence for Communicating results").click()
    expect(page.locator("textarea[name=role--communicating-results--evidence]")).to_be_focused()


@pytest.mark.daily
def test_two_candidates_do_not_mix_and_a_deletion_can_be_undone(opened: Opened) -> None:
    page = opened(f"en/{PATH}")
    candidate, list_ = page.locator("input[name=candidate]"), page.get_by_label("Candidates on this device")
    candidate.fill("Anna")
    page.locator("textarea").first.fill("About Anna")
    page.get_by_role("button", name="New candidate").click()
    expect(candidate).to_be_focused()
    assert page.locator("textarea").first.input_value() == ""
    candidate.fill("Omar")
    saved(page)
    list_.select_option(label="Anna")
    assert page.locator("textarea").first.input_value() == "About Anna"
    page.locator(".rb-device").get_by_role("button", name="Delete this scorecard").click()  # far from what is new
    expect(page.locator(".rb-device [role=status]")).to_have_text("Deleted.")
    assert candidate.input_value() == "Omar"
    assert [record["candidate"] for record in kept(page)] == ["Omar"]
    page.get_by_role("button", name="Undo the deletion").click()
    assert candidate.input_value() == "Anna"
    assert sorted(record["candidate"] for record in kept(page)) == ["Anna", "Omar"]
    page.get_by_role("button", name="Delete all saved forms and scorecards").click()
    assert len(kept(page)) == 2
    page.get_by_role("button", name="Delete all saved forms and scorecards").click()
    assert kept(page) == []
    assert candidate.input_value() == ""


def test_what_is_saved_is_said_below_the_fields_and_deleting_is_offered_once_something_is(opened: Opened) -> None:
    page = opened(f"en/{PATH}")
    candidate = page.locator("input[name=candidate]")
    names = ("Delete this scorecard", "Delete all saved forms and scorecards")
    delete = [page.get_by_role("button", name=name) for name in names]
    expect(page.locator("[data-act=code]")).to_be_visible()
    for button in delete:
        expect(button).to_be_hidden()
    place = candidate.bounding_box()
    candidate.fill("C-17")
    saved(page)
    assert candidate.bounding_box() == place
    below = page.locator(".rb-form__status").bounding_box()
    assert place is not None
    assert below is not None
    assert below["y"] > place["y"]
    for button in delete:
        expect(button).to_be_visible()


def test_how_many_skills_are_rated_is_in_sight_while_one_rates(opened: Opened) -> None:
    page = opened(f"en/{PATH}")
    count = page.locator(".rb-rated span")
    total = page.locator(".rb-rating--row").count()
    expect(count).to_have_text(f"0 of {total} rated")
    page.locator(".rb-rating--row .rb-anchors__level").first.click()
    expect(count).to_have_text(f"1 of {total} rated")
    expect(count).to_be_in_viewport()


def test_each_stage_has_a_scorecard_of_its_own_with_a_timer(opened: Opened) -> None:
    page = opened(f"en/{KIT}skills-interview/")
    page.locator("input[name=candidate]").fill("Second")
    saved(page)
    assert [record["stage"] for record in kept(page)] == ["skills-interview"]
    page.locator(".rb-action a").click()
    expect(page.locator("[data-timer]")).to_have_text("0:01")
    assert page.locator("[data-part]").inner_text() == "Opening, until minute 4"
    page.get_by_role("button", name="Pause").click()
    expect(page.locator("[data-timer]")).to_have_text(re.compile("0:0[1-9]"))
    page.go_back()
    page.locator("input[name=candidate]").fill("Second, again")
    page.wait_for_function(f"{KEPT}.some(text => JSON.parse(text).candidate === 'Second, again')")
    assert kept(page)[0]["seconds"] in range(1, 10)


def test_points_by_a_key_are_added_up_and_kept_for_each_candidate(browser: Browser, small_pages: Path) -> None:
    with served(small_pages) as address:
        page = browser.new_page()
        page.goto(f"{address}ar/roles/baker/interview-kit/try-out/#ask-2")
        key = page.locator("#stage-try-out-question-2-key")
        fields, total = key.locator("select"), key.locator("output")
        key.locator("summary").click()
        assert fields.first.locator("option").all_text_contents() == ["–", "0", "1.5", "3"]
        fields.first.select_option("1.5")
        expect(total).to_have_text("")  # the other criterion is not scored yet
        fields.last.select_option("2")
        expect(total).to_have_text("3.5")
        page.locator("input[name=candidate]").evaluate(FILL, "Omar")
        page.wait_for_function(f"{KEPT}.some(text => JSON.parse(text).candidate === 'Omar')")
        assert kept(page)[0]["points"] == [{"question": "baking/knead", "given": ["1.5", "2"]}]
        page.reload()
        expect(total).to_have_text("3.5")
        page.locator(".rb-strip a[href='#prepare']").click()
        page.locator("[data-act=new]").click()
        expect(total).to_have_text("")
        assert [field.input_value() for field in fields.all()] == ["", ""]
        page.close()


@pytest.mark.parametrize(("error", "words"), [("SecurityError", "keeps nothing"), ("QuotaExceededError", "is full")])
def test_where_nothing_can_be_kept_the_person_is_told(opened: Opened, tmp_path: Path, error: str, words: str) -> None:
    page = opened(f"en/{PATH}", accept_downloads=True)
    page.evaluate("name => Storage.prototype.setItem = () => { throw new DOMException('no', name) }", error)
    page.locator("input[name=candidate]").fill("Nora")
    expect(page.locator(".rb-form__alert")).to_contain_text(words)
    file = json.loads(downloaded(page, "json", tmp_path).read_text("utf-8"))
    assert file["candidate"] == "Nora"


def test_two_tabs_on_one_scorecard_lose_nothing(opened: Opened) -> None:
    one = opened(f"en/{PATH}")
    one.locator("input[name=candidate]").fill("Lina")
    saved(one)
    two = one.context.new_page()
    two.goto(one.url)
    two.locator("textarea").first.fill("Written in the second tab")
    saved(two)
    expect(one.locator("textarea").first).to_have_value("Written in the second tab")
    one.evaluate(BOTH_AT_ONCE)
    expect(one.locator(".rb-form__alert")).to_contain_text("Yours continues as a copy")
    records = {record["candidate"]: record["ratings"][1]["evidence"] for record in kept(one)}
    assert records == {"Lina": "From two", "Lina (copy)": "From one"}


@pytest.mark.parametrize("tag", ["en", pytest.param("ar", marks=pytest.mark.nightly)])
def test_a_filled_and_a_sealed_scorecard_are_accessible(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/{PATH}")
    page.locator("[data-act=seal]").click()  # with everything missing
    page.evaluate("scrollTo(0, 0)")  # else the header lies on some of the fields
    accessible(page)
    fill_by_keyboard(page, "C-2")
    page.locator("[data-act=seal]").click()
    page.evaluate("scrollTo(0, 0)")
    accessible(page)


def test_hostile_words_stay_words(opened: Opened, tmp_path: Path) -> None:
    page = opened(f"en/{PATH}", accept_downloads=True)
    hostile = "=cmd|' /C calc'!A0<img src=x onerror=alert(1)>"
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.locator("input[name=candidate]").fill(hostile)
    page.locator("textarea").first.fill(hostile)
    saved(page)
    page.reload()
    expect(page.get_by_label("Candidates on this device")).to_contain_text("<img src=x")
    rows = list(csv.reader(io.StringIO(downloaded(page, "csv", tmp_path).read_text("utf-8-sig"))))
    assert rows[0][1] == rows[5][2] == f"'{hostile}"


def test_without_scripts_it_can_be_filled_and_printed(opened: Opened) -> None:
    page = opened(f"en/{PATH}", java_script_enabled=False)
    page.locator("input[name=candidate]").fill("On paper")
    page.locator(".rb-rating input").nth(2).check()
    assert not page.locator(".rb-form__bar").is_visible()
    page.emulate_media(media="print")
    assert page.locator("input[name=candidate]").is_visible()
    assert page.locator(".rb-rating input").nth(2).is_checked()


@pytest.mark.parametrize("levels", [*(pytest.param(n, marks=pytest.mark.slow) for n in LENGTHS[:-1]), LENGTHS[-1]])
def test_every_level_of_a_scale_is_rated_sealed_and_compared(
    browser: Browser,
    small_data: dict[str, Any],
    written: Callable[[dict[str, Any]], Path],
    tmp_path: Path,
    pages_only: None,
    levels: int,
) -> None:
    """The highest level of each scale goes from the page into the file, and from the file into the debrief."""
    path = written(on_a_scale(small_data, levels))
    build(read(path), path, tmp_path / "out", audience=Audience.INTERNAL, with_files=False)
    with served(tmp_path / "out" / "site") as address:
        page = browser.new_page(accept_downloads=True)
        page.goto(f"{address}en/roles/baker/scorecard/")
        page.locator("input[name=candidate]").fill("C-17")
        page.locator("input[name=interviewer]").fill("Sara")
        page.locator("input[name=date]").fill("2026-11-24")
        grids = page.locator(".rb-rating")
        for number in range(grids.count()):
            line = grids.nth(number).locator("fieldset")  # one: the answers that show a skill are rated in their stage
            assert line.locator("input").count() == levels + 1
            line.locator("input").nth(levels - 1).check()
            grids.nth(number).locator("textarea").fill("Heard it.")
        page.locator(".rb-choice input").first.check()
        page.locator(".rb-choice textarea").fill("It fits the duties.")
        page.locator("[data-act=seal]").click()
        sealed = downloaded(page, "json", tmp_path)
        file = json.loads(sealed.read_text("utf-8"))
        jsonschema.validate(file, SCHEMA)
        assert {one["rating"] for one in file["ratings"]} == {levels}
        page.goto(f"{address}en/debrief/")
        page.set_input_files("#rb-files", [sealed])
        expect(page.locator("[data-total]").first).to_have_text(f"{levels}.00")
        page.close()
