"""The same pages as Markdown files, built by what a user would take instead: MkDocs with Material, Zensical, and Hugo.

Hugo has no theme here, and so is the limit: what a compiled generator takes to turn the files into bare pages.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rolebook.catalogue import Format, localized_artefacts
from rolebook.documents.internal_edition import InternalEdition
from rolebook.formats import markdown
from rolebook.language import Language
from rolebook.source import load

from tests.benchmarks.builds import kit_of, pages_alone
from tests.benchmarks.command import run
from tests.benchmarks.figures import Figure, median

ROLES, RATIO = 280, 0.4
"""Roles of the kit, of 1,200 pages a language; the most that our time may be of MkDocs' with `navigation.prune`."""
ALL = 3 / 12
"""The same for all processors: 3 ms a page to MkDocs' 12 (quality), whatever the machine's speed."""
MATERIAL = """site_name: Stock
docs_dir: docs
site_dir: out
theme: {{name: material, font: false, features: [{features}]}}
plugins: [search]
"""
HUGO = {
    "config.toml": 'baseURL = "/"\ntitle = "Stock"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    "layouts/_default/single.html": "<!doctype html><title>{{ .Title }}</title>{{ .Content }}",
    "layouts/_default/list.html": "<!doctype html><title>{{ .Title }}</title>{{ .Content }}",
}


def as_markdown(kit_file: Path, folder: Path, tag: str, index: str) -> int:
    """Every page of a language as a Markdown file, of which a folder's own is called `index`; says how many."""
    kit = load(kit_file).kit
    assert kit is not None
    edition = InternalEdition(kit, Language(tag))
    every = [one for one in localized_artefacts(kit, edition) if one.row.format is Format.PAGE]
    for artefact in every:
        page = folder / artefact.path / index
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(markdown.write(artefact.document, edition.language), "utf-8")
    return len(every)


def with_mkdocs(folder: Path, features: str) -> float:
    """The seconds that MkDocs takes, on one processor."""
    (folder / "mkdocs.yml").write_text(MATERIAL.format(features=features), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    return run(command, processors=1).seconds


def with_zensical(folder: Path) -> float:
    """The seconds that Zensical takes from nothing, on all processors: it uses them."""
    (folder / "mkdocs.yml").write_text(MATERIAL.format(features="navigation.prune"), "utf-8")
    for left in (folder / ".cache", folder / "out"):
        shutil.rmtree(left, ignore_errors=True)
    return run([str(Path(sys.executable).parent / "zensical"), "build", "-f", str(folder / "mkdocs.yml")]).seconds


def with_hugo(folder: Path) -> float:
    """The seconds that Hugo takes, on all processors."""
    for name, content in HUGO.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return run(["hugo", "--quiet", "-s", str(folder), "-d", str(folder / "out")]).seconds


def figures(folder: Path) -> Iterator[Figure]:
    """Ours and theirs in one run."""
    kit, tag = kit_of(folder / "neighbours", ROLES), "en"
    stock, bare = folder / "stock", folder / "hugo"
    number = as_markdown(kit, stock / "docs", tag, "index.md")
    as_markdown(kit, bare / "content", tag, "_index.md")
    ours = median(partial(pages_alone, kit, folder / "neighbours-out", tag, 1))
    both = median(partial(pages_alone, kit, folder / "neighbours-out", tag))
    yield Figure(f"{number} pages, one processor: ours", ours)
    theirs: list[tuple[str, Callable[[], float], float, float | None]] = [
        ("one processor: MkDocs, navigation.prune", partial(with_mkdocs, stock, "navigation.prune"), ours, RATIO),
        ("one processor: MkDocs, Material's defaults", partial(with_mkdocs, stock, ""), ours, None),
        ("all processors: Zensical", partial(with_zensical, stock), both, None),
        ("all processors: Hugo, without a theme", partial(with_hugo, bare), both, None),
    ]
    yield Figure(f"{number} pages, all processors: ours", both)
    for name, measure, mine, target in theirs:
        try:
            seconds = median(measure)
        except (RuntimeError, FileNotFoundError, subprocess.SubprocessError) as error:
            print(f"{number} pages, {name}: not measured ({str(error)[-200:]})")
            continue
        yield Figure(f"{number} pages, {name}", seconds)
        yield Figure(f"{number} pages: ours to theirs ({name.partition(': ')[2]})", mine / seconds, "x", target)
        if target is not None:
            yield Figure(f"{number} pages: ours on all processors to theirs on one", both / seconds, "x", ALL)
