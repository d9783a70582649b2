"""The glossary: the words of the trade, explained, by topic."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Document,
    Heading,
    Kind,
    Narrowing,
    Paragraph,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.glossary import Term


def glossary(edition: InternalEdition, subject: str) -> Document:
    """The words of the trade. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.GLOSSARY,
        title=_("Glossary"),
        description=_("The terms of the field, explained."),
        blocks=tuple(_blocks(edition)),
    )


def _blocks(edition: InternalEdition) -> Iterator[Block]:
    """The terms under their topics, in the order of the file; those without one come first."""
    topics: dict[str, list[Term]] = {"": []}
    for term in edition.kit.glossary:
        topics.setdefault(edition.text(term.topic) if term.topic else "", []).append(term)
    yield Paragraph(words(edition.gettext("The terms of the field, explained.")), lead=True)
    yield Narrowing(edition.gettext("Find a term"), edition.gettext("No term has these words."))
    for number, (topic, terms) in enumerate(topics.items()):
        if topic:
            yield Heading(topic, f"topic-{number}")
        if terms:
            yield Definitions(
                tuple((words(edition.text(term.name)), edition.backed(term.text, term)) for term in terms),
                tuple(term.id for term in terms),
            )
