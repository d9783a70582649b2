"""Causes and consequences: what follows from another mistake is reported once, with its cause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pydantic_core import ErrorDetails

from rolebook.kit.references import ValidationContext
from rolebook.problem import Problem
from rolebook.source.declarations import NESTED, Duplicate
from rolebook.source.nodes import Node

_LISTED: Final = 8
"""Further lines that are named."""
Position = tuple[int, int]
"""Line and column."""


@dataclass(frozen=True)
class Unknown:
    """An id that the kit does not declare, and every place that names it, in the order of the file."""

    collection: str
    value: str
    detail: ErrorDetails
    places: tuple[Position, ...]

    @property
    def others(self) -> str:
        """Return the other places, as a sentence."""
        lines = [line for line, _ in self.places[1:]]
        if not lines:
            return ""
        more = f" and {len(lines) - _LISTED} more" if len(lines) > _LISTED else ""
        if len(lines) == 1:
            return f" Line {lines[0]} names it, too."
        return f" {len(lines)} more places name it: lines {_joined(lines[:_LISTED])}{more}."


def _joined(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines))


def unknown_ids(
    details: Iterable[ErrorDetails], known: ValidationContext, locate: Callable[[ErrorDetails], Position]
) -> list[Unknown]:
    """Return the ids that are not declared, each once, however many places name it.

    A question of a skill that there is not names that skill; so it is with duties and options.
    """
    groups: dict[tuple[str, str], dict[Position, ErrorDetails]] = {}
    for detail in details:
        collection, value = _named(str(detail["ctx"]["collection"]), str(detail["ctx"]["value"]), known)
        groups.setdefault((collection, value), {}).setdefault(locate(detail), detail)
    return [
        Unknown(collection, value, _about(places[min(places)], collection, value), tuple(sorted(places)))
        for (collection, value), places in groups.items()
    ]


def _named(collection: str, value: str, known: ValidationContext) -> tuple[str, str]:
    """Return what is not declared: the name itself, or the owner in it."""
    owners = NESTED[collection][0] if collection in NESTED else ""
    owner, slash, _ = value.partition("/")
    if slash and owners and owner not in known.ids.get(owners, ()):
        return owners, owner
    return collection, value


def _about(detail: ErrorDetails, collection: str, value: str) -> ErrorDetails:
    return {**detail, "ctx": {"collection": collection, "value": value}}


def renamed(twice: Sequence[Duplicate], unknown: Sequence[Unknown]) -> dict[int, Unknown]:
    """Match ids that are missing with ids declared twice: a copy that kept the name of what it was made from.

    Returns:
        The missing ids, by the index in `twice` of the declaration that explains them.
    """
    found: dict[int, Unknown] = {}
    for index, again in enumerate(twice):
        same = [duplicate for duplicate in twice if duplicate.collection == again.collection]
        missing = [unknown_id for unknown_id in unknown if unknown_id.collection == again.collection]
        if len(same) == 1 and len(missing) == 1:
            found[index] = missing[0]
    return found


def with_renamed(problem: Problem, missing: Unknown, noun: str) -> Problem:
    """Return the problem of an id that is declared twice, with the missing id that it explains."""
    count = len(missing.places)
    lines = _joined([line for line, _ in missing.places[:_LISTED]])
    more = f" and {count - _LISTED} more" if count > _LISTED else ""
    places = f"line {lines} names" if count == 1 else f"lines {lines}{more} name"
    hint = f"{problem.hint} Was it “{missing.value}”? There is no such {noun} any more, but {places} it."
    return replace(problem, hint=hint)


def _text(node: Node, key: str) -> str | None:
    child = node.child(key)
    return child.text() if child else None


def caused(details: Iterable[ErrorDetails], root: Node) -> Iterator[ErrorDetails]:
    """Yield the errors, without what roles lack that extend another one: either that one lacks it, or is not there,
    which is said at its line.
    """
    listed = root.child("roles")
    roles = listed.items() if listed else []
    heirs = {place for place, node in enumerate(roles) if _text(node, "extends") is not None}
    for detail in details:
        path = detail["loc"]
        if detail["type"] == "missing" and len(path) == 3 and path[0] == "roles" and path[1] in heirs:
            continue
        yield detail
