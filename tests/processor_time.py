"""Which tests take most of a run's processor time: the dearest are listed; one too dear for daily use fails the run.

Shares of the whole are looked at, so it makes no difference how quick a machine is or what else it does. What
several tests share (a site, a browser) counts for none of them; what a test starts does, a browser's work too.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

MOST = 0.04
"""Share of a test that is neither `slow` nor `nightly` (editorial default; the dearest of `make test` have 0.03)."""
WHOLE = 1_000
"""Tests of which a run has to have so many: of a few, each has a large share."""
SHOWN = 10
"""How many are listed."""
_NAME = "processor seconds"


class Taken(NamedTuple):
    """The processor seconds that a test took, and whether it is one of daily use."""

    seconds: float
    daily: bool


def processor_time() -> float:
    """Return the seconds that this process and all that it has started have computed, the living among them."""
    ended = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in ended) + _living(os.getpid()) / os.sysconf("SC_CLK_TCK")


def _living(pid: int) -> int:
    """Return the ticks of all below a process; nothing where the system does not tell."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return 0
    ticks = 0
    for child in map(int, children):
        try:
            fields = Path(f"/proc/{child}/stat").read_bytes().rpartition(b")")[2].split()
        except OSError:
            continue  # it has ended
        ticks += sum(map(int, fields[11:15])) + _living(child)
    return ticks


def too_dear(taken: Mapping[str, Taken]) -> list[str]:
    """Return the daily tests of a whole run whose share of its processor time is too large."""
    if len(taken) < WHOLE:
        return []
    whole = sum(each.seconds for each in taken.values())
    return [name for name, each in taken.items() if each.daily and each.seconds > MOST * whole]


class ProcessorTime:
    """Measures tests where they run; where reports arrive, lists the dearest."""

    def __init__(self) -> None:
        self._shared, self._begun, self._taken = 0.0, 0.0, dict[str, Taken]()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        """Note what is made for several tests."""
        before, shared = processor_time(), self._shared
        try:
            return (yield)
        finally:
            if fixturedef.scope != "function":
                self._shared = shared + processor_time() - before

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self) -> Iterator[None]:
        """Begin to measure."""
        self._shared, self._begun = 0.0, processor_time()
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Iterator[None]:
        """Put down what the test took."""
        try:
            return (yield)
        finally:
            spent = processor_time() - self._begun - self._shared
            item.user_properties.append((_NAME, max(0.0, spent)))  # a process that is killed takes its time along

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Gather what was put down, in whichever process that was."""
        seconds = dict(report.user_properties).get(_NAME)
        if report.when == "teardown" and isinstance(seconds, float):
            self._taken[report.nodeid] = Taken(seconds, not {"slow", "nightly"} & report.keywords.keys())

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Let the run fail if a test is too dear."""
        if too_dear(self._taken) and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """List the dearest tests of a whole run."""
        if len(self._taken) < WHOLE:
            return
        whole = sum(each.seconds for each in self._taken.values())
        terminalreporter.section(f"{whole:.0f} s of processor time in tests, shares of the dearest")
        for name in sorted(self._taken, key=lambda name: -self._taken[name].seconds)[:SHOWN]:
            terminalreporter.line(f"{self._taken[name].seconds / whole:5.1%} {name}")
        for name in too_dear(self._taken):
            terminalreporter.line(f"Too dear for each day. Make it quicker, or mark it `slow`: {name}", red=True)
