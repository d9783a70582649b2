"""How long the debrief takes to show what somebody did, with fifty scorecards in it: `make bench`.

Measured in Chromium: from the event to the frame after the page has changed, the median of ten times each. The figures
depend on the machine; the limit is the one of the issue that asked for the debrief.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.source import load

from tests.benchmarks.figures import Figure
from tests.browser.conftest import served
from tests.browser.panel import panel, rates
from tests.install_tools import ARGUMENTS, system_browser

PROJECT = Path(__file__).parent.parent.parent
CANDIDATES, LIMIT, TIMES = 17, 100, 10
"""Three scorecards for each of seventeen candidates; milliseconds; how often each thing is measured."""
DROP = """files => new Promise(done => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  const started = performance.now();
  const seen = new MutationObserver(() => {
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
  });
  for (const shown of document.querySelectorAll(".rb-result, .rb-refused")) seen.observe(shown, { childList: true });
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
})"""


def dropped(page: Page, cards: list[dict[str, object]]) -> float:
    milliseconds: float = page.evaluate(
        DROP, [[f"{number}.json", json.dumps(card)] for number, card in enumerate(cards)]
    )
    return milliseconds


def figures(out: Path) -> Iterator[Figure]:
    """What a panel's lead waits for."""
    kit = load(PROJECT / "roles.yaml").kit
    assert kit is not None
    with sync_playwright() as playwright:
        build(kit, PROJECT / "roles.yaml", out, audience=Audience.INTERNAL)
        site = out / "site"
        rated = rates(site, "en", "sales-operations-analyst")
        cards = panel(rated, CANDIDATES)[: 50 + TIMES]
        with served(site) as address:
            browser = playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS)
            page = browser.new_page()
            page.goto(f"{address}en/debrief/")
            page.wait_for_load_state("networkidle")
            first = dropped(page, cards[:49])
            again = [dropped(page, [{**cards[0], "version": 2}]) for _ in range(TIMES)]  # refused
            more = dropped(page, cards[49:50])
            browser.close()
    name = "debrief with 50 scorecards, in Chromium"
    yield Figure(f"{name}: 49 read, checked and shown", first, "ms")
    yield Figure(f"{name}: one more", more, "ms", LIMIT)
    yield Figure(f"{name}: a file refused", statistics.median(again), "ms", LIMIT)
