"""Checks of renamed roles: an old id is neither the id of a role, nor the old id of another."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.problem import Problem
from rolebook.source.nodes import Node


def problems(file: str, root: Node) -> Iterator[Problem]:
    """Yield what is wrong with the old ids of a kit's roles (`formerly`).

    What is not of the expected shape is passed over: validating the kit reports it.
    """
    listed = root.child("roles")
    roles = listed.items() if listed else []
    ids = [name for role in roles if (name := role.child("id")) is not None]
    taken = {text: name.line for name in reversed(ids) if (text := name.text())}
    seen: set[int] = set()
    for role in roles:
        formerly = role.child("formerly")
        if formerly is None or id(formerly) in seen:
            continue
        seen.add(id(formerly))
        for old in formerly.items():
            text = old.text()
            if text is not None and text in taken:
                yield Problem(
                    file, old.line, old.column, "duplicate-id",
                    f"“{text}” cannot be an old id here: the address belongs to the role on line {taken[text]}.",
                    "Remove it from “formerly”.",
                )  # fmt: skip
            elif text is not None:
                taken[text] = old.line
