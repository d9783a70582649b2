"""Which document is published, in which format, for which audience, at which path: two tables, one an audience.

A new artefact is a row in `internal.py` or in `public.py`. The table decides what its document is made from: the whole
kit, or its public side alone. A document in the wrong table is a type error.
"""

from __future__ import annotations

from rolebook.catalogue.artefacts import ROWS, artefacts, document, is_confidential, localized_artefacts, pages, row
from rolebook.catalogue.files import as_file, site_files
from rolebook.catalogue.links import links_from, offered_on, page_path
from rolebook.catalogue.rows import AnyRow, Artefact, Format, LocalizedArtefact, Row, Subjects

__all__ = [
    "ROWS",
    "AnyRow",
    "Artefact",
    "Format",
    "LocalizedArtefact",
    "Row",
    "Subjects",
    "artefacts",
    "as_file",
    "document",
    "is_confidential",
    "links_from",
    "localized_artefacts",
    "offered_on",
    "page_path",
    "pages",
    "row",
    "site_files",
]
