"""The tools survive Material's instant navigation, which replaces a page's content without loading the page again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served
from tests.browser.test_scorecard import PATH, SKILLS, kept, saved
from tests.conftest import FIRST, PROJECT


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The first kit's pages, by `mkdocs build`, with instant navigation: it takes the address that they have."""
    out = tmp_path / "out"
    (out / "en").mkdir(parents=True)
    with served(out) as address:
        config = tmp_path / "mkdocs.yml"
        features = ["navigation.instant", "navigation.tabs"]
        changed = {
            "INHERIT": str(PROJECT / "mkdocs.yml"),
            "docs_dir": str(PROJECT / "content"),
            "site_dir": str(out / "en"),
        }
        theme = {"features": features, "custom_dir": str(PROJECT / "theme_overrides")}
        config.write_text(yaml.safe_dump({**changed, "theme": theme, "site_url": address}), "utf-8")
        settings = {"ROLEBOOK_KIT": str(FIRST), "ROLEBOOK_FILES": "false"}
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]
        subprocess.run(command, check=True, env={**os.environ, **settings, "NO_MKDOCS_2_WARNING": "1"})
        yield f"{address}en/"


def instantly(page: Page, path: str) -> None:
    """Follows a link of the page as a reader does; a page that is loaded again would lose the mark."""
    page.evaluate("() => { window.mark = 1 }")
    page.evaluate(
        """path => {
          const link = document.createElement("a");
          link.href = path;
          document.querySelector(".md-content").append(link);
          link.click();
        }""",
        path,
    )
    page.wait_for_url(path)
    assert page.evaluate("window.mark") == 1


def test_scorecard_debrief_and_planner_come_to_life_on_the_way_and_back(browser: Browser, site: str) -> None:
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(site)
    instantly(page, f"{site}{PATH}")
    page.locator("input[name=candidate]").fill("On the way")
    saved(page)
    page.locator("textarea").first.fill("Written just before leaving")
    instantly(page, f"{site}debrief/")
    expect(page.locator("#rb-files")).to_be_visible()
    [record] = kept(page)
    assert record["ratings"][0]["evidence"] == "Written just before leaving"
    instantly(page, f"{site}structures/")
    expect(page.locator("rb-planner [role=status]")).to_contain_text("Generalist team: 5 people")
    instantly(page, f"{site}{PATH}")
    expect(page.locator("input[name=candidate]")).to_have_value("On the way")
    assert page.locator(".rb-rating").count() == SKILLS
    page.close()
    assert wrong == []
