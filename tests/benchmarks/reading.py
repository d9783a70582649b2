"""Reading a kit of 10,000 roles, with the position of each value, against PyYAML's own loader and ruamel.yaml."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import ruamel.yaml
import yaml
from rolebook.source import load

from tests.benchmarks.figures import Figure, median
from tests.kits import synthetic

TARGET, SIZE = 4.0, 17.0
"""Seconds for 10,000 roles of 17 MB (quality); the synthetic kit is larger, and so a part of it is read."""
SMALLER = 500
"""Roles that the others are compared on: the slowest would take minutes for more."""


def seconds(work: Callable[[], Any]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def figures(folder: Path) -> Iterator[Figure]:
    """Ours, and what others take to read the same text."""
    whole, small = folder / "10000.yaml", folder / "500.yaml"
    synthetic.write(whole, 10_000)
    synthetic.write(small, SMALLER)
    size = whole.stat().st_size / 1e6
    taken = median(partial(seconds, lambda: load(whole)))
    yield Figure(f"10,000 roles ({size:.0f} MB) read and validated, with positions", taken)
    yield Figure(f"the same for {SIZE:.0f} MB, by its size", taken * SIZE / size, "s", TARGET)
    ours = median(partial(seconds, lambda: load(small)))
    text = small.read_text("utf-8")
    others: list[tuple[str, Callable[[], Any]]] = [
        ("PyYAML's pure loader, without validation", lambda: yaml.load(text, Loader=yaml.SafeLoader)),
        ("PyYAML's C loader, without validation", lambda: yaml.load(text, Loader=yaml.CSafeLoader)),
        ("ruamel.yaml with positions, without validation", lambda: ruamel.yaml.YAML().load(text)),
    ]
    yield Figure(f"{SMALLER} roles read and validated", ours)
    for name, work in others:
        yield Figure(f"{SMALLER} roles: {name}, to ours", median(partial(seconds, work)) / ours, "x")
