"""Careers: what the public site says beside its postings, and who the employer is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rolebook.kit.addresses import Address, Email, SiteAddress
from rolebook.kit.evidence import Day
from rolebook.kit.fields import PrivacyText
from rolebook.kit.item import Part
from rolebook.kit.places import Place
from rolebook.kit.references import JurisdictionRef
from rolebook.kit.text import Text


class Employer(Part):
    """Who hires, as postings present it; its name is the kit's organisation."""

    activity: Text
    """What it does, in a line."""
    about: Text
    """What it is like to work there, in a few sentences."""
    url: Address
    """Its website."""
    logo: Address | None = None
    """The address of its logo, for job boards; needed only if `kit.brand` has neither logo nor mark."""
    head_office: Place
    """Where its head office is."""


class Privacy(Part):
    """What happens to the data of those who apply: postings, candidate briefs and messages say it."""

    retention_months: Annotated[int, Field(ge=1, le=120, strict=True)]
    """How many months after the decision an application is deleted."""
    text: Annotated[tuple[PrivacyText, ...], Field(min_length=1)]
    """Who reads an application, what for, how long it is kept (`{retention}`), and how to see, correct or delete it
    (`{contact}`), in paragraphs."""


class Security(Part):
    """Whom to tell of a weakness of the public site, for its `security.txt` (RFC 9116)."""

    contact: Email
    """Where reports go."""
    expires: Day
    """Until when this holds: no more than a year ahead, so that somebody looks at it again."""
    policy: Address | None = None
    """Where it says how reports are dealt with."""


class Careers(Part):
    """The public careers site. Without it, there is none, and no role can have a posting."""

    url: SiteAddress
    """Where the public site is published; feeds and structured data hold whole addresses."""
    introduction: Text
    """What the list of open positions begins with."""
    employer: Employer
    """Who hires."""
    contact: Email
    """Where candidates ask, and ask for adjustments."""
    notice_working_days: Annotated[int, Field(ge=1, le=60, strict=True)]
    """How many working days before an interview its details are sent."""
    answer_days: Annotated[int, Field(ge=1, le=365, strict=True)]
    """Within how many days after the last interview candidates hear the outcome."""
    expect: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What candidates are told to expect of every interview."""
    prepare: Annotated[tuple[Text, ...], Field(min_length=1)]
    """How candidates prepare, whatever the stage."""
    technology: tuple[Text, ...] = ()
    """What candidates are told about artificial intelligence, note-takers and recording: theirs and ours."""
    privacy: Privacy | None = None
    """What happens to the data of those who apply. Some jurisdictions demand that candidates are told."""
    security: Security | None = None
    """Whom to tell of a weakness of the public site. Without it, the site has no `security.txt`."""
    follows: tuple[JurisdictionRef, ...] = ()
    """The jurisdiction profiles that the kit follows: shipped ones, or its own."""
