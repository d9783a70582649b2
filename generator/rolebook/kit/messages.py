"""Messages to candidates: from the receipt of an application to the offer."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from rolebook.kit.fields import MessageText
from rolebook.kit.item import Part, Statement
from rolebook.kit.references import Id
from rolebook.kit.text import Text


class MessagePhase(StrEnum):
    """The part of the hiring process that a message belongs to."""

    APPLICATION = "application"
    INTERVIEW = "interview"
    DECISION = "decision"
    OFFER = "offer"


class CandidateMessage(Part):
    """A message to a candidate, with fields that are filled in from the kit or by whoever sends it.

    One with fields of an interview (`stage`, `minutes`, `interviewers`) is there for each stage of a role.
    """

    id: Id
    """Its name inside the kit; the address of its section."""
    name: Text
    """What it is called."""
    when: Text
    """When it is sent, and by whom."""
    phase: MessagePhase | None = None
    """The part of the hiring process that it belongs to: pages list the messages of each part together."""
    subject: MessageText | None = None
    """Its subject line. Without one, it is a script for a call."""
    text: MessageText = Field(examples=["Dear {candidate},"])
    """Its words. An empty line ends a paragraph. A line with a field that only a posting knows (`requisition`,
    `posting_url`, `brief_url`, `apply_by`, `pay`, `place`, `start`) is left out where there is no posting, and one with
    `privacy` where the careers section has none."""
    sent_by_contact: bool = False
    """Whether it comes from the person whom the posting names for questions, the recruiter: then `{sender}` is that
    person's name."""
    notes: tuple[Statement, ...] = ()
    """What to know before it is sent; no part of the message."""
