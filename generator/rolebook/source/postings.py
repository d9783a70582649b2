"""Checks of all postings together: that there is a careers section, and that numbers are unique."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolebook.problem import Problem
from rolebook.source.declarations import repeated
from rolebook.source.nodes import Node


def problems(file: str, root: Node) -> Iterator[Problem]:
    """Yield what is wrong with a kit's postings taken together.

    What is not of the expected shape is passed over: validating the kit reports it.
    """
    listed = root.child("roles")
    postings = [posting for role in (listed.items() if listed else []) if (posting := role.child("posting"))]
    for posting in postings:
        if root.child("careers") is None:
            yield Problem(
                file, posting.line, posting.column, "no-careers",
                "There is a posting, but the kit has no careers section.",
                "Add “careers:” at the top level: the public site's address, the employer, and how candidates are met.",
            )  # fmt: skip
        places = posting.child("places")
        hint = "Give each place of a posting its own id."
        yield from _repeated(file, "place", _values(places.items() if places else [], "id"), hint)
    yield from _repeated(file, "posting", _values(postings, "identifier"), "Give each posting a number of its own.")


def _values(nodes: Iterable[Node], key: str) -> Iterator[Node]:
    """The values of a key, those that are not empty."""
    return (value for node in nodes if (value := node.child(key)) and value.text())


def _repeated(file: str, noun: str, values: Iterable[Node], hint: str) -> Iterator[Problem]:
    for node, text, first_line in repeated(values):
        message = f"The {noun} “{text}” is declared a second time; the first is on line {first_line}."
        yield Problem(file, node.line, node.column, "duplicate-id", message, hint)
