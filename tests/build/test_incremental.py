"""After an edit, a build that finds what was made before gives the same bytes as one that makes everything again.

The fields of the small kit are edited in turn, each of them by `make nightly`. Pages are compared as they are
published; of a PDF, all that Typst is given is compared: it sets the same bytes for the same input
(`test_reproducible`), but takes a hundred times as long. Two edits at once are compared as whole sites, with everything
in them: three builds with all files, which is slow.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rolebook.audience import Audience
from rolebook.build import site_renderer
from rolebook.build.build import build
from rolebook.build.site_renderer import SiteRenderer
from rolebook.catalogue import Format, as_file
from rolebook.documents.blocks import Document, Kind
from rolebook.documents.edition import Edition
from rolebook.engine.material.engine import MaterialEngine
from rolebook.formats.pdf.data import document_data
from rolebook.kit import Kit
from rolebook.site.site import site_of

from tests.conftest import SMALL, kit_of
from tests.folders import manifest
from tests.thoroughness import TIMES

PARTS = 2 if TIMES > 1 else 1
"""Parts that the fields are edited in, so that several processes can."""
EACH = 1 if TIMES > 1 else 10
"""One field of so many is edited; each of them by `make nightly`."""
OF_THE_PROGRAM = {Kind.REFERENCE, Kind.RULES}
"""Pages that say what the program says, whatever the kit: a fifth of the time."""


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


def stand_in(document: Document, edition: Edition, form: Format, *, confidential: bool) -> bytes:
    """What a file is made from, or the file itself where that is quick."""
    if form is Format.PDF:
        return json.dumps(document_data(document, edition, confidential=confidential), sort_keys=True).encode()
    return repr(document).encode() if form is Format.DOCX else as_file(document, edition, form)


def made(renderer: SiteRenderer) -> Iterator[tuple[str, bytes]]:
    """Everything that a site consists of, by its path; a page with what the search finds it by."""
    attachments = {}
    for path, artefact in renderer.site.artefacts.items():
        if artefact.row.format is not Format.PAGE:
            content = renderer.file(artefact)
            attachments[path] = renderer.attachment(artefact, content)
            yield path, content
    for artefact in renderer.site.pages:
        if artefact.row.kind not in OF_THE_PROGRAM:
            page = renderer.page(artefact, attachments)
            yield artefact.path, page.content + repr(page.search_record).encode()


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(
    ("audience", "tag"), [pytest.param(Audience.INTERNAL, "ar", marks=pytest.mark.nightly), (Audience.PUBLIC, "en")]
)
def test_after_an_edit_of_any_field_nothing_is_stale(
    audience: Audience,
    tag: str,
    part: int,
    small_data: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = site_of(kit_of(small_data), SMALL, audience, tag, with_files=True)
    prepared = MaterialEngine().prepare(before, tmp_path / "out")
    assert prepared.renderer is not None
    assert prepared.warnings == ()
    monkeypatch.setattr(site_renderer, "as_file", stand_in)
    fields = [path for path in leaves(small_data) if path[-1] == tag or path[-1] not in small_data["kit"]["languages"]]
    assert len(fields) > 300
    tried = 0
    for path in fields[part :: PARTS * EACH]:
        kit = edited(small_data, path)
        if kit is None or (audience is Audience.PUBLIC and kit.careers is None):
            continue
        tried += 1
        results = []
        for place in (str(tmp_path / "cache"), "off"):
            monkeypatch.setenv("ROLEBOOK_CACHE", place)
            site = site_of(kit, SMALL, audience, tag, with_files=True)
            results.append(dict(made(SiteRenderer(site, prepared.renderer))))
        assert results[0] == results[1], path
    assert tried > len(fields) / PARTS / EACH / 2


@pytest.mark.slow
@pytest.mark.long
def test_a_whole_site_after_an_edit_is_the_one_that_is_built_anew(
    small_data: dict[str, Any],
    written: Callable[[dict[str, Any]], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def publish(out: str, cache: str) -> dict[str, str]:
        monkeypatch.setenv("ROLEBOOK_CACHE", cache)
        path, kit = written(small_data), kit_of(small_data)
        for audience in Audience:
            build(kit, path, tmp_path / out, audience=audience)
        return manifest(tmp_path / out)

    cache = str(tmp_path / "cache")
    publish("kept", cache)
    small_data["skills"][0]["name"] = {"en": "Oven work", "ar": "عمل الفرن"}
    small_data["roles"][0]["posting"]["pay"]["maximum"] = 9999
    assert publish("kept", cache) == publish("cold", "off")
