"""Installs what the browser tests need, or says what to install: `make test` runs this first.

A Chromium that is there is used. Else Debian's own is installed where we may; anywhere else Playwright's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage")
"""The tests open only pages that they built themselves; containers lack what the sandbox needs."""


def system_browser() -> str | None:
    """The Chromium of this machine, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def starts() -> bool:
    """Whether a browser can be started: this machine's, else Playwright's own."""
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS).close()
    except Error:
        return False
    return True


def install() -> None:
    """Install one, by whatever way is open."""
    if Path("/etc/debian_version").is_file() and os.geteuid() == 0 and system_browser() is None:
        print("Installing Chromium (apt) …", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
            check=False,
            env=quiet,
            stdout=subprocess.DEVNULL,
        )
    if system_browser() is None:
        print("Installing Chromium (Playwright) …", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> None:
    """Make sure that the tests have a browser.

    Raises:
        SystemExit: They have none; the message says what to do.
    """
    if not starts():
        install()
        if not starts():
            raise SystemExit(
                "The browser tests need Chromium, and it could not be installed here.\n"
                "On Debian: sudo apt install chromium. Elsewhere: .venv/bin/playwright install --with-deps chromium.\n"
                "`make quick` runs every other test."
            )


if __name__ == "__main__":
    main()
