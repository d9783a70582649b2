"""Try one mutant: in a copy of the project, ask the tests that mirror the changed module, then those further away."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.mutants.mutations import Mutation

PROJECT = Path(__file__).parent.parent.parent
PACKAGE = Path("generator") / "rolebook"
UPPER_ROOMS = ("site", "engine", "build", "preview")
"""What the tests of rules and of reading a kit do not touch: these take most of the suite's time."""
NEVER = ("benchmarks", "browser", "mutants", "test_wheel.py")
"""What takes a browser, or a package of its own."""
PATIENCE = 3
"""A mutant's tests may take as many times what they take without it."""
LEAST = 20
"""... and as many seconds more."""
PYTEST = ("-m", "pytest", "-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist")


@dataclass(frozen=True)
class Mutant:
    """A mutation of a module, which is named by its path in the package."""

    module: str
    mutation: Mutation

    @property
    def room(self) -> str:
        return self.module.partition("/")[0]


def copied(folder: Path) -> Path:
    """Copy what git knows of the project, as it lies there now."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
    return folder


def rounds(project: Path, module: str) -> list[list[str]]:
    """Return the tests to ask of a module, nearest first: pytest's arguments of each round."""
    tests = project / "tests"
    room, stem = module.partition("/")[0], Path(module).stem
    nearest = sorted(str(path.relative_to(project)) for path in (tests / room).rglob(f"test_{stem}.py"))
    of_room = [f"tests/{room}", *(f"--ignore={path}" for path in nearest)]
    upper = room in UPPER_ROOMS
    beyond = [
        f"tests/{path.name}"
        for path in sorted(tests.iterdir())
        if (path.is_dir() and any(path.glob("test_*.py"))) or path.name.startswith("test_")
        if path.name not in (room, *NEVER, *(() if upper else UPPER_ROOMS))
    ]
    return [each for each in (nearest, of_room if (tests / room).is_dir() else [], beyond) if each]


def passes(project: Path, tests: list[str], seconds: float, *options: str) -> bool:
    """Whether the tests pass in a copy of the project. Tests that take longer than that do not."""
    environment = os.environ | {"PYTHONPATH": str(project / "generator"), "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        [sys.executable, *PYTEST, "--hypothesis-seed=0", *options, *tests],
        cwd=project,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # a mutant may have left servers or workers behind
        process.wait()


def durations(project: Path, tests: list[str]) -> dict[str, float]:
    """Return how many seconds the tests of each file take without a mutant, by its path.

    Raises:
        SystemExit: They fail.
    """
    report = project / "durations.xml"
    if not passes(project, tests, 3_600, f"--junit-xml={report}", "-o", "junit_family=xunit1"):
        raise SystemExit(f"Without any mutant these tests fail: {' '.join(tests)}")
    taken: dict[str, float] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        taken[case.get("file", "")] = taken.get(case.get("file", ""), 0) + float(case.get("time", 0))
    return taken


def limit(taken: dict[str, float], tests: list[str]) -> float:
    """Return how many seconds a round of tests may take with a mutant, by what the files in it take without one."""
    asked = tuple(path for path in tests if not path.startswith("--"))
    left_out = {path.removeprefix("--ignore=") for path in tests if path.startswith("--")}
    usual = sum(time for path, time in taken.items() if path.startswith(asked) and path not in left_out)
    return PATIENCE * usual + LEAST


def survives(project: Path, mutant: Mutant, taken: dict[str, float]) -> bool:
    """Whether no test notices a mutant. `taken` says how long the tests of each file take without one."""
    path = project / PACKAGE / mutant.module
    source = path.read_bytes()
    try:
        _write(path, mutant.mutation.applied(source))
        return all(passes(project, tests, limit(taken, tests)) for tests in rounds(project, mutant.module))
    finally:
        _write(path, source)


def _write(path: Path, source: bytes) -> None:
    """Write a module, and forget what it was compiled to: a change within the same second would not be seen."""
    path.write_bytes(source)
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()
