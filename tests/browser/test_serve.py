"""What a maintainer sees while editing: the change, or what is wrong with it, in the open page."""

from __future__ import annotations

import re
import socket
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import SMALL
from tests.servers import rolebook_serve

TEXT = SMALL.read_text("utf-8")


@pytest.fixture
def live(written: Callable[[str], Path], pages_only: None) -> Iterator[tuple[Path, int, int]]:
    """The small kit's file, and the ports that its internal and its public site are served at."""
    path = written(TEXT)
    with rolebook_serve(path) as (internal, public, _):
        yield path, internal, public


def test_problems_lie_over_the_last_good_page_until_they_are_mended(
    browser: Browser, live: tuple[Path, int, int]
) -> None:
    path, port, _ = live
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


def test_the_careers_site_is_live_at_its_own_address(browser: Browser, live: tuple[Path, int, int]) -> None:
    path, _, port = live
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{port}/en/jobs/baker/")
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


def test_only_the_sites_are_served_and_only_to_this_machine(live: tuple[Path, int, int]) -> None:
    path, port, _ = live
    base = f"http://127.0.0.1:{port}"
    assert answer(f"{base}/en/") == 200
    assert answer(f"{base}/en/", Host="rebound.example") == 421
    assert answer(f"{base}/en/", Host=f"localhost:{port}") == 200
    ways = ("/../roles.yaml", "/%2e%2e/roles.yaml", "/en/..%2f..%2f..%2froles.yaml", f"//{path}", "/en/%00")
    for way in ways:
        assert answer(base + way) in (404, 500), way
    with socket.socket() as beside:
        beside.bind(("127.0.0.2", port))  # taken, if the server listened on every address
