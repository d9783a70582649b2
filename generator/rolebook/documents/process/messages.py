"""The way to the messages: which there are, when each is sent, and the roles whose candidates they are for."""

from __future__ import annotations

from rolebook.documents.blocks import Card, Cards, Document, Heading, Kind, Paragraph, Table, Target, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit import Kit


def messages_subjects(kit: Kit) -> tuple[str, ...]:
    """The one page; none where the kit has no messages."""
    return ("",) if kit.hiring.messages else ()


def messages(edition: InternalEdition, subject: str) -> Document:
    """The messages to candidates. It has no subject."""
    _, text = edition.gettext, edition.text
    cards = Cards(
        tuple(
            Card(edition.sought(role), text(role.summary), Target(Kind.CANDIDATE_MESSAGES, role.id))
            for role in edition.kit.roles_as_sought
        )
    )
    rows = tuple((words(text(message.name)), words(text(message.when))) for message in edition.kit.hiring.messages)
    return edition.document(
        Kind.MESSAGES,
        title=_("Messages to candidates"),
        description=_("What candidates are told from the receipt of their application to the first day of work."),
        blocks=(
            Paragraph(
                words(
                    _(
                        "Each role has its messages, with everything the kit knows already filled in. Choose the role, "
                        "fill in the rest above each message, and copy it with one click."
                    )
                ),
                lead=True,
            ),
            cards,
            Heading(_("Which message when"), "when"),
            Table(_("Which message when"), (_("Message"), _("When and by whom")), rows),
        ),
        eyebrow=_("Internal"),
    )
