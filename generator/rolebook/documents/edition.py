"""What every edition can say, whether of the whole kit or of its public side: its words, and what stands on a sheet."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from rolebook.documents.blocks import Block, Document, FillIn, Inline, Inlines, Item, Kind, Listing, RoleBar, Run
from rolebook.fonts import FontSet, for_language
from rolebook.kit.about import Paper
from rolebook.kit.brand import Brand
from rolebook.kit.fonts import Fonts
from rolebook.kit.palette import OWN, Scheme, palette
from rolebook.kit.places import PayRange, PayUnit, Place
from rolebook.kit.postings import EmploymentType, Posting, Workplace
from rolebook.kit.text import Text
from rolebook.language import Language

E = TypeVar("E", bound="Edition")
T = TypeVar("T")
_CACHED = 64
"""Documents, and parts of them, that an edition keeps: those of some ten roles."""


@dataclass(frozen=True)
class Imprint:
    """What stands on each sheet of a printed document: whose it is, and which version of the kit it shows."""

    organisation: Text
    version: str
    updated: date
    paper: Paper
    fonts: tuple[Fonts, ...] = ()
    brand: Brand | None = None


class Edition(ABC):
    """Texts in one language: the kit's words, the interface's words, and phrases that documents share."""

    language: Language

    @property
    @abstractmethod
    def imprint(self) -> Imprint:
        """What stands on each sheet."""

    @property
    @abstractmethod
    def site_name(self) -> str:
        """What the site made from it is called."""

    @property
    @abstractmethod
    def site_description(self) -> str:
        """What that site is for."""

    @property
    @abstractmethod
    def is_draft(self) -> bool:
        """Whether its language may lack texts, which appear in the kit's first one, marked (`kit.stand_ins`)."""

    @property
    def fonts(self) -> FontSet:
        """What its printed documents are set in."""
        return for_language(self.language.tag, self.imprint.fonts)

    @property
    def colours(self) -> Scheme:
        """The colours of its printed documents: the organisation's, or Rolebook's own."""
        own = palette(self.imprint.brand)
        return own.day if own else OWN

    @property
    def is_printable(self) -> bool:
        """Whether documents can be printed in its language: there are fonts that have its letters."""
        return self.fonts.can_set(self.language.letters)

    @abstractmethod
    def home(self) -> Run:
        """The way back to the home page."""

    def document(
        self,
        kind: Kind,
        subject: str = "",
        *,
        title: str,
        description: str,
        blocks: tuple[Block, ...],
        eyebrow: str = "",
        trail: tuple[Run, ...] | None = None,
        bar: RoleBar | None = None,
        form: FillIn | None = None,
        searchable: bool = True,
        parts: tuple[Document, ...] = (),
        indexed: bool = True,
        files_last: bool = False,
    ) -> Document:
        """A document in this language, as `Document` describes it; unless told otherwise, home is what is above it."""
        return Document(
            kind,
            subject,
            self.language.tag,
            title=title,
            description=description,
            blocks=blocks,
            eyebrow=eyebrow,
            trail=(self.home(),) if trail is None else trail,
            bar=bar,
            form=form,
            searchable=searchable,
            parts=parts,
            indexed=indexed,
            files_last=files_last,
        )

    def cached(self: E, write: Callable[[E, str], T], subject: str) -> T:
        """What a function says of a subject in this edition: worked out again only if it is not among the last ones.

        A role's job description stands on its page, in its files, and in a handbook.
        """
        said: T = self._cached(write, subject)
        return said

    @cached_property
    def _cached(self) -> Callable[[Callable[[Any, str], Any], str], Any]:
        return lru_cache(maxsize=_CACHED)(lambda write, subject: write(self, subject))

    def text(self, text: Text) -> str:
        """The kit's words in this language."""
        return text[self.language.tag]

    def unmarked(self, text: Text) -> str:
        """The same where a mark would be in the way, as in the name of the site."""
        return text.unmarked(self.language.tag)

    def gettext(self, message: str, **values: object) -> str:
        """The interface's words in this language."""
        return self.language.gettext(message, **values)

    def texts(self, texts: Iterable[Text], *, ordered: bool = False) -> Listing:
        """Texts as a list."""
        return Listing(tuple(Item((Run(self.text(text)),)) for text in texts), ordered)

    def listed(self, runs: Iterable[Inline]) -> Inlines:
        """Inlines with the language's comma between them."""
        separator = self.gettext(", ")
        result: list[Inline] = []
        for run in runs:
            result.extend((Run(separator), run) if result else (run,))
        return tuple(result)

    def foreign(self, text: str, tag: str, url: str = "") -> Run:
        """A text in the language of a tag, which may be another one than the document's; perhaps a link."""
        return Run(text, url=url, language="" if tag == self.language.tag else tag)

    def minutes(self, minutes: int) -> str:
        """A length of time."""
        return self.language.ngettext("{n} minute", "{n} minutes", minutes)

    def place(self, place: Place) -> str:
        """A place as “Riyadh, Saudi Arabia”."""
        return self.gettext(
            "{city}, {country}", city=self.text(place.city), country=self.language.country(place.country)
        )

    def places(self, posting: Posting) -> tuple[str, ...]:
        """Where a vacancy's work is done: a line for each place, or one for remote work."""
        if posting.workplace is not Workplace.REMOTE:
            return tuple(self.place(place) for place in posting.places)
        countries = self.language.choice([self.language.country(code) for code in posting.applicant_countries])
        return (self.gettext("Remote ({countries})", countries=countries),)

    def start(self, posting: Posting) -> str:
        """When a vacancy's work begins: the day, and what there is to add; an empty text where it does not say."""
        told = self.text(posting.start) if posting.start else ""
        if posting.starts_on is None:
            return told
        day = self.language.date(posting.starts_on)
        return self.gettext("{day}. {more}", day=day, more=told) if told else day

    def workplace(self, workplace: Workplace) -> str:
        """Where work is done, in a word."""
        return {
            Workplace.ON_SITE: self.gettext("On site"),
            Workplace.HYBRID: self.gettext("Hybrid"),
            Workplace.REMOTE: self.gettext("Remote"),
        }[workplace]

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

    def pay(self, pay: PayRange) -> str:
        """A range of pay, as “14,000 to 19,000 Saudi riyals a month”."""
        number, currency = self.language.number, self.language.currency(pay.currency, pay.maximum)
        amount = self.gettext("{minimum} to {maximum}", minimum=number(pay.minimum), maximum=number(pay.maximum))
        if pay.minimum == pay.maximum:
            amount = number(pay.minimum)
        return {
            PayUnit.HOUR: self.gettext("{amount} {currency} an hour", amount=amount, currency=currency),
            PayUnit.DAY: self.gettext("{amount} {currency} a day", amount=amount, currency=currency),
            PayUnit.WEEK: self.gettext("{amount} {currency} a week", amount=amount, currency=currency),
            PayUnit.MONTH: self.gettext("{amount} {currency} a month", amount=amount, currency=currency),
            PayUnit.YEAR: self.gettext("{amount} {currency} a year", amount=amount, currency=currency),
        }[pay.unit]
