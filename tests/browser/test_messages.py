"""Messages are filled in above their words, and copied as they then read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import accessible, fits_a_phone
from tests.browser.conftest import served

PAGE = "en/roles/baker/messages/"


@pytest.fixture(scope="module")
def address(small_pages: Path) -> Iterator[str]:
    with served(small_pages) as where:
        yield where


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + PAGE)
    yield page
    context.close()


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.daily
def test_what_is_filled_in_stands_in_the_message_and_is_copied(page: Page) -> None:
    thanks = page.locator("#message-thanks")
    thanks.get_by_label("Candidate's name").fill("Noura")
    thanks.get_by_role("button", name="Copy the text").click()
    expect(thanks.get_by_role("status")).to_have_text("Copied. What is in brackets still has to be filled in.")
    assert copied(page).startswith("Dear Noura,\n\nThank you from Corner Bakery.\n\nThe oven is at ")
    assert copied(page).endswith("[Your name]")
    thanks.get_by_label("Your name").fill("Sami")
    thanks.get_by_role("button", name="Copy the text").click()
    expect(thanks.get_by_role("status")).to_have_text("Copied")
    assert copied(page).endswith("\n\nSami")
    thanks.get_by_role("button", name="Copy the subject").click()
    expect(thanks.get_by_role("status")).to_have_text("Copied")
    assert copied(page) == "Your dough: Baker"


def test_a_field_that_is_emptied_is_open_again(page: Page) -> None:
    field = page.locator("#message-thanks").get_by_label("Candidate's name")
    field.fill("<b>Noura</b>")
    expect(page.locator("#message-thanks mark").first).to_have_text("<b>Noura</b>")
    field.fill("")
    expect(page.locator("#message-thanks mark").first).to_have_text("[Candidate's name]")


def test_it_is_accessible_and_fits_a_phone(page: Page) -> None:
    accessible(page)
    fits_a_phone(page)


def test_without_scripts_every_message_reads_whole_and_no_button_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    expect(page.locator("#message-thanks")).to_contain_text("Dear [Candidate's name],")
    expect(page.get_by_role("button", name="Copy the text")).to_have_count(0)
    expect(page.get_by_label("Candidate's name")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_one_message_is_shown_at_a_time_and_the_address_leads_to_it(page: Page, address: str, language: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}{language}/roles/baker/messages/")
    thanks, come = page.locator("#thanks"), page.locator("#come")
    expect(thanks).to_be_visible()
    expect(come).to_be_hidden()
    page.locator("rb-chooser nav a").filter(has_text={"en": "Come and bake", "ar": "تعالوا اخبزوا"}[language]).click()
    expect(come).to_be_visible()
    expect(thanks).to_be_hidden()
    page.reload()
    expect(come).to_be_visible()
    page.go_back()
    expect(thanks).to_be_visible()
    expect(come).to_be_hidden()


def test_what_is_chosen_stays_chosen_in_another_language(page: Page, address: str) -> None:
    for path in ("messages/", "forms/"):
        page.goto(f"{address}en/{path}")
        page.locator(".rb-chooser__field select").select_option(label="Senior Baker")
        page.locator(".md-header").get_by_role("link", name="العربية").click()
        page.wait_for_url(f"{address}ar/{path}#role-senior-baker")
        expect(page.locator(".rb-chooser__field select")).to_have_value("role-senior-baker")


def test_on_a_phone_the_message_is_chosen_in_a_field(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("rb-chooser select").select_option(value="thanks")
    expect(page.locator("#thanks")).to_be_visible()
    expect(page.locator("rb-chooser nav")).to_be_hidden()
    accessible(page)
    fits_a_phone(page)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
def test_fields_come_before_their_message_whose_buttons_stand_above_its_words(
    page: Page, address: str, language: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{address}{language}/roles/baker/messages/")
    letter = page.locator("#message-thanks")
    parts = ("input[data-blank]", "[data-copy=text]", ".rb-message__text")
    field, button, text = (letter.locator(one).first.bounding_box() for one in parts)
    assert field is not None
    assert button is not None
    assert text is not None
    assert text["y"] < height
    assert width > 390 or field["y"] < button["y"]
    assert button["y"] + button["height"] <= text["y"]


def test_a_message_opens_in_the_mail_program_with_its_text_unless_it_is_too_long(page: Page) -> None:
    thanks = page.locator("#message-thanks")
    thanks.get_by_label("Candidate's name").fill("Noura")
    mail = thanks.get_by_role("link", name="Open in mail")
    mail.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    mail.click()
    address = mail.get_attribute("href") or ""
    assert address.startswith("mailto:?subject=Your%20dough%3A%20Baker&body=Dear%20Noura%2C%0D%0A%0D%0AThank")
    thanks.get_by_label("Your name").fill("Sami " * 500)
    mail.click()
    expect(thanks.get_by_role("status")).to_have_text("Copied: paste it into the mail.")
    assert mail.get_attribute("href") == "mailto:?subject=Your%20dough%3A%20Baker"
    assert copied(page).startswith("Dear Noura,")


def test_what_one_chooses_from_stands_beside_the_messages(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".rb-chooser__list")).to_be_visible()
    expect(page.locator(".rb-menu")).to_be_hidden()


def test_an_address_in_a_message_is_broken_behind_its_slashes_alone(page: Page) -> None:
    page.add_style_tag(content=".rb-message__text { inline-size: 5rem }")
    parts = page.locator(".rb-address > span").locator("visible=true")
    assert parts.count() > 2
    assert set(parts.evaluate_all("parts => parts.map(part => part.getClientRects().length)")) == {1}
