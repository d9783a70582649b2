"""A cache for reading a kit: its file is read again only when it has changed, or when another day has begun."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rolebook import moment
from rolebook.source.load import Loaded, load

_read: dict[Path, tuple[tuple[object, ...], Loaded]] = {}


def load_cached(path: Path, today: date | None = None) -> Loaded:
    """Read a kit's file, unless it has the time and size that it had at the last call.

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
