"""A copy sheet shows the fields of one system at a time, and each can be copied."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import accessible, fits_a_phone
from tests.browser.conftest import Opened

PATH = "roles/sales-operations-manager/copy-sheet/"


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_fields_of_one_system_are_shown_and_it_stays_chosen_in_another_language(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/{PATH}")
    expect(page.locator("#greenhouse-job")).to_be_visible()
    expect(page.locator("#ashby-job")).to_be_hidden()
    page.locator(".rb-chooser__field select").select_option("ashby")
    expect(page.locator("#greenhouse-job")).to_be_hidden()
    expect(page.locator("#ashby-job")).to_be_visible()
    page.locator(".md-header a[hreflang]").first.click()
    expect(page.locator("#ashby-job")).to_be_visible()
    accessible(page)
    fits_a_phone(page)


def test_without_scripts_both_are_there(opened: Opened) -> None:
    page = opened(f"en/{PATH}", java_script_enabled=False)
    for system in ("greenhouse", "ashby"):
        expect(page.locator(f"#{system}-job")).to_be_visible()
