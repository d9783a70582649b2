"""Whom a site is for, and what its documents may be made from: the wall between the two sites."""

from __future__ import annotations

from enum import StrEnum

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


AnyEdition = InternalEdition | PublicEdition
"""What the documents of an audience are made from: each of the two sides of the wall has its own."""


class WallError(RolebookError):
    """A page of one audience was to lead to a page of the other. A fault of the program."""


class NoCareersError(UsageError):
    """The kit has no careers section: there is no public site."""

    def __init__(self) -> None:
        super().__init__("The kit has no careers section, and so no postings.")


def languages_for(audience: Audience, kit: Kit) -> tuple[str, ...]:
    """The tags of the languages that an audience sees: candidates see those that are whole."""
    return kit.about.languages if audience is Audience.INTERNAL else kit.about.published


def edition_for(audience: Audience, kit: Kit, language: Language) -> AnyEdition:
    """What an audience may know of a kit, in a language.

    Raises:
        NoCareersError: The audience is the public, and the kit has nothing for it.
    """
    kit = kit.in_language(language.tag)
    if audience is Audience.INTERNAL:
        return InternalEdition(kit, language)
    side = public(kit)
    if side is None:
        raise NoCareersError
    return PublicEdition(side, language)
