"""How long a saved change takes to be seen in the open browser, with `rolebook serve` and `mkdocs serve`."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

from tests.benchmarks.builds import LARGE, SHIPPED, kit_of
from tests.benchmarks.command import QUIET, ROLEBOOK
from tests.benchmarks.figures import Figure
from tests.install_tools import ARGUMENTS, system_browser

PROJECT = Path(__file__).parent.parent.parent
EDITS = 6
SHOWN = "title => document.querySelector('h1')?.textContent.trim() === title"


@contextmanager
def _serving(command: Sequence[str], environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **QUIET, **environment},
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(60)


def _opened(page: Page, address: str) -> None:
    """Open an address as soon as it is served."""
    for _ in range(3000):
        try:
            page.goto(address)
            if page.locator("h1").count():
                return
        except Error:
            pass
        time.sleep(0.1)
    raise TimeoutError(address)


def seconds_to_page(kit: Path, role: str, command: Sequence[str], address: str, **environment: str) -> float:
    """The median time from saving a kit's file to the title that was changed being on the open page.

    Args:
        kit: The kit's file; it is as it was afterwards.
        role: The role whose English title is changed.
        command: Serves it.
        address: The role's page.
        environment: Variables that the command is given.
    """
    text = kit.read_text("utf-8")
    found = re.compile(rf"- id: {role}\n.*?title: \{{en: (['\"]?)(?P<title>.*?)\1, ", re.DOTALL).search(text)
    assert found is not None
    taken = []
    with _serving(command, environment), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS)
        page = browser.new_page()
        _opened(page, address)
        time.sleep(2)
        for number in range(EDITS):
            changed = f"{found['title']} {number}"
            kit.write_text(text[: found.start("title")] + changed + text[found.end("title") :], "utf-8")
            begun = time.perf_counter()
            page.wait_for_function(SHOWN, arg=changed, polling=5, timeout=120_000)
            taken.append(time.perf_counter() - begun)
            time.sleep(2)
        browser.close()
    kit.write_text(text, "utf-8")
    return statistics.median(taken)


def figures(folder: Path) -> Iterator[Figure]:
    """Both servers, with the shipped kit and with 1,000 roles."""
    for roles, role, target in ((SHIPPED, "sales-operations-analyst", 1.0), (LARGE, "team-3-planning-1", 5.0)):
        kit = kit_of(folder / f"live-{roles}", roles)
        servers: tuple[tuple[str, list[str], str, dict[str, str]], ...] = (
            ("rolebook serve", [ROLEBOOK, "serve", str(kit), "--port", "8123"], "8123/en/", {}),
            (
                "mkdocs serve",
                [sys.executable, "-m", "mkdocs", "serve", "-a", "127.0.0.1:8125"],
                "8125/",
                {"ROLEBOOK_KIT": str(kit)},
            ),
        )
        for name, command, place, environment in servers:
            seconds = seconds_to_page(kit, role, command, f"http://127.0.0.1:{place}roles/{role}/", **environment)
            yield Figure(f"{roles:,} roles, {name}: saved to seen", seconds, "s", target)
