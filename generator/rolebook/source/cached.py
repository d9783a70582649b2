"""A kit's file, read again only when it has changed."""

from __future__ import annotations

from pathlib import Path

from rolebook.source.load import Loaded, load

_read: dict[Path, tuple[tuple[int, int], Loaded]] = {}


def load_cached(path: Path) -> Loaded:
    """What a kit's file holds now. A file of the same time and size as at the last call is not read again."""
    try:
        status = path.stat()
    except OSError:
        return load(path)
    stamp, place = (status.st_mtime_ns, status.st_size), path.resolve()
    known = _read.get(place)
    if known is None or known[0] != stamp:
        known = _read[place] = (stamp, load(path))
    return known[1]
