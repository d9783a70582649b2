"""What axe-core says of a page as it is: WCAG 2.2, A and AA, light and dark; and whether it fits a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "default": {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "slate": {
        "resultTypes": ["violations"],
        "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    },
}
"""By colour scheme: everything in one, and what depends on colours in the other."""

IN_LANGUAGES = ["en", pytest.param("ar", marks=pytest.mark.slow)]
"""Languages in which pages are looked at: an Arabic page, with the markup and colours of the English one, is slow."""


def accessible(page: Page, *, dark: bool = True) -> None:
    """Fails with axe's report where it finds something."""
    page.add_style_tag(content="* { transition: none !important }")
    for scheme, rules in RULES.items():
        if scheme == "default" or dark:
            page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
            found = Axe().run(page, options=rules)
            assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"
    page.evaluate("() => { document.body.dataset.mdColorScheme = 'default' }")


def fits_a_phone(page: Page) -> None:
    """Fails where something sticks out of the smallest usual phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
