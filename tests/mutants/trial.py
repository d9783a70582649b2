"""Try one mutant: in a copy of the project, ask the tests that reach it, the nearest first."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from tests.mutants.mutations import Mutation

PROJECT = Path(__file__).parent.parent.parent
PACKAGE = Path("generator") / "rolebook"
NEVER = ("benchmarks", "browser", "conformance", "mutants", "test_wheel.py")
"""What takes a browser, checkers that others wrote, or a package of its own."""
PATIENCE = 3
"""A mutant's tests may take as many times what they take without it."""
LEAST = 20
"""... and as many seconds more."""
OTHERS = 60
"""Seconds of tests that are asked outside a mutant's room, the quickest files first: whoever reads its survivors finds
what only a slow test of another room would have told, and 300 mutants end within an hour.
"""
PYTEST = (
    "-m",
    "pytest",
    "-x",
    "-q",
    "--no-header",
    "--tb=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-m",
    "not nightly",
)


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


def rounds(module: str, files: Collection[str], seconds: Mapping[str, float]) -> list[list[str]]:
    """Return the files of tests to ask, nearest first: the one that mirrors a module, those of its room, some others.

    Quick ones begin.
    """
    room, stem = module.partition("/")[0], Path(module).stem

    def distance(file: str) -> int:
        path = Path(file)
        return 2 if path.parts[1] != room else 0 if path.name == f"test_{stem}.py" else 1

    every: list[list[str]] = [[], [], []]
    for file in sorted(files, key=lambda file: seconds[file]):
        every[distance(file)].append(file)
    so_far = accumulate(seconds[file] for file in every[2])
    every[2] = [file for file, total in zip(every[2], so_far, strict=True) if total <= OTHERS]
    return [each for each in every if each]


def passes(project: Path, tests: list[str], seconds: float, by: tuple[str, ...] = ()) -> bool:
    """Whether the tests pass in a copy of the project. Tests that take longer than that do not.

    `by` names what runs pytest, as arguments of Python; nothing, unless it is said.
    """
    environment = os.environ | {"PYTHONPATH": str(project / "generator"), "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        [sys.executable, *by, *PYTEST, "--hypothesis-seed=0", *tests],
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


def survives(project: Path, mutant: Mutant, files: Collection[str], seconds: Mapping[str, float]) -> bool:
    """Whether no test that is asked notices a mutant. `files` reach it; `seconds` says how long each file takes."""
    path = project / PACKAGE / mutant.module
    source = path.read_bytes()
    try:
        _write(path, mutant.mutation.applied(source))
        return all(
            passes(project, tests, PATIENCE * sum(seconds[file] for file in tests) + LEAST)
            for tests in rounds(mutant.module, files, seconds)
        )
    finally:
        _write(path, source)


def _write(path: Path, source: bytes) -> None:
    """Write a module, and forget what it was compiled to: a change within the same second would not be seen."""
    path.write_bytes(source)
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()
