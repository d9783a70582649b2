"""Reading YAML into a tree (`source.nodes`).

The tree is built from PyYAML's events, so nothing is ever constructed but strings, numbers, booleans, null, lists
and mappings, whatever tags a file carries. Scalars are read by the YAML 1.2 core schema, as editors and JSON Schema
read them: `no` and `12:30` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import yaml

from rolebook.exceptions import RolebookError
from rolebook.problem import Path
from rolebook.source.nodes import Entry, Node

MAX_BYTES: Final = 32 * 1024 * 1024
"""A kit of 10,000 roles has 17 MB; nothing that a person keeps is larger than this."""
MAX_ITEMS: Final = 12_000
"""Items of one list, and keys of one mapping: more than the 10,000 roles of the largest kit thought of."""
MAX_DEPTH: Final = 40
"""The deepest sensible kit, an organisation of many tiers, stays under half of this."""
MAX_NODES: Final = 1_000_000
"""Values after aliases are expanded, twice those of 10,000 roles: an alias bomb stops here."""
MAX_DUPLICATES: Final = 1_000
"""Twice keys that are remembered: as many as anybody would read about."""

CURLY: Final = frozenset("“”„‘")
"""Quotes that people and word processors write, and that are none to YAML."""
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_BEGINS_NUMBERS: Final = frozenset("+-.0123456789")
_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_PLAIN_TAGS: Final = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq"))


class NotReadableError(RolebookError):
    """The text cannot be read any further: what is wrong, and where."""

    def __init__(self, code: str, message: str, hint: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.line, self.column = code, message, hint, line, column


class NotYamlError(RolebookError):
    """The text is not YAML."""


@dataclass(frozen=True)
class DuplicateKey:
    """A key that a mapping has twice; the first one counts."""

    key: str
    line: int
    column: int
    first_line: int


class Noticed(NamedTuple):
    """What was noticed while a tree was read.

    Attributes:
        duplicates: Keys that a mapping has twice.
        odd: Texts without quotes around them, with the way to each, that begin with a curly quote, end with a straight
            one, or are given a name with &: perhaps not what was meant (`source.misread`).
    """

    duplicates: list[DuplicateKey]
    odd: list[tuple[Path, Node]]


def compose(text: str) -> tuple[Node, Noticed]:
    """Read YAML into a tree.

    Args:
        text: The whole file.

    Returns:
        The root node, and what was noticed on the way.

    Raises:
        NotYamlError: It is no YAML; `source.slips` looks for what was mistyped.
        NotReadableError: The text is empty, nested too deep, grows too large by its aliases, or uses a
            feature that no kit needs (several documents, tags, complex keys).
    """
    try:
        return _Builder().build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark is not None and _too_deep(text[: mark.index]):  # some parsers stop there before we do
            raise NotReadableError(*_TOO_DEEP, "", mark.line + 1, mark.column + 1) from None
        raise NotYamlError from None
    except yaml.YAMLError:
        raise NotYamlError from None


_TOO_DEEP: Final = "too-deep", f"The nesting is deeper than {MAX_DEPTH} levels."


def _too_deep(text: str) -> bool:
    """Tell whether more brackets are open at the end of a text than a kit may nest."""
    return text.count("[") + text.count("{") - text.count("]") - text.count("}") > MAX_DEPTH


_Key = tuple[str, int, int]
"""A mapping's key, its line and its column."""
_NO_KEY: Final[_Key] = ("", 0, 0)
"""Stands for a key where there are none: in a list, and above the root."""


class _Builder:
    """Builds the tree event by event, without recursion, so that depth is a count and not a stack."""

    def __init__(self) -> None:
        self.duplicates: list[DuplicateKey] = []
        self.odd: list[tuple[Path, Node]] = []
        self.anchors: dict[str, Node] = {}
        self.open: list[Node] = []
        self.keys: list[_Key | None] = [_NO_KEY]
        """For the root and each open node: the key whose value comes next; None if a key comes next."""
        self.root: Node | None = None
        self._documents = 0

    def build(self, events: Iterator[yaml.Event]) -> tuple[Node, Noticed]:
        take: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for event in events:
            if type(event) in take:
                take[type(event)](event)
        if self.root is None:
            raise NotReadableError(
                "empty-file", "The file is empty.", "Begin with a copy of the roles.yaml that comes with Rolebook."
            )
        return self.root, Noticed(self.duplicates, self.odd)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._stop(event, "several-documents", "The file holds more than one YAML document.")

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        if self.keys[-1] is None:
            self.keys[-1] = (event.value, mark.line + 1, mark.column + 1)
            return
        if event.tag and event.tag not in _PLAIN_TAGS and event.tag != "!":
            raise self._stop(event, "tag", f"The tag {event.tag} is not allowed.", "Write the value without a tag.")
        word, is_plain = event.value, event.implicit[0] and not event.tag
        node = Node(mark.line + 1, mark.column + 1, _plain(word) if is_plain else word)
        if event.anchor:
            self.anchors[event.anchor] = node
        if is_plain and word and (word[-1] == '"' or word[0] in CURLY or event.anchor):
            self.odd.append((self._path(), node))
        self._attach(node)

    def _path(self) -> Path:
        """Return the path of the value that comes next."""
        steps = zip(self.open, self.keys[1:], strict=True)
        return tuple(len(node.value) if key is _NO_KEY else key[0] for node, key in steps if key is not None)

    def _open(self, event: Any) -> None:
        if self.keys[-1] is None:
            raise self._stop(event, "key-type", "A key must be a word, not a list or a mapping.")
        if event.tag and event.tag not in _PLAIN_TAGS and event.tag != "!":
            raise self._stop(event, "tag", f"The tag {event.tag} is not allowed.", "Write the value without a tag.")
        if len(self.open) >= MAX_DEPTH:
            raise self._stop(event, *_TOO_DEEP)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node(event.start_mark.line + 1, event.start_mark.column + 1, {} if is_mapping else [])
        if event.anchor:
            self.anchors[event.anchor] = node
        self.open.append(node)
        self.keys.append(None if is_mapping else _NO_KEY)

    def _close(self, event: Any) -> None:
        node = self.open.pop()
        self.keys.pop()
        if isinstance(node.value, dict):
            _merge(node)
        self._attach(node)

    def _alias(self, event: Any) -> None:
        target = self.anchors.get(event.anchor)
        if target is None:
            raise self._stop(event, "unknown-alias", f"Nothing above is marked &{event.anchor}.")
        if any(target is node for node in self.open):
            raise self._stop(event, "endless-alias", f"*{event.anchor} stands inside of what it repeats.")
        if self.keys[-1] is None:
            raise self._stop(event, "key-type", "A key must be a word, not an alias.")
        self._attach(target)

    def _attach(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent, key = self.open[-1], self.keys[-1]
        value = parent.value
        parent.size += node.size
        if parent.size > MAX_NODES:
            raise NotReadableError(
                "too-large",
                f"The file holds more than {MAX_NODES:,} values once its aliases are expanded.",
                "Remove aliases (*name) that repeat other aliases.",
                node.line,
                node.column,
            )
        if len(value) >= MAX_ITEMS:
            raise NotReadableError(
                "too-large",
                f"There are more than {MAX_ITEMS:,} items or keys in one place.",
                "Split the kit.",
                node.line,
                node.column,
            )
        if key is _NO_KEY:
            value.append(node)
        elif key is not None:
            name, line, column = key
            if name in value:
                if len(self.duplicates) < MAX_DUPLICATES:
                    self.duplicates.append(DuplicateKey(name, line, column, value[name].line))
            else:
                value[name] = Entry(line, column, node)
            self.keys[-1] = None

    @staticmethod
    def _stop(event: Any, code: str, message: str, hint: str = "") -> NotReadableError:
        return NotReadableError(code, message, hint, event.start_mark.line + 1, event.start_mark.column + 1)


def _plain(word: str) -> Any:
    """Return a plain scalar's value by the YAML 1.2 core schema."""
    if word in _NULL:
        return None
    if word in _BOOLEANS:
        return _BOOLEANS[word]
    if word[0] not in _BEGINS_NUMBERS:
        return word
    if _INTEGER.fullmatch(word):
        return int(word)
    return float(word) if _FLOAT.fullmatch(word) else word


def _merge(node: Node) -> None:
    """Expand `<<: *name` (or a list of them): keys that the mapping lacks come from there."""
    merged = node.value.pop("<<", None)
    if merged is None:
        return
    bases = merged.node.items() or [merged.node]
    for base in bases:
        if not isinstance(base.value, dict):
            raise NotReadableError("merge", "`<<` takes a mapping, or a list of mappings.", "", base.line, base.column)
        for key, entry in base.value.items():
            node.value.setdefault(key, entry)
