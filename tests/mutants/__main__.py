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
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import TypeVar

from tests.mutants.mutations import mutations
from tests.mutants.reach import asked, measured, reached
from tests.mutants.trial import PACKAGE, PROJECT, Mutant, copied, survives

ROOMS = ("build", "preview", "site", "rules", "source")
EQUIVALENT = Path(__file__).parent / "equivalent.txt"
Answer = TypeVar("Answer")


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
    return {_key(part.strip()) for part in text.split("\n\n")} - {""}


def _key(change: str) -> str:
    """A change without its line numbers, which move, and without the reasons for it, which begin with `#`."""
    return "\n".join(line.rstrip() for line in change.splitlines() if not line.startswith(("@@", "#")))


def main() -> int:
    """Try the mutants that the arguments ask for, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description="Try mutants of the code.")
    parser.add_argument("--mutants", type=int, default=300)
    parser.add_argument("--seed", type=int, default=16)
    parser.add_argument("--rooms", nargs="+", default=list(ROOMS))
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    begun = time.perf_counter()
    mutants = drawn(options.rooms, options.mutants, options.seed)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        copies: Queue[Path] = Queue()
        for number in range(options.jobs):
            copies.put(copied(Path(folder) / str(number)))

        def in_a_copy(task: Callable[[Path], Answer]) -> Answer:
            project = copies.get()
            try:
                return task(project)
            finally:
                copies.put(project)

        files = asked(PROJECT)
        taken = pool.map(lambda file: in_a_copy(lambda project: measured(project, file)), files)
        seconds = dict(zip(files, taken, strict=True))
        reach = reached(list(copies.queue), seconds)

        def trial(mutant: Mutant) -> bool:
            reaching = reach.of(mutant, (PROJECT / PACKAGE / mutant.module).read_bytes())
            return in_a_copy(lambda project: survives(project, mutant, reaching, reach.seconds))

        print(f"{len(mutants)} mutants, seed {options.seed}. The tests pass without any of them.", flush=True)
        survivors, known = [], equivalent()
        for number, (mutant, alive) in enumerate(zip(mutants, pool.map(trial, mutants), strict=True), 1):
            if alive:
                same = _key(difference(mutant)) in known
                survivors.append((mutant, same))
                print(f"\n{difference(mutant)}{'  (equivalent)' if same else ''}", flush=True)
            if number % 20 == 0:
                print(f"… {number} of {len(mutants)}", flush=True)
    tried, alive_in = Counter(each.room for each in mutants), Counter(each.room for each, same in survivors if not same)
    same_in = Counter(each.room for each, same in survivors if same)
    print(f"\nIn {(time.perf_counter() - begun) / 60:.0f} minutes:")
    for room in options.rooms:
        print(f"{room}: {tried[room]} tried, {alive_in[room]} survived, {same_in[room]} do the same as the program")
    return 1 if alive_in.total() else 0


if __name__ == "__main__":
    sys.exit(main())
