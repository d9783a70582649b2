"""What is kept is never stale, never in the way, and never too much."""

from __future__ import annotations

import copy
import os
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.audience import Audience
from generator.catalogue import Artefact, Format, as_file
from generator.documents.edition import Edition
from generator.kit import Kit
from generator.language import Language
from generator.publish import cache
from generator.publish.site import Site, site_of
from tests.conftest import SMALL, kit_of

EDITS = 25
"""Fields that are edited, one after the other, of the six hundred that the small kit has."""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ROLEBOOK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def files(kit: Kit, tag: str) -> Iterator[tuple[Site, Artefact]]:
    site = site_of(kit, SMALL, Audience.INTERNAL, tag, with_files=True)
    for artefact in site.artefacts.values():
        if artefact.row.format.is_offered:
            yield site, artefact


def through_cache(site: Site, artefact: Artefact) -> tuple[bytes, bool]:
    """The file, and whether it was made rather than found."""
    made = cache.find(cache.key(site.document(artefact), site.edition, artefact.row.format)) is None
    return site.file(artefact), made


def anew(site: Site, artefact: Artefact) -> bytes:
    return as_file(site.document(artefact), site.edition, artefact.row.format)


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
    for site, artefact in files(kit_of(small_data), "ar"):
        assert through_cache(site, artefact)[1]
    chance = random.Random(11)
    ways = list(leaves(small_data))
    tried = found = 0
    while tried < EDITS:
        kit = edited(small_data, chance.choice(ways))
        if kit is None:
            continue
        tried += 1
        for site, artefact in files(kit, "ar"):
            content, made = through_cache(site, artefact)
            found += not made
            if not made or artefact.row.format is not Format.PDF:
                assert content == anew(site, artefact), artefact.path
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
    site, artefact = next(files(small, "ar"))
    assert through_cache(site, artefact)[1]
    assert not through_cache(site, artefact)[1]
    (tmp_path / "ar.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n', "utf-8")
    other_words = replace(site, edition=Edition(small, Language("ar", (tmp_path,))))
    assert through_cache(other_words, artefact)[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert through_cache(site, artefact)[1]


def test_what_was_not_used_for_longest_is_forgotten_first(small: Kit, place: Path) -> None:
    several = list(files(small, "en"))[:4]
    for one in several:
        through_cache(*one)
    sizes = {path: path.stat().st_size for path in place.iterdir()}
    for number, path in enumerate(sorted(place.iterdir())):
        os.utime(path, (number, number))
    oldest = min(place.iterdir(), key=lambda path: path.stat().st_mtime)
    cache.trim(time.time(), sum(sizes.values()) - 1)
    assert not oldest.exists()
    assert len(list(place.iterdir())) == 3
    cache.trim(time.time(), 0)
    assert list(place.iterdir()) == []


def test_what_the_last_build_used_is_kept_however_large(small: Kit, place: Path) -> None:
    """Else a kit whose files are larger than the limit would find nothing of what it has just made."""
    old, *new = list(files(small, "en"))[:4]
    through_cache(*old)
    [path] = place.iterdir()
    os.utime(path, (1, 1))
    for one in new:
        through_cache(*one)
    cache.trim(2, 0)
    assert not path.exists()
    assert len(list(place.iterdir())) == len(new)


def test_where_nothing_can_be_kept_files_are_made_all_the_same(
    small: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv("ROLEBOOK_CACHE", str(tmp_path / "file"))
    assert through_cache(*next(files(small, "en")))[1]
    monkeypatch.setenv("ROLEBOOK_CACHE", "off")
    assert through_cache(*next(files(small, "en")))[1]
