"""An intake form's timeline: a day is chosen on the page, and each step shows the day on which it ends.

Working days are proven without a browser by `tests/kit/test_timeline.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from rolebook.kit import Kit
from rolebook.kit.timeline import ends

from tests.browser.conftest import served


@pytest.fixture(scope="module")
def where(small_pages: Path) -> Iterator[str]:
    with served(small_pages) as address:
        yield address


MONTHS = {11: "Nov", 12: "Dec", 1: "Jan"}


def dates(page: Page) -> list[str]:
    return page.locator("output[form=timeline-dates]").all_inner_texts()


@pytest.mark.parametrize("start", [date(2026, 11, 29), date(2026, 12, 3), date(2026, 12, 4)])
def test_each_step_shows_the_day_on_which_it_ends(browser: Browser, where: str, small: Kit, start: date) -> None:
    page = browser.new_page()
    page.goto(f"{where}en/roles/baker/intake/")
    assert dates(page) == [""] * 4
    page.get_by_label("Date of the request").fill(start.isoformat())
    plan = small.hiring.timeline
    assert plan is not None
    days = list(ends(plan.steps, start, plan.free))
    written = [f"{day.day} {MONTHS[day.month]} {day.year}" for day in days]
    expect(page.locator("output[form=timeline-dates]").last).to_contain_text(written[-1])
    assert all(date in found for date, found in zip(written, dates(page), strict=True))
    expect(page.locator("rb-timeline [role=status]")).to_contain_text(written[-1])
    page.close()


def test_arabic_pages_write_dates_in_arabic_with_western_digits(browser: Browser, where: str) -> None:
    page = browser.new_page()
    page.goto(f"{where}ar/roles/baker/intake/")
    page.locator("input[name=start]").fill("2026-11-29")
    assert "30 نوفمبر 2026" in dates(page)[0]
    page.close()


def test_without_scripts_the_working_days_are_there(browser: Browser, where: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{where}en/roles/baker/intake/")
    assert not page.locator("rb-timeline form").is_visible()
    assert page.get_by_text("4 working days").is_visible()
    context.close()
