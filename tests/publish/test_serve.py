"""The live server: it serves what was built, and what is saved appears."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest

from tests.conftest import PROJECT, SMALL

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


def get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return bytes(answer.read())


def test_files_are_made_when_they_are_asked_for_and_say_what_was_saved(served: tuple[Path, str]) -> None:
    path, address = served
    page = f"{address}en/roles/baker/"
    assert eventually(page, "job-description.pdf")
    file = f"{page}job-description.docx"
    before = get(file)
    assert before.startswith(b"PK")
    path.write_text(SMALL_TEXT.replace("Bakes what the shop sells.", "Bakes what people like."), "utf-8")
    assert eventually(page, "Bakes what people like.")
    assert get(file) != before
    assert get(f"{page}job-description.pdf").startswith(b"%PDF-")


def test_the_search_of_a_preview_knows_what_was_saved(served: tuple[Path, str]) -> None:
    path, address = served
    words = f"{address}en/search/words/{ord('q')}.json"
    assert eventually(f"{address}en/", "Bakery Hiring Kit")
    path.write_text(SMALL_TEXT.replace("Bakes what the shop sells.", "Quinces and what the shop sells."), "utf-8")
    assert eventually(f"{address}en/roles/baker/", "Quinces")
    assert b'"quinces"' in get(words)


def test_a_role_that_is_added_has_pages_and_one_that_is_gone_has_none(served: tuple[Path, str]) -> None:
    path, address = served
    assert eventually(f"{address}en/roles/senior-baker/", "Senior")
    path.write_text(SMALL_TEXT.replace("senior-baker", "master-baker"), "utf-8")
    assert eventually(f"{address}en/roles/master-baker/", "Senior")
    with pytest.raises(HTTPError, match="404"):
        get(f"{address}en/roles/senior-baker/")


def test_mkdocs_serve_shows_what_is_saved(written: Callable[[str], Path]) -> None:
    path = written(SMALL_TEXT)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    environment = os.environ | {"ROLEBOOK_KIT": str(path), "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        page = f"http://127.0.0.1:{port}/roles/baker/"
        assert eventually(page, "Bakes what the shop sells.")
        path.write_text(SMALL_TEXT.replace("Bakes what the shop sells.", "Bakes what people like."), "utf-8")
        assert eventually(page, "Bakes what people like.")
        assert get(f"{page}job-description.pdf").startswith(b"%PDF-")
    finally:
        process.terminate()
        process.wait(10)
