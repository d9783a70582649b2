"""A folder appears whole or not at all, and only in the place of one that is ours."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from rolebook.publish import staging
from rolebook.publish.staging import ForeignFolderError, staged


def build(folder: Path, text: str) -> None:
    with staged(folder) as new:
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


def test_a_folder_of_somebody_else_stays(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(ForeignFolderError, match="not made by Rolebook"), staged(folder):
        pass
    assert (folder / "thesis.txt").read_text("utf-8") == "mine"


def test_a_file_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", "utf-8")
    with pytest.raises(ForeignFolderError), staged(tmp_path / "site"):
        pass
    assert (tmp_path / "site").read_text("utf-8") == "mine"
