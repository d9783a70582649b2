"""Installs the programs that the tests use, or says what to install: `make test` runs this first.

They are a Chromium, in which pages are clicked, LibreOffice Calc, which computes workbooks, and nginx, which serves the
sites as `deploy/` says. Those that are there are used, but Chromium's headless shell before any browser with a window.
Else Debian's own are installed where we may; a Chromium also from Playwright.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

SHELL = "chromium-headless-shell"
"""Chromium without its window, which costs more than the page in it: it opens one in a third of the time."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
"""Browsers that the tests take, the quickest first."""
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


def office() -> str | None:
    """LibreOffice of this machine, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def web_server() -> str | None:
    """Nginx of this machine, or None. Debian puts it where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


PROGRAMS = {"default-jre-headless": "java", "libreoffice-writer": "lowriter"}
"""What a package is called by that is called otherwise."""


def apt(package: str) -> None:
    """Install a package of Debian's, where this is Debian and we may."""
    if not Path("/etc/debian_version").is_file() or os.geteuid() != 0:
        return
    print(f"Installing {package} (apt) …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL)


def install_browser() -> None:
    """Install a Chromium, by whatever way is open."""
    if system_browser() is None:  # a Debian older than the package of the shell alone
        apt("chromium")
    if system_browser() is None:
        print("Installing Chromium (Playwright) …", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> None:
    """Make sure that the tests have what they use.

    Raises:
        SystemExit: They have not; the message says what to do.
    """
    if shutil.which(SHELL) is None:
        apt(SHELL)
    if not starts():
        install_browser()
    if office() is None:
        apt("libreoffice-calc")
    if web_server() is None:
        apt("nginx-light")
    there = {"Chromium": starts(), "LibreOffice Calc": office() is not None, "nginx": web_server() is not None}
    lacking = [name for name, found in there.items() if not found]
    for package in sys.argv[1:]:  # what the benchmarks and `make conformance` take beside
        if shutil.which(PROGRAMS.get(package, package)) is None:
            apt(package)
    if lacking:
        raise SystemExit(
            f"The tests need {' and '.join(lacking)}, and could not install that here.\n"
            "On Debian: sudo apt install chromium-headless-shell libreoffice-calc nginx-light.\n"
            "Elsewhere: LibreOffice and nginx from their makers, and .venv/bin/playwright install --with-deps chromium."
        )


if __name__ == "__main__":
    main()
