"""Writing the files of a site: each is there whole, or is not there."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Write a file that nobody reads yet, and the folders above it where they are missing.

    Raises:
        OSError: It cannot be written.
    """
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def replace(path: Path, content: bytes) -> None:
    """Put a file in the place of an earlier one, which somebody may be reading, in one step.

    Raises:
        OSError: It cannot be written; the earlier one is as it was.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")  # nobody else's file, or link to one
    try:
        write(beside, content)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
