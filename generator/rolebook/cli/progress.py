"""The progress of a build: a bar on a terminal, now and then a line in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

LOGGED = 10.0
"""Seconds between two lines in a log; a build that takes less is done before the first."""


@contextmanager
def progress(site: str, whole: int) -> Iterator[Callable[[int], None]]:
    """Show the progress of a build while the block runs. The block gets a function to call with the number made so far.

    No thread is needed: a process with threads cannot be forked.

    Args:
        site: What is built.
        whole: How many pages and files there are to make.
    """
    console = Console()
    if not console.is_terminal:
        yield _log(site, whole)
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task(f"Making {site}", total=whole)
        yield lambda made: bar.update(task, completed=made, refresh=True)


def _log(site: str, whole: int) -> Callable[[int], None]:
    last = time.monotonic()

    def say(made: int) -> None:
        nonlocal last
        if time.monotonic() - last >= LOGGED:
            last = time.monotonic()
            click.echo(f"{site}: {made:,} of {whole:,} pages and files")

    return say
