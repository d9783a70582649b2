"""The sourcing guide of a role: where to look, what to search for, and what to write."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
    Definitions,
    Document,
    Heading,
    Kind,
    Paragraph,
    Run,
    Table,
    Target,
    Verbatim,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.backgrounds import Background
from rolebook.kit.roles import Role


def sourcing_guide(edition: InternalEdition, subject: str) -> Document:
    """The sourcing guide of the role whose id is `subject`."""
    role = edition.kit.role(subject)
    _ = edition.gettext
    title = edition.text(role.title)
    return edition.document(
        Kind.SOURCING_GUIDE,
        role.id,
        title=_("Sourcing guide: {role}", role=title),
        description=_("Where people for {role} come from, how to find them and how to write to them.", role=title),
        blocks=(
            edition.role_documents(role, Kind.SOURCING_GUIDE),
            Paragraph(
                words(
                    _(
                        "The backgrounds below lead into this role, the most promising first. Look in at least two of "
                        "them: a list from one source is a list of similar people."
                    )
                ),
                lead=True,
            ),
            Table(
                _("Backgrounds at a glance"),
                (_("Background"), _("Why it fits"), _("The gap to probe")),
                tuple(
                    (
                        (
                            Run(
                                edition.text(background.name),
                                Target(Kind.SOURCING_GUIDE, "", f"background-{background.id}"),
                            ),
                        ),
                        edition.backed(background.why, background),
                        words(edition.text(background.gap)),
                    )
                    for background in map(edition.kit.background, role.backgrounds)
                ),
            ),
            Heading(_("Titles to search for"), "titles"),
            Paragraph(edition.listed((Run(title), *(Run(edition.text(other)) for other in role.other_titles)))),
            *(
                block
                for background in map(edition.kit.background, role.backgrounds)
                for block in _background(edition, role, background)
            ),
            Callout("note", _("Screening"), (Paragraph(words(_screening(edition))),)),
        ),
        eyebrow=_("Internal"),
        trail=edition.role_trail(role),
    )


def _screening(edition: InternalEdition) -> str:
    return edition.gettext(
        "Screen for what the job description asks for and nothing else: no photo, age, name of school or gap in the "
        "CV. Keep only what you need, and delete it when the role is filled."
    )


def _background(edition: InternalEdition, role: Role, background: Background) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(edition.text(background.name), f"background-{background.id}")
    yield Paragraph(edition.backed(background.why, background))
    yield Heading(_("Where to look"), f"background-{background.id}-where", 3)
    yield edition.statements(background.where)
    yield Verbatim(_("Search string"), background.search)
    yield Heading(_("What carries over"), f"background-{background.id}-carries-over", 3)
    yield edition.texts(background.carries_over)
    yield Definitions(
        (
            (words(_("The gap")), words(edition.text(background.gap))),
            (words(_("Ask in the first call")), words(edition.text(background.probe))),
        )
    )
    yield Callout("script", _("First message"), (Paragraph(words(edition.text(background.message))),))
