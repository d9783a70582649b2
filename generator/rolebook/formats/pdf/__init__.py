"""Documents as PDF, for paper, set by Typst: tagged (PDF/UA-1), right to left where the language is.

What a document says goes to Typst as JSON and never as source, so that nothing in a kit can call anything.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from threading import Event, local
from typing import Final

import typst

from rolebook.documents.blocks import Document
from rolebook.documents.edition import Edition
from rolebook.exceptions import RolebookError
from rolebook.fonts import for_language
from rolebook.formats.letterhead import letterhead
from rolebook.formats.pdf.data import document_data, file_name, slots
from rolebook.language import CODE_LANGUAGE
from rolebook.moment import fixed_moment
from rolebook.pictures import Picture

__all__ = ["STANDARD", "PaperError", "forget_templates", "has_started", "icon", "picture", "prepare", "raster", "write"]

STANDARD: Final = "ua-1"
_TEMPLATES: Final = Path(__file__).parent.parent.parent / "templates" / "typst"
_SLOT: Final = b"#let slot(body) = block(width: 100%, above: 0pt, below: 0pt, body)\n"
"""A part of a document, in a file of its own: see `slots`."""
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
    return _set("document.typ", document, edition, confidential=confidential)


def picture(document: Document, edition: Edition) -> bytes:
    """The picture of a card, 1,200 by 630 pixels: what messengers show of a page (Open Graph). A PNG, the same bytes
    for the same kit.

    Args:
        document: The card: its title, what it belongs to, other titles as a paragraph and facts as a list.
        edition: The kit in the document's language.

    Raises:
        PaperError: Typst refused.
    """
    return _set("card.typ", document, edition, confidential=False)


@lru_cache(maxsize=16)
def raster(picture: Picture, height: int) -> bytes:
    """A picture of a brand as a PNG, so many pixels high: for files that do not take SVG, or are to be small."""
    return _drawn(picture, "width: auto, height: auto, margin: 0pt, fill: none", f"height: {height}pt")


def icon(picture: Picture, side: int) -> bytes:
    """A picture of a brand on a white square, so many pixels wide: telephones put what is clear on black."""
    page = f"width: {side}pt, height: {side}pt, margin: {side // 10}pt, fill: white"
    return _drawn(picture, page, 'width: 100%, height: 100%, fit: "contain"')


def _drawn(picture: Picture, page: str, image: str) -> bytes:
    _threads_run.set()
    name = file_name("picture", picture)
    files = {"main.typ": f'#set page({page})\n#image("{name}", {image})'.encode(), name: picture.content}
    made = typst.compile(files, format="png", ppi=72, ignore_system_fonts=True)  # type: ignore[call-overload]  # as below
    if not isinstance(made, bytes):
        raise PaperError(f"{name}: nothing was drawn.")
    return made


def _set(template: str, document: Document, edition: Edition, *, confidential: bool) -> bytes:
    _threads_run.set()
    data = json.dumps(document_data(document, edition, confidential=confidential), ensure_ascii=False)
    said = {"main.typ": _template(template), "document.json": data.encode("utf-8", "surrogatepass")}
    compiler = _compiler(edition.fonts.book)
    try:
        files = said | _pictures(document, edition) | dict.fromkeys(slots(document), _SLOT)
        if template == "card.typ":
            made = compiler.compile(files, format="png", ppi=72)  # type: ignore[type-var]  # as below
        else:
            made = compiler.compile(
                files,  # type: ignore[type-var]  # Typst takes files by name; its stubs do not say so
                format="pdf",
                pdf_standards=[STANDARD],
                timestamp=_timestamp(edition),
            )
    except typst.TypstError as error:
        raise PaperError(f"“{document.title}” ({document.kind}): {error}") from error
    if not isinstance(made, bytes):
        raise PaperError(f"“{document.title}” ({document.kind}): nothing was set.")
    return made


def _pictures(document: Document, edition: Edition) -> dict[str, bytes]:
    head = letterhead(document, edition)
    named = (("symbol", head.symbol), ("logo", head.logo))
    return {file_name(name, picture): picture.content for name, picture in named if picture is not None}


def prepare() -> None:
    """Read the fonts, so that processes which are forked from this one share them. No thread runs after that."""
    for_language(CODE_LANGUAGE)


def has_started() -> bool:
    """Whether Typst has set anything in this process: it then runs threads, and a process with threads cannot fork."""
    return _threads_run.is_set()


def forget_templates() -> None:
    """Read the templates again: they have been edited while this process runs."""
    _template.cache_clear()


@cache
def _template(name: str) -> bytes:
    return (_TEMPLATES / name).read_bytes()


def _compiler(book: typst.Fonts) -> typst.Compiler:
    """One compiler a thread: it keeps the fonts and the template that it has read."""
    if getattr(_threads, "book", None) is not book:
        _threads.book, _threads.compiler = book, typst.Compiler(root=_TEMPLATES, font_paths=book)
    compiler: typst.Compiler = _threads.compiler
    return compiler


def _timestamp(edition: Edition) -> datetime:
    """The kit's own day, or the moment that `SOURCE_DATE_EPOCH` names (reproducible-builds.org), in UTC."""
    return fixed_moment() or datetime.combine(edition.imprint.updated, time(), UTC)
