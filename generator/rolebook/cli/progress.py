"""How far a build is: a bar on a terminal, now and then a line in a log."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

LOGGED = 10.0
"""Seconds between two lines in a log; a build that takes less is done before the first."""
_SHOWN = 0.1


@contextmanager
def progress(site: str, whole: int, made: Callable[[], int]) -> Iterator[None]:
    """Show how far it is while the block runs.

    Args:
        site: What is built.
        whole: How many pages and files there are to make.
        made: Says how many of them have been made.
    """
    console, over = Console(), threading.Event()
    show = _on_terminal if console.is_terminal else _in_log
    thread = threading.Thread(target=show, args=(console, site, whole, made, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _on_terminal(console: Console, site: str, whole: int, made: Callable[[], int], over: threading.Event) -> None:
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task(f"Making {site}", total=whole)
        while not over.wait(_SHOWN):
            bar.update(task, completed=made(), refresh=True)


def _in_log(console: Console, site: str, whole: int, made: Callable[[], int], over: threading.Event) -> None:
    while not over.wait(LOGGED):
        click.echo(f"{site}: {made():,} of {whole:,} pages and files")
