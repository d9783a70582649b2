"""Two runs side by side: `make bench-compare BASE=…`, which takes a commit of which a run is kept."""

from __future__ import annotations

import sys

from tests.benchmarks.figures import compared, kept

if __name__ == "__main__":
    print("\n".join(compared(kept(sys.argv[1]), kept(sys.argv[2] if len(sys.argv) > 2 else "HEAD"))))
