"""The live server: it serves what was built, and what is saved appears.

How a server ends is slow, as each test begins one of its own; so is MkDocs' own server.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, cast
from urllib.error import HTTPError

import pytest
import yaml
from rolebook.audience import Audience
from rolebook.preview.preview import Preview
from rolebook.preview.serve import Live
from rolebook.preview.server import LiveServer
from rolebook.problem import Problem
from rolebook.source.cached import load_cached

from tests.conftest import PROJECT, SMALL
from tests.servers import free_ports, rolebook_serve

SMALL_TEXT = SMALL.read_text("utf-8")


class Served(NamedTuple):
    """A kit that is served: its file, the addresses of both sites, the server, and its temporary folder."""

    path: Path
    address: str
    careers: str
    process: subprocess.Popen[bytes]
    temporary: Path


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """The small kit with both its sites, as `rolebook serve` shows them."""
    path, temporary = folder / "roles.yaml", folder / "temporary"
    path.write_text(SMALL_TEXT, "utf-8")
    temporary.mkdir()
    with rolebook_serve(path, TMPDIR=str(temporary)) as (internal, public, process):
        yield Served(path, f"http://127.0.0.1:{internal}/", f"http://127.0.0.1:{public}/", process, temporary)


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Served]:
    """A server for a test that ends it."""
    with serving(tmp_path) as served:
        yield served


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served")) as served:
        yield served


@pytest.fixture
def both(running: Served) -> Served:
    """A server that several tests save into, one after the other: it shows the small kit as it is."""
    running.path.write_text(SMALL_TEXT, "utf-8")
    shutil.rmtree(running.path.parent / "locale", ignore_errors=True)
    assert eventually(f"{running.address}en/roles/baker/", "Bakes what the shop sells.")
    assert eventually(f"{running.address}en/roles/senior-baker/", "Senior")
    assert eventually(f"{running.careers}en/jobs/baker/", "early &amp; well")
    return running


@pytest.fixture
def served(both: Served) -> tuple[Path, str]:
    """The small kit's file, and the address that its internal site is served at."""
    return both.path, both.address


def eventually(address: str, text: str) -> bool:
    """Whether a page says something within a minute: on a machine that is busy with other tests, nothing is quick."""
    latest = time.monotonic() + 60
    while time.monotonic() < latest:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if text in answer.read().decode("utf-8"):
                    return True
        except OSError:  # not there yet, or busy for longer than one waits for an answer
            pass
        time.sleep(0.1)
    return False


def test_a_saved_file_is_on_the_page_and_a_broken_one_leaves_the_last_good(served: tuple[Path, str]) -> None:
    path, address = served
    assert eventually(address, 'href="en/"')
    assert eventually(f"{address}en/roles/baker/", "Bakes what the shop sells.")
    path.write_text(SMALL_TEXT.replace("minutes: 45", "minutes: soon"), "utf-8")
    assert eventually(f"{address}en/roles/baker/", "Expected a whole number")
    assert "Bakes what the shop sells." in get(f"{address}en/roles/baker/").decode()
    path.write_text(SMALL_TEXT.replace("Bakes what the shop sells.", "Bakes what people like."), "utf-8")
    assert eventually(f"{address}en/roles/baker/", "Bakes what people like.")


def get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return bytes(answer.read())


def language_of(address: str) -> str:
    """What a page says that its language is; that it is not there, where it is not."""
    try:
        return str(re.findall(r'<html lang="([^"]*)"', get(address).decode())[0])
    except HTTPError as error:
        return str(error.code)


def test_languages_and_audiences_never_mix_in_whatever_order_they_are_opened(both: Served) -> None:
    """As a reader does it in one browser: a language, the other one, the careers site, back and forth, and a save."""
    ways = (
        "en/",
        "ar/",
        "en/roles/baker/",
        "ar/roles/baker/",
        "en/coverage/",
        "ar/skills/baking/",
        "en/skills/baking/",
    )
    assert eventually(f"{both.careers}en/", "<html")
    for _ in range(2):
        assert [language_of(both.address + way) for way in ways] == [way[:2] for way in ways]
        for tag in ("ar", "en"):
            assert language_of(f"{both.careers}{tag}/jobs/baker/") == tag
            assert language_of(f"{both.careers}{tag}/roles/baker/interview-kit/") == "404"
            assert b"Interview kit" not in get(f"{both.careers}{tag}/")
            assert language_of(f"{both.address}{tag}/roles/senior-baker/interview-kit/") == tag
            assert language_of(f"{both.address}{tag}/jobs/baker/") == "404"
        both.path.write_text(SMALL_TEXT.replace("Bakes what the shop sells.", "Bakes what people like."), "utf-8")
        assert eventually(f"{both.address}en/roles/baker/", "Bakes what people like.")
        assert eventually(f"{both.careers}en/jobs/baker/", "Bakes what people like.")


@pytest.mark.slow
def test_a_folder_that_is_made_while_it_runs_is_watched_too(both: Served) -> None:
    """As `rolebook translate --interface` makes `locale/`, and an editor saves the file again and again."""
    page = f"{both.address}en/roles/"
    assert eventually(page, "Roles")
    folder = both.path.parent / "locale"
    folder.mkdir()
    for words in ("Jobs of ours", "Work here"):
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        (folder / "en.po").write_text(f'{head}msgid "Roles"\nmsgstr "{words}"\n', "utf-8")
        assert eventually(page, words)


@pytest.mark.slow
def test_an_address_with_a_slash_too_many_is_answered(both: Served) -> None:
    for path in ("en/roles/baker/job-description.pdf/", "en/index.html/", "xx/", "en/no/"):
        with pytest.raises(HTTPError, match="404"), urllib.request.urlopen(both.address + path, timeout=20):
            pytest.fail(f"{path} is there")


@pytest.mark.slow
def test_a_server_that_is_told_to_end_leaves_nothing_in_the_temporary_folder(alone: Served) -> None:
    assert eventually(f"{alone.address}en/", "Bakery")
    assert get(f"{alone.address}en/roles/baker/job-description.pdf").startswith(b"%PDF-")
    assert list(alone.temporary.iterdir())
    alone.process.terminate()
    alone.process.wait(10)
    assert list(alone.temporary.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_though_a_page_waits_and_a_browser_keeps_a_connection(alone: Served, number: int) -> None:
    assert eventually(f"{alone.address}en/", "Bakery")
    version = re.findall(r"livereload\.js\?([^\"]+)", get(f"{alone.address}en/").decode())[0]
    port = int(alone.address.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)), socket.create_connection(("127.0.0.1", port)) as page:
        page.sendall(f"GET /livereload?{version} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(0.2)
        alone.process.send_signal(number)
        status = alone.process.wait(15)  # as long as a busy machine needs
    assert status == 0 or number == signal.SIGTERM, "Ctrl+C is how a server ends, and no error"
    assert list(alone.temporary.iterdir()) == []


@pytest.mark.slow
def test_it_ends_soon_though_the_system_tells_another_thread_of_the_signal(alone: Served) -> None:
    """The system chooses one; the main thread then slept on for up to a minute."""
    assert eventually(f"{alone.address}en/", "Bakery")
    threads = {int(name) for name in os.listdir(f"/proc/{alone.process.pid}/task")} - {alone.process.pid}
    os.kill(min(threads), signal.SIGTERM)
    alone.process.wait(15)
    assert list(alone.temporary.iterdir()) == []


GROWTH = """
import sys
from pathlib import Path

from rolebook.audience import Audience
from rolebook.source.cached import load_cached
from rolebook.engine.material.engine import MaterialEngine
from rolebook.preview.preview import Preview

path, out = Path(sys.argv[1]), Path(sys.argv[2])
text = path.read_text("utf-8")
preview = Preview(path, Audience.INTERNAL, MaterialEngine(), out, print)


def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


for number in range(240):
    changed = text.replace("need: required", f"need: requird{number}" if number % 2 else "need: preferred")
    path.write_text(changed.replace("Bakes what the shop sells.", f"Bakes {number} loaves."), "utf-8")
    loaded = load_cached(path)
    if loaded.kit is not None:
        preview.update(loaded.kit)
        assert preview.ensure("en/roles/baker/") and preview.ensure("ar/roles/baker/scorecard/")
    if number == 40:
        before = megabytes()
print(megabytes() - before)
"""


@pytest.mark.nightly
@pytest.mark.long
def test_two_hundred_saves_half_of_them_mistakes_take_no_more_memory(
    written: Callable[[str], Path], tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    command = [sys.executable, "-c", GROWTH, str(written(SMALL_TEXT)), str(tmp_path / "out")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert float(said.split()[-1]) < 12, said  # a mistake alone once left 3 MB


@pytest.mark.slow
def test_the_careers_site_says_that_its_section_was_taken_out_and_shows_it_again(
    both: Served, small_data: dict[str, Any]
) -> None:
    page = f"{both.careers}en/jobs/baker/"
    assert eventually(page, "early &amp; well")
    del small_data["careers"]
    for role in small_data["roles"]:
        del role["posting"]
    both.path.write_text(yaml.safe_dump(small_data, allow_unicode=True, sort_keys=False), "utf-8")
    assert eventually(page, "There is no careers section any more.")
    assert eventually(f"{both.address}en/roles/baker/", "Bakes what the shop sells.")
    both.path.write_text(SMALL_TEXT.replace("early &", "late &"), "utf-8")
    assert eventually(page, "late &amp; well")
    assert "There is no careers section" not in get(page).decode()


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


@pytest.mark.slow
def test_a_role_that_is_added_has_pages_and_one_that_is_gone_has_none(served: tuple[Path, str]) -> None:
    path, address = served
    assert eventually(f"{address}en/roles/senior-baker/", "Senior")
    path.write_text(SMALL_TEXT.replace("senior-baker", "master-baker"), "utf-8")
    assert eventually(f"{address}en/roles/master-baker/", "Senior")
    with pytest.raises(HTTPError, match="404"):
        get(f"{address}en/roles/senior-baker/")


@pytest.mark.slow
def test_mkdocs_serve_shows_what_is_saved(written: Callable[[str], Path]) -> None:
    path = written(SMALL_TEXT)
    [port] = free_ports(1)
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


def test_a_kit_that_gets_a_careers_section_says_how_to_see_it(written: Callable[[str], Path]) -> None:
    path, said = written(SMALL_TEXT), list[str]()
    preview = cast("Preview", SimpleNamespace(set_problems=lambda _: None, update=lambda _: None))
    for previews, expected in (([preview], 1), ([preview, preview], 0)):
        said.clear()
        live = Live(path, previews, [], lambda _: [], said.append)
        live.show()
        live.show()
        assert [("careers section" in line) for line in said] == [True] * expected


def test_what_was_judged_is_not_shown_where_something_was_saved_meanwhile(
    written: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(SMALL_TEXT)
    problem = Problem(str(path), 1, 1, "example", "Something that rules found.")
    shown: list[Sequence[Problem]] = []
    preview = cast("Preview", SimpleNamespace(set_problems=shown.append))

    def judge(saved: str) -> list[Problem]:
        path.write_text(saved, "utf-8")
        return [problem]

    monkeypatch.setattr("rolebook.preview.serve.PATIENCE", 0)
    loaded = load_cached(path)
    Live(path, [preview], [], lambda _: judge(f"{SMALL_TEXT}# saved while it was judged\n"), print).look_closer(loaded)
    assert shown == []
    loaded = load_cached(path)
    Live(path, [preview], [], lambda _: [problem], print).look_closer(loaded)
    assert shown == [[problem]]


def test_the_internal_site_leads_to_the_careers_site_that_is_served(written: Callable[[str], Path]) -> None:
    path = written(SMALL_TEXT)
    sites = (Audience.INTERNAL, Audience.PUBLIC)
    previews = [SimpleNamespace(audience=one, set_problems=lambda _: None, update=lambda _: None) for one in sites]
    servers = [SimpleNamespace(address=f"http://{one}/", elsewhere={}, reload=lambda: None) for one in sites]
    Live(path, cast("list[Preview]", previews), cast("list[LiveServer]", servers), lambda _: [], print).show()
    assert [dict(server.elsewhere) for server in servers] == [{"https://jobs.bakery.example/": "http://public/"}, {}]
