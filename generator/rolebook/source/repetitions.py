"""Checks of lists: nothing stands in one twice, be it a reference or an item with an id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rolebook.problem import Problem
from rolebook.source.declarations import repeated
from rolebook.source.nodes import Node
from rolebook.source.wording import shown

_REFERENCES: Final = frozenset(
    {
        "also_rates", "backgrounds", "chosen", "covers", "duties", "follows", "nearest", "questions", "samples",
        "screening", "services", "skills", "source",
    }
)  # fmt: skip
"""Keys under which lists name what is declared elsewhere. In other lists, such as the rows of a table, a text may occur
twice.
"""
_ITEMS: Final = frozenset({"decisions", "messages", "off_limits", "parts", "rating_errors", "recommendations"})
"""Keys of lists whose items have an id, and which nothing else looks into (`source.declarations`)."""


def problems(file: str, root: Node) -> Iterator[Problem]:
    """Yield what a list names a second time: it would be rated, counted or shown twice.

    What is not of the expected shape is passed over: validating the kit reports it.
    """
    seen: set[int] = set()
    ahead: list[tuple[str, Node]] = [("", root)]
    while ahead:
        key, node = ahead.pop()
        if id(node) in seen:  # what an alias repeats is reported where it is written
            continue
        seen.add(id(node))
        if isinstance(node.value, dict):
            ahead.extend((name, entry.node) for name, entry in node.value.items())
        for again, name, first_line in repeated(_named(key, node)):
            yield Problem(
                file, again.line, again.column, "duplicate-id",
                f"“{shown(name)}” stands in this list a second time; the first is on line {first_line}.",
                "Remove one of the two.",
            )  # fmt: skip
        ahead.extend((key, item) for item in node.items())


def _named(key: str, listed: Node) -> Iterator[Node]:
    """Yield what a list names: texts, ids, or the skill of each item of a role's skills."""
    for item in listed.items():
        if key in _ITEMS:
            named = item.child("id")
        elif key in _REFERENCES:
            named = item.child("skill") or item
        else:
            return
        if named is not None:
            yield named
