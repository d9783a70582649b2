"""Output that never half-exists: a folder is made whole beside its place, then takes that place in one step.

What is being made stands in a workshop, a hidden folder beside the place with a mark that names it: a copy of it, or of
a site, is nobody's workshop, and is left alone.

    .site-x1y2z3/             the workshop; `.rolebook` in it says “.site-x1y2z3”, and is removed last
    .site-x1y2z3/made         what is being made; once it has taken its place, what was there before
    .site-x1y2z3/before       what was there before, on systems that cannot swap two folders in one step
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

from rolebook.exceptions import UsageError

if sys.platform != "win32":
    import fcntl

MARKER = ".rolebook"
"""A file that says: this folder was made by Rolebook and may be replaced by it."""
_MARK = "Made by `rolebook build`, and replaced by the next one.\n"
_MADE, _BEFORE = "made", "before"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class ForeignFolderError(UsageError):
    """A folder that Rolebook did not make stands where its output belongs."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} was not made by Rolebook, and would be replaced. Choose another folder with --out, remove it, "
            "or say --force."
        )


class MountedFolderError(UsageError):
    """Another file system is mounted where output belongs: no folder can take its place."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is a mount point, so it cannot be replaced by a new folder. Mount the folder above it, or "
            "choose another folder with --out."
        )


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Wait until nobody else builds in a folder, and let nobody else do so for the length of the block.

    The lock is the system's, and ends with the process that holds it. It is on the folder itself where the system can,
    and leaves nothing there; Windows has a file `.rolebook.lock` in it meanwhile.

    Args:
        place: The folder; it is made where it is missing.

    Raises:
        OSError: It cannot be made or looked into.
    """
    place.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        with FileLock(place / ".rolebook.lock"):
            yield
        return
    descriptor = os.open(place, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems know no locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A new folder, which takes the place of `folder` when the block ends, and is dropped when it fails.

    What a killed process has left of an earlier one is put in order first. Whoever calls this holds the lock of the
    folder that `folder` is in, and has seen that `folder` may be replaced.

    Args:
        folder: The folder to make or replace.

    Raises:
        OSError: It cannot be written.
    """
    _tidy(folder)
    workshop = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        (workshop / MARKER).write_text(workshop.name, "utf-8")
        made = workshop / _MADE
        made.mkdir()
        mark(made)
        yield made
        _replace(made, folder)
    finally:
        _remove(workshop)


def mark(folder: Path) -> None:
    """Say that a folder was made by Rolebook.

    Raises:
        OSError: It cannot be written.
    """
    (folder / MARKER).write_text(_MARK, "utf-8")


def is_ours(folder: Path) -> bool:
    """Whether a folder may be replaced: not there, empty, or made by Rolebook, as a whole or part by part."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    return _is_marked(folder) or all(entry.is_dir() and _is_marked(entry) for entry in folder.iterdir())


def _is_marked(folder: Path) -> bool:
    with suppress(OSError, UnicodeDecodeError):
        return not folder.is_symlink() and (folder / MARKER).read_text("utf-8") == _MARK
    return False


def _tidy(folder: Path) -> None:
    """Put in order what a killed build has left: its workshops, and a site that it had moved aside."""
    for left in folder.parent.glob(f".{folder.name}-*"):
        if _is_workshop(left):
            before = left / _BEFORE
            if before.exists() and not folder.exists():
                before.rename(folder)
            _remove(left)
        elif left.is_dir() and not left.is_symlink():
            with suppress(OSError):  # it holds something, and is not ours
                left.rmdir()  # killed before it was marked, or after


def _is_workshop(folder: Path) -> bool:
    """Whether a folder is a workshop, and not a copy of one, or a link to another folder."""
    with suppress(OSError, UnicodeDecodeError):
        return not folder.is_symlink() and (folder / MARKER).read_text("utf-8") == folder.name
    return False


def _remove(workshop: Path) -> None:
    """Remove a workshop, its mark last: what a killed removal leaves is known as ours, and put in order later."""
    with suppress(OSError):
        for entry in workshop.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != MARKER:
                entry.unlink()
        if [entry.name for entry in workshop.iterdir()] != [MARKER]:
            return  # something could not be removed; the next build tries again
        (workshop / MARKER).unlink()
    with suppress(OSError):
        workshop.rmdir()


def _replace(made: Path, folder: Path) -> None:
    """Put what was made in the place of `folder`; what was there is then found in the workshop."""
    if not folder.exists():
        made.rename(folder)
    elif not (folder.is_dir() and _exchange(made, folder)):
        before = made.with_name(_BEFORE)
        folder.rename(before)
        try:
            made.rename(folder)
        except OSError:
            before.rename(folder)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can (Linux, most file systems)."""
    if sys.platform != "linux":
        return False
    with suppress(OSError, AttributeError):  # AttributeError: a C library without it
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
    return False
