"""Everything that is measured, in one table: `make bench`. A run takes about an hour.

    python -m tests.benchmarks [PART …]
    python -m tests.benchmarks.compare BASE

Everything is measured in one run, since machines differ; what others take is measured beside ours. A run is kept as
JSON in `.bench/`, under its commit, with what the machine is.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from tests.benchmarks import browser, builds, debrief, live, neighbours, printables, reading
from tests.benchmarks.figures import Figure, begun

PARTS: dict[str, Callable[[Path], Iterable[Figure]]] = {
    "reading": reading.figures,
    "printables": printables.figures,
    "pages": builds.pages,
    "neighbours": neighbours.figures,
    "processors": builds.processors,
    "live": live.figures,
    "browser": browser.figures,
    "debrief": debrief.figures,
    "6": partial(builds.sizes, every=(6,)),
    "100": partial(builds.sizes, every=(100,)),
    "1000": partial(builds.sizes, every=(1000,)),
}


def main() -> None:
    """Measure, print the table as it grows, and keep it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="what to measure [everything]")
    run = begun()
    print(f"{run.commit} on {run.machine}")
    for part in parser.parse_args().parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="rolebook-bench-") as folder:
            run.add(PARTS[part](Path(folder)))
            run.keep()
    print(f"Kept in {run.keep()}")


if __name__ == "__main__":
    main()
