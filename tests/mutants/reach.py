"""Which tests reach which lines, and how long they take: measured once, file by file, before any mutant is tried."""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coverage import CoverageData

from tests.mutants.trial import NEVER, PACKAGE, Mutant, passes

HOUR = 3_600


@dataclass(frozen=True)
class Reach:
    """What the tests do without a mutant, by their files."""

    seconds: Mapping[str, float]
    """How long the tests of each file take."""
    files: Mapping[str, Mapping[int, frozenset[str]]]
    """The files whose tests reach each line of a module, in any process; a module is named as a mutant names it."""

    def of(self, mutant: Mutant, source: bytes) -> frozenset[str]:
        """Return the files whose tests reach a mutant.

        Whoever imports a module runs what stands outside its functions. There, those files count that call any of them.
        """
        called = _in_functions(source)
        lines = {number: files for number, files in self.files.get(mutant.module, {}).items() if number in called}
        changed = source.count(b"\n", 0, mutant.mutation.start) + 1
        if changed not in called:
            return frozenset().union(*lines.values())
        begun = max((number for number in lines if number <= changed), default=changed)  # of a statement of many lines
        return lines.get(begun, frozenset())


def _in_functions(source: bytes) -> frozenset[int]:
    """Return the numbers of the lines that run when a function is called."""
    lines: set[int] = set()
    for each in ast.walk(ast.parse(source)):
        if isinstance(each, ast.FunctionDef):
            lines.update(range(each.body[0].lineno, (each.end_lineno or each.lineno) + 1))
    return frozenset(lines)


def asked(project: Path) -> list[str]:
    """Return the files of tests that mutants are tried with."""
    paths = (path.relative_to(project) for path in sorted((project / "tests").rglob("test_*.py")))
    return [path.as_posix() for path in paths if not set(path.parts) & set(NEVER)]


def measured(project: Path, file: str) -> float:
    """Run the tests of a file in a copy of the project, note there what they reach, and return the seconds they take.

    Raises:
        SystemExit: They fail.
    """
    begun = time.perf_counter()
    if not passes(project, [file], HOUR, by=("-m", "coverage", "run", f"--context={file}")):
        raise SystemExit(f"Without any mutant these tests fail: {file}")
    return time.perf_counter() - begun


def reached(projects: list[Path], seconds: Mapping[str, float]) -> Reach:
    """Join what was noted in copies of the project."""
    files: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for project in projects:
        subprocess.run([sys.executable, "-m", "coverage", "combine", "-q"], cwd=project, check=True)
        data = CoverageData(str(project / ".coverage"))
        data.read()
        package = project / PACKAGE
        for path in data.measured_files():
            of_module = files[Path(path).relative_to(package).as_posix()]
            for number, contexts in data.contexts_by_lineno(path).items():
                of_module[number].update(filter(None, contexts))
    return Reach(seconds, {name: {n: frozenset(each) for n, each in lines.items()} for name, lines in files.items()})
