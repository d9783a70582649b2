"""The wording of messages: their fields filled in from the kit, or left open under a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rolebook.documents.blocks import Blank, Wording
from rolebook.documents.edition import Edition
from rolebook.kit.fields import LEFT_OUT, KnownField, MessageField, MessageText, OpenField, split
from rolebook.kit.stand_ins import show_stand_ins, stand_in

Known = Mapping[KnownField, str]
"""What the kit knows for a message. A field that is missing is not known; one with an empty text has several values."""


def wording(edition: Edition, text: MessageText, known: Known, *, to_fill_in: bool = False) -> Wording:
    """The words of a message with its fields filled in, where they are known, and blanks where they are not.

    A line that says what only a posting knows, or what happens to data, is left out where that is not known; a message
    of a single line stays, and so does every line of one that is still `to_fill_in`.
    """
    whole = tuple(_parts(edition.text(text)))
    lines = list(_lines(whole))
    if len(lines) > 1 and not to_fill_in:
        lines = [line for line in lines if not any(_is_unknown(part, known) for part in line)]
    parts: list[str | Blank] = []
    for line in _single_spaced(lines):
        for part in (*(("\n",) if parts else ()), *(_said(edition, part, known) for part in line)):
            if isinstance(part, str) and parts and isinstance(parts[-1], str):
                parts[-1] += part
            elif part:
                parts.append(part)
    return tuple(parts)


def _is_unknown(part: str | MessageField, known: Known) -> bool:
    """Whether it is a field whose line is left out where the kit does not say it."""
    return isinstance(part, KnownField) and part in LEFT_OUT and part not in known


def _said(edition: Edition, part: str | MessageField, known: Known) -> str | Blank:
    if isinstance(part, KnownField) and known.get(part):
        return known[part]
    return Blank(part.value, label(edition, part)) if isinstance(part, KnownField | OpenField) else part


def _parts(text: str) -> Iterator[str | MessageField]:
    """Words and fields; words that stand in for a missing translation are marked piece by piece."""
    found: list[str | MessageField] = []

    def mark(tag: str, words: str) -> str:
        found.extend(stand_in(tag, part) if type(part) is str and part.strip() else part for part in split(words))
        return ""

    rest = show_stand_ins(text, mark)
    return iter(found) if found else split(rest)


def _lines(parts: tuple[str | MessageField, ...]) -> Iterator[list[str | MessageField]]:
    line: list[str | MessageField] = []
    for part in parts:
        if type(part) is not str:
            line.append(part)
            continue
        first, *others = part.split("\n")
        line.append(first)
        for other in others:
            yield line
            line = [other]
    yield line


def _single_spaced(lines: list[list[str | MessageField]]) -> Iterator[list[str | MessageField]]:
    """The lines with one empty line at most between two paragraphs."""
    empty = True
    for line in lines:
        is_empty = not any(line)
        if not (is_empty and empty):
            yield line
        empty = is_empty


def label(edition: Edition, field: MessageField) -> str:
    """What belongs into a field, in a few words."""
    _ = edition.gettext
    return {
        KnownField.ORGANISATION: _("Organisation"),
        KnownField.ROLE: _("Role"),
        KnownField.REQUISITION: _("Requisition number"),
        KnownField.POSTING_URL: _("Address of the posting"),
        KnownField.BRIEF_URL: _("Address of the candidate brief"),
        KnownField.APPLY_BY: _("Last day for applications"),
        KnownField.PAY: _("Pay range"),
        KnownField.PLACE: _("Places of work"),
        KnownField.START: _("Start of work"),
        KnownField.STAGE: _("Stage"),
        KnownField.MINUTES: _("Length"),
        KnownField.INTERVIEWERS: _("Interviewers' functions"),
        KnownField.NOTICE_DAYS: _("Working days' notice"),
        KnownField.SCREENED_BY: _("Day by which everyone who applied hears from you"),
        KnownField.RETENTION: _("How long an application is kept"),
        KnownField.PRIVACY: _("What happens to the data"),
        KnownField.ANSWER_DAYS: _("Days until the answer"),
        KnownField.CONTACT: _("Address for questions"),
        KnownField.SENDER: _("Your name"),
        KnownField.OFFER_PLACE: _("Place of work"),
        OpenField.CANDIDATE: _("Candidate's name"),
        OpenField.INTERVIEWER: _("Interviewer's name"),
        OpenField.PHONE: _("Your phone number"),
        OpenField.DATE: _("Date"),
        OpenField.TIME: _("Time and time zone"),
        OpenField.WHERE: _("Place or link"),
        OpenField.NAMES: _("Names of those whom the candidate will meet"),
        OpenField.OTHER_DATE: _("Second date to choose from"),
        OpenField.OTHER_TIME: _("Time and time zone on the second date"),
        OpenField.OLD_DATE: _("Previous date"),
        OpenField.REPLY_BY: _("Date by which you expect a reply"),
        OpenField.ANSWER_BY: _("Date by which you answer"),
        OpenField.REASON: _("Reason, in a few words"),
        OpenField.STRENGTH: _("What was strong, from the scorecards"),
        OpenField.ADVICE: _("What the role needs that was not shown"),
        OpenField.MISSING_SKILL: _("Skill in the posting that the CV does not show"),
        OpenField.OFFER_PAY: _("Pay in the offer"),
        OpenField.FIRST_DAY: _("First day of work"),
        OpenField.MANAGER: _("Manager's name"),
        OpenField.SEEN: _("What you noticed in their profile"),
        OpenField.REFERRER: _("Name of the person you ask"),
    }[field]
