"""A YAML file as a tree in which every key and value knows its line and column. `source.compose` builds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rolebook.problem import Path


@dataclass(slots=True)
class Node:
    """A value and the line and column, from 1, at which it begins.

    `value` is a scalar, a list of nodes, or a dict from a key to its `Entry`. `size` counts the values in it, aliases
    expanded.
    """

    line: int
    column: int
    value: Any
    size: int = 1

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a mapping, or None when there is none or this is no mapping."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def child(self, key: str) -> Node | None:
        """Return the value of a mapping's key, or None."""
        entry = self.entry(key)
        return entry.node if entry else None

    def at(self, path: Path) -> Node | None:
        """Return the value at a path, or None."""
        here: Node | None = self
        for step in path:
            if here is None:
                break
            items = here.items()
            here = here.child(step) if isinstance(step, str) else items[step] if step < len(items) else None
        return here

    def items(self) -> list[Node]:
        """Return the items of a list; an empty list for anything else."""
        return self.value if isinstance(self.value, list) else []

    def text(self) -> str | None:
        """Return the value if it is text, else None."""
        return self.value if isinstance(self.value, str) else None

    def data(self) -> Any:
        """Return the same as plain Python data, without positions."""
        if isinstance(self.value, dict):
            return {key: entry.node.data() for key, entry in self.value.items()}
        if isinstance(self.value, list):
            return [item.data() for item in self.value]
        return self.value

    def existing(self, path: Path) -> Path:
        """Return the part of a path that exists."""
        return next(path[:length] for length in range(len(path), -1, -1) if self.at(path[:length]) is not None)

    def locate(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Return line and column of the value at `path`, or of the deepest one on the way there that exists.

        Args:
            path: Keys and indexes from this node on.
            key: Whether to point to the last key itself instead of its value.
        """
        here, place = self, (self.line, self.column)
        for step in path:
            if isinstance(here.value, dict) and str(step) in here.value:
                entry = here.value[str(step)]
                here = entry.node
                place = (entry.line, entry.column) if key else (here.line, here.column)
            elif isinstance(here.value, list) and isinstance(step, int) and step < len(here.value):
                here = here.value[step]
                place = (here.line, here.column)
            else:
                break
        return place


@dataclass(slots=True)
class Entry:
    """A key of a mapping, where it stands, and its value."""

    line: int
    column: int
    node: Node
