"""The site's map: tabs by the work that is done, each with its pages, titled in the site's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markupsafe import escape

from rolebook.audience import Audience
from rolebook.catalogue import page_path, row
from rolebook.documents.blocks import Kind, Target
from rolebook.documents.roles.overview import FEW
from rolebook.kit import Kit
from rolebook.kit.sections import Section
from rolebook.kit.text import Text
from rolebook.language import Language
from rolebook.site.hand_written import GUIDE, HandWritten, front_matter

_HEADING = re.compile(r"^#\s+(.+?)\s*(?:\{.*\})?$", re.MULTILINE)


def navigation(kit: Kit, language: Language, by_hand: HandWritten) -> list[Any]:
    """The `nav` of a site: home, the tabs, each folder of hand-written pages as a section, the maintainers' pages.

    It names each role and each structure where there are few. Its titles are HTML: the theme prints them as they are.

    Args:
        kit: The kit: pages of sections that it switches off are left out.
        language: The site's language.
        by_hand: Its hand-written pages.
    """

    def _(message: str) -> str:
        return escape(language.gettext(message))

    def text(words: Text) -> str:
        return escape(words.unmarked(language.tag))

    if by_hand.audience is Audience.PUBLIC:
        return [{_("Open positions"): _source(Kind.OPENINGS)}, *_sections(by_hand.folder, {})]
    return [
        {_("Home"): _source(Kind.HOME)},
        *_tab(
            _("Roles"),
            _there(kit, (_("All roles"), Kind.ROLES)),
            _each(Kind.JOB_DESCRIPTION, ((role.id, text(role.title)) for role in kit.roles))
            if len(kit.roles) <= FEW
            else (),
            _there(
                kit,
                (_("From intake to offer"), Kind.FORMS),
                (_("Messages to candidates"), Kind.MESSAGES),
                (_("Readiness of postings"), Kind.READINESS),
            ),
        ),
        *_tab(
            _("Interview"),
            _there(kit, (_("How we interview"), Kind.INTERVIEWING), (_("Training for interviewers"), Kind.TRAINING)),
        ),
        *_tab(
            _("Decide"),
            _there(kit, (_("Debrief"), Kind.DEBRIEF)),
            _each(
                Kind.FORM,
                (
                    (kind.value, title)
                    for kind, title in (
                        (Kind.DECISION_RECORD, _("Decision record")),
                        (Kind.REFERENCE_CHECK, _("Reference check")),
                        (Kind.OFFER_LETTER, _("Offer letter")),
                    )
                    if kind in row(Kind.FORM)[1].subjects_in(kit)
                ),
            ),
        ),
        *_tab(
            _("Plan the team"),
            _there(kit, (_("Team structures"), Kind.STRUCTURES)),
            _each(Kind.STRUCTURE_GUIDE, ((model.id, text(model.name)) for model in kit.leadership_models))
            if kit.has(Section.STRUCTURES) and len(kit.leadership_models) <= FEW
            else (),
        ),
        *_tab(
            _("Library"),
            _there(
                kit,
                (_("Skills"), Kind.SKILLS),
                (_("Coverage"), Kind.COVERAGE),
                (_("Career map"), Kind.CAREERS),
                (_("Objectives"), Kind.OBJECTIVES),
                (_("Facts and sources"), Kind.FACTS),
                (_("Glossary"), Kind.GLOSSARY),
            ),
        ),
        *_hand_written(kit, language, by_hand),
    ]


def _tab(title: str, *entries: Iterable[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """A tab with its pages; none where the kit has none of them."""
    pages = [entry for some in entries for entry in some]
    if pages:
        yield {title: pages}


def _each(kind: Kind, subjects: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """The pages of a kind, given what each is about and its title."""
    return ({title: source(page_path(Target(kind, subject)))} for subject, title in subjects)


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
