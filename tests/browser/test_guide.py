"""An interview is led through a step at a time, and what is written there is in the stage's scorecard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from rolebook.kit import Kit

from tests.browser.accessibility import accessible, fits_a_phone
from tests.browser.conftest import Opened
from tests.browser.test_scorecard import KIT, kept

STAGE = "skills-interview"


def start(page: Page) -> None:
    page.locator(f"#stage-{STAGE} ~ rb-guide [data-act=start]").first.press("Enter")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_one_step_at_a_time_by_keyboard_into_the_same_scorecard(opened: Opened, first: Kit, tag: str) -> None:
    page = opened(f"{tag}/{KIT}")
    role = first.role("sales-operations-analyst")
    [stage] = [one for one in role.interview if one.id == STAGE]
    start(page)
    title = page.locator("rb-guide[data-guided] .rb-guide__title")
    expect(title).to_be_focused()
    assert not page.locator(".md-header").is_visible()
    page.locator("input[name=candidate]:visible").fill("C-9")
    for number, reference in enumerate(stage.questions, start=1):
        page.locator(".rb-guide__foot:visible [data-act=next]").press("Enter")
        expect(title).to_be_focused()
        skill, question = first.question(reference)
        expect(title).to_contain_text(skill.name[tag])
        assert page.locator(".rb-question:visible .rb-question__text").all_inner_texts() == [question.text[tag]]
        assert page.locator(".rb-question:visible li").all_inner_texts() == [one[tag] for one in question.probes]
        assert page.locator(".rb-rating:visible input:visible").count() == 0  # nothing is rated while one asks
        page.locator(".rb-rating:visible textarea").focus()
        page.keyboard.press("End")
        page.keyboard.type(f"Note {number}. ")
    page.locator(".rb-guide__foot:visible [data-act=next]").press("Enter")  # the candidate's questions
    for number, skill_id in enumerate(stage.skills, start=1):
        page.locator(".rb-guide__foot:visible [data-act=next]").press("Enter")
        expect(title).to_contain_text(first.skill(skill_id).name[tag])
        assert page.locator(".rb-question:visible").count() == 0
        page.locator(".rb-rating:visible input").first.focus()
        page.keyboard.press("Space")
        for _ in range(number % 4):
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(f"#stage-{STAGE} ~ rb-guide [data-act=start]").first).to_be_focused()
    assert page.locator(".md-header").is_visible()
    page.reload()
    [record] = kept(page)
    assert (record["stage"], record["candidate"]) == (STAGE, "C-9")
    given = {one["skill"]: (one["rating"], one["evidence"]) for one in record["ratings"]}
    for number, reference in enumerate(stage.questions, start=1):
        rating, evidence = given[reference.split("/")[0]]
        assert f"Note {number}." in evidence
        assert isinstance(rating, int)


def test_it_ends_where_the_scorecard_is_sealed(opened: Opened) -> None:
    page = opened(f"en/{KIT}")
    start(page)
    steps = page.locator("rb-guide[data-guided] [data-act=jump]")
    count = steps.locator("option").count()
    steps.select_option(label=f"{count} of {count}: Recommendation and sealing")
    assert page.locator("[data-act=next]:visible").evaluate_all("all => all.map(one => one.disabled)") == [True, True]
    page.locator("[data-act=seal]:visible").click()
    expect(page.locator(".rb-form__missing:visible")).to_contain_text("Before it can be sealed")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_step_is_accessible_and_fits_a_phone(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/{KIT}")
    start(page)
    page.locator("rb-guide[data-guided] [data-act=next]").click()
    accessible(page)
    fits_a_phone(page)


def test_a_question_set_is_copied_as_text_and_as_html(opened: Opened, first: Kit) -> None:
    page = opened(f"en/{KIT}", permissions=["clipboard-read", "clipboard-write"])
    [stage] = [one for one in first.role("sales-operations-analyst").interview if one.id == STAGE]
    _, question = first.question(stage.questions[0])
    page.get_by_text("Copy these questions").nth(1).click()
    page.locator("[data-copy=text]:visible").click()
    expect(page.locator("rb-copy [role=status]:visible")).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert f"1. {question.text['en']}\n\n- {question.probes[0]['en']}\n" in text
    page.locator("[data-copy=html]:visible").click()
    expect(page.locator("rb-copy [role=status]:visible")).to_have_text("Copied")
    page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('<p>'))")


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_question_set_reads_in_its_language_s_direction(opened: Opened, tag: str, direction: str) -> None:
    page = opened(f"{tag}/{KIT}")
    for form, expected in (("text", direction), ("html", "ltr")):
        expect(page.locator(f"pre[data-form={form}]").first).to_have_css("direction", expected)


def test_without_scripts_nothing_promises_a_guide(opened: Opened) -> None:
    page = opened(f"en/{KIT}", java_script_enabled=False)
    assert page.get_by_role("button", name="Start the interview").count() == 0
    assert page.locator(".rb-question").first.is_visible()
