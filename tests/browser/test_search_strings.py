"""Search strings run as their own language does, whatever the language of the page."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_search_string_runs_as_its_language_does(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/roles/sales-operations-analyst/sourcing/")
    runs = page.locator(".rb-verbatim pre").evaluate_all(
        "all => all.map(one => [one.lang, getComputedStyle(one).direction])"
    )
    assert {tuple(one) for one in runs} == {("en", "ltr"), ("ar", "rtl")}
