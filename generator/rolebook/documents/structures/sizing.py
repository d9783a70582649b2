"""How many people a team needs: companies of typical sizes, and one of them worked out line by line."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import Block, Heading, Inlines, Paragraph, Run, Table, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.growth import models_at
from rolebook.kit.sizing import Share, Sizing, SizingExample, TeamSize, team_size


def sizing(edition: InternalEdition) -> Iterator[Block]:
    """What sizes the team; nothing where the kit gives no ratios."""
    given = edition.kit.function.sizing
    if given is None:
        return
    if given.notes:
        yield edition.statements(given.notes)
    if given.examples:
        yield _typical(edition, given)
        yield from _worked_out(edition, given, given.examples[0])
    else:
        yield _ratios(edition, given)


def _typical(edition: InternalEdition, given: Sizing) -> Table:
    """One line for each company."""
    _, number = edition.gettext, edition.language.number
    rows = []
    for example in given.examples:
        size = team_size(given, example.quantities)
        models = models_at(edition.kit, size.usual.people)
        rows.append(
            (
                words(edition.text(example.name)),
                *(words(number(example.quantities.get(quantity.id, 0))) for quantity in given.quantities),
                words(_people(edition, size)),
                edition.listed(edition.model(model.id) for model in models) or words("–"),
            )
        )
    return Table(
        _("People for companies of typical sizes"),
        (
            _("Company"),
            *(edition.text(quantity.name) for quantity in given.quantities),
            _("People in the team"),
            _("Structures for that size"),
        ),
        tuple(rows),
        numbers=tuple(range(1, len(given.quantities) + 1)),
    )


def _people(edition: InternalEdition, size: TeamSize) -> str:
    """The usual number, and the range that it lies in."""
    number = edition.language.number
    usual, fewest, most = (number(need.people) for need in (size.usual, size.fewest, size.most))
    if fewest == most:
        return usual
    return edition.gettext("{usual} ({fewest} to {most})", usual=usual, fewest=fewest, most=most)


def _worked_out(edition: InternalEdition, given: Sizing, example: SizingExample) -> Iterator[Block]:
    """One company, with a line for each ratio."""
    _ = edition.gettext
    size = team_size(given, example.quantities)
    total = sum(size.usual.shares)
    figures = edition.language.numbers([round(float(share), 2) for share in (*size.usual.shares, total)])
    yield Heading(_("Worked example: {company}", company=edition.text(example.name)), "worked-out", 3)
    rows: list[tuple[Inlines, ...]] = [
        (*_ratio(edition, ratio), words(_counted(edition, given, ratio.quantity, ratio.beyond, example)), words(figure))
        for ratio, figure in zip(given.ratios, figures, strict=False)
    ]
    if given.leading is not None:
        [led] = edition.language.numbers([round(float(sum(size.usual.shares[:-1])), 2)])
        rows.append(
            (*_ratio(edition, given.leading), words(_("People in the rows above: {n}", n=led)), words(figures[-2]))
        )
    rows.append((words(_("Total")), (), (), (), words(figures[-1])))
    yield Table(
        _("The work in full-time equivalents"),
        (_("Work"), _("Done by"), _("One person for"), _("Counted"), _("Full-time equivalents")),
        tuple(rows),
        numbers=(4,),
    )
    yield Paragraph(
        (
            Run(_("Rounded: {people}.", people=_number_of(edition, size.usual.people)), strong=True),
            Run(" "),
            Run(
                _(
                    "At the easy end of every range it would be {fewest}, at the demanding end {most}.",
                    fewest=_number_of(edition, size.fewest.people),
                    most=_number_of(edition, size.most.people),
                )
            ),
        )
    )


def _number_of(edition: InternalEdition, people: int) -> str:
    return edition.language.ngettext("{n} person", "{n} people", people)


def _ratio(edition: InternalEdition, share: Share) -> tuple[Inlines, Inlines, Inlines]:
    """The work, who does it, and how many keep one person busy, with the range."""
    number = edition.language.number
    ratio = edition.gettext(
        "{usual} ({fewest} to {most})",
        usual=number(share.one_for),
        fewest=number(share.at_least),
        most=number(share.at_most),
    )
    return edition.backed(share.text, share), (edition.role(share.role),), words(ratio)


def _counted(edition: InternalEdition, given: Sizing, quantity_id: str, beyond: int, example: SizingExample) -> str:
    """How many there are of what is counted, and how many of them make no work of their own."""
    _, number = edition.gettext, edition.language.number
    name = next(edition.text(quantity.name) for quantity in given.quantities if quantity.id == quantity_id)
    count = number(example.quantities.get(quantity_id, 0))
    if not beyond:
        return _("{name}: {n}", name=name, n=count)
    return _("{name}: {n}, less {beyond}", name=name, n=count, beyond=number(beyond))


def _ratios(edition: InternalEdition, given: Sizing) -> Table:
    """The ratios alone, where there is no company to work out."""
    _ = edition.gettext
    names = {quantity.id: edition.text(quantity.name) for quantity in given.quantities}
    rows: list[tuple[Inlines, ...]] = [(*_ratio(edition, one), words(names[one.quantity])) for one in given.ratios]
    if given.leading is not None:
        rows.append((*_ratio(edition, given.leading), words(_("People in the rows above"))))
    return Table(
        _("How many keep one person busy"), (_("Work"), _("Done by"), _("One person for"), _("Counted")), tuple(rows)
    )
