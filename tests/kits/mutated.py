"""Kits that nobody wrote: the small kit, changed at random places and by the structure of what stands there.

Every change leaves a file that a person could have written: an item twice, moved, or gone; a text of another kind; an
id, a number, a day or a choice of another place where the same key stands. What such a file is, `rolebook check` says:
changes that it refuses are taken back, so that many can be made one after the other.
"""

from __future__ import annotations

import copy
import functools
import json
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rolebook import rules
from rolebook.kit import Kit
from rolebook.problem import Severity
from rolebook.source import load

from tests.conftest import SMALL
from tests.documents.hostile import ATTACKS

TEXTS = (
    *ATTACKS,
    "x",
    "Word " * 400,
    "Unbroken" * 60,
    "قال: «نعم» (١٢٣) – ABC",
    "\u200f\u200e\u00ad\u2060",
    "e\u0301 👩‍👩‍👧‍👦 🩷 \uf0b7 \u06dd \U0001f1f8\U0001f1e6",
    "one\n\ntwo\n- three\n\n    four",
    "$& $$ {skill} {0} %s \\n #{x} @@",
    "\"; , ' | & < >",
    "2026-02-30",
)
"""What may stand for any text: other markup, too long, of both directions, of signs that no font has."""
NUMBERS: tuple[float, ...] = (0, 1, 2, 3, 5, 7, 60, 999, 10_000_000, 1.5)
Spot = tuple[Any, Any]
"""A mapping or a list, and the key or place in it."""


def spots(part: Any) -> Iterator[Spot]:
    """Every place of a kit's data, from the top down."""
    for key in list(part) if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ():
        yield part, key
        yield from spots(part[key])


class Mutant:
    """A kit's data on its way to something else.

    Args:
        number: Which one: the same number gives the same kit.
    """

    def __init__(self, number: int) -> None:
        self._chance = random.Random(number)
        self.data: dict[str, Any] = copy.deepcopy(_small())
        self._tags = list(self.data["kit"]["languages"])

    def change(self) -> None:
        """Change one place."""
        part, key = self._chance.choice(list(spots(self.data)))
        value = part[key]
        if self._is_text(value):
            how: tuple[Callable[[Any, Any], None], ...] = (self._say, self._say, self._take)
        elif isinstance(value, dict):
            how = (self._take, self._borrow, self._shuffle)
        elif isinstance(value, list):
            how = (self._take, self._borrow, self._shuffle, self._lengthen, self._repeat)
        else:
            how = (self._take, self._borrow, self._vary)
        if isinstance(part, list):
            how += (self._repeat_item, self._move)
        self._chance.choice(how)(part, key)

    def _is_text(self, value: Any) -> bool:
        return isinstance(value, dict) and bool(value) and set(value) <= set(self._tags)

    def _say(self, part: Any, key: Any) -> None:
        part[key] = {tag: self._chance.choice(TEXTS) for tag in self._tags}

    def _take(self, part: Any, key: Any) -> None:
        del part[key]

    def _borrow(self, part: Any, key: Any) -> None:
        """Put there what stands at another place under the same key."""
        alike = [other[there] for other, there in spots(self.data) if there == key and type(other) is type(part)]
        part[key] = copy.deepcopy(self._chance.choice(alike))

    def _shuffle(self, part: Any, key: Any) -> None:
        value = part[key]
        items = list(value.items()) if isinstance(value, dict) else list(value)
        self._chance.shuffle(items)
        part[key] = dict(items) if isinstance(value, dict) else items

    def _repeat(self, part: Any, key: Any) -> None:
        part[key] = copy.deepcopy(part[key]) * 2

    def _lengthen(self, part: Any, key: Any) -> None:
        """Repeat the items many times, with ids of their own."""
        part[key] = [
            {**copy.deepcopy(item), "id": f"{item['id']}-{turn}"} if turn and _has_id(item) else copy.deepcopy(item)
            for turn in range(self._chance.choice((2, 5, 20)))
            for item in part[key]
        ]

    def _repeat_item(self, part: Any, key: Any) -> None:
        item = copy.deepcopy(part[key])
        if _has_id(item):
            item["id"] = f"{item['id']}-{self._chance.randrange(100)}"
        part.insert(key, item)

    def _move(self, part: Any, key: Any) -> None:
        part.insert(self._chance.randrange(len(part)), part.pop(key))

    def _vary(self, part: Any, key: Any) -> None:
        value = part[key]
        if isinstance(value, bool):
            part[key] = not value
        elif isinstance(value, int | float):
            part[key] = self._chance.choice((*NUMBERS, value + 1, value - 1, value * 10))
        elif isinstance(value, date):
            part[key] = value + timedelta(days=self._chance.choice((-4000, -30, -1, 1, 30, 4000)))
        else:
            part[key] = self._chance.choice((*TEXTS, *(f"{value}-{end}" for end in "ab"), str(value).upper()))


def _has_id(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str)


@functools.cache
def _small() -> dict[str, Any]:
    loaded = load(SMALL)
    assert loaded.root is not None
    data: dict[str, Any] = loaded.root.data()
    return data


def accepted(data: dict[str, Any], path: Path) -> Kit | None:
    """The kit that a file with this data is; None where `rolebook check` finds an error.

    Fails unless each error has its place.
    """
    path.write_text(json.dumps(data, ensure_ascii=False, default=str), "utf-8")
    loaded = load(path)
    assert all(one.line >= 1 and one.column >= 1 and one.message for one in loaded.problems)
    if loaded.kit is None:
        assert loaded.problems
        return None
    found = rules.findings(loaded.kit, misread=loaded.misread)
    return None if any(rule.severity is Severity.ERROR for rule, _ in found) else loaded.kit


def mutant(number: int, path: Path, rounds: int = 6, changes: int = 3) -> Kit:
    """A kit that passes `rolebook check`, and stands in `path`.

    Args:
        number: Which one.
        path: Where it is written.
        rounds: How often changes are made and checked.
        changes: How many at a time; what is refused is taken back.
    """
    one, kit = Mutant(number), None
    kept = one.data
    for _ in range(rounds):
        one.data = copy.deepcopy(kept)
        for _ in range(changes):
            one.change()
        if found := accepted(one.data, path):
            kept, kit = one.data, found
    if kit is None or one.data is not kept:
        kit = accepted(kept, path)
    assert kit is not None
    return kit
