"""The facts that a kit rests on, each under the source that says it, and by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from rolebook.documents.blocks import (
    Block,
    Callout,
    Definitions,
    Document,
    Folded,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Mark,
    Narrowing,
    Paragraph,
    Run,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.library.uses import uses
from rolebook.kit.evidence import Fact, Source

_NAMED = 2
"""Pages that are named beside a fact; more are folded up (editorial default)."""


def facts(edition: InternalEdition, subject: str) -> Document:
    """Every source with its facts, by number. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.FACTS,
        title=_("Facts and sources"),
        description=_("What this kit's statements rest on, by number, with source and date."),
        blocks=tuple(_blocks(edition)),
    )


def _blocks(edition: InternalEdition) -> Iterator[Block]:
    _, kit, used = edition.gettext, edition.kit, uses(edition)
    yield Paragraph(words(_summary(edition, used)), lead=True)
    yield Paragraph(
        words(
            _(
                "A number such as F22 beside a statement leads here. It says that the source says so, not that "
                "it is true everywhere."
            )
        )
    )
    yield Narrowing(_("Find a fact"), _("No fact has these words."))
    yield from _contents(edition)
    unused: list[Source] = []
    for source in kit.sources:
        said = tuple(sorted((fact for fact in kit.facts if fact.from_ == source.id), key=_number))
        if said:
            yield Heading(edition.text(source.title), f"source-{source.id}", url=str(source.url or ""))
            yield Paragraph(words(_published(edition, source, said)))
            if source.about:
                yield Paragraph(words(edition.text(source.about)))
            yield from _by_topic(edition, source, said, used)
        else:
            unused.append(source)
    if unused:
        yield Heading(_("Further sources"), "sources")
        yield Listing(tuple(Item(_named(edition, source), (), f"source-{source.id}") for source in unused))
    yield Callout(
        "note",
        _("Editorial"),
        (
            Paragraph(
                words(
                    _(
                        "Where a statement is marked “editorial”, it is this kit's own advice. Keep it, change it, or "
                        "replace it with what you know of your company."
                    )
                )
            ),
        ),
        "editorial",
    )


def _summary(edition: InternalEdition, used: Mapping[str, tuple[Run, ...]]) -> str:
    """How many facts there are, from how many sources, and whether any of them backs nothing."""
    ngettext = edition.language.ngettext
    sources = len({fact.from_ for fact in edition.kit.facts})
    facts = ngettext("{n} fact", "{n} facts", len(used))
    said = [ngettext("{facts} from {n} source.", "{facts} from {n} sources.", sources, facts=facts)]
    if idle := sum(not pages for pages in used.values()):
        said.append(ngettext("{n} is used nowhere.", "{n} are used nowhere.", idle))
    return " ".join(said)


def _contents(edition: InternalEdition) -> Iterator[Folded]:
    """The sources with how many facts are from each, folded up; nothing where all are from one."""
    kit, ngettext = edition.kit, edition.language.ngettext
    counts = Counter(fact.from_ for fact in kit.facts)
    if len(counts) > 1:
        sources = Listing(
            tuple(
                Item(
                    (
                        Run(edition.text(source.title), Target(Kind.FACTS, "", f"source-{source.id}")),
                        Run(f" · {ngettext('{n} fact', '{n} facts', counts[source.id])}"),
                    )
                )
                for source in kit.sources
                if counts[source.id]
            )
        )
        title = ngettext("{n} source", "{n} sources", len(counts))
        yield Folded("contents", title, (sources,), apart=False)


def _number(fact: Fact) -> tuple[str, int]:
    """What facts are sorted by: F9 before F10."""
    letters = fact.id.rstrip("0123456789")
    return letters, int(fact.id[len(letters) :])


def _by_topic(
    edition: InternalEdition, source: Source, facts: tuple[Fact, ...], used: Mapping[str, tuple[Run, ...]]
) -> Iterator[Block]:
    """The facts of a source, each with where it is used; under a heading for each thing that they are about."""
    nowhere = (Mark(edition.gettext("used nowhere"), "warn"),)
    topics: dict[str, list[Fact]] = {}
    for fact in facts:
        topics.setdefault(edition.text(fact.topic), []).append(fact)
    for number, (topic, some) in enumerate(topics.items(), start=1):
        if len(topics) > 1:
            yield Heading(topic, f"source-{source.id}-{number}", 3)
        yield Definitions(
            tuple(((Run(fact.id, Target(Kind.FACTS, "", fact.id)),), words(edition.text(fact.text))) for fact in some),
            tuple(fact.id for fact in some),
            beside=tuple(edition.listed(used[fact.id]) or nowhere for fact in some),
            beside_folded=tuple(_pages(edition, len(used[fact.id])) for fact in some),
            beside_head=edition.gettext("Used on"),
        )


def _pages(edition: InternalEdition, many: int) -> str:
    """On how many pages a fact is used, where they are too many to be named beside it."""
    return edition.language.ngettext("on {n} page", "on {n} pages", many) if many > _NAMED else ""


def _published(edition: InternalEdition, source: Source, facts: tuple[Fact, ...]) -> str:
    """Who wrote a source and when, and how many facts are from it, about what."""
    many = edition.language.ngettext("{n} fact", "{n} facts", len(facts))
    topics = {edition.text(fact.topic) for fact in facts}
    if len(topics) == 1:
        many = f"{topics.pop()}{edition.gettext(': ')}{many}"
    return " · ".join(filter(None, (_by(edition, source), many)))


def _named(edition: InternalEdition, source: Source) -> Inlines:
    """A source by its title, which leads to it, with who wrote it and what it is used for."""
    parts = [Run(edition.text(source.title), url=str(source.url) if source.url else "", strong=True)]
    if by := _by(edition, source):
        parts.append(Run(f" — {by}."))
    if source.about:
        parts.append(Run(f" {edition.text(source.about)}"))
    return tuple(parts)


def _by(edition: InternalEdition, source: Source) -> str:
    """Who wrote a source, and when it was published."""
    author = edition.text(source.author) if source.author else ""
    published = edition.language.date(source.published) if source.published else ""
    return edition.gettext("; ").join(filter(None, (author, published)))
