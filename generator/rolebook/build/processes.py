"""Processes that a build works with: as many as there are processors, and none that outlives the build."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from rolebook.formats import pdf

OFTEN: Final = 0.1
"""Seconds between two looks at how far other processes are, and whether the one that began this one is still there."""
STOPS: Final = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals that end a command."""
Result = TypeVar("Result")


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
def _stops_wait() -> Iterator[None]:
    """Let a signal that ends the command wait until the block is left.

    Python runs functions of its own while a process is forked, and ignores an exception in them, Ctrl-C's too.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows, which does not fork
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Pool(ProcessPoolExecutor):
    """One that loses no Ctrl-C: it begins its processes when it is given tasks."""

    def submit(self, function: Callable[..., Result], /, *given: Any, **named: Any) -> Future[Result]:
        with _stops_wait():
            return super().submit(function, *given, **named)


@contextmanager
def processes(
    count: int, begin: Callable[..., None] | None = None, *given: Any, fork_further: bool = False
) -> Iterator[ProcessPoolExecutor]:
    """So many processes, for the length of the block. When it is left by an exception, Ctrl-C's too, they end at once.

    Args:
        count: How many.
        begin: What each does first.
        given: What that is given.
        fork_further: Whether they may fork in turn: they then run no thread, and look at their parent in `results`.
    """
    of_others = set(multiprocessing.active_children())
    with _Pool(count, context(), _begin, (fork_further, begin, *given)) as pool:
        try:
            yield pool
        except BaseException:
            for process in set(multiprocessing.active_children()) - of_others:
                process.terminate()
            pool.shutdown(cancel_futures=True)  # waits for its thread: as Python ends, that may write to a closed pipe
            raise


def results(futures: Iterable[Future[Result]], meanwhile: Callable[[], None] = lambda: None) -> Iterator[Result]:
    """What came out of a pool's tasks, as they are done.

    Args:
        futures: The tasks.
        meanwhile: Called every tenth of a second, on this thread.

    Raises:
        Exception: What a task raised.
    """
    left, parent = set(futures), multiprocessing.parent_process()
    while left:
        done, left = wait(left, OFTEN, FIRST_COMPLETED)
        meanwhile()
        if parent is not None and not parent.is_alive():
            os._exit(1)
        for future in done:
            yield future.result()


def _begin(fork_further: bool, begin: Callable[..., None] | None, *given: Any) -> None:
    """Let a process end when it is told to, or when the build that it works for is killed: it would wait for more work
    for ever, and hold the lock of the build's folder.
    """
    for number in STOPS:  # the command's way to end is for the command alone
        if number != signal.SIGINT:
            signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            multiprocessing.connection.wait([parent.sentinel])
            os._exit(1)

    if not fork_further:
        threading.Thread(target=watch, daemon=True).start()
    if begin is not None:
        begin(*given)
