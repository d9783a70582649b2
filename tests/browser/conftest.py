"""A real browser on the first kit's site, served as any static server would."""

from __future__ import annotations

import functools
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.install_tools import ARGUMENTS, system_browser

FOLDER = Path(__file__).parent
Opened = Callable[..., Page]
"""Opens a page of the site by its path, with the options of a browser's context."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Call a browser's tests `slow` but for those marked `daily`. Each takes a second of processor or more."""
    for item in items:
        if FOLDER in item.path.parents and item.get_closest_marker("daily") is None:
            item.add_marker("slow")


class Server(SimpleHTTPRequestHandler):
    """Serves a site, as any static server would."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Say nothing: the tests report what matters."""


class SiteServer(ThreadingHTTPServer):
    """Answers each request in a thread of its own. A browser that goes away meanwhile is no news."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address, ending with a slash, that a folder is served at meanwhile."""
    server = SiteServer(("127.0.0.1", 0), functools.partial(Server, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, ending with a slash."""
    with served(site) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site. What goes wrong on it (console errors, foreign requests) fails the test."""
    wrong: list[str] = []
    contexts = []

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the test went on to another page
            wrong.append(f"failed: {request.url}")

    def requested(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            wrong.append(f"foreign: {request.url}")

    def open_(path: str, **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", failed)
        page.on("request", requested)
        page.goto(address + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []
