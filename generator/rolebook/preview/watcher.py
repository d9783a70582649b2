"""Noticing what was saved: native events where the system has them, and a look at the files in any case."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from rolebook.problem import printable

QUIET = 0.05
"""Seconds that files have to stay as they are before a change is told: an editor saves in steps, git many files."""
LONGEST = 2.0
"""Seconds after which a change is told even if files go on changing."""
WITH_EVENTS = 1.0
"""Seconds between two looks where the system tells of changes: of those in network folders it does not always."""
WITHOUT_EVENTS = 0.25
"""Seconds between two looks where it does not."""
_SHARE = 0.01
"""The share of a processor that looking may take: of many files, it takes longer."""

_LEFTOVER = re.compile(
    r"\..*|.*~|#.*#|4913|.*\.(swp|swx|tmp|bak)|.*___jb_(tmp|old)___|__pycache__|node_modules", re.DOTALL
)
"""Names of what editors and tools leave for a moment. Hidden files are no part of a site, for MkDocs either."""

Snapshot = dict[str, tuple[int, int, int]]
"""Of each file its time, size and inode."""


def snapshot(places: Iterable[Path]) -> Snapshot:
    """Look at all files in some places, but for those that editors leave.

    Args:
        places: Files, and folders with all that is in them; what is not there is left out.
    """
    found: Snapshot = {}
    for place in places:
        for path in _files(place):
            try:
                status = os.stat(path)
            except OSError:  # it has just been taken away, or is a link that leads nowhere
                continue
            found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def _files(place: Path) -> Iterator[str]:
    if not place.is_dir():
        yield str(place)
        return
    seen = set()
    for folder, folders, files in os.walk(place, followlinks=True):
        identity = _identity(Path(folder))
        if identity in seen:  # a link to a folder above it
            folders.clear()
            continue
        seen.add(identity)
        folders[:] = [name for name in folders if not _LEFTOVER.fullmatch(name)]
        yield from (os.path.join(folder, name) for name in files if not _LEFTOVER.fullmatch(name))


def _identity(folder: Path) -> tuple[int, int] | None:
    """What a folder is, whatever its name; None if there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if S_ISDIR(status.st_mode) else None


class Watcher:
    """Tells of changes to files, one at a time and each once they have come to rest.

    Args:
        places: The files and folders to watch. They may be missing, and appear, vanish or be replaced at any time.
        changed: Called in the watcher's own thread after each change. What changes meanwhile is told afterwards.
        report: Told in a line what went wrong in `changed`.
    """

    def __init__(
        self, places: Sequence[Path], changed: Callable[[], None], report: Callable[[str], None] = print
    ) -> None:
        self._places, self._changed, self._report = places, changed, report
        self._seen = snapshot(places)
        self._cost = 0.0
        self._woken, self._ended = threading.Event(), False
        self._events = _Events(places, self._woken.set)
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)

    def start(self) -> None:
        """Watch from now on; what has changed since this was made is told as well."""
        self._thread.start()

    def close(self) -> None:
        """Watch no more."""
        self._ended = True
        self._woken.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(1)
        self._events.close()

    def _run(self) -> None:
        while not self._ended:
            has_events = self._events.renew()
            settled = self._settled()
            if settled != self._seen:
                self._seen = settled
                self._tell()
            else:
                pause = WITH_EVENTS if has_events else WITHOUT_EVENTS
                self._woken.wait(max(pause, self._cost / _SHARE))
            self._woken.clear()

    def _settled(self) -> Snapshot:
        """The files as they are, once nothing changes any more."""
        latest = time.monotonic() + LONGEST
        found = snapshot(self._places)
        self._cost = time.monotonic() - latest + LONGEST
        while found != self._seen and time.monotonic() < latest and not self._ended:
            time.sleep(QUIET)
            last, found = found, snapshot(self._places)
            if found == last:
                break
        return found

    def _tell(self) -> None:
        if self._ended:
            return
        try:
            self._changed()
        except Exception as error:
            self._report(printable(f"What was saved cannot be shown: {str(error) or type(error).__name__}"))


class _Events:
    """The system's own word that something may have changed, as far as it gives it.

    Args:
        places: What is watched. The folder that each stands in is watched as well, and tells when it appears.
        wake: Called, in a thread of the observer's, when there may be a change.
    """

    def __init__(self, places: Sequence[Path], wake: Callable[[], None]) -> None:
        self._places, self._wake = places, wake
        self._watches: dict[tuple[Path, bool], tuple[object, ObservedWatch]] = {}
        self._observer: BaseObserver | None = None

    def renew(self) -> bool:
        """Watch the folders that are there now; and say whether the system tells of all changes in them."""
        try:
            if self._observer is None:
                observer = Observer()
                observer.start()
                self._observer = observer
            self._watch(self._observer)
        except (OSError, RuntimeError):  # none are left (inotify's limits), or this system has none
            return False
        return True

    def close(self) -> None:
        if self._observer is not None:
            self._observer.stop()

    def _watch(self, observer: BaseObserver) -> None:
        wanted = self._wanted()
        for key, (identity, watch) in list(self._watches.items()):
            if wanted.get(key) != identity:  # gone, or another folder stands in its place
                del self._watches[key]
                observer.unschedule(watch)
        for key, identity in wanted.items():
            if key not in self._watches:
                folder, is_recursive = key
                handler = _Handler(self._wake, None if is_recursive else self._names())
                self._watches[key] = identity, observer.schedule(handler, str(folder), recursive=is_recursive)

    def _names(self) -> set[str]:
        """What the places are called, and what they are links to."""
        return {path.name for place in self._places for path in (place, place.resolve())}

    def _wanted(self) -> dict[tuple[Path, bool], object]:
        """The folders to watch, and whether with all that is in them; and what each of them is now."""
        folders = {(place, True) for place in self._places}
        above = {(path.parent, False) for place in self._places for path in (place, place.resolve())}
        found = {(folder, is_recursive): _identity(folder) for folder, is_recursive in folders | above}
        return {key: identity for key, identity in found.items() if identity is not None}


class _Handler(FileSystemEventHandler):
    """Wakes the watcher at what may be a change.

    Args:
        wake: Called then.
        names: The names that matter; None if all do that no editor leaves.
    """

    def __init__(self, wake: Callable[[], None], names: set[str] | None) -> None:
        self._wake, self._names = wake, names

    def on_any_event(self, event: FileSystemEvent) -> None:
        """See whether an event matters; that a file was read does not."""
        if event.event_type in {"opened", "closed_no_write"}:
            return
        names = {os.path.basename(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path}
        if any(name in self._names if self._names is not None else not _LEFTOVER.fullmatch(name) for name in names):
            self._wake()
