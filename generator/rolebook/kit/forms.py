"""Forms: what is asked for in the documents around the interview, and what the kit fills in itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from rolebook.kit.item import Part
from rolebook.kit.text import Text


class Fill(StrEnum):
    """What the kit knows of a role or of its vacancy, and can write into a field of a form."""

    ORGANISATION = "organisation"
    EMPLOYER = "employer"
    ROLE = "role"
    REPORTS_TO = "reports-to"
    LEVEL = "level"
    REQUISITION = "requisition"
    OPENINGS = "openings"
    CONTRACT = "contract"
    PLACE = "place"
    OFFER_PLACE = "offer-place"
    HOURS = "hours"
    START = "start"
    PAY = "pay"
    BENEFITS = "benefits"
    LANGUAGES = "languages"
    PROBATION = "probation"
    RELOCATION = "relocation"


class FormField(Part):
    """What fields of forms and terms of offers have in common."""

    label: Text
    """What is asked for."""
    fill: Fill | None = None
    """What the kit fills in: `role`, `reports-to`, `level`, `requisition`, `openings`, `contract`, `place`,
    `offer-place` (the place, if a vacancy has a single one), `hours`, `start`, `pay`, `benefits`, `probation`,
    `relocation`, `languages`, `organisation` or `employer` (what the vacancies say of who employs: the employer's name,
    or what they say of each place). Where the role's vacancies do not say it, the field stays empty."""
    text: Text | None = None
    """What stands there instead, to be struck out or completed."""


class EntryField(FormField):
    """A field of a form: its label, and what stands in it from the start."""

    date: Annotated[bool, Field(strict=True)] = False
    """Whether it asks for a date; if so, the page offers a calendar."""

    @property
    def name(self) -> str:
        """What the field is called on the page; an empty text where its place there will do."""
        return ""


class FromDebrief(StrEnum):
    """What the debrief knows of a candidate, and can write into a field of the decision record."""

    CANDIDATE = "candidate"
    DATE = "date"
    PRESENT = "present"
    DECIDED_BY = "decided-by"
    MEAN = "mean"


class RecordField(EntryField):
    """A field of the decision record."""

    debrief: FromDebrief | None = None
    """What the debrief page fills in when the record is opened from it: `candidate`, `date`, `present` (who was there),
    `decided-by` (who decides), or `mean` (the weighted mean, with the number of skills rated)."""

    @property
    def name(self) -> str:
        """What the field is called on the page, so that the debrief page finds it."""
        return self.debrief or ""


class OfferTerm(FormField):
    """A term of an offer letter, and what helps to fill it in where the kit does not know it."""

    hint: Text | None = None
    """What belongs there, in a few words: shown beside the field on the page, and in brackets in the letter."""
    hint_fill: Fill | None = None
    """Which detail of the posting to show beside the field: one of the words for `fill`."""
    choices: tuple[Text, ...] = ()
    """The usual answers, to choose from; anything else can be written instead."""


class FormOption(Part):
    """One of several things to choose from or to tick."""

    name: Text
    """What it is called."""
    meaning: Text | None = None
    """When to choose it."""


Questions = Annotated[tuple[Text, ...], Field(min_length=1)]
"""What is asked, each with room for the answer."""
