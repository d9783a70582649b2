"""The blanks of an offer letter as fields beside it, each with what helps whoever fills it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolebook.documents.blocks import Block, Definitions, Inlines, LetterField, LetterFields, Listing, Paragraph, Run
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.filled import fill_in, places_offered
from rolebook.kit.forms import Fill, OfferTerm
from rolebook.kit.roles import Role

TERM = "term-"
"""What the names of the terms' blanks begin with, before their number."""


def letter_fields(
    edition: InternalEdition, role: Role, terms: tuple[OfferTerm, ...], letter: Iterable[Block]
) -> LetterFields:
    """The blanks of a letter in order, each once: those before the terms, those of the terms, and those after them."""
    _, fields = edition.gettext, dict[str, LetterField]()
    for run in _blanks(letter):
        if run.field.startswith(TERM):
            field = _of_term(edition, role, run.field, terms[int(run.field.removeprefix(TERM))])
        else:
            label = run.text.strip("[]")
            field = LetterField(run.field, label[:1].upper() + label[1:])
        fields.setdefault(run.field, field)
    of_terms = [place for place, name in enumerate(fields) if name.startswith(TERM)] or [len(fields)]
    found, first, last = tuple(fields.values()), of_terms[0], of_terms[-1] + 1
    groups = (("", found[:first]), (_("Terms"), found[first:last]), (_("Acceptance"), found[last:]))
    return LetterFields(_("Fill in the letter"), tuple((title, some) for title, some in groups if some))


def _blanks(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        lines: Iterable[Inlines] = ()
        if isinstance(block, Paragraph):
            lines = (block.inlines,)
        elif isinstance(block, Listing):
            lines = (item.inlines for item in block.items)
        elif isinstance(block, Definitions):
            lines = (description for _term, description in block.items)
        yield from (part for line in lines for part in line if isinstance(part, Run) and part.field)


def _of_term(edition: InternalEdition, role: Role, name: str, term: OfferTerm) -> LetterField:
    posted = fill_in(edition, role, term.hint_fill) if term.hint_fill else ""
    hints = (
        edition.text(term.hint) if term.hint else "",
        edition.gettext("In the posting: {value}", value=posted) if posted else "",
    )
    places = places_offered(edition, role) if term.fill is Fill.OFFER_PLACE else ()
    choices = tuple(edition.text(choice) for choice in term.choices)
    return LetterField(name, edition.text(term.label), ". ".join(filter(None, hints)), places or choices)
