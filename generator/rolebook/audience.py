"""Whom a site is for, and what its documents may be made from: the wall between the two sites."""

from __future__ import annotations

from enum import StrEnum

from rolebook.documents.edition import Edition
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.public.edition import PublicEdition
from rolebook.exceptions import RolebookError, UsageError
from rolebook.kit import Kit
from rolebook.kit.public import public
from rolebook.language import Language


class Audience(StrEnum):
    """Whom a site is for."""

    INTERNAL = "internal"
    PUBLIC = "public"


EDITIONS: dict[Audience, type[Edition]] = {Audience.INTERNAL: InternalEdition, Audience.PUBLIC: PublicEdition}
"""What the documents of an audience are made from. This is where the wall between the two sites stands."""


class WallError(RolebookError):
    """Something internal was about to be written for the public, or led to from there. A fault of the program."""


class NoCareersError(UsageError):
    """The kit has no careers section: there is no public site."""

    def __init__(self) -> None:
        super().__init__("The kit has no careers section, and so no postings.")


def languages_for(audience: Audience, kit: Kit) -> tuple[str, ...]:
    """The tags of the languages that an audience sees: candidates see those that are whole."""
    return kit.about.languages if audience is Audience.INTERNAL else kit.about.published


def edition_for(audience: Audience, kit: Kit, language: Language) -> Edition:
    """What an audience may know of a kit, in a language.

    Raises:
        NoCareersError: The audience is the public, and the kit has nothing for it.
    """
    if audience is Audience.INTERNAL:
        return InternalEdition(kit, language)
    side = public(kit)
    if side is None:
        raise NoCareersError
    return PublicEdition(side, language)
