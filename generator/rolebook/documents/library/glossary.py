"""The glossary: the words of the trade, explained."""

from __future__ import annotations

from rolebook.documents.blocks import (
    Definitions,
    Document,
    Kind,
    words,
)
from rolebook.documents.internal_edition import InternalEdition


def glossary(edition: InternalEdition, subject: str) -> Document:
    """The words of the trade. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.GLOSSARY,
        title=_("Glossary"),
        description=_("The terms of the field, explained."),
        blocks=(
            Definitions(
                tuple(
                    (words(edition.text(term.name)), edition.backed(term.text, term)) for term in edition.kit.glossary
                ),
                tuple(term.id for term in edition.kit.glossary),
            ),
        ),
    )
