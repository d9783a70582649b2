"""The ids that a kit's file declares, collected before the kit is validated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rolebook.kit import Kit
from rolebook.kit.rating_scale import FEWEST_LEVELS, MOST_LEVELS
from rolebook.kit.references import ID_PATTERN, ValidationContext
from rolebook.kit.sections import Section
from rolebook.source.nodes import Node
from rolebook.source.profiles import shipped

_COLLECTIONS: Final = (
    "facts", "sources", "objectives", "skills", "backgrounds", "roles", "leadership_models", "glossary",
    "jurisdictions", "planner",
)  # fmt: skip
NESTED: Final = {
    "questions": ("skills", "questions"),
    "duties": ("roles", "duties"),
    "sample_answers": ("skills", "sample_answers"),
    "levels": ("roles", "levels"),
    "stages": ("roles", "interview"),
    "organisations": ("leadership_models", "organisations"),
    "rules": ("jurisdictions", "rules"),
    "options": ("planner", "options"),
}

_INSIDE: Final = {
    "screening": ("interviewing", "screening"),
    "services": ("function", "services"),
    "quantities": ("function", "sizing", "quantities"),
}
"""Collections inside a section of which there is one."""


@dataclass(frozen=True)
class Duplicate:
    """An id that is declared twice in one collection."""

    name: str
    collection: str
    node: Node
    first_line: int


def collect(root: Node) -> tuple[ValidationContext, list[Duplicate]]:
    """Collect every id that the tree declares, and those declared twice.

    A nested name is written `owner/name`. What is not of the expected shape is passed over: validating the kit
    reports it.
    """
    ids: dict[str, frozenset[str]] = {}
    duplicates: list[Duplicate] = []
    for collection in _COLLECTIONS:
        ids[collection] = frozenset(_declare(_items(root, collection), collection, duplicates))
    for collection, (owners, key) in NESTED.items():
        names: set[str] = set()
        seen: set[int] = set()
        for owner in _items(root, owners):
            listed = owner.child(key)
            if listed is None:
                continue
            owner_id = _id(owner)
            again: list[Duplicate] = []
            names.update(f"{owner_id}/{name}" for name in _declare(listed.items(), collection, again))
            if id(listed) not in seen:  # what a role inherits is reported where it is written
                duplicates.extend(again)
            seen.add(id(listed))
        ids[collection] = frozenset(names)
    for collection, path in _INSIDE.items():
        ids[collection] = frozenset(_declare(_items_at(root, path), collection, duplicates))
    ids["languages"] = frozenset(languages(root))
    ids["jurisdictions"] |= {profile.id for profile in shipped()}
    drafts = frozenset(tag for _, tag, is_draft in listed_languages(root) if is_draft)
    off = frozenset(section for section in Section if _is_off(root, section))
    for collection in _undeclared(root, off):  # what is named there need not be there
        ids.pop(collection, None)
    context = ValidationContext(languages(root), ids, drafts, highest_level=_highest_level(root), switched_off=off)
    return context, duplicates


def _is_off(root: Node, section: Section) -> bool:
    """Tell whether the kit switches a section off."""
    about = root.child("kit")
    sections = about.child("sections") if about else None
    switch = sections.child(section.value) if sections else None
    return switch is not None and switch.value is False


def _undeclared(root: Node, off: Iterable[Section]) -> Iterator[str]:
    """Yield the collections of switched-off sections that the file does not have."""
    for section in off:
        yield from (collection for collection in Kit.of_sections.get(section, ()) if root.child(collection) is None)


def _highest_level(root: Node) -> int | None:
    """Return the last level of the rating scale; None if it has no such number of levels as scales may have."""
    about = root.child("kit")
    scale = about.child("rating_scale") if about else None
    levels = len(scale.items()) if scale else 0
    return levels if FEWEST_LEVELS <= levels <= MOST_LEVELS else None


def languages(root: Node) -> tuple[str, ...]:
    """Return the tags under `kit.languages`, in order, each once, known or not: mistakes there are reported there."""
    return tuple(dict.fromkeys(tag for _, tag, _ in listed_languages(root)))


def listed_languages(root: Node) -> Iterator[tuple[Node, str, bool]]:
    """Yield the languages under `kit.languages`: the node of the tag, the tag, and whether it is a draft."""
    about = root.child("kit")
    listed = about.child("languages") if about else None
    for node in listed.items() if listed else ():
        place, draft = node.child("tag") or node, node.child("draft")
        tag = place.text()
        if tag is not None:
            yield place, tag, draft is not None and draft.value is True


def _items(root: Node, collection: str) -> list[Node]:
    return _items_at(root, (collection,))


def _items_at(root: Node, path: Iterable[str]) -> list[Node]:
    """Return the items of the list that some keys lead to, one inside of the other."""
    node: Node | None = root
    for key in path:
        node = node.child(key) if node else None
    return node.items() if node else []


def _id(node: Node) -> str | None:
    child = node.child("id")
    return child.text() if child else None


def _declare(nodes: list[Node], collection: str, duplicates: list[Duplicate]) -> Iterator[str]:
    ids = [node.child("id") for node in nodes]
    known = [node for node in ids if node is not None]
    duplicates.extend(Duplicate(text, collection, node, first_line) for node, text, first_line in repeated(known))
    for node in known:
        name = node.text()
        if name is None:
            continue
        yield name
        if not re.match(ID_PATTERN, name):  # references to it as it ought to be written are no mistakes of their own
            yield name.lower()


def repeated(nodes: Iterable[Node]) -> Iterator[tuple[Node, str, int]]:
    """Find texts that occur a second time: the node, its text, and the line of the first."""
    lines: dict[str, int] = {}
    for node in nodes:
        text = node.text()
        if text is None:
            continue
        if text in lines:
            yield node, text, lines[text]
        lines.setdefault(text, node.line)
