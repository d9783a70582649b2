"""Running a command to see what it costs: seconds, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROLEBOOK = str(Path(sys.executable).parent / "rolebook")
QUIET = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795478400"}


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds from start to end, and the most memory (MB) that its processes held at once."""

    seconds: float
    memory: float


def run(command: Sequence[str], *, processors: int | None = None, **environment: str) -> Cost:
    """Run a command to its end.

    Args:
        command: The command; what it prints is not shown.
        processors: How many processors it may use; None for all.
        environment: Variables that it is given beside ours.

    Raises:
        RuntimeError: It failed; the message has what it printed.
    """
    allowed = sorted(os.sched_getaffinity(0))[:processors]
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **QUIET, **environment},
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),
    )
    peak, over = [0.0], threading.Event()

    def watch() -> None:
        while not over.wait(0.1):
            peak[0] = max(peak[0], _memory(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    said, _ = process.communicate()
    seconds = time.perf_counter() - begun
    over.set()
    watcher.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {said.decode(errors='replace')[-2000:]}")
    return Cost(seconds, peak[0])


def _memory(pid: int) -> float:
    """What a process and all below it hold, in MB; pages that they share count once (`Pss`)."""
    total = 0.0
    for one in _tree(pid):
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text("ascii")
        except OSError:
            continue  # it has ended
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    return total


def _tree(pid: int) -> list[int]:
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for thread in threads for child in (thread / "children").read_text("ascii").split()]
    except OSError:
        return []
    return [pid, *(one for child in children for one in _tree(child))]
