"""The public side of a kit in one language, and how postings say places, pay and kinds of work."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks import Kind, Run, Target
from rolebook.documents.edition import Edition, Imprint
from rolebook.kit.places import Place
from rolebook.kit.postings import EmploymentType, Posting, Workplace
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
        return Imprint(kit.organisation, kit.version, kit.updated, kit.paper, kit.fonts)

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

    def place(self, place: Place) -> str:
        """A place as “Riyadh, Saudi Arabia”."""
        return self.gettext(
            "{city}, {country}", city=self.text(place.city), country=self.language.country(place.country)
        )

    def address_of(self, place: Place) -> str:
        """A place with its street, as far as it is known."""
        street = (self.text(place.street),) if place.street else ()
        return self.gettext(", ").join((*street, self.place(place)))

    def places(self, posting: Posting) -> tuple[str, ...]:
        """Where a vacancy's work is done: a line for each place, or one for remote work."""
        if posting.workplace is not Workplace.REMOTE:
            return tuple(self.place(place) for place in posting.places)
        countries = self.language.join([self.language.country(code) for code in posting.applicant_countries])
        return (self.gettext("Remote, from {countries}", countries=countries),)

    def employment(self, posting: Posting) -> str:
        """The kinds of contract."""
        names = {
            EmploymentType.FULL_TIME: self.gettext("Full time"),
            EmploymentType.PART_TIME: self.gettext("Part time"),
            EmploymentType.CONTRACTOR: self.gettext("Contractor"),
            EmploymentType.TEMPORARY: self.gettext("Temporary"),
            EmploymentType.INTERN: self.gettext("Internship"),
            EmploymentType.VOLUNTEER: self.gettext("Voluntary"),
            EmploymentType.PER_DIEM: self.gettext("By the day"),
            EmploymentType.OTHER: self.gettext("Other"),
        }
        return self.gettext(", ").join(names[kind] for kind in posting.employment_types)
