"""Links between pages: from a document and what it links to, to addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import cache

from rolebook.audience import Audience, WallError
from rolebook.catalogue import internal, public
from rolebook.catalogue.rows import AnyRow, Artefact, Format, path_of
from rolebook.documents.blocks import Document, Kind, Target
from rolebook.documents.process.hiring_line import OPENED_FIRST


def _pages() -> dict[Kind, tuple[Audience, AnyRow]]:
    tables: tuple[tuple[Audience, tuple[AnyRow, ...]], ...] = (
        (Audience.INTERNAL, internal.ROWS),
        (Audience.PUBLIC, public.ROWS),
    )
    return {row.kind: (audience, row) for audience, rows in tables for row in rows if row.format is Format.PAGE}


_PAGES = _pages()


def page_path(target: Target) -> str:
    """The path of a target's page in a language's folder.

    Raises:
        LookupError: Documents of that kind have no page: they are files alone.
    """
    return path_of(_page(target.kind)[1].path, target.subject)


def _page(kind: Kind) -> tuple[Audience, AnyRow]:
    if kind not in _PAGES:
        raise LookupError(f"There is no page of the kind “{kind}”.")
    return _PAGES[kind]


def links_from(document: Document) -> Callable[[Target], str]:
    """The links of a document's page: a function from target to relative address.

    Following a link from one audience's page to another's raises WallError, and one to what has no page LookupError.

    Raises:
        LookupError: The document has no page.
    """
    audience, _ = _page(document.kind)
    here = page_path(Target(document.kind, document.subject))

    @cache  # a page leads to the same few places again and again
    def href(target: Target) -> str:
        if _page(target.kind)[0] is not audience:
            raise WallError(f"A page for the {audience} was to lead to “{target.kind}”.")
        fragment = f"#{target.anchor}" if target.anchor else ""
        if target.kind is document.kind and target.subject in ("", document.subject):
            return fragment or "./"
        return f"{_relative(here, page_path(target))}{fragment}"

    return href


def offered_on(artefact: Artefact) -> tuple[str, ...]:
    """The paths of the pages that offer a file: the one in whose folder it lies, and its own document's.

    A handout is offered by its stage, beside its question; a stage's packet by its interview kit and by the stage; what
    is opened first in a step of hiring, by *From intake to offer*.
    """
    if not artefact.row.format.is_offered:
        return ()
    kind, subject = artefact.row.kind, artefact.subject
    if artefact.row.about != "vacancy":
        subject = subject.partition("/")[0]
    own = page_path(Target(kind, subject)) if kind in _PAGES else artefact.page
    stage = (page_path(Target(Kind.STAGE, artefact.subject)),) if artefact.row.about == "stage" else ()
    process = (page_path(Target(Kind.FORMS)),) if kind in OPENED_FIRST and artefact.row.about == "role" else ()
    return tuple(dict.fromkeys((artefact.page, own, *stage, *process)))


def _relative(here: str, there: str) -> str:
    """The address of one folder seen from another; both end with a slash or are empty."""
    common = posixpath.commonprefix([here, there])
    shared = common.rfind("/") + 1
    return "../" * here.count("/", shared) + there[shared:] or "./"
