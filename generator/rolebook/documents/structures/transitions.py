"""The ways out of a structure: when to move on, step by step, what is announced, and how to tell that it worked."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
    Definitions,
    Folded,
    Heading,
    Inlines,
    Item,
    Listing,
    Paragraph,
    Run,
    Table,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.structures import LeadershipModel
from rolebook.kit.transitions import Move


def transitions(edition: InternalEdition, model: LeadershipModel) -> Iterator[Block]:
    """The part of a guide that leads to other structures."""
    if model.moves:
        yield Heading(edition.gettext("Moving on"), "moves")
    for move in model.moves:
        yield _move(edition, move)


def _move(edition: InternalEdition, move: Move) -> Folded:
    """A line that says where to and when; folded up, how one gets there."""
    return Folded(
        f"move-{move.to}",
        edition.gettext("To: {model}", model=edition.text(edition.kit.model(move.to).name)),
        tuple(_plan(edition, move)),
        apart=False,
        about=edition.text(move.when),
        level=3,
    )


def _plan(edition: InternalEdition, move: Move) -> Iterator[Block]:
    """Who sees to it, what is done in which week, what stays as it is, what is announced, and what shows the result."""
    _ = edition.gettext
    facts: list[tuple[str, Inlines]] = [(_("When"), edition.backed(move.when, move))]
    if move.weeks is not None:
        facts.append((_("How long"), words(edition.language.ngettext("{n} week", "{n} weeks", move.weeks))))
    facts.append((_("Guide"), (edition.model(move.to),)))
    if move.owner is not None:
        facts.append((_("Owner of the transition"), (edition.role(move.owner),)))
    yield _named(facts)
    yield _steps(edition, move)
    if move.frozen:
        yield Paragraph((Run(_("What does not change meanwhile:"), strong=True),))
        yield edition.texts(move.frozen)
    if move.announcement is not None:
        yield Callout("script", _("Announcement"), (Paragraph(words(edition.text(move.announcement))),))
    results = [(_("Sign of success"), move.success), (_("Going back"), move.going_back)]
    if any(text for _label, text in results):
        yield _named([(label, words(edition.text(text))) for label, text in results if text is not None])


def _named(facts: list[tuple[str, Inlines]]) -> Definitions:
    return Definitions(tuple((words(label), said) for label, said in facts))


def _steps(edition: InternalEdition, move: Move) -> Block:
    """The steps: as a table where they have weeks, or else as a numbered list."""
    _ = edition.gettext
    if not any(step.week for step in move.plan):
        return Listing(tuple(Item(words(edition.text(step.text))) for step in move.plan), ordered=True)
    return Table(
        _("Steps, with their week and owner"),
        (_("When"), _("Step"), _("Step owner")),
        tuple(
            (
                words(_("Week {n}", n=edition.language.number(step.week)) if step.week else ""),
                words(edition.text(step.text)),
                (edition.role(owner),) if (owner := step.owner or move.owner) else (),
            )
            for step in move.plan
        ),
    )
