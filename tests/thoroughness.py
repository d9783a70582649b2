"""How many examples the property tests try: `make nightly` tries many times as many."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("THOROUGHNESS", "1"))
"""What the number of examples is multiplied by."""
