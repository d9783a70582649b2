"""What is kept is never stale, never in the way, and never too much."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rolebook.audience import Audience
from rolebook.build import cache
from rolebook.build.site_renderer import SiteRenderer
from rolebook.catalogue import LocalizedArtefact
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit import Kit
from rolebook.language import Language
from rolebook.site.site import Site, site_of

from tests.conftest import SMALL
from tests.formats.paper import pdf_text
from tests.plain_engine import PlainRenderer


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ROLEBOOK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept_in(place: Path) -> list[Path]:
    """What was made, beside the marker."""
    return sorted(place.glob("*.rolebook"))


def files(kit: Kit, tag: str) -> Iterator[tuple[Site, LocalizedArtefact]]:
    site = site_of(kit, SMALL, Audience.INTERNAL, tag, with_files=True)
    for artefact in site.artefacts.values():
        if artefact.row.format.is_offered:
            yield site, artefact


def through_cache(site: Site, artefact: LocalizedArtefact) -> tuple[bytes, bool]:
    """The file, and whether it was made rather than found."""
    renderer = SiteRenderer(site, PlainRenderer(Path()))
    made = cache.find(renderer.key(artefact)) is None
    return renderer.file(artefact), made


def test_a_damaged_file_is_made_anew(small: Kit, place: Path) -> None:
    one = next(files(small, "en"))
    content, _ = through_cache(*one)
    [kept] = kept_in(place)
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
    other_words = replace(site, edition=InternalEdition(small, Language("ar", (tmp_path,))))
    assert through_cache(other_words, other_words.artefacts[artefact.dest_uri])[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert through_cache(site, artefact)[1]


def test_of_one_document_a_confidential_file_and_an_open_one_stay_apart(small: Kit) -> None:
    """Each row says for itself whether its sheets are confidential, in the file and in the cache."""
    site = site_of(small, SMALL, Audience.INTERNAL, "en", with_files=True)
    closed = site.artefacts["roles/baker/job-description.pdf"]
    opened = replace(closed, row=replace(closed.row, confidential=False))
    first, again = (pdf_text(through_cache(site, artefact)[0]) for artefact in (opened, closed))
    assert ("Confidential" in first, "Confidential" in again) == (False, True)


def test_what_was_not_used_for_longest_is_forgotten_first(small: Kit, place: Path) -> None:
    several = list(files(small, "en"))[:4]
    for one in several:
        through_cache(*one)
    sizes = {path: path.stat().st_size for path in kept_in(place)}
    for number, path in enumerate(kept_in(place)):
        os.utime(path, (number, number))
    oldest = min(kept_in(place), key=lambda path: path.stat().st_mtime)
    cache.trim(time.time(), sum(sizes.values()) - 1)
    assert not oldest.exists()
    assert len(kept_in(place)) == 3
    cache.trim(time.time(), 0)
    assert kept_in(place) == []


def test_what_is_found_counts_as_used(small: Kit, place: Path) -> None:
    one, other = list(files(small, "en"))[:2]
    through_cache(*one)
    [found_again] = kept_in(place)
    through_cache(*other)
    for number, path in enumerate(sorted(kept_in(place), key=lambda path: path != found_again)):
        os.utime(path, (number + 1, number + 1))
    assert not through_cache(*one)[1]
    cache.trim(time.time() + 1, found_again.stat().st_size)
    assert kept_in(place) == [found_again]


def test_what_the_last_build_used_is_kept_however_large(small: Kit, place: Path) -> None:
    """Else a kit whose files are larger than the limit would find nothing of what it has just made."""
    old, *new = list(files(small, "en"))[:4]
    through_cache(*old)
    [path] = kept_in(place)
    os.utime(path, (1, 1))
    for one in new:
        through_cache(*one)
    os.utime(kept_in(place)[0] if kept_in(place)[0] != path else kept_in(place)[1], (2, 2))  # as it began
    cache.trim(2, 0)
    assert not path.exists()
    assert len(kept_in(place)) == len(new)


def test_where_nothing_can_be_kept_files_are_made_all_the_same(
    small: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv("ROLEBOOK_CACHE", str(tmp_path / "file"))
    assert through_cache(*next(files(small, "en")))[1]
    monkeypatch.setenv("ROLEBOOK_CACHE", "off")
    assert through_cache(*next(files(small, "en")))[1]


def test_a_folder_of_somebody_elses_is_left_as_it_is(small: Kit, place: Path) -> None:
    """A whole home, named by mistake, or the cache of another program that names its files by their hashes."""
    place.mkdir()
    (place / "thesis.txt").write_text("years of work", "utf-8")
    (place / ("a" * 64)).write_text("another program's", "utf-8")
    (place / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n", "utf-8")
    before = {path: path.read_bytes() for path in place.iterdir()}
    one = next(files(small, "en"))
    assert through_cache(*one)[1]
    assert not through_cache(*one)[1]
    cache.trim(time.time() + 1, 0)
    cache.clean()
    assert {path: path.read_bytes() for path in place.iterdir() if path.is_file()} == before


def test_what_others_put_beside_it_later_is_never_deleted(small: Kit, place: Path) -> None:
    through_cache(*next(files(small, "en")))
    mine = place / ("b" * 64)
    mine.write_text("mine", "utf-8")
    os.utime(mine, (1, 1))
    cache.trim(time.time() + 1, 0)
    assert kept_in(place) == []
    through_cache(*next(files(small, "en")))
    cache.clean()
    assert mine.read_text("utf-8") == "mine"
    assert kept_in(place) == []


def test_an_unmarked_folder_is_not_cleaned(small: Kit, place: Path) -> None:
    through_cache(*next(files(small, "en")))
    (place / "CACHEDIR.TAG").unlink()
    cache.trim(time.time() + 1, 0)
    cache.clean()
    assert len(kept_in(place)) == 1


def test_whoever_has_no_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROLEBOOK_CACHE")
    monkeypatch.setattr(cache, "user_cache_path", lambda *_, **__: Path("~/.cache/rolebook"))
    assert cache.folder() is None


def test_what_cannot_take_its_place_leaves_nothing_behind(place: Path) -> None:
    cache.keep("first", b"so that there is a folder")
    (place / "second.rolebook").mkdir()
    cache.keep("second", b"a file cannot replace a folder")
    assert sorted(path.name for path in place.iterdir() if path.name.endswith("-new")) == []
