"""A field in which a role is chosen, and the sections of the roles below it: one of them is shown at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rolebook.documents.blocks import Block, Chooser, ChooserEntry, Heading
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.filled import open_postings
from rolebook.kit.roles import AT, Role


def role_by_role(edition: InternalEdition, section: Callable[[Role], Block]) -> Iterator[Block]:
    """The field, and what `section` says of each role, those that people are sought for before the others."""
    _, roles = edition.gettext, edition.kit.roles_as_sought
    sought = tuple(role for role in roles if open_postings(edition, role))
    others = tuple(role for role in roles if role not in sought)
    named = tuple(
        (name, tuple(ChooserEntry(edition.sought(role), _anchor(role)) for role in some))
        for name, some in ((_("Open vacancies"), sought), ("", others))
        if some
    )
    yield Chooser(_("Role"), named)
    for role in (*sought, *others):
        yield Heading(edition.sought(role), _anchor(role))
        yield section(role)


def _anchor(role: Role) -> str:
    return f"role-{role.id.replace(AT, '-')}"
