"""The glossary: the words of the trade, explained, by topic."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Document,
    Heading,
    Inlines,
    Kind,
    Narrowing,
    Paragraph,
    Run,
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
    """The terms under their topics, each with what other languages of the kit call it; those without one come first."""
    topics: dict[str, list[Term]] = {"": []}
    for term in edition.kit.glossary:
        topics.setdefault(edition.text(term.topic) if term.topic else "", []).append(term)
    yield Paragraph(words(_summary(edition)), lead=True)
    yield Narrowing(edition.gettext("Find a term"), edition.gettext("No term has these words."))
    for number, (topic, terms) in enumerate(topics.items()):
        if topic:
            yield Heading(topic, f"topic-{number}")
        if terms:
            yield Definitions(
                tuple((words(edition.text(term.name)), edition.backed(term.text, term)) for term in terms),
                tuple(term.id for term in terms),
                beside=tuple(_elsewhere(edition, term) for term in terms),
            )


def _summary(edition: InternalEdition) -> str:
    """How many terms are explained, and in which other languages they are named."""
    ngettext, kit = edition.language.ngettext, edition.kit
    said = [ngettext("{n} term of the field, explained.", "{n} terms of the field, explained.", len(kit.glossary))]
    if others := [edition.language.name_of(tag) for tag in kit.about.languages if tag != edition.language.tag]:
        said.append(edition.gettext("Each is named in {languages}, too.", languages=edition.language.join(others)))
    return " ".join(said)


def _elsewhere(edition: InternalEdition, term: Term) -> Inlines:
    """What a term is called in the kit's other languages, as far as it has been translated."""
    others = (tag for tag in term.name.languages() if tag != edition.language.tag)
    return edition.listed(Run(term.name[tag], language=tag) for tag in others)
