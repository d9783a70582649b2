"""The site's navigation: small, and titled in the site's language. Roles are found in their index pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from markupsafe import escape

from rolebook.audience import Audience
from rolebook.catalogue import page_path
from rolebook.documents.blocks import Kind, Target
from rolebook.language import CODE_LANGUAGE, Language

GUIDE = "guide"
"""The folder of hand-written pages that explain how the kit is kept."""
_HEADING = re.compile(r"^#\s+(.+?)\s*(?:\{.*\})?$", re.MULTILINE)


def guide_folder(docs_dir: Path, content: Path, tag: str) -> Path | None:
    """The folder of Rolebook's own guide that a site shows; None where the kit has written a guide of its own.

    Args:
        docs_dir: The site's hand-written pages.
        content: Rolebook's hand-written pages, a folder for each language.
        tag: The site's language. A language that the guide is not written in shows the English one.
    """
    if (docs_dir / GUIDE).is_dir() or (docs_dir / f"{GUIDE}.md").is_file():
        return None
    folders = (content / one / GUIDE for one in (tag, tag.partition("-")[0], CODE_LANGUAGE))
    return next((folder for folder in folders if folder.is_dir()), None)


def navigation(
    language: Language, docs_dir: Path, audience: Audience, guide: Path | None = None
) -> list[dict[str, Any]]:
    """The `nav` of a site: generated pages first, then each folder of hand-written pages as a section.

    Its titles are HTML: the theme prints them as they are.

    Args:
        language: The site's language.
        audience: Whom the site is for.
        docs_dir: Its hand-written pages, Markdown in UTF-8; the folder may be missing.
        guide: The folder of Rolebook's guide, if the site shows it.
    """

    def say(message: str) -> str:
        return escape(language.say(message))

    if audience is Audience.PUBLIC:
        return [{say("Open positions"): _source(Kind.OPENINGS)}, *_sections(docs_dir, {})]
    return [
        {say("Home"): _source(Kind.HOME)},
        {say("Roles"): _source(Kind.ROLES)},
        {say("Team structures"): _source(Kind.STRUCTURES)},
        {
            say("Interviewing"): [
                {say("How we interview"): _source(Kind.INTERVIEWING)},
                {say("Debrief"): _source(Kind.DEBRIEF)},
            ]
        },
        {say("Skills"): _source(Kind.SKILLS)},
        {
            say("Overview"): [
                {say("Objectives"): _source(Kind.OBJECTIVES)},
                {say("Coverage"): _source(Kind.COVERAGE)},
                {say("Career map"): _source(Kind.CAREERS)},
                {say("Facts and sources"): _source(Kind.FACTS)},
                {say("Glossary"): _source(Kind.GLOSSARY)},
                {say("Readiness of postings"): _source(Kind.READINESS)},
            ]
        },
        *_hand_written(language, docs_dir, guide),
    ]


def _source(kind: Kind) -> str:
    return source(page_path(Target(kind)))


def source(path: str) -> str:
    """The source path that MkDocs knows a page by, from the folder that it is published at."""
    return f"{path}index.md"


def _hand_written(language: Language, docs_dir: Path, guide: Path | None) -> Iterable[dict[str, Any]]:
    made: list[dict[str, Any]] = [
        {escape(language.say("Reference of roles.yaml")): _source(Kind.REFERENCE)},
        {escape(language.say("Rules of a good kit")): _source(Kind.RULES)},
    ]
    yield from _sections(docs_dir, {GUIDE: made})
    if guide is not None:
        pages = _pages_of(guide)
        yield {_title(pages[0]): [*(page.relative_to(guide.parent).as_posix() for page in pages), *made]}


def _sections(docs_dir: Path, last: dict[str, list[dict[str, Any]]]) -> Iterable[dict[str, Any]]:
    """A section for each folder of hand-written pages, some of which end with other pages; then the single pages."""
    folders = sorted(folder for folder in docs_dir.glob("*") if folder.is_dir())
    for folder in folders:
        pages = _pages_of(folder)
        if pages:
            entries: list[Any] = [page.relative_to(docs_dir).as_posix() for page in pages]
            yield {_title(pages[0]): [*entries, *last.get(folder.name, ())]}
    for page in sorted(docs_dir.glob("*.md")):
        yield {_title(page): page.name}


def _pages_of(folder: Path) -> list[Path]:
    """The Markdown pages in a folder, its index first."""
    return sorted(folder.rglob("*.md"), key=lambda page: (page.name != "index.md", page))


def _title(page: Path) -> str:
    """The first heading of a page, or its file's name, as HTML."""
    found = _HEADING.search(page.read_text("utf-8-sig"))
    return escape(found.group(1) if found else page.stem)
