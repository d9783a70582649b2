"""What the small kit becomes, whole: every document as Markdown, a handout, and one page of each type as HTML.

`make golden` writes the files anew; the difference is for a person to read.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from rolebook.audience import Audience, edition_for
from rolebook.catalogue import Artefact, links_from, localized_artefacts, pages, row
from rolebook.documents.blocks import Document, Kind
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.handouts import handout
from rolebook.documents.interviews.interview_kit import stage_packet
from rolebook.formats import html, markdown
from rolebook.language import Language

from tests.conftest import SMALL, read

FOLDER = Path(__file__).parent
KIT = read(SMALL)
ARTEFACTS = [
    artefact for audience in Audience for artefact in pages(KIT, audience) if artefact.row.kind is not Kind.REFERENCE
]
"""The reference shows the model, not the kit."""
ONE_OF_EACH = list({artefact.row.kind: artefact for artefact in reversed(ARTEFACTS)}.values())


def name(artefact: Artefact) -> str:
    return f"{artefact.row.kind}-{artefact.subject}" if artefact.subject else str(artefact.row.kind)


def said(artefact: Artefact, tag: str) -> Document:
    audience, _ = row(artefact.row.kind)
    edition = edition_for(audience, KIT, Language(tag))
    return next(one.document for one in localized_artefacts(KIT, edition) if one.path == artefact.path)


def compare(path: Path, text: str, *, update: bool) -> None:
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    golden = path.read_text("utf-8").splitlines() if path.is_file() else []
    difference = "\n".join(difflib.unified_diff(golden, text.splitlines(), str(path.name), "now", lineterm="", n=1))
    assert not difference, f"If this is meant, run `make golden`.\n{difference}"


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.mark.parametrize("tag", KIT.about.languages)
@pytest.mark.parametrize("artefact", ARTEFACTS, ids=name)
def test_a_document_as_markdown(artefact: Artefact, tag: str, update: bool) -> None:
    text = markdown.write(said(artefact, tag), Language(tag))
    compare(FOLDER / "markdown" / tag / f"{name(artefact)}.md", text, update=update)


@pytest.mark.parametrize("tag", KIT.about.languages)
def test_a_stage_packet_as_markdown(tag: str, update: bool) -> None:
    edition = InternalEdition(KIT, Language(tag))
    text = markdown.write(stage_packet(edition, "baker/try-out"), edition.language)
    compare(FOLDER / "markdown" / tag / "stage-packet-baker-try-out.md", text, update=update)


@pytest.mark.parametrize("tag", KIT.about.languages)
def test_a_handout_as_markdown(tag: str, update: bool) -> None:
    edition = InternalEdition(KIT, Language(tag))
    text = markdown.write(handout(edition, "baker/try-out/knead"), edition.language)
    compare(FOLDER / "markdown" / tag / "handout-baker-try-out-knead.md", text, update=update)


@pytest.mark.parametrize("artefact", ONE_OF_EACH, ids=name)
def test_a_page_as_html(artefact: Artefact, update: bool) -> None:
    tag = KIT.about.languages[-1]
    document = said(artefact, tag)
    text = html.write(document, Language(tag), links_from(document))
    compare(FOLDER / "html" / f"{name(artefact)}.html", text, update=update)


def test_no_golden_file_is_left_over() -> None:
    known = {f"markdown/{tag}/{name(artefact)}.md" for tag in KIT.about.languages for artefact in ARTEFACTS}
    parts = ("stage-packet-baker-try-out", "handout-baker-try-out-knead")
    known |= {f"markdown/{tag}/{part}.md" for tag in KIT.about.languages for part in parts}
    known |= {f"html/{name(artefact)}.html" for artefact in ONE_OF_EACH}
    files = {
        path.relative_to(FOLDER).as_posix() for kind in ("markdown", "html") for path in (FOLDER / kind).rglob("*.*")
    }
    assert files == known
