"""What is published of a kit: rows with their subjects, and with the edition that their documents are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar, assert_never

from rolebook.audience import AnyEdition, Audience
from rolebook.catalogue import internal, public
from rolebook.catalogue.rows import AnyRow, Artefact, Format, LocalizedArtefact, Row
from rolebook.documents.blocks import Document, Kind
from rolebook.documents.edition import Edition
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit import Kit

E = TypeVar("E", bound=Edition)

ROWS: Mapping[Audience, tuple[AnyRow, ...]] = {Audience.INTERNAL: internal.ROWS, Audience.PUBLIC: public.ROWS}
"""Both tables, to be looked at: a document is made from a row of its own table alone."""


def artefacts(kit: Kit, audience: Audience) -> Iterator[Artefact]:
    """Everything that is published of a kit for an audience, in any of its languages, in the catalogue's order."""
    return (Artefact(row, subject) for row in ROWS[audience] for subject in row.subjects_in(kit))


def pages(kit: Kit, audience: Audience) -> Iterator[Artefact]:
    """The pages among them."""
    return (artefact for artefact in artefacts(kit, audience) if artefact.row.format is Format.PAGE)


def localized_artefacts(kit: Kit, edition: AnyEdition) -> Iterator[LocalizedArtefact]:
    """Everything that is published of a kit in an edition of it: for the edition's audience, in its language."""
    match edition:
        case InternalEdition():
            return _localized(internal.ROWS, kit, edition)
        case PublicEdition():
            return _localized(public.ROWS, kit, edition)
        case _:
            assert_never(edition)


def _localized(rows: Iterable[Row[E]], kit: Kit, edition: E) -> Iterator[LocalizedArtefact]:
    """Where rows meet what their documents are made from: that both are of one audience is a matter of types."""
    for row in rows:
        for subject in row.subjects_in(kit):
            name = partial(row.title, edition, subject) if row.title is not None else None
            yield LocalizedArtefact(row, subject, partial(edition.cached, row.document, subject), name)


def document(kind: Kind, edition: AnyEdition, subject: str) -> Document:
    """What the first row of a kind says of a subject.

    Raises:
        LookupError: Documents of that kind are made from another audience's edition.
    """
    match edition:
        case InternalEdition():
            return edition.cached(_first(internal.ROWS, kind).document, subject)
        case PublicEdition():
            return edition.cached(_first(public.ROWS, kind).document, subject)
        case _:
            assert_never(edition)


def row(kind: Kind, about: str = "") -> tuple[Audience, AnyRow]:
    """The first row of a kind of document, and whom it is for; rather one whose subjects are of a sort (`about`)."""
    found = [(audience, each) for audience, rows in ROWS.items() for each in rows if each.kind is kind]
    if not found:
        raise LookupError(f"The catalogue has no row for “{kind}”.")
    return next((one for one in found if one[1].about == about), found[0])


def is_confidential(kind: Kind, form: Format) -> bool:
    """Whether the sheets of a kind of document say so in a format: as its row has it, or else the kind's first row."""
    _, first = row(kind)
    own = (row for rows in ROWS.values() for row in rows if row.kind is kind and row.format is form)
    return next(own, first).confidential


def _first(rows: Iterable[Row[E]], kind: Kind) -> Row[E]:
    for candidate in rows:
        if candidate.kind is kind:
            return candidate
    raise LookupError(f"This audience is shown nothing of the kind “{kind}”.")
