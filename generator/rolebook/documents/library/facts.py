"""The facts that a kit rests on, by number, and their sources."""

from __future__ import annotations

from rolebook.documents.blocks import (
    Document,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.evidence import Source


def facts(edition: InternalEdition, subject: str) -> Document:
    """Every fact with its number, and every source. It has no subject."""
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    groups: list[tuple[int, str]] = []
    topic = ""
    for fact in edition.kit.facts:
        if edition.text(fact.topic) != topic:
            topic = edition.text(fact.topic)
            groups.append((len(rows), topic))
        source = edition.kit.source(fact.from_)
        rows.append(
            (
                (Run(fact.id, strong=True),),
                words(edition.text(fact.text)),
                (Run(edition.text(source.title), Target(Kind.FACTS, "", f"source-{source.id}")),),
            )
        )
    return edition.document(
        Kind.FACTS,
        title=_("Facts and sources"),
        description=_("What this kit's statements rest on, by number, with source and date."),
        blocks=(
            Paragraph(
                words(
                    _(
                        "A number such as F22 beside a statement leads here. It says that the source says so, not that "
                        "it is true everywhere."
                    )
                ),
                lead=True,
            ),
            Heading(_("Editorial"), "editorial"),
            Paragraph(
                words(
                    _(
                        "Where a statement is marked “editorial”, it is this kit's own advice. Keep it, change it, or "
                        "replace it with what you know of your company."
                    )
                )
            ),
            Heading(_("Facts"), "facts"),
            Table(
                _("Facts by number"),
                (_("Number"), _("What the source says"), _("Source")),
                tuple(rows),
                tuple(fact.id for fact in edition.kit.facts),
                tuple(groups),
            ),
            Heading(_("Sources"), "sources"),
            Listing(tuple(Item(_source(edition, source), (), f"source-{source.id}") for source in edition.kit.sources)),
        ),
    )


def _source(edition: InternalEdition, source: Source) -> Inlines:
    parts: list[Run] = [Run(edition.text(source.title), url=str(source.url) if source.url else "", strong=True)]
    details = [edition.text(source.author)] if source.author else []
    if source.published:
        details.append(edition.language.date(source.published))
    if details:
        parts.append(Run(" — " + edition.gettext("; ").join(details) + "."))
    if source.about:
        parts.append(Run(" " + edition.text(source.about)))
    return tuple(parts)
