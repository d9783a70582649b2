"""What a maintainer sees while editing: the change, or what is wrong with it, in the open page."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import SMALL

TEXT = SMALL.read_text("utf-8")


def free_port() -> int:
    """A port that is free, as is the next."""
    while True:
        with suppress(OSError), socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            port: int = one.getsockname()[1]
            two.bind(("127.0.0.1", port + 1))
            return port


@pytest.fixture
def live(written: Callable[[str], Path], pages_only: None) -> Iterator[tuple[Path, int]]:
    """The small kit's file, and the port that its internal site is served at; the public one is at the next."""
    path, port = written(TEXT), free_port()
    command = [str(Path(sys.executable).parent / "rolebook"), "serve", str(path), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for one in (port, port + 1):
            await_port(one)
        yield path, port
    finally:
        process.terminate()
        process.wait(20)


def await_port(port: int) -> None:
    for _ in range(300):
        with socket.socket() as there:
            if there.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("it does not serve")


def test_problems_lie_over_the_last_good_page_until_they_are_mended(browser: Browser, live: tuple[Path, int]) -> None:
    path, port = live
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{port}/ar/roles/baker/")
    expect(page.locator("h1")).to_have_text("خباز/ة")
    broken = TEXT.replace("minutes: 45", "minutes: <b>soon</b>").replace("skills: [baking]", "skills: [bakng]")
    path.write_text(broken, "utf-8")
    overlay = page.locator("#rolebook-problems")
    expect(overlay).to_be_visible(timeout=20_000)
    expect(overlay).to_contain_text("Did you mean “baking”?")
    assert re.search(r"roles\.yaml:\d+:\d+", overlay.inner_text())
    assert page.locator("h1").is_visible()
    assert overlay.locator("b").count() == 0
    path.write_text(TEXT.replace('ar: "خباز/ة"', 'ar: "خبّاز/ة ماهر/ة"'), "utf-8")
    expect(page.locator("h1")).to_have_text("خبّاز/ة ماهر/ة", timeout=20_000)
    expect(overlay).to_have_count(0)
    page.close()


def test_the_careers_site_is_live_at_its_own_address(browser: Browser, live: tuple[Path, int]) -> None:
    path, port = live
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{port + 1}/en/jobs/baker/")
    expect(page.locator("body")).to_contain_text("early & well")
    path.write_text(TEXT.replace("early & well", "at dawn"), "utf-8")
    expect(page.locator("body")).to_contain_text("at dawn", timeout=20_000)
    page.close()


def answer(address: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=20) as response:
            return int(response.status)
    except HTTPError as error:
        return error.code


def test_only_the_sites_are_served_and_only_to_this_machine(live: tuple[Path, int]) -> None:
    path, port = live
    base = f"http://127.0.0.1:{port}"
    assert answer(f"{base}/en/") == 200
    assert answer(f"{base}/en/", Host="rebound.example") == 421
    assert answer(f"{base}/en/", Host=f"localhost:{port}") == 200
    ways = ("/../roles.yaml", "/%2e%2e/roles.yaml", "/en/..%2f..%2f..%2froles.yaml", f"//{path}", "/en/%00")
    for way in ways:
        assert answer(base + way) in (404, 500), way
    with socket.socket() as beside:
        beside.bind(("127.0.0.2", port))  # taken, if the server listened on every address
