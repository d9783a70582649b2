"""Whatever `roles.yaml` holds, reading it ends soon, in a kit or in problems, and never in a traceback."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from rolebook.source import load
from rolebook.source.load import MAX_PROBLEMS

from tests.source.hostile import MEGABYTES, SECONDS, anything, mutated, survives
from tests.thoroughness import TIMES

PATIENCE = 10 * SECONDS
"""What a test waits on a busy machine: ten times the target, which `make fuzz` holds to."""
SECTIONS = ("facts", "sources", "skills", "backgrounds", "roles", "leadership_models", "glossary", "planner")
ALIASES = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "\n".join(
    f"a{depth}: &a{depth} [{','.join([f'*a{depth - 1}'] * 10)}]" for depth in range(1, 5)
)
LARGE = {
    "a list of 100,000": "roles: [" + ",".join(["1"] * 100_000) + "]",
    "100,000 keys": "\n".join(f"k{number}: 1" for number in range(100_000)),
    "300,000 times the same key": "a: 1\n" * 300_000,
    "12,000 empty items a section": "\n".join(f"{one}: [{','.join(['{}'] * 11_999)}]" for one in SECTIONS),
    "a chain of extends": "roles:\n" + "".join(f"- {{id: r{n}, extends: r{n + 1}}}\n" for n in range(11_000)),
    "a circle of extends": "roles:\n"
    + "".join(f"- {{id: r{n}, extends: r{(n + 1) % 11_000}}}\n" for n in range(11_000)),
    "11,000 unknown ids": "roles:\n" + "".join(f"- {{id: role-{n}, extends: roll-{n}}}\n" for n in range(11_000)),
    "aliases just under the limit": f"{ALIASES}\nroles: [{','.join(['*a4'] * 7)}]\n",
    "30 MB in one text": "kit: " + "x" * 30_000_000,
    "30 MB of comments": "#\n" * 15_000_000,
    "100 MB": "#" * 100_000_000,
    "a million brackets": "[" * 1_000_000,
}


@settings(max_examples=400 * TIMES, deadline=None, suppress_health_check=list(HealthCheck))
@given(anything)
def test_any_bytes_are_a_list_of_problems(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    survives(tmp_path_factory.getbasetemp() / "any.yaml", content, PATIENCE)


@pytest.mark.slow
@settings(max_examples=150 * TIMES, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutated())
def test_any_slip_of_the_keyboard_is_a_list_of_problems(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    survives(tmp_path_factory.getbasetemp() / "slip.yaml", content, PATIENCE)


CHECK = """
import sys, time
from pathlib import Path
from click.testing import CliRunner
from rolebook.cli import main
from tests.source.hostile import memory

for path in sys.argv[1:]:
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    before, started = memory("VmRSS"), time.process_time()
    done = CliRunner().invoke(main, ["check", path])
    print(done.exit_code, time.process_time() - started, memory("VmHWM") - before)
"""


@pytest.mark.nightly
def test_a_huge_file_costs_little(tmp_path: Path) -> None:
    """One after the other through the command, in a process of their own, whose memory is measured anew for each."""
    paths = {name: tmp_path / str(number) / "roles.yaml" for number, name in enumerate(LARGE)}
    for name, path in paths.items():
        path.parent.mkdir()
        path.write_text(LARGE[name], "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", CHECK, *map(str, paths.values())], capture_output=True, text=True, check=True
    )
    for name, line in zip(LARGE, ran.stdout.splitlines(), strict=True):
        status, seconds, megabytes = line.split()
        assert status == "1", (name, line)
        assert float(seconds) < PATIENCE, (name, line)
        assert int(megabytes) < MEGABYTES, (name, line)


def test_more_problems_than_anybody_reads_are_counted_not_shown(written: Callable[[str], Path]) -> None:
    problems = load(written("a: 1\n" * (MAX_PROBLEMS + 500))).problems
    assert len(problems) == MAX_PROBLEMS + 1
    assert re.fullmatch(r"There are more than these 1,000 problems\.", problems[-1].message)


def test_a_long_value_is_not_repeated_whole(written: Callable[[str], Path]) -> None:
    for text in (
        "kit: {paper: " + "x" * 100_000 + "}",
        "x" * 100_000 + "y: 1",
        "roles: [{extends: " + "x" * 9_999 + "}]",
    ):
        assert max(len(problem.message) + len(problem.hint) for problem in load(written(text)).problems) < 1_000
