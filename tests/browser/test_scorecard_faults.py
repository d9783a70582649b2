"""A scorecard loses and mixes up nothing, whatever skills are called and whatever the browser's storage is like."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.kit import Kit

from tests.browser.conftest import Opened, served
from tests.browser.test_scorecard import KEPT, PATH, downloaded, kept, saved
from tests.conftest import read

WHOLE = ".rb-step { display: block !important } .rb-step__foot { position: static !important }"
"""Shows all steps of a stage at once, with the way on below each."""
NO_STORAGE = "name => { Storage.prototype.setItem = () => { throw new DOMException('no', name) } }"


def renamed(data: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The small kit with other ids for its skills."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    for old, new in names.items():
        text = text.replace(f'"{old}"', f'"{new}"').replace(f'"{old}/', f'"{new}/')
    found: dict[str, Any] = json.loads(text)
    return found


@contextmanager
def opened_page(browser: Browser, kit: Kit, path: Path, out: Path, page_path: str) -> Iterator[Page]:
    build(kit, path, out, audience=Audience.INTERNAL, language="en", with_files=False)
    with served(out / "site") as address:
        page = browser.new_page(accept_downloads=True)
        page.goto(f"{address}en/{page_path}")
        yield page
        page.close()


@pytest.mark.parametrize(
    "names",
    [
        {"baking": "recommendation", "serving": "recommendation-evidence"},
        {"baking": "form", "serving": "form-reason"},
        {"baking": "closing", "serving": "closing-answer-failed-batch"},
    ],
)
def test_whatever_skills_are_called_each_field_is_sealed_as_it_was_filled_in(
    browser: Browser,
    small_data: dict[str, Any],
    written: Callable[[dict[str, Any]], Path],
    tmp_path: Path,
    names: dict[str, str],
) -> None:
    path = written(renamed(small_data, names))
    with opened_page(browser, read(path), path, tmp_path / "out", "roles/baker/interview-kit/try-out/") as page:
        page.add_style_tag(content=WHOLE)
        for name, value in (("candidate", "C-1"), ("interviewer", "Sara"), ("date", "2026-11-24")):
            page.locator(f"input[name={name}]").fill(value)
        for number, grid in enumerate(page.locator(".rb-rating").all()):
            for line in grid.locator("fieldset").all():
                line.locator("input").nth(1 + number).check()
            grid.locator("textarea").fill(f"Heard {number}.")
        for answer in page.locator(".rb-noted fieldset").all():
            answer.locator("input").nth(1).check()
        page.locator(".rb-choice input").last.check()
        page.locator(".rb-choice textarea").fill("It fits.")
        page.locator("[data-act=seal]").click()
        card = json.loads(downloaded(page, "json", tmp_path).read_text("utf-8"))
        given = [(one["skill"], one["rating"], one["evidence"]) for one in card["ratings"]]
        assert given == [(names["baking"], 2, "Heard 0."), (names["serving"], 3, "Heard 1.")]
        assert [one["rating"] for one in card["ratings"][0].get("answers", ())] == [2, 2]
        assert card["recommendation"] == {"choice": "no-hire", "reason": "It fits."}
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
        assert sorted({one for one in ids if ids.count(one) > 1}) == []


def test_a_criterion_of_one_key_is_not_taken_for_the_sum_of_another(
    browser: Browser, small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path], tmp_path: Path
) -> None:
    questions = small_data["skills"][0]["questions"]
    twin = json.loads(json.dumps(next(one for one in questions if one["id"] == "knead"), default=str)) | {
        "id": "knead-0"
    }
    questions.append(twin)
    small_data["roles"][0]["interview"][0] |= {"minutes": 90}
    small_data["roles"][0]["interview"][0]["questions"].append("baking/knead-0")
    path = written(small_data)
    with opened_page(browser, read(path), path, tmp_path / "out", "roles/baker/interview-kit/try-out/") as page:
        page.add_style_tag(content=WHOLE)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        for field, points in zip(page.locator("[id$=-key] select").all(), ("3", "1", "1.5", "2"), strict=True):
            field.select_option(points)
        assert page.locator("[id$=-key] output").all_inner_texts() == ["4", "3.5"]
        answered = "record => JSON.parse(record).points?.every(one => one.given.every(Boolean))"
        page.wait_for_function(f"{KEPT}.some({answered})")  # it is kept a moment after each answer
        theirs = {one["question"]: one["given"] for one in kept(page)[0]["points"]}
        assert theirs == {"baking/knead": ["3", "1"], "baking/knead-0": ["1.5", "2"]}


@pytest.mark.parametrize("error", ["QuotaExceededError", "SecurityError"])
def test_what_could_not_be_kept_is_there_until_the_page_is_left(opened: Opened, tmp_path: Path, error: str) -> None:
    page = opened(f"en/{PATH}", accept_downloads=True)
    page.evaluate(NO_STORAGE, error)
    page.locator("input[name=candidate]").fill("Nora")
    page.locator("textarea").first.fill("Said so.")
    alert = page.locator(".rb-form__alert")
    expect(alert).not_to_be_empty()
    words = alert.inner_text()
    page.locator("[data-act=new]").click()
    expect(page.locator("input[name=candidate]")).to_have_value("")
    expect(alert).to_have_text(words)  # what was written before is still in danger
    page.locator("input[name=candidate]").fill("Omar")
    page.locator("[data-act=open]").select_option(label="Nora")
    expect(page.locator("textarea").first).to_have_value("Said so.")
    assert page.locator("[data-act=open] option").all_inner_texts() == ["Omar", "Nora"]
    assert json.loads(downloaded(page, "json", tmp_path).read_text("utf-8"))["candidate"] == "Nora"
    assert page.evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))"), "Omar's is in no file"


def test_what_could_not_be_kept_is_kept_as_soon_as_there_is_room(opened: Opened) -> None:
    page = opened(f"en/{PATH}")
    page.evaluate("() => { globalThis.before = Storage.prototype.setItem }")
    page.evaluate(NO_STORAGE, "QuotaExceededError")
    page.locator("input[name=candidate]").fill("Nora")
    expect(page.locator(".rb-form__alert")).not_to_be_empty()
    page.locator("[data-act=new]").click()
    page.evaluate("() => { Storage.prototype.setItem = globalThis.before }")
    page.locator("input[name=candidate]").fill("Omar")
    saved(page)
    assert {record["candidate"] for record in kept(page)} == {"Nora", "Omar"}
    expect(page.locator(".rb-form__alert")).to_be_empty()
    assert page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")


@pytest.mark.parametrize(
    "spoilt",
    [
        "delete record.changed",
        "delete record.recommendation",
        "record.ratings = [null]",
        "record.kit = null",
        "record.candidate = {}",
        "record.screening = 1",
        "record.reopened = null",
        "record.id = 'another'",
    ],
)
def test_a_kept_scorecard_that_is_not_whole_stops_nothing_and_is_left_alone(opened: Opened, spoilt: str) -> None:
    page = opened(f"en/{PATH}")
    page.locator("input[name=candidate]").fill("Broken")
    saved(page)
    page.evaluate(
        f"""() => {{
          const key = Object.keys(localStorage).find(key => key.startsWith("rolebook.scorecard."));
          const record = JSON.parse(localStorage[key]);
          {spoilt};
          localStorage[key] = JSON.stringify(record);
        }}"""
    )
    before = page.evaluate(KEPT)
    page.reload()
    expect(page.locator("[data-act=seal]")).to_be_visible()
    expect(page.locator("input[name=candidate]")).to_have_value("")
    assert page.evaluate(KEPT) == before
    page.locator("input[name=candidate]").fill("Lina")
    saved(page)
    assert page.locator("[data-act=open] option").all_inner_texts() == ["Lina"]


def test_a_table_has_no_formula_for_whoever_splits_it_elsewhere(opened: Opened, tmp_path: Path) -> None:
    page = opened(f"en/{PATH}", accept_downloads=True)
    page.locator("input[name=candidate]").fill("x;=1+1;y")
    page.locator("textarea").first.fill("one\n=2+2;@SUM(1)\n- a dash")
    text = downloaded(page, "csv", tmp_path).read_text("utf-8-sig")
    assert "x;'=1+1;y" in text
    assert "one\n'=2+2;'@SUM(1)\n- a dash" in text
