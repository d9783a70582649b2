"""`extends`: a role takes over what it does not say itself."""

from __future__ import annotations

from dataclasses import dataclass
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
        line, end = _lineage(role_id, roles, done)
        if end in line:
            cycles.append(_cycle(line[line.index(end) :], roles))
        else:
            for child in reversed(line):
                parent = _parent(child, roles)
                if parent is not None:
                    _take_over(roles[child], roles[parent])
        done.update(line)
    return cycles


def _parent(name: str, roles: dict[str, Node]) -> str | None:
    extends = roles[name].child("extends")
    parent = extends.text() if extends else None
    return parent if parent in roles else None


def _lineage(name: str, roles: dict[str, Node], done: set[str]) -> tuple[list[str], str | None]:
    """The role, the one it extends, and so on; and what ended it: one that is done, one of the line, or nothing."""
    line: dict[str, None] = {}
    here: str | None = name
    while here is not None and here not in done and here not in line:
        line[here] = None
        here = _parent(here, roles)
    return list(line), here


def _cycle(names: list[str], roles: dict[str, Node]) -> Cycle:
    """The cycle of roles that extend each other in this order, told from the first of them by name."""
    start = names.index(min(names))
    told = (*names[start:], *names[: start + 1])
    return Cycle(roles[told[0]].child("extends") or roles[told[0]], told)


def _take_over(child: Node, parent: Node) -> None:
    entries: dict[str, Entry] = child.value
    for key, entry in parent.value.items():
        if key not in _OWN:
            entries.setdefault(key, entry)
