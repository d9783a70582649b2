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
from rolebook.language import Language
from rolebook.site.hand_written import GUIDE, HandWritten, front_matter

_HEADING = re.compile(r"^#\s+(.+?)\s*(?:\{.*\})?$", re.MULTILINE)


def navigation(language: Language, by_hand: HandWritten, *, drafts: bool = False) -> list[Any]:
    """The `nav` of a site: generated pages first, then each folder of hand-written pages as a section.

    Its titles are HTML: the theme prints them as they are.

    Args:
        language: The site's language.
        by_hand: Its hand-written pages.
        drafts: Whether the kit has unfinished languages, and so the page that says what they lack.
    """

    def _(message: str) -> str:
        return escape(language.gettext(message))

    if by_hand.audience is Audience.PUBLIC:
        return [{_("Open positions"): _source(Kind.OPENINGS)}, *_sections(by_hand.folder, {})]
    return [
        {_("Home"): _source(Kind.HOME)},
        {_("Roles"): _source(Kind.ROLES)},
        {_("Team structures"): _source(Kind.STRUCTURES)},
        {
            _("Interviewing"): [
                {_("How we interview"): _source(Kind.INTERVIEWING)},
                {_("Debrief"): _source(Kind.DEBRIEF)},
            ]
        },
        {_("Skills"): _source(Kind.SKILLS)},
        {
            _("Overview"): [
                {_("Objectives"): _source(Kind.OBJECTIVES)},
                {_("Coverage"): _source(Kind.COVERAGE)},
                {_("Career map"): _source(Kind.CAREERS)},
                {_("Facts and sources"): _source(Kind.FACTS)},
                {_("Glossary"): _source(Kind.GLOSSARY)},
                {_("Readiness of postings"): _source(Kind.READINESS)},
            ]
        },
        *_hand_written(language, by_hand, drafts=drafts),
    ]


def _source(kind: Kind) -> str:
    return source(page_path(Target(kind)))


def source(path: str) -> str:
    """The source path that MkDocs knows a page by, from the folder that it is published at."""
    return f"{path}index.md"


def _hand_written(language: Language, by_hand: HandWritten, *, drafts: bool) -> Iterable[Any]:
    made: list[dict[str, Any]] = [
        {escape(language.gettext("Reference of roles.yaml")): _source(Kind.REFERENCE)},
        {escape(language.gettext("Rules of a good kit")): _source(Kind.RULES)},
        *([{escape(language.gettext("Translations")): _source(Kind.TRANSLATIONS)}] if drafts else ()),
    ]
    yield from _sections(by_hand.folder, {GUIDE: made})
    if by_hand.guide is not None:
        yield _section(by_hand.guide, made)
    elif not (by_hand.folder / GUIDE).is_dir():
        yield from made


def _sections(docs_dir: Path, last: dict[str, list[dict[str, Any]]]) -> Iterable[Any]:
    """A section for each folder of hand-written pages, some of which end with other pages; then the single pages."""
    for folder in sorted(folder for folder in docs_dir.glob("*") if folder.is_dir()):
        if _pages_of(folder):
            yield _section(folder, last.get(folder.name, ()))
    yield from (page.name for page in sorted(docs_dir.glob("*.md")))


def _section(folder: Path, last: Iterable[dict[str, Any]]) -> dict[str, list[Any]]:
    pages = _pages_of(folder)
    return {_title(pages[0]): [*(page.relative_to(folder.parent).as_posix() for page in pages), *last]}


def _pages_of(folder: Path) -> list[Path]:
    """The Markdown pages in a folder, its index first."""
    return sorted(folder.rglob("*.md"), key=lambda page: (page.name != "index.md", page))


def _title(page: Path) -> str:
    """The title of a page that a section begins with, as HTML: its own, its first heading, or its file's name."""
    said, text = front_matter(page.read_text("utf-8-sig"))
    found = _HEADING.search(text)
    return escape(str(said.get("title") or (found.group(1) if found else page.stem)))
