"""Checks of all postings together: that there is a careers section, that numbers are unique, and fit into addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rolebook.kit.vacancies import REQUISITION, RESERVED
from rolebook.problem import Path, Problem
from rolebook.source.declarations import repeated
from rolebook.source.nodes import Node


def listed(root: Node) -> Iterator[tuple[Path, Node]]:
    """Yield the postings of a kit's roles, each with its path: a single one, or those of a list."""
    roles = root.child("roles")
    for index, role in enumerate(roles.items() if roles else []):
        if one := role.child("posting"):
            yield ("roles", index, "posting"), one
        several = role.child("postings")
        for number, posting in enumerate(several.items() if several else []):
            yield ("roles", index, "postings", number), posting


def problems(file: str, root: Node) -> Iterator[Problem]:
    """Yield what is wrong with a kit's postings taken together.

    What is not of the expected shape is passed over: validating the kit reports it.
    """
    postings = list(listed(root))
    for path, posting in postings:
        if root.child("careers") is None:
            yield Problem(
                file, posting.line, posting.column, "no-careers",
                "There is a posting, but the kit has no careers section.",
                "Add “careers:” at the top level: the public site's address, the employer, and how candidates are met.",
            )  # fmt: skip
        places = posting.child("places")
        hint = "Give each place of a posting its own id."
        yield from _repeated(file, "place", _values(places.items() if places else [], "id"), hint)
        if path[-1] not in ("posting", 0):
            yield from _no_address(file, posting)
    numbers = list(_values((posting for _, posting in postings), "identifier"))
    yield from _repeated(file, "posting", numbers, "Give each posting a number of its own.")
    yield from _alike(file, numbers)


def _no_address(file: str, posting: Node) -> Iterator[Problem]:
    """Find an identifier that the address of a role's second or further posting cannot end with."""
    node = posting.child("identifier")
    if node is None:
        yield Problem(
            file, posting.line, posting.column, "missing-key",
            "“identifier” is missing here: the address of a role's second and further postings ends with it.",
            "Add a line “identifier: …” with the requisition's number.",
        )  # fmt: skip
        return
    said = node.text()
    if said is not None and (said.lower() in RESERVED or not re.fullmatch(REQUISITION, said)):
        yield Problem(
            file, node.line, node.column, "bad-requisition",
            f"The address of the posting cannot end with “{said[:80]}”.",
            "Write Latin letters and digits, with single hyphens or underscores between them, as in “SO-2026-04”"
            + (", and another word than this, which is another page's." if said.lower() in RESERVED else "."),
        )  # fmt: skip


def _alike(file: str, numbers: Iterable[Node]) -> Iterator[Problem]:
    """Find identifiers that differ in capital letters alone: addresses do not, on all servers."""
    seen: dict[str, str] = {}
    for node in numbers:
        said = node.text() or ""
        other = seen.setdefault(said.lower(), said)
        if other != said:
            yield Problem(
                file, node.line, node.column, "duplicate-id",
                f"The posting “{said[:80]}” differs from “{other[:80]}” in capital letters alone.",
                "Give each posting a number of its own.",
            )  # fmt: skip


def _values(nodes: Iterable[Node], key: str) -> Iterator[Node]:
    """The values of a key, those that are not empty."""
    return (value for node in nodes if (value := node.child(key)) and value.text())


def _repeated(file: str, noun: str, values: Iterable[Node], hint: str) -> Iterator[Problem]:
    for node, text, first_line in repeated(values):
        message = f"The {noun} “{text}” is declared a second time; the first is on line {first_line}."
        yield Problem(file, node.line, node.column, "duplicate-id", message, hint)
