"""A kit's file, read again only when it has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rolebook import moment
from rolebook.source.load import Loaded, load

_read: dict[Path, tuple[tuple[object, ...], Loaded]] = {}


def load_cached(path: Path, today: date | None = None) -> Loaded:
    """What a kit's file holds now. A file of the same time and size as at the last call is not read again.

    Args:
        path: The file.
        today: The day that decides which postings are open; None for the present one.
    """
    day = today or moment.today()
    try:
        status = path.stat()
    except OSError:
        return load(path, day)
    stamp, place = (status.st_mtime_ns, status.st_size, day), path.resolve()
    known = _read.get(place)
    if known is None or known[0] != stamp:
        known = _read[place] = (stamp, load(path, day))
    return known[1]
