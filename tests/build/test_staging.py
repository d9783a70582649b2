"""A folder appears whole or not at all, and only in the place of one that is ours."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from rolebook.build import staging
from rolebook.build.staging import is_ours, locked, mark, staged


def build(folder: Path, text: str) -> None:
    with locked(folder.parent), staged(folder) as new:
        (new / "page.html").write_text(text, "utf-8")


def build_half(folder: Path) -> None:
    with staged(folder) as new:
        (new / "page.html").write_text("half", "utf-8")
        raise RuntimeError


@pytest.mark.parametrize("swap", [True, False], ids=["one step", "two renames"])
def test_the_new_folder_takes_the_old_ones_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swap: bool) -> None:
    if not swap:
        monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    folder = tmp_path / "site"
    build(folder, "old")
    (folder / "gone.html").write_text("x", "utf-8")
    build(folder, "new")
    assert (folder / "page.html").read_text("utf-8") == "new"
    assert not (folder / "gone.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_fails_leaves_the_old_folder_and_no_rest(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, "old")
    with pytest.raises(RuntimeError):
        build_half(folder)
    assert (folder / "page.html").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


class Killed(BaseException):
    """Ends a process wherever it is."""


def killed_after(removals: int, remove: Callable[..., None]) -> Callable[..., None]:
    left = iter(range(removals))

    def remove_or_die(*place: Any, **options: Any) -> None:
        if next(left, None) is None:
            raise Killed
        remove(*place, **options)

    return remove_or_die


@pytest.mark.parametrize("call", ["unlink", "rmdir"])
def test_what_a_killed_removal_leaves_is_removed_by_the_next_build(tmp_path: Path, call: str) -> None:
    for removals in range(8):
        folder = tmp_path / str(removals) / "site"
        build(folder, "old")
        for name in ("a", "z"):
            (folder / name).mkdir()
            (folder / name / "page.html").write_text("old", "utf-8")
        with pytest.MonkeyPatch.context() as patch, suppress(Killed):
            patch.setattr(os, call, killed_after(removals, getattr(os, call)))
            build(folder, "new")
        build(folder, "newer")
        assert [path.name for path in folder.parent.iterdir()] == ["site"], f"{call}, killed after {removals}"
        assert (folder / "page.html").read_text("utf-8") == "newer"


def test_what_is_ours_and_what_is_not(tmp_path: Path) -> None:
    """What may be replaced: nothing, what is empty, and what says that Rolebook made it."""
    assert is_ours(tmp_path / "nothing")
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    for folder in (mine, theirs):
        (folder / "en").mkdir(parents=True)
        (folder / "en" / "index.html").write_text("x", "utf-8")
    assert not is_ours(theirs), "that its folders are named as languages are says nothing"
    mark(mine / "en")
    assert is_ours(mine)
    (mine / "thesis.txt").write_text("mine", "utf-8")
    assert not is_ours(mine)
    assert not is_ours(mine / "thesis.txt")


def test_a_file_that_is_called_as_our_mark_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / ".rolebook").write_text("my own notes", "utf-8")
    assert not is_ours(tmp_path / "site")


def test_a_link_that_is_called_as_a_workshop_leads_to_nothing_of_ours(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / ".rolebook").write_text(".site-l", "utf-8")
    (target / "thesis.txt").write_text("mine", "utf-8")
    (tmp_path / ".site-l").symlink_to(target)
    build(tmp_path / "site", "new")
    assert (target / "thesis.txt").is_file()


def test_a_copy_of_a_site_that_is_called_as_a_workshop_stays(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, "old")
    for name in (".site-backup", ".site-1"):
        shutil.copytree(folder, tmp_path / name)
        (tmp_path / name / "notes.txt").write_text("mine", "utf-8")
    with staged(folder) as made:
        workshop = made.parent
        shutil.copytree(workshop, tmp_path / ".site-copied")
    build(folder, "new")
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site-backup", ".site-1", ".site-copied"}
    assert (tmp_path / ".site-backup" / "notes.txt").is_file()


def test_a_site_that_a_killed_build_had_moved_aside_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system without a swap in one step there is a moment at which the site is in the workshop."""
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    folder = tmp_path / "site"
    build(folder, "old")
    with pytest.MonkeyPatch.context() as patch, suppress(Killed):
        patch.setattr(Path, "rename", killed_after(1, Path.rename))
        patch.setattr(staging, "_remove", lambda workshop: None)
        build(folder, "new")
    assert not folder.exists()
    with suppress(RuntimeError):
        build_half(folder)
    assert (folder / "page.html").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_reader_never_finds_the_folder_missing(tmp_path: Path) -> None:
    """Where the system can swap two folders in one step, as Linux can."""
    folder = tmp_path / "site"
    build(folder, "0")
    missed, over = [], threading.Event()

    def look() -> None:
        while not over.is_set():
            if not (folder / "page.html").is_file():
                missed.append(1)

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(40):
        build(folder, str(number))
    over.set()
    reader.join()
    assert sys.platform != "linux" or not missed


HOLD = """
import sys
from pathlib import Path

from rolebook.build.staging import locked

with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_whoever_comes_second_waits(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    begun = threading.Event()

    def come_second() -> None:
        with locked(tmp_path):
            begun.set()

    second = threading.Thread(target=come_second)
    second.start()
    assert not begun.wait(0.5)
    holder.communicate()
    assert begun.wait(10)
    second.join()
    assert list(tmp_path.iterdir()) == []


def test_on_windows_a_file_is_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen through a stand-in for the platform: it has neither flock nor renameat2."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_: pytest.fail("there is no CDLL(None) on Windows"))
    with locked(tmp_path):
        assert (tmp_path / ".rolebook.lock").is_file()
        for text in ("old", "new"):
            with staged(tmp_path / "site") as made:
                (made / "page.html").write_text(text, "utf-8")
    assert (tmp_path / "site" / "page.html").read_text("utf-8") == "new"
