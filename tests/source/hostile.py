"""Files that nobody meant to write, and what reading one may cost: for the tests, and for `make fuzz`.

python -m tests.source.hostile 100000
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from rolebook import report, rules
from rolebook.problem import Severity
from rolebook.source import load

from tests.conftest import SMALL

SECONDS, MEGABYTES = 2, 500
"""Seconds of the processor and memory that reading a file and showing its problems take at most (issue 6)."""
BATCH = 5_000
LINES = SMALL.read_text("utf-8").split("\n")
WORDS = [
    "", "  ", "x: 1", "- ", "null", "*a", "&b", "id: ../..", "? [", "\t", "en: 1", "<<: *levels", "!!python/name:os",
    "{{ 7*7 }}", "\u202e", "\ud800", "\x00", "[" * 60, "{a: " * 50, "- *levels", "extends: baker", "x: 1e9", "en: |",
    "%YAML 9.9", "---", "...", "'", '"', "id: " + "a" * 5000, "rules: [{rule: x, severity: off}]", "0x1F", "~",
]  # fmt: skip
"""Lines and beginnings of lines that have broken a reader before, somewhere."""

anything = st.one_of(
    st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass"))
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The small kit with a few lines replaced, doubled, indented, cut, swapped or removed."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 6))):
        number = draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(["replace", "double", "indent", "cut", "swap", "remove", "prefix"]))
        if how == "replace":
            lines[number] = draw(st.sampled_from(WORDS))
        elif how == "double":
            lines.insert(number, lines[number])
        elif how == "indent":
            lines[number] = f"  {lines[number]}"
        elif how == "cut":
            lines[number] = lines[number][: draw(st.integers(0, 40))]
        elif how == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[number], lines[other] = lines[other], lines[number]
        elif how == "prefix":
            lines[number] = draw(st.sampled_from(WORDS)) + lines[number]
        elif len(lines) > 1:
            del lines[number]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def memory(what: str) -> int:
    """The memory of this process in megabytes, as Linux tells it: `VmRSS` now, `VmHWM` at most since it was reset."""
    status = Path("/proc/self/status").read_text("utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(f"{what}:")) // 1024


def survives(path: Path, content: bytes, seconds: float = SECONDS) -> None:
    """Fails unless the file is a kit or a list of problems that can be shown, in bounded time and memory."""
    path.write_bytes(content)
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    before = memory("VmRSS")
    started = time.process_time()
    loaded = load(path)
    for form in report.FORMATS.values():
        form(loaded.problems, {loaded.file: loaded.text})
    if loaded.kit is not None:
        list(rules.findings(loaded.kit))
    took = time.process_time() - started
    assert (loaded.kit is None) == any(one.severity is Severity.ERROR for one in loaded.problems)
    assert all(problem.line >= 1 and problem.column >= 1 and problem.message for problem in loaded.problems)
    assert took < seconds, f"{took:.1f} s for {content[:200]!r}"
    taken = memory("VmHWM") - before
    assert taken < MEGABYTES, f"{taken} MB for {content[:200]!r}"


def batch(examples: int, number: int) -> None:
    """Try that many files; the first that fails is shown, made as small as it can be."""
    path = Path(tempfile.mkdtemp()) / "roles.yaml"

    @seed(number)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(anything, mutated()))
    def one(content: bytes) -> None:
        survives(path, content)

    one()
    print(memory("VmHWM"))


def fuzz(examples: int) -> None:
    """Try that many files, in processes of their own, for what makes them up remembers what it has made."""
    started, peak = time.perf_counter(), 0
    for number in range(0, examples, BATCH):
        command = [sys.executable, "-m", "tests.source.hostile", str(min(BATCH, examples - number)), str(number)]
        ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        peak = max(peak, int(ran.stdout))
        print(f"{number + BATCH:,} files in {time.perf_counter() - started:.0f} s; peak memory {peak} MB", flush=True)


if __name__ == "__main__":
    count, *which = (int(argument) for argument in sys.argv[1:])
    if which:
        batch(count, which[0])
    else:
        fuzz(count)
