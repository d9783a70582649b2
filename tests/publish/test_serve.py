"""The live server: it serves what was built, and what is saved appears."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.conftest import SMALL

SMALL_TEXT = SMALL.read_text("utf-8")


@pytest.fixture
def served(written: Callable[[str], Path]) -> Iterator[tuple[Path, str]]:
    """The small kit's file, and the address that it is served at."""
    path = written(SMALL_TEXT)
    with socket.socket() as one, socket.socket() as other:
        for free in (one, other):
            free.bind(("127.0.0.1", 0))
        port, public = (str(free.getsockname()[1]) for free in (one, other))
    ports = ("--port", port, "--public-port", public)
    command = [str(Path(sys.executable).parent / "rolebook"), "serve", str(path), *ports]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield path, f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(10)


def eventually(address: str, text: str) -> bool:
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if text in answer.read().decode("utf-8"):
                    return True
        except (URLError, ConnectionError):
            pass
        time.sleep(0.1)
    return False


def test_a_saved_file_is_on_the_page_and_a_broken_one_leaves_the_last_good(served: tuple[Path, str]) -> None:
    path, address = served
    assert eventually(address, 'href="en/"')
    assert eventually(f"{address}en/roles/baker/", "Bakes what the shop sells.")
    path.write_text(SMALL_TEXT.replace("minutes: 45", "minutes: soon"), "utf-8")
    time.sleep(1)
    assert eventually(f"{address}en/roles/baker/", "Bakes what the shop sells.")
    path.write_text(SMALL_TEXT.replace("Bakes what the shop sells.", "Bakes what people like."), "utf-8")
    assert eventually(f"{address}en/roles/baker/", "Bakes what people like.")


def test_a_changed_file_follows_its_page(served: tuple[Path, str]) -> None:
    """The page shows an edit at once; the PDF that has to be made anew is offered again soon after."""
    path, address = served
    page = f"{address}en/roles/baker/"
    assert eventually(page, "job-description.pdf")
    path.write_text(SMALL_TEXT.replace("Bakes what the shop sells.", "Bakes what people like."), "utf-8")
    assert eventually(page, "Bakes what people like.")
    assert eventually(page, "job-description.pdf")
    with urllib.request.urlopen(f"{page}job-description.pdf", timeout=10) as answer:
        assert answer.read(5) == b"%PDF-"
