"""Processes that a build works with: as many as there are processors, and none that outlives the build."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from rolebook.formats import pdf


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):  # fewer than there are, where somebody has said so (taskset, containers)
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether this process may be forked: a fork has what was read before, fonts and kit, and need not read it again.

    Typst runs threads once it has set something; a process with threads cannot be forked.
    """
    return "fork" in multiprocessing.get_all_start_methods() and not pdf.has_started()


def context() -> Any:
    """How processes are begun here, and what they share with this one made (a `multiprocessing` context)."""
    return multiprocessing.get_context("fork" if can_fork() else "spawn")


@contextmanager
def processes(count: int, begin: Callable[..., None] | None = None, *given: Any) -> Iterator[ProcessPoolExecutor]:
    """So many processes, for the length of the block. When it is left by an exception, Ctrl-C's too, they end at once.

    Args:
        count: How many.
        begin: What each does first.
        given: What that is given.
    """
    with ProcessPoolExecutor(count, context(), _begin, (begin, *given)) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _begin(begin: Callable[..., None] | None, *given: Any) -> None:
    """Let a process end when the build that it works for is killed: it would wait for more work for ever, and hold the
    lock of the build's folder.
    """
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            multiprocessing.connection.wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    if begin is not None:
        begin(*given)
