"""What is kept is never stale, never in the way, and never too much."""

from __future__ import annotations

import copy
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.audience import Audience
from generator.catalogue import Artefact, Format, artefacts, as_file
from generator.documents.blocks import Document
from generator.documents.edition import Edition
from generator.kit import Kit
from generator.language import Language
from generator.publish import cache
from tests.conftest import kit_of

EDITS = 25
"""Fields that are edited, one after the other, of the six hundred that the small kit has."""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ROLEBOOK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def files(kit: Kit, tag: str) -> Iterator[tuple[Artefact, Document, Edition]]:
    edition = Edition(kit, Language(tag))
    for artefact in artefacts(kit, Audience.INTERNAL):
        if artefact.row.format.is_offered:
            yield artefact, artefact.document(edition), edition


def through_cache(artefact: Artefact, document: Document, edition: Edition) -> tuple[bytes, bool]:
    """The file, and whether it was made rather than found."""
    made = []

    def make() -> bytes:
        made.append(True)
        return as_file(document, edition, artefact.row.format)

    return cache.kept(document, edition, artefact.row.format, make), bool(made)


def leaves(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every text and number of a kit's data."""
    if isinstance(part, dict | list):
        for key, value in part.items() if isinstance(part, dict) else enumerate(part):
            yield from leaves(value, (*path, key))
    elif isinstance(part, str | int | float) and not isinstance(part, bool):
        yield path


def edited(data: dict[str, Any], path: tuple[Any, ...]) -> Kit | None:
    """The kit with one field changed; None where that is no kit."""
    changed = copy.deepcopy(data)
    here = changed
    for step in path[:-1]:
        here = here[step]
    value = here[path[-1]]
    here[path[-1]] = f"{value} x" if isinstance(value, str) else value + 1
    try:
        return kit_of(changed)
    except ValueError:
        return None


def test_after_any_edit_the_files_are_as_if_made_anew(small_data: dict[str, Any]) -> None:
    """Byte for byte; and what an edit does not change is not made again."""
    for artefact, document, edition in files(kit_of(small_data), "ar"):
        assert through_cache(artefact, document, edition)[1]
    chance = random.Random(11)
    ways = list(leaves(small_data))
    tried = found = 0
    while tried < EDITS:
        kit = edited(small_data, chance.choice(ways))
        if kit is None:
            continue
        tried += 1
        for artefact, document, edition in files(kit, "ar"):
            content, made = through_cache(artefact, document, edition)
            found += not made
            if not made or artefact.row.format is not Format.PDF:
                assert content == as_file(document, edition, artefact.row.format), artefact.path
    assert found > tried  # most files outlive most edits


def test_a_damaged_file_is_made_anew(small: Kit, place: Path) -> None:
    one = next(files(small, "en"))
    content, _ = through_cache(*one)
    [kept] = place.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert through_cache(*one) == (content, True)
    assert through_cache(*one) == (content, False)


def test_another_day_another_language_or_other_words_are_another_file(
    small: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    artefact, document, edition = next(files(small, "ar"))
    assert through_cache(artefact, document, edition)[1]
    assert not through_cache(artefact, document, edition)[1]
    (tmp_path / "ar.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n', "utf-8")
    other_words = Edition(small, Language("ar", (tmp_path,)))
    assert through_cache(artefact, document, other_words)[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert through_cache(artefact, document, edition)[1]


def test_what_was_not_used_for_longest_is_forgotten_first(small: Kit, place: Path) -> None:
    several = list(files(small, "en"))[:4]
    for one in several:
        through_cache(*one)
    sizes = {path: path.stat().st_size for path in place.iterdir()}
    for number, path in enumerate(sorted(place.iterdir())):
        os.utime(path, (number, number))
    oldest = min(place.iterdir(), key=lambda path: path.stat().st_mtime)
    cache.trim(sum(sizes.values()) - 1)
    assert not oldest.exists()
    assert len(list(place.iterdir())) == 3
    cache.trim(0)
    assert list(place.iterdir()) == []


def test_where_nothing_can_be_kept_files_are_made_all_the_same(
    small: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv("ROLEBOOK_CACHE", str(tmp_path / "file"))
    assert through_cache(*next(files(small, "en")))[1]
    monkeypatch.setenv("ROLEBOOK_CACHE", "off")
    assert through_cache(*next(files(small, "en")))[1]
