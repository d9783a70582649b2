"""What is kept is never stale, never in the way, and never too much."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rolebook.audience import Audience
from rolebook.catalogue import Artefact
from rolebook.documents.edition import Edition
from rolebook.kit import Kit
from rolebook.language import Language
from rolebook.publish import cache
from rolebook.publish.site import Site, site_of

from tests.conftest import SMALL


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
