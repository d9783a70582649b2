"""Output that never half-exists: a folder is made whole beside its place, then takes that place in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no such locks: there, whoever builds twice at once has to wait by themselves
    fcntl = None  # type: ignore[assignment]

MARKER = ".rolebook"
"""A file that says: this folder was made by Rolebook and may be replaced by it."""
_MARK = "Made by `rolebook build`, and replaced by the next one.\n"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class ForeignFolderError(Exception):
    """A folder that Rolebook did not make stands where its output belongs."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} was not made by Rolebook, and would be replaced. Choose another folder with --out, remove it, "
            "or say --force."
        )


@contextmanager
def staged(folder: Path, *, known: frozenset[str] = frozenset(), force: bool = False) -> Iterator[Path]:
    """A new folder beside `folder`, which takes its place when the block ends, and is dropped when it fails.

    A second process that builds into the same place waits until the first has ended, however that ends. What a killed
    one has left is put in order first.

    Args:
        folder: The folder to make or replace.
        known: Names that a folder without our marker may hold and still be ours, as after `mkdocs build`.
        force: Whether to replace it even if it is not ours.

    Raises:
        ForeignFolderError: `folder` holds something that is not ours.
        OSError: It cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.parent):
        _tidy(folder)
        if folder.exists() and not (force or _ours(folder, known)):
            raise ForeignFolderError(folder)
        staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            (staging / MARKER).write_text(_MARK, "utf-8")
            yield staging
            staging.chmod(0o755)
            _replace(staging, folder)
        finally:
            _remove(staging)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Wait until nobody else builds in a folder. The lock is the system's, and ends with the process that holds it."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(place, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems know no locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _tidy(folder: Path) -> None:
    """Put in order what a killed build has left: its own unfinished folders, and a site that it had moved aside."""
    for left in folder.parent.glob(f".{folder.name}-*"):
        if (left / MARKER).is_file():
            if left.name.endswith("-old") and not folder.exists():
                left.rename(folder)
            else:
                _remove(left)
        elif left.is_dir():
            with suppress(OSError):  # it holds something, and is not ours
                left.rmdir()  # killed before it was marked, or after


def _remove(folder: Path) -> None:
    """Remove a folder, our marker last: what a killed removal leaves is known as ours, and put in order later."""
    if folder.is_symlink():
        folder.unlink()
    if not folder.is_dir():
        return
    with suppress(OSError):
        (folder / MARKER).touch()
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != MARKER:
                entry.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _ours(folder: Path, known: frozenset[str]) -> bool:
    if not folder.is_dir():
        return False
    names = {entry.name for entry in folder.iterdir()}
    return MARKER in names or names <= known


def _replace(staging: Path, folder: Path) -> None:
    """Put `staging` in the place of `folder`; what was there is then found under the name of `staging`."""
    if not folder.exists():
        staging.rename(folder)
    elif not (folder.is_dir() and _exchange(staging, folder)):
        aside = staging.with_name(f"{staging.name}-old")
        folder.rename(aside)
        try:
            staging.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
        if aside.is_dir():
            _remove(aside)
        else:
            aside.unlink()


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can (Linux, most file systems)."""
    with suppress(OSError, AttributeError):
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
    return False
