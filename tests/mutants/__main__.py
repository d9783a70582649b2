"""Draw mutants by a seed, try each, and list those that no test notices: `make mutants`.

    python -m tests.mutants [--mutants 300] [--seed 16] [--rooms rules source …] [--jobs 2]

Each room gives the same number of mutants. Survivors are shown with the line that was changed. Those that do the same
as the program itself stand in `equivalent.txt`; any other one makes the command fail.
"""

from __future__ import annotations

import argparse
import difflib
import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from tests.mutants.mutations import mutations
from tests.mutants.trial import NEVER, PACKAGE, PROJECT, Mutant, copied, durations, survives

ROOMS = ("build", "preview", "site", "rules", "source")
EQUIVALENT = Path(__file__).parent / "equivalent.txt"


def drawn(rooms: list[str], count: int, seed: int) -> list[Mutant]:
    """Draw mutants, the same number from each room; the same seed draws the same ones from the same code."""
    chance, chosen = random.Random(seed), []
    for room in rooms:
        paths = sorted((PROJECT / PACKAGE / room).rglob("*.py"))
        every = [
            Mutant(path.relative_to(PROJECT / PACKAGE).as_posix(), mutation)
            for path in paths
            for mutation in mutations(path.read_bytes())
        ]
        chosen += chance.sample(every, min(len(every), count // len(rooms)))
    chance.shuffle(chosen)
    return chosen


def difference(mutant: Mutant) -> str:
    """What a mutant changes: the lines before and after, as a unified diff without context."""
    source = (PROJECT / PACKAGE / mutant.module).read_bytes()
    before, after = source.decode().splitlines(), mutant.mutation.applied(source).decode().splitlines()
    lines = list(difflib.unified_diff(before, after, mutant.module, mutant.module, lineterm="", n=0))[2:]
    return "\n".join([mutant.module, *lines])


def equivalent() -> set[str]:
    """The changes of `equivalent.txt`, as `_key` writes them."""
    text = EQUIVALENT.read_text("utf-8") if EQUIVALENT.is_file() else ""
    parts = (part.strip() for part in text.split("\n\n"))
    return {_key(part) for part in parts if part and not part.startswith("#")}


def _key(change: str) -> str:
    """A change without its line numbers, which move, and without the reasons for it, which begin with `#`."""
    return "\n".join(line.rstrip() for line in change.splitlines() if not line.startswith(("@@", "#")))


def main() -> int:
    """Try the mutants that the arguments ask for, and return the exit status."""
    options = argparse.ArgumentParser(prog="python -m tests.mutants", description="Try mutants of the code.")
    options.add_argument("--mutants", type=int, default=300)
    options.add_argument("--seed", type=int, default=16)
    options.add_argument("--rooms", nargs="+", default=list(ROOMS))
    options.add_argument("--jobs", type=int, default=2)
    asked = options.parse_args()
    begun = time.perf_counter()
    mutants = drawn(asked.rooms, asked.mutants, asked.seed)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(asked.jobs) as pool:
        copies: Queue[Path] = Queue()
        for number in range(asked.jobs):
            copies.put(copied(Path(folder) / str(number)))

        def measured(tests: list[str]) -> dict[str, float]:
            project = copies.get()
            try:
                return durations(project, tests)
            finally:
                copies.put(project)

        def trial(mutant: Mutant) -> bool:
            project = copies.get()
            try:
                return survives(project, mutant, taken)
            finally:
                copies.put(project)

        folders = sorted({path.parent.name for path in (PROJECT / "tests").glob("*/test_*.py")})
        asking = [[f"tests/{name}"] for name in folders if name not in NEVER]
        asking.append(
            [f"tests/{path.name}" for path in (PROJECT / "tests").glob("test_*.py") if path.name not in NEVER]
        )
        taken: dict[str, float] = {}
        for each in pool.map(measured, asking):
            taken |= each
        print(f"{len(mutants)} mutants, seed {asked.seed}. The tests pass without any of them.", flush=True)
        survivors, known = [], equivalent()
        for number, (mutant, alive) in enumerate(zip(mutants, pool.map(trial, mutants), strict=True), 1):
            if alive:
                same = _key(difference(mutant)) in known
                survivors.append((mutant, same))
                print(f"\n{difference(mutant)}{'  (equivalent)' if same else ''}", flush=True)
            elif number % 20 == 0:
                print(f"… {number} of {len(mutants)}", flush=True)
    tried, alive_in = Counter(each.room for each in mutants), Counter(each.room for each, same in survivors if not same)
    same_in = Counter(each.room for each, same in survivors if same)
    print(f"\nIn {(time.perf_counter() - begun) / 60:.0f} minutes:")
    for room in asked.rooms:
        print(f"{room}: {tried[room]} tried, {alive_in[room]} survived, {same_in[room]} do the same as the program")
    return 1 if alive_in.total() else 0


if __name__ == "__main__":
    sys.exit(main())
