"""Forms are filled in on their pages: what is left is counted, kept on the device, proposed by the rule, and copied."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.kit import Kit

from tests.browser.accessibility import accessible, fits_a_phone
from tests.browser.conftest import served
from tests.conftest import SMALL, kit_of

Form = Callable[..., Page]
FORMS = ("intake", "reference-check", "decision-record", "offer-letter", "screening", "onboarding")


@pytest.fixture(scope="module")
def where(small: Kit, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("small")
    build(small, SMALL, out, audience=Audience.INTERNAL, with_files=False)
    with served(out / "site") as address:
        yield address


@pytest.fixture
def form(browser: Browser, where: str) -> Iterator[Form]:
    """Opens a form of the small kit's baker, each time in the same browser."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:

        def opened(name: str, tag: str = "en") -> Page:
            page = context.new_page()
            page.goto(f"{where}{tag}/roles/baker/{name}/")
            return page

        yield opened


def copied(page: Page) -> str:
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("rb-fill-in [role=status]")).to_have_text("Copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_what_is_written_is_counted_and_there_again_in_any_language(form: Form) -> None:
    page = form("screening")
    expect(page.locator(".rb-fill__count")).to_have_text("0 of 12 filled")
    page.get_by_label("Applicant (name or code)").fill("C-7")
    page.locator(".rb-segments").first.get_by_text("Crumbs").click()
    expect(page.locator(".rb-fill__count")).to_have_text("2 of 12 filled")
    again = form("screening", "ar")
    expect(again.locator(".rb-fill__count")).to_have_text("عُبّئ 2 من 12")
    expect(again.locator("input[name=form-1]")).to_have_value("C-7")


def test_what_is_kept_goes_to_the_field_that_asks_the_same_when_a_form_has_changed(
    browser: Browser, small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path], tmp_path: Path
) -> None:
    def publish() -> None:
        build(kit_of(small_data), written(small_data), tmp_path, audience=Audience.INTERNAL, with_files=False)

    hiring = small_data["hiring"]
    decision, references = hiring["decision"], hiring["references"]
    publish()
    with served(tmp_path / "site") as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}en/roles/baker/decision-record/")
        page.get_by_label("Who tasted").fill("Ana")
        page.get_by_text("Another day").click()
        page.get_by_label("Which loaf decided").fill("Rye")
        other = context.new_page()
        other.goto(f"{address}en/roles/baker/reference-check/")
        other.get_by_text("Falls flat").first.click()
        other.get_by_label("What did you bake together?").fill("Buns")

        decision["fields"].insert(0, {"label": {"en": "Who paid", "ar": "من دفع"}})
        decision["outcomes"].insert(0, {"name": {"en": "Ask again", "ar": "نسأل ثانية"}})
        decision["questions"][0]["en"] = "Which loaf was best"
        references["findings"][1]["name"]["en"] = "Rises as rated, nearly"
        references["questions"].insert(0, {"en": "Since when?", "ar": "منذ متى؟"})
        publish()
        page.reload()
        expect(page.get_by_label("Who tasted")).to_have_value("Ana")
        expect(page.get_by_label("Who paid")).to_have_value("")
        expect(page.get_by_role("radio", name="Another day")).to_be_checked()
        expect(page.get_by_label("Which loaf was best")).to_have_value("Rye")  # the same place, worded anew
        other.reload()
        expect(other.get_by_role("radio", name="Rises as rated, nearly").first).not_to_be_checked()  # is it the same?
        expect(other.get_by_label("Since when?")).to_have_value("")
        expect(other.get_by_label("What did you bake together?")).to_have_value("Buns")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_on_a_wide_screen_its_bar_stands_beside_its_name_and_on_a_phone_below_it(form: Form, tag: str) -> None:
    page = form("intake", tag)
    name, bar = page.locator("h1"), page.locator(".rb-fill")
    for width, is_beside in ((1440, True), (390, False)):
        page.set_viewport_size({"width": width, "height": 900})
        above, beside = name.bounding_box(), bar.bounding_box()
        assert above
        assert beside
        assert (beside["y"] < above["y"] + above["height"]) is is_beside


def test_the_rule_proposes_a_decision_once_every_must_have_has_a_finding(form: Form) -> None:
    page = form("screening")
    proposed = page.locator("[data-proposed]")
    expect(proposed).to_have_count(0)
    page.locator("[data-decides]").get_by_text("Crust").click()
    expect(proposed).to_contain_text("Invite")
    page.locator("[data-decides]").get_by_text("Crumbs").click()
    expect(proposed).to_contain_text("No")
    expect(page.get_by_role("radio", name="No")).not_to_be_checked()


def test_a_form_is_copied_field_by_field(form: Form) -> None:
    page = form("screening")
    page.get_by_label("Reader", exact=True).fill("Ana")
    page.get_by_label("Where in the CV, in its words: Baking").fill("Baked at night")
    page.locator(".rb-option").first.click()
    assert copied(page).splitlines()[1:] == [
        "Reader: Ana",
        "Where in the CV, in its words: Baking: Baked at night",
        "This reader's decision: Invite",
    ]


def test_a_letter_is_copied_as_it_reads_with_its_blanks_filled_in(form: Form) -> None:
    page = form("offer-letter")
    page.get_by_label("Name of the candidate", exact=True).fill("Noor")
    page.get_by_role("textbox", name="Apron size").first.fill("M")
    letter = copied(page)
    assert letter.count("Noor") == 1  # the fields beside it are no part of it
    assert "Apron size: M" in letter
    assert "[last day for the answer]" in letter
    assert "Before you send it" not in letter


def test_a_letter_is_printed_alone_with_its_blanks_filled_in(form: Form) -> None:
    page = form("offer-letter")
    page.get_by_label("Name of the candidate", exact=True).fill("Noor")
    page.emulate_media(media="print")
    for other in ("h1", ".rb-role__title", "rb-fill-in", ".rb-device", ".rb-folded", ".rb-letter"):
        assert not page.locator(other).first.is_visible(), other
    expect(page.get_by_label("name of the candidate", exact=True)).to_have_value("Noor")


def test_a_letter_says_what_is_chosen_or_written_beside_it(form: Form) -> None:
    page = form("offer-letter")
    fields = page.get_by_role("region", name="Fill in the letter")
    own = fields.get_by_role("textbox", name="Apron size")
    expect(own).to_have_accessible_description(re.compile("^As worn. In the posting: "))
    fields.get_by_text("Large").click()
    expect(own).to_have_value("Large")
    assert "Apron size: Large" in copied(page)
    in_letter = page.locator(".rb-definitions").get_by_label("Apron size")
    in_letter.fill("Small")
    expect(fields.get_by_role("radio", name="Small")).to_be_checked()
    page.reload()
    expect(in_letter).to_have_value("Small")
    expect(fields.get_by_role("radio", name="Small")).to_be_checked()


def test_on_a_phone_a_letter_is_near_since_most_of_its_fields_are_folded_up(form: Form) -> None:
    page = form("offer-letter")
    fields = page.get_by_role("region", name="Fill in the letter")
    own = fields.get_by_role("textbox", name="Apron size")
    expect(own).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    page.reload()
    expect(own).to_be_hidden()
    fields.get_by_text("Terms", exact=True).click()
    own.fill("M")
    expect(page.locator(".rb-definitions").get_by_label("Apron size")).to_have_value("M")


def test_a_plan_says_how_much_is_done_and_by_which_day(form: Form) -> None:
    page = form("onboarding")
    before = page.locator(".rb-tasks__done").first
    total = page.locator(".rb-tasks").first.locator("input").count()
    expect(before).to_have_text(f"0 of {total} done")
    page.locator(".rb-tasks input").first.check()
    page.get_by_label("First day", exact=True).fill(date(2027, 7, 4).isoformat())
    expect(before).to_have_text(f"1 of {total} done, before 4 July")
    expect(page.locator("[data-day]").first).to_contain_text("July")


def test_a_plan_names_the_next_task_in_full_and_shows_those_of_one_person(form: Form) -> None:
    page = form("onboarding")
    first = page.locator(".rb-tasks label > span").first.inner_text()
    begin = page.get_by_role("button", name=f"Next task {first}")
    assert begin.evaluate("one => one.scrollWidth <= one.clientWidth")
    tasks = page.locator(".rb-tasks li:visible")
    everybody = tasks.count()
    owner = page.get_by_label("Show tasks for").locator("option").last.inner_text()  # not whose task is next
    page.get_by_label("Show tasks for").select_option(owner)
    assert 0 < tasks.count() < everybody
    assert {one.strip() for one in tasks.locator(".rb-tasks__about").all_inner_texts()} == {owner}
    expect(page.locator("h2", has_text="Goals")).to_be_hidden()
    page.get_by_role("button", name="Next task ").click()
    expect(tasks.locator("input").first).to_be_focused()
    page.get_by_label("Show tasks for").select_option("Everyone")
    expect(tasks).to_have_count(everybody)


def test_each_section_of_a_form_says_how_much_of_it_is_filled_in(form: Form) -> None:
    page = form("intake")
    section = page.locator("h2[id=vacancy] .rb-tasks__done")
    fields = page.locator("h2[id=vacancy] + .rb-fields input").all()
    expect(section).to_have_text(f"0 of {len(fields)} filled")
    for field in fields:
        field.fill("2027-07-04" if field.get_attribute("type") == "date" else "x")
    expect(section).to_have_text(f"{len(fields)} of {len(fields)} filled")
    expect(page.locator("h2[id=questions] .rb-tasks__done")).to_contain_text("0 of")


def test_what_is_asked_for_as_a_date_is_chosen_from_a_calendar_and_said_in_words(form: Form) -> None:
    page = form("intake")
    asked = page.get_by_label("Since when is the oven cold?")
    expect(asked).to_have_attribute("type", "date")
    asked.fill("2027-07-04")
    assert "Since when is the oven cold?: 4 Jul 2027" in copied(page)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_date_is_as_high_as_the_fields_beside_it(form: Form, tag: str) -> None:
    page = form("onboarding", tag)
    heights = "inputs => [...new Set(inputs.map(input => input.offsetHeight))]"
    fields = page.locator(".rb-fields input")
    assert {"date", "text"} <= set(fields.evaluate_all("inputs => inputs.map(input => input.type)"))
    assert len(fields.evaluate_all(heights)) == 1


def test_what_the_kit_knows_is_folded_up_on_phones_alone(form: Form) -> None:
    page = form("intake")
    known = page.get_by_text("Wanted", exact=True)
    expect(known).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    page.reload()
    expect(known).to_be_hidden()
    page.get_by_role("heading", name="From the kit: check these details").click()
    expect(known).to_be_visible()


def test_the_next_field_is_the_first_empty_one_that_is_not_folded_up(form: Form) -> None:
    page = form("reference-check")
    onwards = page.get_by_role("button", name="Next field")
    empty = page.locator(".rb-body input[type=text]:visible")
    onwards.click()
    expect(empty.first).to_be_focused()
    for field in page.locator(".rb-fields input").all():
        field.fill("2027-07-04" if field.get_attribute("type") == "date" else "x")
    answers = page.get_by_label("What did you see them bake?")
    onwards.click()
    expect(answers).to_be_focused()
    page.get_by_role("heading", name="Baking").click()
    onwards.click()
    expect(answers).to_be_hidden()
    expect(page.locator("textarea:visible").first).to_be_focused()


def test_a_form_is_emptied_and_the_device_cleared(form: Form) -> None:
    page = form("screening")
    applicant = page.get_by_label("Applicant (name or code)")
    applicant.fill("C-7")
    page.get_by_role("button", name="Empty the form").click()
    expect(applicant).to_have_value("")
    page.get_by_role("button", name="Undo").click()
    expect(applicant).to_have_value("C-7")
    page.evaluate("localStorage.setItem('rolebook.handed.1.decision-record/baker', '{}')")  # from a debrief
    page.get_by_role("button", name="Delete all saved forms and scorecards").click()
    expect(applicant).to_have_value("C-7")
    page.get_by_role("button", name="Delete all saved forms and scorecards").click()
    expect(applicant).to_have_value("")
    kept = "Object.keys(localStorage).filter(key => /^rolebook[.](form|handed)/.test(key))"
    assert page.evaluate(kept) == []


def test_what_nobody_has_changed_for_a_month_is_deleted(form: Form) -> None:
    page = form("screening")
    old = """localStorage.setItem("rolebook.form.1.screening-sheet/baker",
      JSON.stringify({changed: "2020-01-01T00:00:00.000Z", values: {"form-1": "C-7"}}))"""
    page.evaluate(old)
    page.evaluate(old.replace("form.1.screening-sheet", "handed.1.decision-record"))
    page.reload()
    expect(page.locator(".rb-fill__count")).to_have_text("0 of 12 filled")
    assert page.evaluate("localStorage.getItem('rolebook.handed.1.decision-record/baker')") is None


def test_without_scripts_a_form_has_its_fields_and_what_comes_next(browser: Browser, where: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{where}en/roles/baker/screening/")
        page.get_by_label("Reader", exact=True).fill("Ana")
        assert page.get_by_role("link", name="Messages to candidates").first.is_visible()
        assert page.get_by_role("button", name="Copy").count() == 0


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_forms_are_accessible_and_fit_a_phone(browser: Browser, where: str, name: str, tag: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{where}{tag}/roles/baker/{name}/")
    accessible(page, dark=tag == "en")
    fits_a_phone(page)
    page.close()
