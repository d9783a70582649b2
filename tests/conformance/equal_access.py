"""WCAG 2.2 by a second engine: IBM's Equal Access, in a browser, on each type of page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import served
from tests.conformance import node
from tests.conformance.findings import Checked, Finding
from tests.install_tools import ARGUMENTS, system_browser

UNFOLDED = """for (const one of document.querySelectorAll("details")) {
  one.removeAttribute("name");
  one.open = true;
}"""
"""The engine takes what is folded up for shown, and its labels for absent. Of several of one name, one alone opens."""
ENGINE = """async () => (await new ace.Checker().check(document, ["WCAG_2_2"])).results
  .filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL")
  .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet}`)"""


def check(folder: Path, pages: Sequence[Path]) -> Checked:
    """Look at pages of a folder, in a browser, as they are when they have opened."""
    checked = Checked(node.version("accessibility-checker-engine"), len(pages))
    script = (node.MODULES / "accessibility-checker-engine" / "ace.js").read_text("utf-8")
    with served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS)
        shown = browser.new_page()
        for page in pages:
            path = page.relative_to(folder).as_posix()
            shown.goto(f"{address}{path}")
            shown.evaluate(UNFOLDED)
            shown.add_script_tag(content=script)
            checked.findings += [Finding(path, said) for said in shown.evaluate(ENGINE)]
        browser.close()
    return checked
