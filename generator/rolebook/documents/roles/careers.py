"""The career map: what each role grows into, and what makes a person ready for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Document,
    Heading,
    Kind,
    Paragraph,
    Run,
    Table,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.roles import Role


def careers(edition: InternalEdition, subject: str) -> Document:
    """Who grows into what. It has no subject."""
    return careers_of(edition, edition.kit.roles)


def careers_of(edition: InternalEdition, roles: Sequence[Role]) -> Document:
    """What some roles grow into."""
    _ = edition.gettext
    return edition.document(
        Kind.CAREERS,
        title=_("Career map"),
        description=_("What each role leads to, and what makes a person ready for it."),
        blocks=(
            Paragraph(
                words(_("What each role leads to. None of these steps is automatic, and none is the only one.")),
                lead=True,
            ),
            *(block for role in roles for block in _steps(edition, role.id)),
        ),
    )


def _steps(edition: InternalEdition, role_id: str) -> Iterator[Block]:
    _ = edition.gettext
    role = edition.kit.role(role_id)
    yield Heading(edition.text(role.title), role.id)
    come_from = [edition.role(other.id) for other in edition.kit.roles_before(role.id)]
    backgrounds = [Run(edition.text(edition.kit.background(background_id).name)) for background_id in role.backgrounds]
    origins = (*come_from, *backgrounds)
    yield Definitions(
        (
            *([(words(_("Comes from")), edition.listed(origins))] if origins else ()),
            (words(_("Job description")), (edition.role(role.id),)),
        )
    )
    if role.grows_into:
        yield Table(
            _("Next steps from {role}", role=edition.text(role.title)),
            (_("Grows into"), _("Ready when")),
            tuple(
                (
                    (edition.role(step.role) if step.role else Run(edition.text(step.title) if step.title else ""),),
                    edition.backed(step.how, step),
                )
                for step in role.grows_into
            ),
        )
