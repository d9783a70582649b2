"""`extends`: a role takes over what it does not say itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.source.nodes import Entry, Node

_OWN: Final = frozenset({"id", "extends", "posting"})
"""What is never taken over."""


@dataclass(frozen=True)
class Cycle:
    """Roles that extend each other in a circle."""

    node: Node
    names: tuple[str, ...]


def inherit(root: Node) -> list[Cycle]:
    """Fill each role of the tree with the entries it takes over, in place, and return the cycles.

    Entries keep their positions, so that a problem in an inherited value is reported where it is written. A role in a
    cycle, or one that extends an unknown role, is left as it is.
    """
    listed = root.child("roles")
    roles: dict[str, Node] = {}
    for node in listed.items() if listed else []:
        name = node.child("id")
        if name is not None and (text := name.text()):
            roles.setdefault(text, node)
    cycles: list[Cycle] = []
    done: set[str] = set()
    for role_id in roles:
        line = _lineage(role_id, roles)
        if line.count(line[-1]) > 1:
            start = line.index(line[-1])
            if role_id == min(line[start:]):
                extends = roles[role_id].child("extends")
                cycles.append(Cycle(extends or roles[role_id], tuple(line[start:])))
            continue
        for child, parent in reversed(list(pairwise(line))):
            if child not in done:
                _take_over(roles[child], roles[parent])
                done.add(child)
    return cycles


def _lineage(name: str, roles: dict[str, Node]) -> list[str]:
    """The role, the one it extends, and so on; a cycle ends with the name that closes it."""
    line = [name]
    while True:
        extends = roles[line[-1]].child("extends")
        parent = extends.text() if extends else None
        if parent is None or parent not in roles:
            return line
        line.append(parent)
        if line.count(parent) > 1:
            return line


def _take_over(child: Node, parent: Node) -> None:
    entries: dict[str, Entry] = child.value
    for key, entry in parent.value.items():
        if key not in _OWN:
            entries.setdefault(key, entry)
