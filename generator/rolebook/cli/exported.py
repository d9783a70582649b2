"""A document in the format that it is exported in."""

from __future__ import annotations

from rolebook import catalogue
from rolebook.documents.blocks import Document, Kind
from rolebook.documents.drafts import in_words
from rolebook.documents.edition import Edition
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.library.handbook import is_whole
from rolebook.formats import board, markdown, text
from rolebook.formats.pdf import PaperError

_TEXT = {"md": markdown.write, "txt": text.write, "html": board.write}


def written(document: Document, edition: Edition, form: str) -> bytes:
    """Write a document in a format, by its name on the command line.

    Raises:
        PaperError: It cannot be set as PDF.
    """
    if form == "pdf":
        _refuse_pdf(document, edition)
    document = in_words(document, edition.language) if edition.is_draft else document
    if form in _TEXT:
        return _TEXT[form](document, edition.language).encode()
    confidential = catalogue.is_confidential(document.kind, catalogue.Format(form))
    return catalogue.as_file(document, edition, catalogue.Format(form), confidential=confidential)


def _refuse_pdf(document: Document, edition: Edition) -> None:
    """Say why a document cannot be a PDF, where that is known beforehand.

    Raises:
        PaperError: No font has the letters of its language, or it is too long to be set at once.
    """
    if not edition.is_printable:
        tag = edition.language.tag
        raise PaperError(f"No font here has the letters of “{tag}”. `rolebook check` says how to get one.")
    is_large = isinstance(edition, InternalEdition) and not is_whole(edition.kit)
    if document.kind is Kind.HANDBOOK and not document.subject and is_large:
        raise PaperError(
            "As PDF, the handbook of so large a kit comes in volumes: `rolebook build` writes them, and --role names "
            "the one of a role. "
            "As docx, md or txt it can be exported whole."
        )
