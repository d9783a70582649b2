"""The order of the tests on several workers, each of which begins with a share of neighbours.

Tests that take long come first, so that none of them is left at the end. The sites that many tests look at are built by
the first test that asks for them; the others come last in each share, so that no worker waits for a build meanwhile.
Tests of one file stay together: they share what their fixtures build.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, groupby

import pytest

BUILT = ("site", "public_site")
"""Fixtures that are built once for all workers, and take longest."""


def dealt(items: Sequence[pytest.Item], workers: int) -> list[pytest.Item]:
    """Deal the tests out to that many workers: the shares, one after the other."""
    builders = [next((item for item in items if name in _fixtures(item)), None) for name in BUILT]
    first = list(dict.fromkeys(item for item in builders if item is not None))
    first += [item for item in items if item.get_closest_marker("long") and item not in first]
    rest = [item for item in items if item not in set(first)]
    files = [list(of_file) for _, of_file in groupby(rest, key=lambda item: item.path)]
    files.sort(key=lambda of_file: (any(_fixtures(item) & set(BUILT) for item in of_file), -len(of_file)))
    shares: list[list[pytest.Item]] = [first[number::workers] for number in range(workers)]
    for of_file in files:
        min(shares, key=len).extend(of_file)
    return list(chain.from_iterable(shares))


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))
