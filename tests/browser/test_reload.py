"""Pages of the live server reload: soon, when they are seen, and from a server that was started again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from rolebook.preview.server import LiveServer
from rolebook.preview.site_folder import SiteFolder

SAYS = "text => document.body.innerText.trim() === text"
Serve = Callable[..., LiveServer]


class Shown:
    """A site of one page, whose text a test changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.text = "first"
        self.head = ""

    def ensure(self, path: str) -> bool:
        (self._folder / "index.html").write_text(
            f"<!doctype html><head>{self.head}</head><body><p>{self.text}</p></body>", "utf-8"
        )
        return True

    def serve(self, port: int = 0) -> LiveServer:
        server = LiveServer("127.0.0.1", port, SiteFolder(self._folder, self.ensure))
        server.start()
        return server


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    return Shown(tmp_path)


@pytest.fixture
def server(shown: Shown) -> Iterator[LiveServer]:
    server = shown.serve()
    yield server
    server.close()


def opened(browser: Browser, server: LiveServer) -> Page:
    page = browser.new_page()
    page.goto(server.address)
    page.wait_for_timeout(200)
    return page


def test_a_page_shows_a_change_at_once_and_does_not_ask_for_it_now_and_then(
    browser: Browser, shown: Shown, server: LiveServer
) -> None:
    """A change takes few times as long as a reader's own reload does, on the same machine at the same time."""
    page = opened(browser, server)
    told, by_hand = [], []
    for number in range(5):
        shown.text = f"told {number}"
        began = time.perf_counter()
        server.reload()
        page.wait_for_function(SAYS, arg=shown.text, polling=5)
        told.append(time.perf_counter() - began)
        began = time.perf_counter()
        page.reload()
        page.wait_for_function(SAYS, arg=shown.text, polling=5)
        by_hand.append(time.perf_counter() - began)
    assert min(told) < 5 * min(by_hand), (told, by_hand)
    page.close()


def test_a_page_finds_a_server_that_was_started_anew(browser: Browser, shown: Shown, server: LiveServer) -> None:
    page = opened(browser, server)
    server.close()
    page.wait_for_timeout(1200)
    shown.text = "from another server"
    with ExitStack() as stack:
        again = shown.serve(server.port)
        stack.callback(again.close)
        page.wait_for_function(SAYS, arg=shown.text, polling=5, timeout=5000)
        shown.text = "and once more"
        again.reload()
        page.wait_for_function(SAYS, arg=shown.text, polling=5, timeout=5000)
    page.close()


HIDE = """state => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_page_that_nobody_sees_asks_for_nothing_and_is_up_to_date_when_it_is_seen(
    browser: Browser, shown: Shown, server: LiveServer
) -> None:
    page = opened(browser, server)
    page.evaluate(HIDE, "hidden")
    page.wait_for_timeout(200)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    shown.text = "second"
    server.reload()
    page.wait_for_timeout(1200)
    assert asked == []
    expect(page.locator("p")).to_have_text("first")
    page.evaluate(HIDE, "visible")
    expect(page.locator("p")).to_have_text("second", timeout=2000)
    page.close()


def test_ten_open_pages_are_all_told_and_another_can_be_opened(
    browser: Browser, shown: Shown, server: LiveServer
) -> None:
    context = browser.new_context()  # one browser opens six connections to a server
    pages = [context.new_page() for _ in range(10)]
    for page in pages:
        page.goto(server.address)
        page.evaluate(HIDE, "hidden")
    pages[-1].evaluate(HIDE, "visible")
    shown.text = "second"
    server.reload()
    expect(pages[-1].locator("p")).to_have_text("second", timeout=2000)
    for page in pages[:-1]:
        page.evaluate(HIDE, "visible")
        expect(page.locator("p")).to_have_text("second", timeout=2000)
        page.evaluate(HIDE, "hidden")
    context.close()


def test_the_page_may_forbid_scripts_that_are_not_files(browser: Browser, shown: Shown, server: LiveServer) -> None:
    shown.head = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'self'\">"
    page = opened(browser, server)
    shown.text = "changed"
    server.reload()
    page.wait_for_function(SAYS, arg="changed", timeout=5000)
    page.close()
