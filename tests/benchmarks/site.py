"""How long a site takes, against stock MkDocs and Material on the same pages as Markdown: `make bench`.

Everything is measured in one run, on one core unless it says otherwise, and reported as ratios: machines differ. The
kit has 100 roles, made by repeating the shipped ones. Targets are those of the design (quality: speed and cost).
"""

from __future__ import annotations

import argparse
import copy
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from generator.audience import Audience
from generator.catalogue import pages
from generator.documents.edition import Edition
from generator.formats import markdown
from generator.kit import Kit
from generator.language import Language
from generator.source import load

PROJECT = Path(__file__).parent.parent.parent
STOCK = """site_name: Stock
docs_dir: {docs}
site_dir: {site}
theme:
  name: material
  language: {language}
  font: false
  features: [navigation.prune, navigation.tabs, navigation.indexes]
plugins: [search]
"""
PAGES_ALONE = {**os.environ, "ROLEBOOK_FILES": "false"}
RATIO, MILLISECONDS = 0.4, 3.0


def repeated(data: dict[str, Any], count: int) -> dict[str, Any]:
    """The kit's data with `count` roles: the shipped ones, again and again, each with an id of its own."""
    shipped = data["roles"]
    for number in range(len(shipped), count):
        role = copy.deepcopy(shipped[number % len(shipped)])
        role["id"] = f"{role['id']}-{number}"
        data["roles"].append(role)
    return data


def kit_of(folder: Path, count: int) -> tuple[Path, Kit]:
    """A kit of `count` roles in a folder of its own."""
    loaded = load(PROJECT / "roles.yaml")
    assert loaded.root is not None
    path = folder / "roles.yaml"
    path.write_text(yaml.safe_dump(repeated(loaded.root.data(), count), allow_unicode=True, width=10_000), "utf-8")
    kit = load(path).kit
    assert kit is not None
    return path, kit


def as_markdown(kit: Kit, folder: Path, tag: str) -> int:
    """Every page of a language as a Markdown file; says how many."""
    edition = Edition(kit, Language(tag))
    all_pages = list(pages(kit, Audience.INTERNAL))
    for artefact in all_pages:
        page = folder / artefact.path / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(markdown.write(artefact.document(edition), edition.language), "utf-8")
    return len(all_pages)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def stock(folder: Path, tag: str) -> None:
    """Build the Markdown files with stock MkDocs."""
    config = folder / "mkdocs.yml"
    config.write_text(STOCK.format(docs=folder / "docs", site=folder / "out", language=tag), "utf-8")
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)], check=True, env=quiet)


def ours(path: Path, out: Path, *, language: str | None) -> None:
    """Build the site's pages by the command; the files beside them are measured in `printables.py`."""
    command = [str(Path(sys.executable).parent / "rolebook"), "build", str(path), "--out", str(out), "--only", "site"]
    subprocess.run(
        [*command, *(["--lang", language] if language else [])], check=True, stdout=subprocess.DEVNULL, env=PAGES_ALONE
    )


def main() -> None:
    """Measure, and print a line for each figure with its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--roles", type=int, default=100)
    count = parser.parse_args().roles
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kit_folder, stock_folder = folder / "kit", folder / "stock"
        kit_folder.mkdir()
        path, kit = kit_of(kit_folder, count)
        tag = kit.kit.languages[0]
        pages = as_markdown(kit, stock_folder / "docs", tag)
        ours(path, folder / "warm", language=tag)  # so that both sides find the theme in the disk's cache
        theirs = seconds(lambda: stock(stock_folder, tag))
        mine = seconds(lambda: ours(path, folder / "one", language=tag))
        all_languages = seconds(lambda: ours(path, folder / "all", language=None))
    print(f"{count} roles, {pages} pages a language, {os.cpu_count()} cores")
    print(f"stock MkDocs + Material, navigation.prune   {theirs:6.2f} s")
    print(f"rolebook build, the same pages, one core    {mine:6.2f} s")
    print(f"  ratio                                     {mine / theirs:6.2f}    (target: at most {RATIO})")
    languages = len(kit.kit.languages)
    print(f"rolebook build, {languages} languages side by side     {all_languages:6.2f} s")
    each = all_languages / (pages * languages) * 1000
    print(f"  milliseconds a page                       {each:6.2f}    (target at 2,400 pages: under {MILLISECONDS})")


if __name__ == "__main__":
    main()
