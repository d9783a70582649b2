"""The public side of a kit in one language, and how postings say places, pay and kinds of work."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks import Kind, Run, Target
from rolebook.documents.edition import Edition, Imprint
from rolebook.kit.places import Place
from rolebook.kit.public import Opening, PublicKit
from rolebook.language import Language


@dataclass(frozen=True)
class PublicEdition(Edition):
    """The public side of a kit in one of its languages."""

    kit: PublicKit
    language: Language

    @property
    def imprint(self) -> Imprint:
        """What stands on each sheet."""
        kit = self.kit
        return Imprint(kit.organisation, kit.version, kit.updated, kit.paper, kit.fonts, kit.brand)

    @property
    def site_name(self) -> str:
        """What the careers site is called."""
        return self.gettext("Careers at {organisation}", organisation=self.unmarked(self.kit.organisation))

    @property
    def site_description(self) -> str:
        """What the list of open positions begins with."""
        return self.unmarked(self.kit.careers.introduction)

    @property
    def is_draft(self) -> bool:
        """Whether its language may lack texts: none on the careers site does, but one may be looked at."""
        return self.language.tag not in self.kit.languages

    @property
    def address(self) -> str:
        """Where this language's pages are published, ending with a slash."""
        return f"{str(self.kit.careers.url).rstrip('/')}/{self.language.tag}/"

    def home(self) -> Run:
        """The way back to the list of open positions."""
        return Run(self.gettext("Open positions"), Target(Kind.OPENINGS))

    def employer(self, opening: Opening) -> str:
        """The name of who hires."""
        return self.text(self.kit.employer(opening).name or self.kit.organisation)

    def address_of(self, place: Place) -> str:
        """A place with its street, as far as it is known."""
        street = (self.text(place.street),) if place.street else ()
        return self.gettext(", ").join((*street, self.place(place)))
