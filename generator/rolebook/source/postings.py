"""What validation can't see of a single posting: that there is a careers section, and that numbers are unique."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.problem import Problem
from rolebook.source.nodes import Node


def problems(file: str, root: Node) -> Iterator[Problem]:
    """What is wrong with a kit's postings taken together.

    What is not of the expected shape is passed over: validating the kit reports it.
    """
    seen: dict[str, int] = {}
    listed = root.child("roles")
    for role in listed.items() if listed else []:
        posting = role.child("posting")
        if posting is None:
            continue
        if root.child("careers") is None:
            yield Problem(
                file, posting.line, posting.column, "no-careers",
                "There is a posting, but the kit has no careers section.",
                "Add “careers:” at the top level: the public site's address, the employer, and how candidates are met.",
            )  # fmt: skip
        identifier = posting.child("identifier")
        text = identifier.text() if identifier else None
        if identifier and text:
            if text in seen:
                yield Problem(
                    file, identifier.line, identifier.column, "duplicate-id",
                    f"The posting “{text}” is declared a second time; the first is on line {seen[text]}.",
                    "Give each posting a number of its own.",
                )  # fmt: skip
            seen.setdefault(text, identifier.line)
        yield from _places(file, posting)


def _places(file: str, posting: Node) -> Iterator[Problem]:
    places, seen = posting.child("places"), dict[str, int]()
    for place in places.items() if places else []:
        name = place.child("id")
        text = name.text() if name else None
        if name and text:
            if text in seen:
                yield Problem(
                    file, name.line, name.column, "duplicate-id",
                    f"The place “{text}” is declared a second time; the first is on line {seen[text]}.",
                    "Give each place of a posting its own id.",
                )  # fmt: skip
            seen.setdefault(text, name.line)
