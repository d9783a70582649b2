"""How long a printable document takes, against WeasyPrint and a warm Chromium on the same content: `make bench`.

One core each, one run, distinct documents: the stage packets of the shipped kit, numbered so that no two are alike. The
other two print the same document as HTML, in the same fonts, with a few plain styles.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from rolebook.catalogue import Format, as_file, links_from
from rolebook.documents.blocks import Document
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import stage_packet
from rolebook.formats import html
from rolebook.language import Language
from rolebook.source import load

from tests.benchmarks.figures import Figure
from tests.install_tools import ARGUMENTS, system_browser

PROJECT = Path(__file__).parent.parent.parent
STYLES = PROJECT / "theme_overrides" / "assets" / "stylesheets"
PLAIN = """@page { size: A4; margin: 20mm } body { font: 9.5pt/1.4 FiraGO; margin: 0 }
table { border-collapse: collapse }
td, th { border-bottom: 1px solid #ccc; padding: 1mm 2mm; text-align: start } section { border: 1px solid #ccc }
.rb-notes { border: 1px solid #ccc; height: 30mm } .rb-hidden { display: none }"""
COUNT = 24
FASTER_THAN_WEASYPRINT, FASTER_THAN_CHROMIUM = 8, 2.5


def packets(edition: InternalEdition) -> list[Document]:
    """Stage packets, no two with a sentence in common: Typst takes again what it has set before."""
    names = [f"{role.id}/{stage.id}" for role in edition.kit.roles for stage in role.interview]
    return [_numbered(stage_packet(edition, names[number % len(names)]), number) for number in range(COUNT)]


def _numbered(value: Any, number: int) -> Any:
    """The same with a number after each text, whatever it stands in; names, which have no spaces, stay."""
    if isinstance(value, str):
        return f"{value} {number}" if " " in value else value
    if isinstance(value, tuple):
        return tuple(_numbered(part, number) for part in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    parts = {field.name: _numbered(getattr(value, field.name), number) for field in dataclasses.fields(value)}
    return dataclasses.replace(value, **parts)


def as_page(document: Document, language: Language) -> str:
    """The document as a page of its own."""
    styles = f'<link rel="stylesheet" href="{(STYLES / "fonts.css").as_uri()}"><style>{PLAIN}</style>'
    return (
        f'<!doctype html><html lang="{language.tag}" dir="{language.direction}"><meta charset="utf-8">{styles}'
        "<body>"
        f"{html.write(document, language, links_from(document))}"
    )


def milliseconds(work: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """How long it takes for each; the first one warms up and does not count."""
    work(documents[0])
    started = time.perf_counter()
    for document in documents[1:]:
        work(document)
    return (time.perf_counter() - started) * 1000 / (len(documents) - 1)


def by_weasyprint(language: Language, documents: Sequence[Document]) -> float:
    """Milliseconds a document by WeasyPrint."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    plain = CSS(string="body { margin: 0 }", font_config=fonts)
    return milliseconds(
        lambda one: HTML(string=as_page(one, language)).write_pdf(stylesheets=[plain], font_config=fonts), documents
    )


def by_chromium(language: Language, documents: Sequence[Document], folder: Path) -> float:
    """Milliseconds a document by one Chromium that is already running."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS)
        page = browser.new_page()
        file = folder / "page.html"

        def work(document: Document) -> bytes:
            file.write_text(as_page(document, language), "utf-8")
            page.goto(file.as_uri())
            return page.pdf(format="A4")

        taken = milliseconds(work, documents)
        browser.close()
    return taken


def compare(edition: InternalEdition, folder: Path) -> Iterator[Figure]:
    """What one document takes, by each of the three."""
    language, documents = edition.language, packets(edition)
    ours = milliseconds(lambda one: as_file(one, edition, Format.PDF), documents)
    name = f"a stage packet as PDF ({language.tag})"
    yield Figure(name, ours, "ms")
    yield Figure(
        f"{name}: WeasyPrint to ours", by_weasyprint(language, documents) / ours, "x", FASTER_THAN_WEASYPRINT,
        at_least=True,
    )  # fmt: skip
    yield Figure(
        f"{name}: one warm Chromium to ours", by_chromium(language, documents, folder) / ours, "x",
        FASTER_THAN_CHROMIUM, at_least=True,
    )  # fmt: skip


def figures(folder: Path) -> Iterator[Figure]:
    """The figures of every language of the shipped kit."""
    kit = load(PROJECT / "roles.yaml").kit
    assert kit is not None
    for tag in kit.about.languages:
        yield from compare(InternalEdition(kit, Language(tag)), folder)
