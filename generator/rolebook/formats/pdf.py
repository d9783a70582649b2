"""Documents as PDF, for paper, set by Typst: tagged (PDF/UA-1), right to left where the language is.

What a document says goes to Typst as JSON and never as source, so that nothing in a kit can call anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, time
from functools import cache, partial
from pathlib import Path
from threading import Event, local
from typing import Any, Final

import typst

from rolebook import tags
from rolebook.documents.blocks import Block, Document, OnPage, OrgChart, OrgNode, Target
from rolebook.documents.edition import Edition
from rolebook.exceptions import RolebookError
from rolebook.fonts import for_language
from rolebook.kit.about import Paper
from rolebook.kit.moment import fixed_moment
from rolebook.language import CODE_LANGUAGE, Language

STANDARD: Final = "ua-1"
_PAPER: Final = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_TEMPLATE: Final = Path(__file__).parent.parent / "templates" / "typst" / "document.typ"
_threads = local()
_threads_run = Event()


class PaperError(RolebookError):
    """Typst could not set a document; the message says which, and why. Never caused by a kit's text."""


def write(document: Document, edition: Edition, *, confidential: bool = True) -> bytes:
    """The PDF of a document, PDF/UA-1, the same bytes for the same kit.

    Args:
        document: What to write; one that is made of parts gets a title page and a table of contents.
        edition: The kit in the document's language, for its paper size, version and date.
        confidential: Whether each page says so.

    Raises:
        PaperError: Typst refused, as it does rather than leave the standard.
    """
    try:
        pdf = _set(document, edition, confidential=confidential)
    except typst.TypstError as error:
        raise PaperError(f"“{document.title}” ({document.kind}): {error}") from error
    if not isinstance(pdf, bytes):
        raise PaperError(f"“{document.title}” ({document.kind}): nothing was set.")
    return pdf


def _set(document: Document, edition: Edition, *, confidential: bool) -> object:
    _threads_run.set()
    data = json.dumps(_input(document, edition, confidential=confidential), ensure_ascii=False)
    files = {"main.typ": _template(), "document.json": data.encode("utf-8", "surrogatepass")}
    return _compiler(edition.fonts.book).compile(
        files,  # type: ignore[type-var]  # Typst takes files by name; its stubs do not say so
        format="pdf",
        pdf_standards=[STANDARD],
        timestamp=_timestamp(edition),
    )


def prepare() -> None:
    """Read the fonts, so that processes which are forked from this one share them. No thread runs after that."""
    for_language(CODE_LANGUAGE)


def has_started() -> bool:
    """Whether Typst has set anything in this process: it then runs threads, and a process with threads cannot fork."""
    return _threads_run.is_set()


def forget_template() -> None:
    """Read the template anew: it has been edited while this process runs."""
    _template.cache_clear()


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


def _compiler(book: typst.Fonts) -> typst.Compiler:
    """One compiler a thread: it keeps the fonts and the template that it has read."""
    if getattr(_threads, "book", None) is not book:
        _threads.book, _threads.compiler = book, typst.Compiler(root=_TEMPLATE.parent, font_paths=book)
    compiler: typst.Compiler = _threads.compiler
    return compiler


def _timestamp(edition: Edition) -> datetime:
    """The kit's own day, or the moment that `SOURCE_DATE_EPOCH` names (reproducible-builds.org), in UTC."""
    return fixed_moment() or datetime.combine(edition.imprint.updated, time(), UTC)


def _input(document: Document, edition: Edition, *, confidential: bool) -> dict[str, Any]:
    about, language = edition.imprint, edition.language
    said = {
        "title": document.title,
        "organisation": edition.unmarked(about.organisation),
        "version": (about.version, document.fingerprint, language.date(about.updated)),
        "words": _words(language),
        "parts": [
            {"title": part.title, "eyebrow": part.eyebrow, "blocks": _on_paper(part)}
            for part in document.parts or (document,)
        ],
    }
    return {
        **_plain(said, lambda text: edition.fonts.printable(text, partial(_letters, language))),
        "confidential": confidential,
        "paper": _PAPER[about.paper],
        "fonts": edition.fonts.families,
        "language": language.locale.language,
        "region": _region(language),
        "rtl": language.direction == "rtl",
    }


def _region(language: Language) -> str:
    """The region that Typst is told of: two letters, or none. Chinese characters are drawn by it."""
    region = tags.region(language.tag) if language.script in ("Hans", "Hant") else language.locale.territory or ""
    return region if region.isalpha() else ""


def _letters(language: Language, scripts: Sequence[str], count: int) -> str:
    """What stands on paper for letters that no font has."""
    named = language.join([language.script_name(script) for script in scripts])
    return language.ngettext("[{n} letter: {script}]", "[{n} letters: {script}]", count, script=named)


def _on_paper(document: Document) -> list[Block]:
    return [block for block in document.blocks if not isinstance(block, OnPage)]


def _words(language: Language) -> Mapping[str, str]:
    """The words that the format itself needs; the template fills in `{page}`, `{count}` and `{number}`."""
    _ = language.gettext
    return {
        "confidential": _("Confidential"),
        "contents": _("Contents"),
        "page": _("Page {page} of {count}"),
        "editorial": _("editorial"),
        "needed": _("needed"),
        "not_assessed": _("Not assessed"),
        "evidence": _("Evidence: what was said or done"),
        "question": _("Question {number}"),
        "handout": _("Handout:"),
        "probes": _("Probes"),
        "listen_for": _("Listen for"),
        "notes": _("Notes"),
        "minutes": _("Minutes"),
        "what_happens": _("What happens"),
        "colon": _(": "),
    }


def _plain(value: Any, printable: Callable[[str], str]) -> Any:
    """Blocks as plain data, each with its type's name; links to other documents fall away on paper."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Target):
        return None
    if isinstance(value, OrgChart):
        value = {"block": "OrgChart", "description": value.description, **_chart(value.root)}
    elif is_dataclass(value):
        value = {"block": type(value).__name__, **{each.name: getattr(value, each.name) for each in fields(value)}}
    if isinstance(value, Mapping):
        return {key: _plain(item, printable) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item, printable) for item in value]
    return value


def _chart(root: OrgNode) -> dict[str, Any]:
    """An organisation with no tree in it: whoever is at the top, and each team below as rows that know their depth."""
    teams = [{"lead": _place(lead, 0), "rows": list(_rows(lead.reports, 1))} for lead in root.reports]
    return {"root": _place(root, 0), "teams": teams}


def _rows(nodes: Sequence[OrgNode], depth: int) -> Iterator[dict[str, Any]]:
    for node in nodes:
        yield _place(node, depth)
        yield from _rows(node.reports, depth + 1)


def _place(node: OrgNode, depth: int) -> dict[str, Any]:
    return {"title": node.title, "count": node.count, "label": node.label, "depth": depth}
