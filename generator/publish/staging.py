"""Output that never half-exists: a folder is made whole beside its place, then takes that place."""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MARKER = ".rolebook"
"""A file that says: this folder was made by Rolebook and may be replaced by it."""
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class ForeignFolderError(Exception):
    """A folder that Rolebook did not make stands where its output belongs."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} was not made by Rolebook, and would be replaced. Choose another folder with --out, or remove it."
        )


@contextmanager
def staged(folder: Path, *, known: frozenset[str] = frozenset()) -> Iterator[Path]:
    """A new folder beside `folder`, which takes its place when the block ends, and is dropped when it fails.

    Args:
        folder: The folder to make or replace.
        known: Names that a folder without our marker may hold and still be ours, as after `mkdocs build`.

    Raises:
        ForeignFolderError: `folder` holds something that is not ours.
        OSError: It cannot be written.
    """
    if folder.exists() and not _ours(folder, known):
        raise ForeignFolderError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield staging
        (staging / MARKER).write_text("Made by `rolebook build`, and replaced by the next one.\n", "utf-8")
        staging.chmod(0o755)
        _replace(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _ours(folder: Path, known: frozenset[str]) -> bool:
    if not folder.is_dir():
        return False
    names = {entry.name for entry in folder.iterdir()}
    return MARKER in names or names <= known


def _replace(staging: Path, folder: Path) -> None:
    """Put `staging` in the place of `folder`; what was there is then found under the name of `staging`."""
    if not folder.exists():
        staging.rename(folder)
    elif not _exchange(staging, folder):
        aside = staging.with_name(f"{staging.name}-old")
        folder.rename(aside)
        try:
            staging.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can (Linux, most file systems)."""
    with suppress(OSError, AttributeError):
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
    return False
