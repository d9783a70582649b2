"""What is saved is noticed, however an editor saves it: once, soon, and nothing else is."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from rolebook.preview import watcher
from rolebook.preview.watcher import Watcher

SOON = 10.0
"""Seconds that a change may take to be told on a busy machine."""
QUIET = 0.15
"""As `watcher.QUIET`, for a machine that may be too busy to save a file within that time."""


class Told:
    """How often a watcher has told of a change, and when last."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._changed = threading.Condition()

    def __call__(self) -> None:
        with self._changed:
            self.times.append(time.monotonic())
            self._changed.notify_all()

    def once(self, patience: float = SOON) -> bool:
        """Whether there is one change from now on: soon, and no other after it."""
        return self.count(patience) == 1

    def count(self, patience: float = SOON) -> int:
        """How many changes there are from now on: soon, until there are no more."""
        self.soon(patience)
        time.sleep(3 * QUIET)
        return self.taken()

    def soon(self, patience: float = SOON) -> None:
        """Wait for a change; it may be missing."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self.times), patience)

    def taken(self) -> int:
        """How many changes there were until now."""
        times, self.times = self.times, []
        return len(times)

    def nothing(self) -> bool:
        """Whether there is no change from now on."""
        return not self.once(0.5)


def written(folder: Path) -> Path:
    """A folder as kits have it: a file, pages beside it, and what is none of it."""
    (folder / "content" / "en").mkdir(parents=True)
    (folder / "site").mkdir()
    (folder / "roles.yaml").write_text("kit: 1\n", "utf-8")
    (folder / "content" / "en" / "index.md").write_text("# Welcome\n", "utf-8")
    return folder


def of_kit(folder: Path) -> list[Path]:
    """The places of a kit that are watched."""
    return [folder / "roles.yaml", folder / "content", folder / "locale", folder / "roles.translated"]


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return written(tmp_path / "kit")


@pytest.fixture
def places(kit: Path) -> list[Path]:
    return of_kit(kit)


def no_events() -> None:
    """Stands for the system's observer where there is none."""
    raise OSError("inotify instance limit reached")


@pytest.fixture(params=["events", "looks"])
def watch(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[list[Path]], Told]]:
    """Begins to watch: by the system's events alone, or by looking alone."""
    monkeypatch.setattr(watcher, "QUIET", QUIET)
    if request.param == "events":
        monkeypatch.setattr(watcher, "WITH_EVENTS", 60)
        monkeypatch.setattr(watcher, "WITHOUT_EVENTS", 60)
    else:
        monkeypatch.setattr(watcher, "Observer", no_events)
    with ExitStack() as stack:

        def begin(places: list[Path]) -> Told:
            told = Told()
            watching = Watcher(places, told)
            stack.callback(watching.close)
            watching.start()
            return told

        yield begin


@pytest.fixture
def told(places: list[Path], watch: Callable[[list[Path]], Told]) -> Told:
    """What a watcher of the kit tells."""
    told = watch(places)
    time.sleep(0.2)
    return told


def save_in_place(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def save_as_vs_code_does(path: Path, text: str) -> None:
    with path.open("r+") as file:
        file.truncate(0)
        file.flush()
        time.sleep(0.01)
        file.write(text)


def save_as_vim_does(path: Path, text: str) -> None:
    probe, backup = path.with_name("4913"), path.with_name(f"{path.name}~")
    swap = path.with_name(f".{path.name}.swp")
    swap.touch()
    probe.touch()
    probe.unlink()
    path.rename(backup)
    path.write_text(text, "utf-8")
    backup.unlink()
    swap.unlink()


def save_by_renaming(path: Path, text: str) -> None:
    beside = path.with_name(".goutputstream-X1")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def save_from_another_folder(path: Path, text: str) -> None:
    beside = path.parent.parent / "elsewhere"
    beside.write_text(text, "utf-8")
    shutil.move(beside, path)


def save_as_jetbrains_does(path: Path, text: str) -> None:
    new, old = path.with_name(f"{path.name}___jb_tmp___"), path.with_name(f"{path.name}___jb_old___")
    new.write_text(text, "utf-8")
    path.rename(old)
    new.rename(path)
    old.unlink()


SAVES: tuple[Callable[[Path, str], None], ...] = (
    save_in_place,
    save_as_vs_code_does,
    save_as_vim_does,
    save_by_renaming,
    save_from_another_folder,
    save_as_jetbrains_does,
)


@pytest.mark.parametrize("name", ["roles.yaml", "content/en/index.md"])
def test_each_save_is_told_once_however_an_editor_saves(
    tmp_path: Path, watch: Callable[[list[Path]], Told], name: str
) -> None:
    """Each editor saves a kit of its own, all at the same time: what takes long is to wait whether more is told."""
    kits = {save: written(tmp_path / save.__name__ / "kit") for save in SAVES}
    told = {save: watch(of_kit(folder)) for save, folder in kits.items()}
    time.sleep(0.2)
    for number in range(2):  # a file that was replaced is watched on
        for save, folder in kits.items():
            save(folder / name, f"kit: {number + 2}\n" * (number + 2))
        for one in told.values():
            one.soon()
        time.sleep(3 * QUIET)
        assert {save.__name__: told[save].taken() for save in SAVES} == {save.__name__: 1 for save in SAVES}


def test_what_editors_leave_is_no_change(kit: Path, told: Told) -> None:
    for name in (
        ".index.md.swp",
        "index.md~",
        "4913",
        "#index.md#",
        ".#index.md",
        ".DS_Store",
        "index.md.bak",
        "x.tmp",
    ):
        (kit / name).write_text("x", "utf-8")
        (kit / "content" / "en" / name).write_text("x", "utf-8")
    (kit / "content" / ".obsidian").mkdir()
    (kit / "content" / ".obsidian" / "workspace.json").write_text("{}", "utf-8")
    assert told.nothing()


def test_what_is_beside_the_kit_is_no_change(kit: Path, told: Told) -> None:
    (kit / "site" / "index.html").write_text("x", "utf-8")
    (kit / "notes.md").write_text("x", "utf-8")
    (kit / "roles.yaml").read_text("utf-8")
    os.utime(kit / "site")
    assert told.nothing()


def test_a_checkout_of_many_files_is_a_change_and_not_two_hundred(kit: Path, told: Told) -> None:
    for number in range(200):
        folder = kit / "content" / "en" / f"part-{number % 7}"
        folder.mkdir(exist_ok=True)
        (folder / f"page-{number}.md").write_text("# Page\n", "utf-8")
        time.sleep(0.002)
    (kit / "roles.yaml").write_text("kit: 200\n", "utf-8")
    assert 1 <= told.count() <= 4  # one, but for a machine so busy that the files come in batches


def test_a_place_may_appear_vanish_and_be_replaced(kit: Path, told: Told) -> None:
    locale = kit / "locale"
    locale.mkdir()
    (locale / "en.po").write_text("x", "utf-8")
    assert told.once()
    (locale / "en.po").write_text("xy", "utf-8")
    assert told.once()
    shutil.rmtree(locale)
    assert told.once()
    new = kit / "new"
    new.mkdir()
    (new / "en.po").write_text("xyz", "utf-8")
    new.rename(locale)
    assert told.once()
    (locale / "en.po").write_text("wxyz", "utf-8")
    assert told.once()
    (kit / "roles.yaml").rename(kit / "away.yaml")
    assert told.once()
    (kit / "away.yaml").rename(kit / "roles.yaml")
    assert told.once()


def test_a_folder_in_a_place_that_is_replaced_is_watched_on(kit: Path, told: Told) -> None:
    shutil.copytree(kit / "content", kit / "copy")
    shutil.rmtree(kit / "content")
    (kit / "copy").rename(kit / "content")
    assert told.once()
    (kit / "content" / "en" / "index.md").write_text("# Anew\n", "utf-8")
    assert told.once()
    (kit / "content" / "en" / "deep" / "er").mkdir(parents=True)
    (kit / "content" / "en" / "deep" / "er" / "page.md").write_text("# Deep\n", "utf-8")
    assert told.once()
    (kit / "content" / "en" / "deep" / "er" / "page.md").write_text("# Deeper\n", "utf-8")
    assert told.once()


def test_links_are_followed_and_may_lead_in_circles(kit: Path, places: list[Path]) -> None:
    (kit.parent / "pages").mkdir()
    (kit / "content" / "en" / "linked").symlink_to(kit.parent / "pages")
    for name in ("circle", "other-circle"):
        (kit / "content" / "en" / name).symlink_to(kit / "content")
    told = Told()
    watching = Watcher(places, told)
    watching.start()
    time.sleep(0.2)
    (kit.parent / "pages" / "page.md").write_text("# Linked\n", "utf-8")
    assert told.once(watcher.WITH_EVENTS + SOON)  # no event tells: the next look does
    watching.close()


def test_a_kit_that_is_a_link_is_watched_where_it_is(
    kit: Path, places: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "WITH_EVENTS", 60)
    (kit / "roles.yaml").unlink()
    (kit / "roles.yaml").symlink_to(kit.parent / "true.yaml")
    (kit.parent / "true.yaml").write_text("kit: 1\n", "utf-8")
    told = Told()
    watching = Watcher(places, told)
    watching.start()
    time.sleep(0.2)
    (kit.parent / "true.yaml").write_text("kit: 22\n", "utf-8")
    assert told.once()
    watching.close()


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When watchers look at their files."""
    times: list[float] = []

    def look(places: list[Path]) -> watcher.Snapshot:
        times.append(time.monotonic())
        return snapshot(places)

    snapshot = watcher.snapshot
    monkeypatch.setattr(watcher, "snapshot", look)
    return times


@pytest.mark.parametrize("watch", ["events"], indirect=True)  # without them, it looks by the clock
def test_reading_files_is_no_reason_to_look_at_them(kit: Path, told: Told, looks: list[float]) -> None:
    for _ in range(20):
        (kit / "roles.yaml").read_text("utf-8")
        (kit / "content" / "en" / "index.md").read_text("utf-8")
        time.sleep(0.01)
    assert len(looks) <= 2


def test_where_the_system_tells_of_changes_nobody_looks_again_and_again(
    places: list[Path], looks: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "WITH_EVENTS", 60)
    monkeypatch.setattr(watcher, "WITHOUT_EVENTS", 0.01)
    watching = Watcher(places, Told())
    watching.start()
    time.sleep(0.5)
    watching.close()
    assert len(looks) <= 4
    assert not [one for one in threading.enumerate() if one.name == "watcher"], "it slept on when it was closed"


def test_the_longer_a_look_takes_the_rarer_it_is(
    kit: Path, places: list[Path], looks: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "WITH_EVENTS", 0.01)
    look = watcher.snapshot

    def look_long(places: list[Path]) -> watcher.Snapshot:
        time.sleep(0.02)
        return look(places)

    monkeypatch.setattr(watcher, "snapshot", look_long)
    watching = Watcher(places, Told())
    watching.start()
    time.sleep(1)
    assert len(looks) <= 3
    watching.close()


def test_what_is_saved_while_a_change_is_shown_is_told_afterwards(kit: Path, places: list[Path]) -> None:
    seen: list[str] = []
    second = threading.Event()

    def show() -> None:
        seen.append((kit / "roles.yaml").read_text("utf-8"))
        if len(seen) == 1:
            save_in_place(kit / "roles.yaml", "kit: 33\n")
            time.sleep(0.2)
            raise ValueError("the first\none")
        second.set()

    said: list[str] = []
    watching = Watcher(places, show, said.append)
    save_in_place(kit / "roles.yaml", "kit: 2\n")  # between the first look and the start: not lost
    watching.start()
    assert second.wait(SOON)
    assert seen == ["kit: 2\n", "kit: 33\n"]
    assert said == ["What was saved cannot be shown: the first\\none"]
    watching.close()


def test_a_file_that_goes_on_changing_is_shown_meanwhile(
    kit: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "LONGEST", 0.3)
    deadline = time.monotonic() + SOON
    number = 0
    while not told.times and time.monotonic() < deadline:
        number += 1
        (kit / "roles.yaml").write_text(f"kit: {number}\n", "utf-8")
        time.sleep(0.01)
    assert told.times


def test_after_a_change_a_watcher_comes_to_rest(kit: Path, places: list[Path], looks: list[float]) -> None:
    watching = Watcher(places, Told())
    watching.start()
    time.sleep(0.3)
    save_in_place(kit / "roles.yaml", "kit: 2\n")
    time.sleep(0.3)
    looks.clear()
    time.sleep(2)
    watching.close()
    assert len(looks) <= 4  # one a second


def test_a_watcher_that_is_closed_tells_nothing_and_leaves_no_threads(
    kit: Path, places: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "QUIET", 0.3)
    threads, told = threading.active_count(), Told()
    watching = Watcher(places, told)
    watching.start()
    time.sleep(0.2)
    save_in_place(kit / "roles.yaml", "kit: 2\n")
    time.sleep(0.1)  # it has been noticed, and is not at rest yet
    watching.close()
    save_in_place(kit / "roles.yaml", "kit: 33\n")
    assert told.nothing()
    assert threading.active_count() <= threads


def test_a_watcher_that_never_began_can_be_closed(places: list[Path]) -> None:
    Watcher(places, Told()).close()
