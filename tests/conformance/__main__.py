"""Runs every checker on the shipped kit, prints what each says, and exits with 1 unless none has an error of ours.

python -m tests.conformance [--built FOLDER] [--only CHECKER …]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rolebook.audience import Audience
from rolebook.build.build import FOLDERS, build
from rolebook.source import load

from tests.conformance import csp, equal_access, feeds, google_jobs, nu_html, open_xml, pdf_ua, vocabulary, writer
from tests.conformance.findings import Checked, unseen
from tests.conformance.pages import types_of_pages

PROJECT = Path(__file__).parents[2]
FIRST = 12
"""Findings of a checker that are shown."""


def checkers(built: Path) -> Iterator[tuple[str, Callable[[], Checked]]]:
    """Each checker by its module's name, and what runs it on what was built."""
    internal, public = (built / FOLDERS[audience] for audience in (Audience.INTERNAL, Audience.PUBLIC))
    pages = [*types_of_pages(internal), *types_of_pages(public)]
    postings = [page for page in public.glob("*/jobs/*/index.html") if "application/ld+json" in page.read_text("utf-8")]
    yield "pdf_ua", lambda: pdf_ua.check(sorted(built.rglob("*.pdf")))
    yield "open_xml", lambda: open_xml.check(sorted([*built.rglob("*.docx"), *built.rglob("*.xlsx")]))
    yield "writer", lambda: writer.check(writer.sample(sorted(built.rglob("*.docx"))))
    yield "nu_html", lambda: nu_html.check(pages)
    for folder in (internal, public):
        yield "equal_access", partial(equal_access.check, folder, types_of_pages(folder))
    yield "google_jobs", lambda: google_jobs.check(sorted(postings))
    yield "vocabulary", lambda: vocabulary.check(sorted(postings))
    yield "feeds", lambda: feeds.check(public)
    yield "csp", lambda: csp.check(sorted((PROJECT / "deploy" / "nginx").glob("*.conf")))


def main() -> None:
    """Check, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--built", type=Path, help="a folder that `rolebook build --out` wrote, in place of a new build"
    )
    parser.add_argument("--only", nargs="*", help="the checkers to run, by their modules")
    arguments = parser.parse_args()
    console = Console(width=110, soft_wrap=True)
    with tempfile.TemporaryDirectory() as made:
        built = arguments.built or _built(Path(made))
        done: list[Checked] = []
        table = Table("checker", "files", "errors ours", "errors upstream", "seconds", title="make conformance")
        for name, check in checkers(built):
            if arguments.only and name not in arguments.only:
                continue
            began = time.monotonic()
            checked = check()
            done.append(checked)
            for finding in checked.ours[:FIRST]:
                console.print(f"{checked.checker}: {finding.where}: {finding.message}", markup=False, highlight=False)
            if len(checked.ours) > FIRST:
                console.print(f"{checked.checker}: … {len(checked.ours) - FIRST} more", markup=False)
            figures = (checked.files, len(checked.ours), len(checked.upstream), round(time.monotonic() - began))
            table.add_row(checked.checker, *map(str, figures))
    console.print(table)
    if not arguments.only:
        for line in unseen(done):
            console.print(f"No longer said, and so to be struck off upstream.json: {line}", markup=False)
    raise SystemExit(1 if any(checked.ours for checked in done) else 0)


def _built(folder: Path) -> Path:
    os.environ["SOURCE_DATE_EPOCH"] = "1795478400"  # postings are open on 24 November 2026
    path = PROJECT / "roles.yaml"
    kit = load(path).kit
    assert kit is not None
    for audience in (Audience.INTERNAL, Audience.PUBLIC):
        build(kit, path, folder, audience=audience)
    return folder


if __name__ == "__main__":
    main()
