"""The way to the messages: those to the candidates of each role, in order, and when each is sent."""

from __future__ import annotations

from rolebook.documents.blocks import Document, Kind, Paragraph, Run, Table, Target, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.candidate_messages import by_phase
from rolebook.documents.process.role_chooser import role_by_role
from rolebook.kit import Kit
from rolebook.kit.roles import Role


def messages_subjects(kit: Kit) -> tuple[str, ...]:
    """The one page; none where the kit has no messages."""
    return ("",) if kit.hiring.messages else ()


def messages(edition: InternalEdition, subject: str) -> Document:
    """The messages to candidates. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.MESSAGES,
        title=_("Messages to candidates"),
        description=_("What candidates are told from the receipt of their application to the first day of work."),
        blocks=(
            Paragraph(
                words(
                    _(
                        "Choose a role, then a message. The kit fills in what it knows. Fill in the rest, then copy "
                        "the message with one click."
                    )
                ),
                lead=True,
            ),
            *role_by_role(edition, lambda role: _messages(edition, role)),
        ),
        eyebrow=_("Internal"),
    )


def _messages(edition: InternalEdition, role: Role) -> Table:
    """The messages to the candidates of a role, each leading to its text; those of no phase come first."""
    _, text, to = edition.gettext, edition.text, Kind.CANDIDATE_MESSAGES
    rows = [
        (phase if not number else "", message)
        for phase, theirs in sorted(by_phase(edition), key=lambda part: part[0] != "")
        for number, message in enumerate(theirs)
    ]
    return Table(
        _("Messages: {role}", role=edition.sought(role)),
        (_("Message"), _("When and by whom")),
        tuple(((Run(text(one.name), Target(to, role.id, one.id)),), words(text(one.when))) for _phase, one in rows),
        groups=tuple((place, phase) for place, (phase, _message) in enumerate(rows) if phase),
    )
