"""The site's navigation: small, and titled in the site's language. Roles are found in their index pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from markupsafe import escape

from rolebook.audience import Audience
from rolebook.catalogue import page_path, row
from rolebook.documents.blocks import Kind, Target
from rolebook.kit import Kit
from rolebook.language import Language
from rolebook.site.hand_written import GUIDE, HandWritten, front_matter

_HEADING = re.compile(r"^#\s+(.+?)\s*(?:\{.*\})?$", re.MULTILINE)


def navigation(kit: Kit, language: Language, by_hand: HandWritten) -> list[Any]:
    """The `nav` of a site: generated pages first, then each folder of hand-written pages as a section.

    Its titles are HTML: the theme prints them as they are.

    Args:
        kit: The kit: pages of sections that it switches off are left out.
        language: The site's language.
        by_hand: Its hand-written pages.
    """

    def _(message: str) -> str:
        return escape(language.gettext(message))

    if by_hand.audience is Audience.PUBLIC:
        return [{_("Open positions"): _source(Kind.OPENINGS)}, *_sections(by_hand.folder, {})]
    return [
        {_("Home"): _source(Kind.HOME)},
        *_there(kit, (_("Roles"), Kind.ROLES), (_("Team structures"), Kind.STRUCTURES)),
        {
            _("Interviewing"): _there(
                kit,
                (_("How we interview"), Kind.INTERVIEWING),
                (_("Training for interviewers"), Kind.TRAINING),
                (_("Debrief"), Kind.DEBRIEF),
            )
        },
        *_there(kit, (_("From intake to offer"), Kind.FORMS), (_("Messages to candidates"), Kind.MESSAGES)),
        {_("Skills"): _source(Kind.SKILLS)},
        {
            _("Overview"): _there(
                kit,
                (_("Objectives"), Kind.OBJECTIVES),
                (_("Coverage"), Kind.COVERAGE),
                (_("Career map"), Kind.CAREERS),
                (_("Facts and sources"), Kind.FACTS),
                (_("Glossary"), Kind.GLOSSARY),
                (_("Readiness of postings"), Kind.READINESS),
            )
        },
        *_hand_written(kit, language, by_hand),
    ]


def _there(kit: Kit, *entries: tuple[str, Kind]) -> list[dict[str, str]]:
    """Those of some entries whose pages the kit has."""
    return [{title: _source(kind)} for title, kind in entries if row(kind)[1].subjects_in(kit)]


def _source(kind: Kind) -> str:
    return source(page_path(Target(kind)))


def source(path: str) -> str:
    """The source path that MkDocs knows a page by, from the folder that it is published at."""
    return f"{path}index.md"


def _hand_written(kit: Kit, language: Language, by_hand: HandWritten) -> Iterable[Any]:
    def _(message: str) -> str:
        return escape(language.gettext(message))

    made: list[dict[str, Any]] = [
        *_there(
            kit,
            (_("Reference of roles.yaml"), Kind.REFERENCE),
            (_("Rules of a good kit"), Kind.RULES),
            (_("Translations"), Kind.TRANSLATIONS),
        )
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
