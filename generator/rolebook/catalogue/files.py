"""The files that lie beside pages, and those that a site has once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import assert_never

from rolebook.audience import AnyEdition, Audience
from rolebook.catalogue import internal, public
from rolebook.catalogue.rows import Format
from rolebook.documents.blocks import Document, Kind
from rolebook.documents.drafts import in_words
from rolebook.documents.edition import Edition
from rolebook.documents.public.edition import PublicEdition
from rolebook.formats import csv_table, docx, pdf, rating, xlsx
from rolebook.formats.xlsx import timeline, workbook


def as_file(document: Document, edition: Edition, form: Format, *, confidential: bool = True) -> bytes:
    """A document in the format of a file that accompanies a page.

    Args:
        document: What it says.
        edition: The kit in the document's language.
        form: How it is written.
        confidential: Whether its sheets say so, as its row has it.

    Raises:
        PaperError: It could not be set as PDF.
    """
    document = in_words(document, edition.language) if edition.is_draft else document
    if form is Format.PDF:
        return pdf.write(document, edition, confidential=confidential)
    if form is Format.PNG:
        return pdf.picture(document, edition)
    sheets = {Kind.HANDOUT: workbook.write, Kind.INTAKE: timeline.write}.get(document.kind, xlsx.write)
    write = {Format.DOCX: docx.write, Format.XLSX: sheets, Format.CSV: csv_table.write, Format.JSON: rating.write}
    return write[form](document, edition)


def site_files(audience: Audience, editions: Sequence[AnyEdition]) -> Mapping[str, Callable[[], bytes]]:
    """The files that a site has once for all its languages: by path in its folder, what writes each.

    Args:
        audience: Whom the site is for.
        editions: What it is made from in each language, the kit's first one first.
    """
    match audience:
        case Audience.INTERNAL:
            return internal.FILES
        case Audience.PUBLIC:
            shown = [edition for edition in editions if isinstance(edition, PublicEdition)]
            return {path: partial(write, shown) for path, write in public.files(shown).items()}
        case _:
            assert_never(audience)
