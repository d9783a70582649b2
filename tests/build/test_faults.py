"""A build that is killed, or runs out of room, leaves the old site as it was; two at once do not mix.

    python -m tests.build.test_faults 50

kills as many builds, at moments spread over their run (`make faults`); the test suite kills a few. Builds in
processes of their own are slow; what they rest on is `test_staging`, which is not.
"""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import pytest
from click.testing import Result
from rolebook.audience import Audience
from rolebook.build import cache, language
from rolebook.build.build import build
from rolebook.build.staging import is_ours, locked
from rolebook.source import load

from tests.conftest import SMALL
from tests.folders import manifest
from tests.test_cli import run
from tests.thoroughness import TIMES

KILLED = 4
"""Builds that the test suite kills."""
TEXT = SMALL.read_text("utf-8")
OLD, NEW = "Bakes what the shop sells.", "Bakes what people like."


def kit(folder: Path, text: str = TEXT) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "roles.yaml").write_text(text, "utf-8")
    return folder / "roles.yaml"


def started(
    path: Path, out: Path, largest: int | None = None, *, lang: str = "", temporary: Path | None = None
) -> subprocess.Popen[bytes]:
    """A build of the internal site in a process of its own, which may write no larger file than `largest` bytes."""

    def limit() -> None:
        if largest is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    command = [str(Path(sys.executable).parent / "rolebook"), "build", str(path), "--out", str(out), "--only", "site"]
    environment = os.environ | ({"TMPDIR": str(temporary)} if temporary else {})
    if largest is not None:  # what measures the tests has files of its own, and would fail beside the build
        environment.pop("COVERAGE_PROCESS_CONFIG", None)
    return subprocess.Popen(
        [*command, *(["--lang", lang] if lang else [])],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=limit,
        env=environment,
    )


def here(path: Path, out: Path, *options: str) -> Result:
    """What the same build says in this process: twice as quick, where no signal and no other build is in question."""
    return run("build", path, "--out", out, "--only", "site", *options)


def succeeds(path: Path, out: Path, *options: str) -> None:
    """Builds, in this process."""
    built = here(path, out, *options)
    assert built.exit_code == 0, built.output


@pytest.fixture
def old_site(small_pages: Path) -> Path:
    """The folder of a site with its pages as they were before, to be copied to where a build replaces them."""
    return small_pages.parent


def kill_builds(folder: Path, times: int) -> None:
    """Kills that many builds of another kit over a site; each time the site is what it was, and can be built again."""
    out, old, new = folder / "out", kit(folder / "old"), kit(folder / "new", TEXT.replace(OLD, NEW))
    succeeds(new, folder / "elsewhere")
    begun = time.perf_counter()
    said, _ = started(old, out).communicate(timeout=120)
    seconds = time.perf_counter() - begun
    assert is_ours(out / "site"), said.decode()
    before, after = manifest(out / "site"), manifest(folder / "elsewhere" / "site")
    assert before != after
    replaced = 0
    for number in range(times):
        process = started(new, out)
        time.sleep(seconds * (number + 0.5) / times)
        if number % 2:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()  # its workers live on for a moment
        process.communicate(timeout=120)
        found = manifest(out / "site")
        assert found in (before, after), f"killed at {number} of {times}: a mixture"
        replaced += found == after
        succeeds(old, out)
        assert manifest(out / "site") == before
        assert [path.name for path in out.iterdir()] == ["site"], "something is left over"
    assert replaced < times, "the builds were over before they were killed"


@pytest.mark.nightly
@pytest.mark.long
def test_a_killed_build_leaves_the_old_site_and_the_next_one_succeeds(tmp_path: Path, pages_only: None) -> None:
    kill_builds(tmp_path, KILLED)


@pytest.mark.slow
@pytest.mark.parametrize("largest", [0, 3_000, *((300, 30_000) if TIMES > 1 else ())])
def test_a_build_without_room_says_so_and_leaves_the_old_site(
    tmp_path: Path, pages_only: None, old_site: Path, largest: int
) -> None:
    """No file may grow beyond a size, which fails as a full disk does: at the first file, at a small one, at a page."""
    out = tmp_path / "out"
    shutil.copytree(old_site, out)
    before = manifest(out / "site")
    process = started(kit(tmp_path / "new", TEXT.replace(OLD, NEW)), out, largest)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 2, said.decode()
    assert b" cannot be written" in said, said.decode()
    assert b"Traceback" not in said
    assert manifest(out / "site") == before
    assert [path.name for path in out.iterdir()] == ["site"]
    succeeds(kit(tmp_path / "old"), out, "--lang", "en")


@pytest.mark.slow
def test_of_builds_at_once_one_waits_and_the_result_is_one_of_them_whole(
    tmp_path: Path, pages_only: None, old_site: Path
) -> None:
    """A build of one language alone waits for whole ones, too, and they for it."""
    one, other = kit(tmp_path / "one"), kit(tmp_path / "other", TEXT.replace(OLD, NEW))
    succeeds(other, tmp_path / "alone")
    whole = {one: manifest(old_site / "site"), other: manifest(tmp_path / "alone" / "site")}
    processes = [started(path, tmp_path / "out") for path in (one, other)]
    processes.append(started(other, tmp_path / "out", lang="ar"))
    for process in processes:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["site"]
    found = manifest(tmp_path / "out" / "site")
    for part in ("en/", "ar/"):
        of = {name: digest for name, digest in found.items() if name.startswith(part)}
        assert of in [{n: d for n, d in each.items() if n.startswith(part)} for each in whole.values()], part
    assert found.keys() == whole[one].keys()


@pytest.mark.slow
def test_a_build_does_not_begin_while_another_one_builds_there(tmp_path: Path, pages_only: None) -> None:
    out = tmp_path / "out"
    with locked(out):
        process = started(kit(tmp_path / "kit"), out, lang="en")
        with pytest.raises(subprocess.TimeoutExpired):
            process.communicate(timeout=4)
        assert list(out.iterdir()) == []
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said.decode()


def test_shared_files_are_whole_or_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build of one language writes feeds and front page again: the disk is full while it does."""
    path = kit(tmp_path / "kit")
    read = load(path).kit
    assert read is not None
    public = partial(build, path=path, out=tmp_path, audience=Audience.PUBLIC, with_files=False)
    public(read)
    before = manifest(tmp_path / "public")
    write = Path.write_bytes

    def fill(place: Path, content: bytes) -> int:
        if "jobs.xml" in place.name:
            write(place, content[:10])
            raise OSError(errno.ENOSPC, "No space left on device", str(place))
        return write(place, content)

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(OSError, match="No space left"):
        public(read, language="en")
    assert manifest(tmp_path / "public") == before


@pytest.mark.slow
@pytest.mark.parametrize("whole_group", [True, False], ids=["as on a terminal", "the command alone"])
def test_ctrl_c_stops_at_once_and_leaves_nothing(tmp_path: Path, old_site: Path, whole_group: bool) -> None:
    """Files are being set by then, which takes most of the time of a build."""
    out, old = tmp_path / "out", kit(tmp_path / "old")
    shutil.copytree(old_site, out)
    before = manifest(out / "site")
    process = started(kit(tmp_path / "new", TEXT.replace(OLD, NEW)), out)
    while not list(out.glob(".site-*")):
        time.sleep(0.01)
    time.sleep(0.3)
    if whole_group:
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=120)  # its workers have this end of the pipe as well: it waits for each
    assert process.returncode == 1, said.decode()
    assert said.decode().strip() == "Aborted!"
    assert manifest(out / "site") == before
    assert [path.name for path in out.iterdir()] == ["site"]
    succeeds(old, out, "--pages-only", "--lang", "en")


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [None, 0.7])
def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, seconds: float | None) -> None:
    """Neither by a build that is done, nor by one that a service manager ends."""
    temporary, out = tmp_path / "temporary", tmp_path / "out"
    temporary.mkdir()
    process = started(kit(tmp_path / "kit"), out, lang="" if seconds else "en", temporary=temporary)
    if seconds is None:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    else:
        while not list(out.glob(".site-*")):
            time.sleep(0.01)
        time.sleep(seconds)
        process.terminate()
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 128 + signal.SIGTERM, said.decode()
        assert list(out.iterdir()) == []
        assert said.decode() == ""
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["", "en"])
@pytest.mark.parametrize("foreign", ["thesis.txt", "en/index.html", "en/search/search_index.json", "robots.txt"])
def test_a_foreign_folder_is_replaced_by_force_alone(tmp_path: Path, pages_only: None, foreign: str, lang: str) -> None:
    theirs = tmp_path / "out" / "site" / foreign
    theirs.parent.mkdir(parents=True)
    theirs.write_text("mine", "utf-8")
    options = ("--lang", lang) if lang else ()
    refused = here(kit(tmp_path / "kit"), tmp_path / "out", *options)
    assert refused.exit_code == 2
    assert "--force" in refused.output
    assert theirs.read_text("utf-8") == "mine"
    assert [path.name for path in (tmp_path / "out" / "site").iterdir()] == [Path(foreign).parts[0]]
    if foreign == "thesis.txt" and not lang:
        succeeds(kit(tmp_path / "kit"), tmp_path / "out", "--force")
        assert not theirs.exists()


@pytest.mark.slow
def test_one_language_after_the_other_is_a_site_that_a_whole_build_replaces(
    tmp_path: Path, pages_only: None, old_site: Path
) -> None:
    out, path = tmp_path / "out", kit(tmp_path / "kit")
    for options in (("--lang", "en"), ("--lang", "ar"), ()):
        succeeds(path, out, *options)
    assert manifest(out / "site") == manifest(old_site / "site")


def test_a_language_that_somebody_else_has_put_into_our_site_stays(tmp_path: Path, old_site: Path) -> None:
    out, path = tmp_path / "out", kit(tmp_path / "kit")
    shutil.copytree(old_site, out)
    shutil.rmtree(out / "site" / "ar")
    (out / "site" / "ar").mkdir()
    (out / "site" / "ar" / "thesis.txt").write_text("mine", "utf-8")
    refused = here(path, out, "--lang", "ar")
    assert refused.exit_code == 2
    assert "--force" in refused.output
    assert (out / "site" / "ar" / "thesis.txt").is_file()


def test_links_in_a_circle_are_said(tmp_path: Path, pages_only: None) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "site").symlink_to("site")
    refused = here(kit(tmp_path / "kit"), tmp_path / "out")
    assert refused.exit_code == 2
    assert "Traceback" not in refused.output
    assert "Links lead in a circle" in refused.output


@pytest.mark.slow
def test_a_cache_without_room_keeps_nothing_and_stops_nothing(
    tmp_path: Path, pages_only: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Jinja2 keeps what templates compile to there as well, and would fail."""
    monkeypatch.setenv("ROLEBOOK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(language, "compiled_templates", cache.compiled_templates)
    monkeypatch.setattr(cache, "made", lambda: tmp_path / "gone" / "for good")
    path = kit(tmp_path / "kit")
    read = load(path).kit
    assert read is not None
    build(read, path, tmp_path / "out", language="en", with_files=False)
    assert (tmp_path / "out" / "site" / "en" / "index.html").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["", "en"])
def test_a_link_to_where_a_web_server_looks_leads_there_and_stays(tmp_path: Path, pages_only: None, lang: str) -> None:
    served = tmp_path / "served" / "hiring"
    served.mkdir(parents=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "site").symlink_to(served)
    for _ in range(2):
        succeeds(kit(tmp_path / "kit"), tmp_path / "out", *(("--lang", lang) if lang else ()))
        assert (tmp_path / "out" / "site").is_symlink()
        assert (served / "en" / "index.html").is_file()
        assert [path.name for path in served.parent.iterdir()] == ["hiring"]


if __name__ == "__main__":
    os.environ["ROLEBOOK_FILES"] = "false"
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as folder:
        kill_builds(Path(folder), count)
    print(
        f"{count} builds killed: each time the old site or the new one stood there whole, and the next build succeeded"
    )
