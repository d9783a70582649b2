"""A Word file's package: the parts that every file of a language shares, and those of a document."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, time
from functools import lru_cache
from typing import Final, cast

import docx
from docx.document import Document as WordDocument
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import qn
from docx.shared import Inches, Mm
from docx.styles.style import ParagraphStyle

from rolebook.documents.blocks import Document
from rolebook.documents.edition import Edition
from rolebook.formats.docx import headers
from rolebook.formats.docx.wordprocessingml import LISTS
from rolebook.formats.letterhead import Letterhead, letterhead
from rolebook.kit.about import Paper

_PAPER: Final = {Paper.A4: (Mm(210), Mm(297)), Paper.LETTER: (Inches(8.5), Inches(11))}
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: each part carries it, so that the same kit gives the same bytes."""
_LONGEST_PROPERTY: Final = 255
"""Characters that each of a Word file's properties holds."""
_EAST_ASIAN: Final = frozenset({"Jpan", "Kore", "Hans", "Hant"})
_DOCUMENT: Final = "word/document.xml"
_PROPERTIES: Final = "docProps/core.xml"
_NUMBERING: Final = "word/numbering.xml"
_NUMBERING_ENDS: Final = "</w:numbering>"


@dataclass(frozen=True)
class _Template:
    """What the files of one language and paper share.

    Attributes:
        parts: A zip file with every part but the document and its properties.
        head: What stands before the document's body.
        tail: What stands after the body's last paragraph: the page's size, and the ends of elements.
        properties: The properties, to be filled in.
        numbering: The definitions of lists, without their end.
        numbers: Which of them numbers the items of a list.
    """

    parts: bytes
    head: str
    tail: str
    properties: CT_CoreProperties
    numbering: str
    numbers: str


def pack(body: str, lists: int, document: Document, edition: Edition) -> bytes:
    """A Word file.

    Args:
        body: Its paragraphs and tables, as WordprocessingML.
        lists: How many numbered lists are in it.
        document: The document, for its title, language and fingerprint.
        edition: The kit in the document's language, for its name, version, date and paper.
    """
    language = edition.language
    head, branded = letterhead(document, edition), edition.imprint.brand is not None
    colours = (str(edition.colours.ink), str(edition.colours.accent)) if branded else None
    template = _template(language.tag, language.direction, language.script, edition.imprint.paper, head, colours)
    buffer = io.BytesIO()
    buffer.write(template.parts)
    with zipfile.ZipFile(buffer, "a") as parts:
        _write(parts, _PROPERTIES, _properties(template.properties, document, edition))
        _write(parts, _NUMBERING, _numbering(template, lists))
        _write(parts, _DOCUMENT, f"{template.head}{body}{template.tail}".encode())
    return buffer.getvalue()


def _write(parts: zipfile.ZipFile, name: str, content: bytes) -> None:
    part = zipfile.ZipInfo(name, _EPOCH)
    part.compress_type = zipfile.ZIP_DEFLATED
    parts.writestr(part, content)


def _numbering(template: _Template, lists: int) -> bytes:
    """The definitions of lists, with one for each that is numbered: it begins with 1."""
    begun = "".join(
        f'<w:num w:numId="{LISTS + number}"><w:abstractNumId w:val="{template.numbers}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(1, lists + 1)
    )
    return f"{template.numbering}{begun}{_NUMBERING_ENDS}".encode()


def _properties(template: CT_CoreProperties, document: Document, edition: Edition) -> bytes:
    element, about = deepcopy(template), edition.imprint
    properties = CoreProperties(element)
    properties.title, properties.subject = _short(document.title), _short(document.description)
    properties.author = properties.last_modified_by = _short(edition.unmarked(about.organisation))
    properties.language, properties.version = document.language, _short(about.version)
    properties.keywords, properties.comments = document.fingerprint, ""
    properties.created = properties.modified = datetime.combine(about.updated, time())
    return bytes(serialize_part_xml(element))


def _short(text: str) -> str:
    """A text as one of a Word file's properties, which hold so much and no more."""
    return text if len(text) <= _LONGEST_PROPERTY else f"{text[: _LONGEST_PROPERTY - 1]}…"


@lru_cache(maxsize=16)
def _template(
    tag: str, direction: str, script: str, paper: Paper, letter: Letterhead, colours: tuple[str, str] | None
) -> _Template:
    word = docx.Document()
    _set_language(word, tag, direction, script)
    if colours is not None:
        headers.colour(word, *colours)
    page = word.sections[0]
    page.page_width, page.page_height = _PAPER[paper]
    headers.write(page, letter, is_rtl=direction == "rtl")
    saved, shared = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(shared, "w") as new:
        for name in old.namelist():
            if name not in (_DOCUMENT, _PROPERTIES, _NUMBERING):
                _write(new, name, old.read(name))
        head, section, tail = old.read(_DOCUMENT).decode("utf-8").partition("<w:sectPr")
        numbering = old.read(_NUMBERING).decode("utf-8").removesuffix(_NUMBERING_ENDS)
    properties = cast(CT_CoreProperties, word.core_properties._element)
    return _Template(shared.getvalue(), head, section + tail, properties, numbering, _numbers(word))


def _numbers(word: WordDocument) -> str:
    """Which definition numbers the items of the style for numbered lists."""
    (used,) = word.styles["List Number"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    (definition,) = word.part.numbering_part.element.xpath(f"w:num[@w:numId='{used}']/w:abstractNumId/@w:val")
    return str(definition)


def _set_language(word: WordDocument, tag: str, direction: str, script: str) -> None:
    """Say in which language the text is, for spelling, and in which font complex scripts are set.

    Word asks for the language of right-to-left and of East Asian writing apart.
    """
    normal = cast(ParagraphStyle, word.styles["Normal"])
    properties = normal.element.get_or_add_rPr()
    language, fonts = OxmlElement("w:lang"), properties.get_or_add_rFonts()
    language.set(qn("w:bidi" if direction == "rtl" else "w:eastAsia" if script in _EAST_ASIAN else "w:val"), tag)
    properties.append(language)
    fonts.set(qn("w:cs"), "Arial")
    for name in ("Title", "Subtitle"):  # spaced letters would tear Arabic words apart
        for spacing in word.styles[name].element.xpath("w:rPr/w:spacing"):
            spacing.getparent().remove(spacing)
