"""What a document says as plain data, for Typst's template: dictionaries, lists, texts and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, partial
from typing import Any, Final, assert_never

from rolebook import tags
from rolebook.documents.blocks import (
    Action,
    Block,
    Callout,
    Cards,
    Chart,
    Choice,
    DataTable,
    Definitions,
    Document,
    Fields,
    Files,
    Folded,
    Heading,
    Item,
    Kind,
    Listing,
    Message,
    NoteSpace,
    OnPage,
    OrgChart,
    OrgNode,
    Paragraph,
    Pictured,
    QuestionCard,
    RatingGrid,
    Table,
    TimePlan,
    Verbatim,
)
from rolebook.documents.edition import Edition
from rolebook.formats.letterhead import letterhead
from rolebook.formats.pdf.plot import plot
from rolebook.formats.phrases import as_callout, column_texts, number_columns
from rolebook.kit.about import Paper
from rolebook.language import Language
from rolebook.pictures import Picture

_PAPER: Final = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_AT_A_TABLE: Final = frozenset({Kind.INTERVIEW_KIT, Kind.DECISION_RECORD})
"""What is leafed through while people talk: set closely, on few sheets."""
_UPRIGHT: Final = 8
"""Columns of data that find room on an upright sheet."""
_OF_PAGES: Final = frozenset(
    {"to", "anchor", "anchors", "form", "names", "fields", "field", "days", "day", "rule", "due", "decides"}
)
"""Fields of blocks that say where a link leads on a page, and what a form there knows of its fields: not for paper."""


def document_data(document: Document, edition: Edition, *, confidential: bool) -> dict[str, Any]:
    """Everything that stands on a document's sheets, and how they are set up.

    Args:
        document: The document; one that is made of parts has them one after the other.
        edition: The kit in the document's language, for its fonts, paper size, version and date.
        confidential: Whether each page says that it is.
    """
    about, language = edition.imprint, edition.language
    on_each_sheet = _on_each_sheet(document)
    plain = _Plain(
        lambda text: edition.fonts.printable(text, partial(_letters, language)), language, in_header=bool(on_each_sheet)
    )
    head, colours = letterhead(document, edition), edition.colours
    return {
        "title": plain.text(document.title),
        "organisation": plain.text(head.organisation),
        "symbol": file_name("symbol", head.symbol),
        "logo": file_name("logo", head.logo),
        "letterhead": [plain.text(line) for line in head.lines],
        "is_letter": head.is_letter,
        "colours": {name: str(getattr(colours, name)) for name in ("bar", "on_bar", "ink", "accent", "tint")},
        "is_branded": about.brand is not None and about.brand.colours is not None,
        "version": [plain.text(text) for text in (about.version, document.fingerprint, language.date(about.updated))],
        "words": {name: plain.text(word) for name, word in _words(language).items()},
        "parts": [
            {
                "title": plain.text(part.title),
                "eyebrow": plain.text(part.eyebrow),
                "blocks": plain.blocks(part.blocks),
                "way": "close" if part.kind in _AT_A_TABLE else "usual",
                "slot": slot,
            }
            for slot, part in zip(slots(document), document.parts or (document,), strict=True)
        ],
        "confidential": confidential,
        "fields": [plain.text(label) for label in on_each_sheet],
        "paper": _PAPER[about.paper],
        "fonts": edition.fonts.families,
        "language": language.locale.language,
        "region": _region(language),
        "rtl": language.direction == "rtl",
        "landscape": any(isinstance(block, DataTable) and len(block.columns) > _UPRIGHT for block in document.blocks),
    }


def slots(document: Document) -> list[str]:
    """The files that Typst finds a document's parts in: for each its kind, and which one of that kind it is.

    What Typst has set is told by the place in a file that it comes from, and by how often that came before. So each
    part has a file of its own, by the same name in a document alone and among others: it is set once.
    """
    seen: Counter[Kind] = Counter()
    names = []
    for part in document.parts or (document,):
        names.append(f"{part.kind}-{seen[part.kind]}.typ")
        seen[part.kind] += 1
    return names


def file_name(name: str, picture: Picture | None) -> str:
    """How Typst knows a picture of the brand; an empty text where there is none."""
    return f"{name}.{picture.ending}" if picture else ""


def _on_each_sheet(document: Document) -> Sequence[str]:
    """What each sheet is marked with by hand, where a document is about one interview: candidate, interviewer, date."""
    forms = {block.form: block.labels for block in document.blocks if isinstance(block, Fields) and block.form}
    return next(iter(forms.values())) if len(forms) == 1 else ()


class _Plain:
    """Turns blocks into plain data, each with its type's name as `block`.

    Args:
        printable: Says a text so that the fonts have each of its characters.
        language: The document's language, for numbers and days.
        in_header: Whether each sheet has the fields of a form at its head, which so need not stand in it.
    """

    def __init__(self, printable: Callable[[str], str], language: Language, *, in_header: bool) -> None:
        self.text, self._language, self._in_header = cache(printable), language, in_header

    def blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        """Those of some blocks that are for paper."""
        return [data for block in blocks for data in self._block(block)]

    def _block(self, block: Block) -> Iterator[dict[str, Any]]:
        match block:
            case DataTable():
                yield self.value({"block": "DataTable", **_data(block, self._language)})
            case Pictured():
                yield from self._block(block.table)
            case Chart():
                yield self.value({"block": "Chart", **plot(block, self._language)})
            case OrgChart():
                yield self.value({"block": "OrgChart", "description": block.description, **_chart(block.root)})
            case Folded() if block.level:
                yield from self.blocks(block.unfolded)
            case (
                Action()
                | Callout()
                | Cards()
                | Choice()
                | Definitions()
                | Fields()
                | Files()
                | Folded()
                | Heading()
                | Listing()
                | NoteSpace()
                | Paragraph()
                | QuestionCard()
                | RatingGrid()
                | Table()
                | TimePlan()
                | Verbatim()
            ):
                yield self._fields(block)
            case Message():
                yield from self._block(as_callout(block, self._language))
            case OnPage():  # links between pages, and tools of pages
                return
            case _:
                assert_never(block)

    def _fields(self, value: Any) -> dict[str, Any]:
        data = {name: self.value(getattr(value, name)) for name in _names(value.__class__)}
        if isinstance(value, Callout | Folded | Item):
            data["blocks"] = self.blocks(value.blocks)
        if isinstance(value, Fields):
            data["in_header"] = self._in_header and bool(value.form)
        return {"block": type(value).__name__, **data}

    def value(self, value: Any) -> Any:
        """Anything that a block holds, but blocks."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple | list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        return self._fields(value) if is_dataclass(value) else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The names of a block's fields that are for paper, but for blocks in it."""
    left_out = _OF_PAGES | {"blocks"}
    if kind is RatingGrid:  # its anchors are not those of links: they say what a level sounds like
        left_out -= {"anchors"}
    return tuple(field.name for field in fields(kind) if field.name not in left_out)


def _region(language: Language) -> str:
    """The region that Typst is told of: two letters, or none. Chinese characters are drawn by it."""
    region = tags.region(language.tag) if language.script in ("Hans", "Hant") else language.locale.territory or ""
    return region if region.isalpha() else ""


def _letters(language: Language, scripts: Sequence[str], count: int) -> str:
    """What stands on paper for letters that no font has."""
    named = language.join([language.script_name(script) for script in scripts])
    return language.ngettext("[{n} letter: {script}]", "[{n} letters: {script}]", count, script=named)


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
        "material": _("Material to prepare (interviewers only)"),
        "probes": _("Probes"),
        "listen_for": _("Listen for"),
        "notes": _("Notes"),
        "minutes": _("Minutes"),
        "what_happens": _("What happens"),
        "colon": _(": "),
    }


def _data(table: DataTable, language: Language) -> dict[str, Any]:
    """Data as a table to read; columns of numbers, with a unit or without one, say so."""
    of_numbers = number_columns(table)
    numbers = [index in of_numbers for index in range(len(table.columns))]
    columns = [column_texts(column, language) for column in zip(*table.rows, strict=True)]
    rows = [list(row) for row in zip(*columns, strict=True)]
    return {"caption": table.caption, "columns": table.columns, "numbers": numbers, "rows": rows}


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
