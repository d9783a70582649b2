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

from playwright.sync_api import Page, sync_playwright

from tests.install_tools import ARGUMENTS, system_browser

PROJECT = Path(__file__).parent.parent.parent
EDITS = 6


@contextmanager
def _serving(command: Sequence[str], environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
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
        except Exception:
            pass
        time.sleep(0.1)
    raise TimeoutError(address)


def seconds_to_page(
    kit: Path, role: str, command: Sequence[str], port: int, path: str, environment: dict[str, str]
) -> float:
    """The median time from saving a kit's file to the text that was changed being on the open page."""
    text = kit.read_text("utf-8")
    start = text.index(f"- id: {role}\n")
    found = re.compile(r"title: \{en: (['\"]?)(?P<title>.*?)\1, ").search(text, start)
    assert found is not None
    title = found["title"]
    taken = []
    with _serving(command, environment), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS)
        page = browser.new_page()
        _opened(page, f"http://127.0.0.1:{port}/{path}")
        time.sleep(1)
        for number in range(EDITS):
            changed = f"{title} {number}"
            new = text[:start] + text[start:].replace(title, changed, 1)
            kit.write_text(new, "utf-8")
            begun = time.perf_counter()
            page.wait_for_function(
                "title => document.querySelector('h1')?.textContent.trim() === title",
                arg=changed,
                polling=5,
                timeout=120_000,
            )
            taken.append(time.perf_counter() - begun)
            time.sleep(1.5)
        browser.close()
    kit.write_text(text, "utf-8")
    print([round(one, 2) for one in taken])
    return statistics.median(taken)


if __name__ == "__main__":
    kit, role = Path(sys.argv[1]), sys.argv[2]
    rolebook = str(Path(sys.executable).parent / "rolebook")
    print(
        "rolebook serve",
        seconds_to_page(kit, role, [rolebook, "serve", str(kit), "--port", "8123"], 8123, f"en/roles/{role}/", {}),
    )
    print(
        "mkdocs serve",
        seconds_to_page(
            kit,
            role,
            [sys.executable, "-m", "mkdocs", "serve", "-a", "127.0.0.1:8125"],
            8125,
            f"roles/{role}/",
            {"ROLEBOOK_KIT": str(kit.resolve()), "NO_MKDOCS_2_WARNING": "1"},
        ),
    )
