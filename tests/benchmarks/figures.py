"""What a benchmark found: a figure with its target, a run of them with the machine it ran on, kept to be compared."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
KEPT = PROJECT / ".bench"
"""Where runs are kept, each under the commit that was measured."""


@dataclass(frozen=True)
class Figure:
    """A figure.

    Attributes:
        name: What was measured.
        value: How much it is.
        unit: Of what: `s`, `ms`, `MB`, `x` for a ratio.
        target: What it should be, or None.
        at_least: Whether the target is the least; else it is the most.
    """

    name: str
    value: float
    unit: str = "s"
    target: float | None = None
    at_least: bool = False

    @property
    def is_met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target

    def __str__(self) -> str:
        line = f"{self.name:74} {self.value:10,.2f} {self.unit:3}"
        if self.target is None:
            return line
        bound = "at least" if self.at_least else "at most"
        return f"{line}  {bound} {self.target:g}: {'met' if self.is_met else 'MISSED'}"


@dataclass
class Run:
    """All that one run found, on one machine."""

    commit: str
    machine: str
    began: str
    figures: list[Figure] = field(default_factory=list)

    def add(self, figures: Iterable[Figure]) -> None:
        """Take figures in, and print each as it comes; one of the same name as before takes its place."""
        for figure in figures:
            self.figures = [*(one for one in self.figures if one.name != figure.name), figure]
            print(figure, flush=True)

    def keep(self) -> Path:
        """Keep the run under its commit; says where."""
        KEPT.mkdir(exist_ok=True)
        path = KEPT / f"{self.commit}.json"
        path.write_text(json.dumps(asdict(self), indent=1), "utf-8")
        return path


def begun() -> Run:
    """A run of the commit that is checked out, going on from what is kept of it; changes not committed are marked."""
    changed = "+" if _git("status", "--porcelain", "--untracked-files=no") else ""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    machine = f"{platform.machine()}, {os.cpu_count()} processors, {memory} GiB, Python {platform.python_version()}"
    run = Run(_git("rev-parse", "--short", "HEAD") + changed, machine, datetime.now(UTC).isoformat(timespec="seconds"))
    if not changed and (KEPT / f"{run.commit}.json").is_file():
        run.figures = kept(run.commit).figures
    return run


def kept(revision: str) -> Run:
    """The run that is kept of a revision.

    Raises:
        SystemExit: None is; the message says what to do.
    """
    commit = revision if (KEPT / f"{revision}.json").is_file() else _git("rev-parse", "--short", revision)
    path = KEPT / f"{commit}.json"
    if not path.is_file():
        raise SystemExit(f"No run of {revision} is kept. Check it out, and say make bench.")
    data = json.loads(path.read_text("utf-8"))
    return Run(data["commit"], data["machine"], data["began"], [Figure(**one) for one in data["figures"]])


def compared(base: Run, now: Run) -> Iterator[str]:
    """A line for each figure that both runs have: what it was, what it is, and by how much it changed."""
    yield f"{base.commit} ({base.machine}, {base.began})"
    yield f"{now.commit} ({now.machine}, {now.began})"
    before = {figure.name: figure for figure in base.figures}
    for figure in now.figures:
        old = before.get(figure.name)
        if old is not None:
            change = f"{(figure.value / old.value - 1) * 100:+6.0f} %" if old.value else ""
            yield f"{figure.name:74} {old.value:10,.2f} {figure.value:10,.2f} {figure.unit:3} {change}"


def median(measure: Callable[[], float], times: int = 3) -> float:
    """The median of measuring several times; of once alone, where that takes over a minute."""
    first = measure()
    return first if first > 60 else statistics.median([first, *(measure() for _ in range(times - 1))])


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=PROJECT, capture_output=True, text=True, check=True).stdout.strip()
