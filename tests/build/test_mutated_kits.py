"""Whatever passes `rolebook check` builds: kits changed at random become every document, page and file.

    python -m tests.build.test_mutated_kits 5000 200

composes 5,000 such kits to documents, and builds 200 with all their files (`make nightly`, `make fuzz`).
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import lxml.html
import pytest
from rolebook.audience import Audience, edition_for, languages_for
from rolebook.build.build import build
from rolebook.catalogue import Format, as_file, links_from, localized_artefacts
from rolebook.formats import html, text
from rolebook.kit import Kit
from rolebook.language import language_of

from tests.kits.mutated import mutant

MUTANTS = 10
"""How many the test suite composes; it builds the first one with all files. All but the first two are slow."""


def composed(kit: Kit, path: Path) -> int:
    """Compose every document of a kit, in every language and for every audience, and return how many there are.

    Each is written as HTML and as plain text, and what is no page and no PDF as the file that it is.
    """
    documents = 0
    for audience in Audience:
        if audience is Audience.PUBLIC and kit.careers is None:
            continue
        for tag in languages_for(audience, kit):
            edition = edition_for(audience, kit, language_of(path, tag))
            for artefact in localized_artefacts(kit, edition):
                document, form = artefact.document, artefact.row.format
                documents += 1
                if form is Format.PAGE:
                    page = html.write(document, edition.language, links_from(document))
                    tree = lxml.html.fragment_fromstring(page, "div")
                    assert not tree.xpath("//script | //iframe | //img | //*[@onclick or @onerror or @onload]")
                    ids = tree.xpath("//@id")
                    assert len(ids) == len(set(ids)), sorted(one for one in set(ids) if ids.count(one) > 1)
                    assert text.write(document, edition.language)
                elif form is not Format.PDF:
                    assert as_file(document, edition, form)
    return documents


def built(kit: Kit, path: Path, out: Path) -> None:
    """Build every site of a kit with all its files."""
    for audience in Audience:
        if audience is Audience.INTERNAL or kit.careers is not None:
            build(kit, path, out, audience=audience)
            assert any(out.rglob("index.html"))


@pytest.mark.parametrize("number", [0, 1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, MUTANTS))])
def test_what_passes_the_check_is_composed(tmp_path: Path, number: int) -> None:
    path = tmp_path / "roles.yaml"
    assert composed(mutant(number, path), path) > 10


@pytest.mark.slow
def test_what_passes_the_check_is_built_with_all_files(tmp_path: Path) -> None:
    path = tmp_path / "roles.yaml"
    built(mutant(0, path), path, tmp_path)


def tried(number: int, compose: bool, build_: bool) -> tuple[int, str]:
    """Compose and build one, and return how many documents it has, and what went wrong; its file is kept then."""
    folder = Path(tempfile.mkdtemp(prefix=f"rolebook-mutant-{number}-"))
    path, documents = folder / "roles.yaml", 0
    try:
        with tempfile.TemporaryDirectory(prefix="rolebook-built-") as out:
            kit = mutant(number, path, rounds=12)
            if compose:
                documents = composed(kit, path)
            if build_:
                built(kit, path, Path(out))
    except Exception:
        return documents, f"{path}:\n{traceback.format_exc()}"
    path.unlink()
    folder.rmdir()
    return documents, ""


def hunt(compose: int, build_: int, first: int = 0) -> int:
    """Compose and build that many on all processors, and return how many failed."""
    started, documents, failed = time.perf_counter(), 0, 0
    numbers = range(first, first + max(compose, build_))
    with ProcessPoolExecutor() as pool:
        composes, builds = ([one < first + count for one in numbers] for count in (compose, build_))
        results = pool.map(tried, numbers, composes, builds)
        for done, (composed_, wrong) in enumerate(results, start=1):
            documents += composed_
            if wrong:
                failed += 1
                print(wrong, flush=True)
            if done % 100 == 0:
                print(f"{done:,} kits in {time.perf_counter() - started:.0f} s", flush=True)
    print(f"{compose:,} composed to {documents:,} documents, {build_:,} built; {failed:,} failed.")
    return failed


if __name__ == "__main__":
    sys.exit(min(1, hunt(*map(int, sys.argv[1:]))))
