"""Reading printed and office files back, as their readers do."""

from __future__ import annotations

import io
import unicodedata
from typing import Any
from xml.etree import ElementTree

import docx
import pikepdf
import pypdfium2


def pdf_text(pdf: bytes) -> str:
    """The text of a PDF as a reader copies it, without white space and with ligatures taken apart."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return squeezed(text)


def pdf_sheets(pdf: bytes) -> list[str]:
    """The text of each sheet of a PDF, as `pdf_text` reads it."""
    document = pypdfium2.PdfDocument(pdf)
    sheets = [squeezed(page.get_textpage().get_text_range()) for page in document]
    document.close()
    return sheets


def pdf_lines(pdf: bytes) -> list[str]:
    """The lines of a PDF, as they are broken on its sheets."""
    document = pypdfium2.PdfDocument(pdf)
    lines = [line.strip() for page in document for line in page.get_textpage().get_text_range().splitlines()]
    document.close()
    return lines


def beyond_the_margins(pdf: bytes) -> list[str]:
    """What stands less than a centimetre from the edge of a sheet, or beyond it."""
    edge, found = 28, []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            if left < edge or bottom < edge or right > width - edge or top > height - edge:
                found.append(text.get_text_bounded(left, bottom, right, top))
    document.close()
    return found


def squeezed(text: str) -> str:
    """A text without white space, and in one spelling of each character."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\ufffe", "").replace("\u0002", "").split())


def pdf_facts(pdf: bytes) -> dict[str, Any]:
    """What a PDF says of itself: whether it is sound and tagged, its language, title, standard and bookmarks."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        metadata = ElementTree.fromstring(bytes(document.Root.Metadata.read_bytes()))
        part = metadata.find(".//{http://www.aiim.org/pdfua/ns/id/}part")
        return {
            "faults": getattr(document, "check_pdf_syntax" if hasattr(document, "check_pdf_syntax") else "check")(),
            "tagged": bool(document.Root.MarkInfo.Marked),
            "language": str(document.Root.Lang),
            "title": str(document.docinfo.get("/Title", "")),
            "ua": part.text if part is not None else "",
            "bookmarks": [str(entry.title) for entry in outline.root],
            "sizes": {tuple(round(float(number)) for number in page.mediabox[2:]) for page in document.pages},
            "pages": len(document.pages),
        }


def word_text(word: bytes) -> str:
    """Every text of a Word file, in order, tables included."""
    return squeezed(
        "".join(
            node.text or "" for node in docx.Document(io.BytesIO(word)).element.body.iter() if node.tag.endswith("}t")
        )
    )


def texts_of(part: Any) -> set[str]:
    """Every text of an Excel file's cells."""
    return {str(cell.value) for sheet in part for row in sheet.iter_rows() for cell in row if cell.value is not None}
