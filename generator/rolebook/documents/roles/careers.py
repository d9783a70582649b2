"""The career map: what each role grows into, and what makes a person ready for it."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Document,
    Heading,
    Inlines,
    Kind,
    Mark,
    Paragraph,
    Run,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.roles.career_map import DRAWN, career_map, step_anchor, step_name
from rolebook.kit.roles import Role


def careers(edition: InternalEdition, subject: str) -> Document:
    """What each role grows into: drawn, where roles are few enough, and then said role by role. It has no subject."""
    _, roles = edition.gettext, edition.kit.roles
    lead = _("What each role leads to. None of these steps is automatic, and none is the only one.")
    drawn = len(roles) <= DRAWN and any(role.grows_into for role in roles)
    numbers = {step_anchor(role, at): at for role in roles for at in range(len(role.grows_into))}
    by_number = {anchor: number for number, anchor in enumerate(numbers, start=1)}
    return edition.document(
        Kind.CAREERS,
        title=_("Career map"),
        description=_("What each role leads to, and what makes a person ready for it."),
        blocks=(
            Paragraph(words(lead), lead=True),
            *([career_map(edition, roles)] if drawn else ()),
            *(block for role in roles for block in _steps(edition, role, by_number if drawn else {})),
        ),
    )


def _steps(edition: InternalEdition, role: Role, numbers: dict[str, int]) -> Iterator[Block]:
    _, colon = edition.gettext, edition.gettext(": ")
    yield Heading(edition.text(role.title), role.id)
    before = [edition.role(other.id) for other in edition.kit.roles_before(role.id)]
    rows: list[tuple[Inlines, Inlines]] = []
    anchors: list[str] = []
    for at, step in enumerate(role.grows_into):
        anchor = step_anchor(role, at)
        number = (Mark(edition.language.number(numbers[anchor]), "strong"),) if numbers else ()
        ready = (Run(f"{_('Ready when')}{colon}"), *edition.backed(step.how, step))
        rows.append(((Run(f"{_('Grows into')}{colon}"), step_name(edition, step), *number), ready))
        anchors.append(anchor)
    if before and not (numbers and role.grows_into):  # the picture says where from
        rows.append((words(_("Comes from")), edition.listed(before)))
        anchors.append("")
    if not numbers:  # the picture leads to it
        rows.append((words(_("Job description")), (edition.role(role.id),)))
        anchors.append("")
    if rows:
        yield Definitions(tuple(rows), tuple(anchors))
