"""`extends`: a role takes over what it does not say itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from rolebook.source.nodes import Entry, Node

_OWN: Final = frozenset({"id", "formerly", "extends", "drafts", "posting", "postings", "changes"})
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
    roles = _roles(root)
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


def data(root: Node, read: Callable[[Any], BaseModel]) -> Any:
    """Return the tree as plain data; roles that others extend are validated, and the others share their parts.

    What a thousand roles take over from fifty is so looked at fifty times, and kept once.

    Args:
        root: A kit's tree, after `inherit`.
        read: Makes a role of its data, or raises ValidationError: then the data stays, for the kit's own validation.
    """
    listed = root.child("roles")
    if listed is None or not isinstance(listed.value, list):
        return root.data()
    roles, shared = _roles(root), _Shared(read)
    builders_on = {parent for name in roles if (parent := _parent(name, roles))}
    for name in roles:
        line, _ = _lineage(name, roles, shared.done)
        for child in reversed(line):
            parent = _parent(child, roles)
            shared.take(child, roles[child], parent, on=child in builders_on)
    every = {key: entry.node.data() for key, entry in root.value.items() if entry.node is not listed}
    return every | {"roles": [shared.of(node) for node in listed.items()]}


class _Shared:
    """Roles as data, by their nodes: what one takes over from another is that one's own part."""

    def __init__(self, read: Callable[[Any], BaseModel]) -> None:
        self.done: set[str] = set()
        self._read = read
        self._models: dict[str, tuple[Node, BaseModel]] = {}
        self._data: dict[int, Any] = {}

    def take(self, name: str, node: Node, parent: str | None, *, on: bool) -> None:
        """Note a role after the one that it extends; one that others extend is validated."""
        self.done.add(name)
        above = self._models.get(parent or "")
        data = _filled(node, *above) if above and _drafts(above[0]) <= _drafts(node) else node.data()
        if on:
            try:
                data = self._read(data)
                self._models[name] = node, data
            except ValidationError:
                data = node.data()
        self._data[id(node)] = data

    def of(self, node: Node) -> Any:
        """Return a role's data, or the role."""
        return self._data[id(node)] if id(node) in self._data else node.data()


def _filled(node: Node, parent: Node, model: BaseModel) -> dict[str, Any]:
    """Return a role's data: where an entry is its parent's, the part of the parent's model."""
    return {
        key: getattr(model, key) if parent.value.get(key) is entry else entry.node.data()
        for key, entry in node.value.items()
    }


def _drafts(role: Node) -> set[str]:
    """Return the languages that a role is a draft in: one that is whole in them cannot share its parts unseen."""
    listed = role.child("drafts")
    return {tag for node in (listed.items() if listed else ()) if (tag := node.text())}


def _roles(root: Node) -> dict[str, Node]:
    """Return the roles by their ids; of several with the same one, the first."""
    listed = root.child("roles")
    roles: dict[str, Node] = {}
    for node in listed.items() if listed else []:
        name = node.child("id")
        if name is not None and (text := name.text()):
            roles.setdefault(text, node)
    return roles


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
    """Return the cycle of roles that extend each other, beginning with the first by name."""
    start = names.index(min(names))
    told = (*names[start:], *names[: start + 1])
    return Cycle(roles[told[0]].child("extends") or roles[told[0]], told)


def _take_over(child: Node, parent: Node) -> None:
    entries: dict[str, Entry] = child.value
    for key, entry in parent.value.items():
        if key not in _OWN:
            entries.setdefault(key, entry)
