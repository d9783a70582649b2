"""Stale translations: pairs of hashes of texts and translations that somebody has read and accepted.

The pairs lie beside the kit in a file of their own, a line each: language, hash of the text, hash of its translation.
They name no place, so that texts can be moved, and two people's changes can be merged.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path as FilePath

from rolebook.kit import Kit
from rolebook.problem import Finding

Pair = tuple[str, str, str]
"""Language, hash of the text in the kit's first language, hash of its translation."""
_LINE = re.compile(r"([a-zA-Z-]{2,}) ([0-9a-f]{8}) ([0-9a-f]{8})")
_HEAD = "# Translations that somebody has read. Written by `rolebook translate --accept`.\n"


def accepted_file(kit: FilePath) -> FilePath:
    """Return where the accepted pairs of a kit are: `roles.translated` beside `roles.yaml`."""
    return kit.with_suffix(".translated")


def read_accepted(kit: FilePath) -> frozenset[Pair]:
    """Read the accepted pairs of a kit's file. Malformed lines are skipped; without a file there are none."""
    try:
        file = accepted_file(kit)
        lines = file.read_text("utf-8", errors="replace").splitlines() if file.is_file() else []  # no pipe, no device
    except (OSError, ValueError):
        return frozenset()
    matches = (_LINE.fullmatch(line) for line in lines)
    return frozenset((match[1], match[2], match[3]) for match in matches if match)


def write_accepted(kit: Kit, path: FilePath) -> int:
    """Accept every translation of a kit as it is, and return how many there are.

    Raises:
        OSError: The file cannot be written.
    """
    pairs = sorted({pair for _, pair in _pairs(kit)})
    target = accepted_file(path)
    beside = target.with_name(f".{target.name}.new")
    beside.write_text(_HEAD + "".join(f"{' '.join(pair)}\n" for pair in pairs), "utf-8")
    beside.replace(target)
    return len(pairs)


def _pairs(kit: Kit) -> Iterator[tuple[tuple[str | int, ...], Pair]]:
    for path, text in kit.own_texts():
        first, *others = text.languages()
        for tag in others:
            yield (*path, tag), (tag, _hash(text[first]), _hash(text[tag]))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def translation_stale(kit: Kit, accepted: frozenset[Pair]) -> Iterator[Finding]:
    """Find a translation whose text has changed since somebody accepted it."""
    known = {(tag, translation) for tag, _, translation in accepted}
    for path, pair in _pairs(kit):
        tag, _, translation = pair
        if pair not in accepted and (tag, translation) in known:
            yield Finding(
                path,
                f"The text in “{kit.about.languages[0]}” has changed, and its translation into “{tag}” has not.",
                "Bring the translation up to date, or run `rolebook translate --accept` if it still holds.",
            )
