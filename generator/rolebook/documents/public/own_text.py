"""What a posting says in words of its own: the work and its outcomes, the team, what it takes, what it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolebook.documents.blocks import Block, Heading, Inlines, Item, Listing, Paragraph, Run, words
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit.postings import Posting
from rolebook.kit.text import Text


def own_text(edition: PublicEdition, vacancy: Posting) -> Iterator[Block]:
    """What a posting says itself of its work; nothing of the job description."""
    _ = edition.gettext
    yield from _list(edition, _("What you'll do"), "work", vacancy.about_work)
    if vacancy.outcomes:
        yield Heading(_("Your first year"), "first-year")
        yield Listing(tuple(Item(_by_when(edition, outcome)) for outcome in vacancy.outcomes))
    yield from _text(edition, _("Your team"), "team", vacancy.team)
    if vacancy.tools:
        tools = edition.listed(Run(edition.text(tool)) for tool in vacancy.tools)
        yield Paragraph((Run(_("Tools"), strong=True), Run(_(": ")), *tools))
    yield Heading(_("What you'll bring"), "skills")
    if vacancy.requirements:
        yield edition.texts(vacancy.requirements)
    yield Paragraph(
        words(
            _(
                "No degree is needed, nor a set number of years. If you can do this, wherever you learned it, please "
                "apply."
            )
        )
    )
    if vacancy.welcome:
        yield Heading(_("Nice to have: you can learn it here"), "preferred", 3)
        yield edition.texts(vacancy.welcome)


def beside_the_offer(edition: PublicEdition, vacancy: Posting) -> Iterator[Block]:
    """What a posting says of moving to the place of work, and of what the work leads to."""
    yield from _text(edition, edition.gettext("Visa and relocation"), "relocation", vacancy.relocation)
    yield from _text(edition, edition.gettext("How you can grow"), "growth", vacancy.growth)


def _list(edition: PublicEdition, title: str, anchor: str, texts: Iterable[Text]) -> Iterator[Block]:
    if texts:
        yield Heading(title, anchor)
        yield edition.texts(texts)


def _by_when(edition: PublicEdition, outcome: Text) -> Inlines:
    """What is achieved, with the time that it begins with set off: “After a month: …”."""
    colon, said = edition.gettext(": "), edition.text(outcome)
    when, found, what = said.partition(colon)
    return (Run(when, strong=True), Run(colon), Run(what)) if found else words(said)


def _text(edition: PublicEdition, title: str, anchor: str, text: Text | None) -> Iterator[Block]:
    if text is not None:
        yield Heading(title, anchor)
        yield Paragraph(words(edition.text(text)))
