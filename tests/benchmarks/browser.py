"""What a reader waits for at 1,000 roles, in Chromium: a page's weight, and the first search's answer."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from tests.benchmarks.builds import LARGE, kit_of, pages_alone
from tests.benchmarks.figures import Figure
from tests.browser.conftest import served
from tests.install_tools import ARGUMENTS, system_browser

WEIGHT, ANSWER = 300.0, 500.0
"""Targets: KB compressed, milliseconds."""
PLACES = (
    "",
    "roles/",
    "roles/team-3-planning-1/",
    "roles/team-3-planning-1/interview-kit/",
    "coverage/",
    "structures/",
)
QUERIES = {"en": "forecast specialist", "ar": "أخصائي التخطيط"}
SEARCH = """query => new Promise(done => {
  const field = document.querySelector(".md-search__input");
  document.querySelector("#__search").checked = true;
  field.focus();
  const list = document.querySelector(".md-search-result__list");
  const begun = performance.now();
  new MutationObserver((_, seen) => {
    if (!list.querySelector(".md-search-result__item")) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  }).observe(list, { childList: true, subtree: true });
  field.value = query;
  field.dispatchEvent(new Event("keyup", { bubbles: true }));
})"""


def weight(browser: Browser, address: str) -> float:
    """What a first view loads, compressed as a server would, in KB; fonts and images are compressed already."""
    page = browser.new_context().new_page()
    answers: dict[str, Response] = {}

    def answered(response: Response) -> None:
        answers.setdefault(response.url, response)

    page.on("response", answered)
    page.goto(address, wait_until="networkidle")
    loaded = [(url, answer.body()) for url, answer in list(answers.items())]
    page.close()
    return sum(len(body if url.endswith(".woff2") else gzip.compress(body)) for url, body in loaded) / 1000


def first_search(browser: Browser, address: str, query: str) -> float:
    """The milliseconds from a query to its first answer, on a page that has just been opened."""
    page = browser.new_context().new_page()
    page.goto(address, wait_until="networkidle")
    taken: float = page.evaluate(SEARCH, query)
    page.close()
    return taken


def figures(folder: Path) -> Iterator[Figure]:
    """Weights and answers."""
    out = folder / "browser-out"
    pages_alone(kit_of(folder / "browser", LARGE), out)
    with served(out / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS)
        for place in PLACES:
            kilobytes = weight(browser, f"{address}en/{place}")
            yield Figure(f"1,000 roles, first view of en/{place}", kilobytes, "KB", WEIGHT)
        for tag, query in QUERIES.items():
            taken = statistics.median(first_search(browser, f"{address}{tag}/", query) for _ in range(5))
            yield Figure(f"1,000 roles, first search ({tag})", taken, "ms", ANSWER)
        browser.close()
