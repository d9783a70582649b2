"""Backgrounds: where good candidates come from, and how to find and reach them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rolebook.kit.addresses import Address
from rolebook.kit.fields import MessageText
from rolebook.kit.item import Item, Part, Statement
from rolebook.kit.references import BackgroundRef, Id, Language
from rolebook.kit.searches import Terms, composed
from rolebook.kit.text import Plain, Text


class Background(Item):
    """A kind of career that leads into one of the kit's roles."""

    id: Id
    """Its name inside the kit."""
    name: Text
    """What people of this background are called."""
    why: Text
    """Why it fits."""
    where: tuple[Statement, ...]
    """Where such people are found."""
    titles: Mapping[Language, tuple[Plain, ...]] = {}
    """What such people call themselves and their work, by the language of their profiles: in the masculine and the
    feminine, the plural, with and without the article. With a role's `search_terms` they make search strings."""
    search: Plain | None = None
    """A search string of its own for professional networks and CV databases; the same in every language."""
    signals: tuple[Text, ...] = ()
    """What in a CV suggests that somebody of this background can do the work."""
    carries_over: tuple[Text, ...]
    """What such a person already brings."""
    gap: Text
    """What such a person often lacks."""
    probe: Text
    """The question that looks into the gap in a first call."""
    message: MessageText
    """A first message, in the first person, without flattery. With `outreach` it has a greeting and a closing."""
    follow_up: MessageText | None = None
    """A second message, a week later, for whoever has not answered the first."""
    referral: MessageText | None = None
    """A note that asks a colleague or acquaintance to recommend somebody."""

    def searches(self, groups: Iterable[Terms]) -> Iterator[tuple[str, str]]:
        """Yield its search strings for a role that asks for `groups` of terms, each with the language of the profiles.

        One that is written out is for profiles in any language: its tag is empty.
        """
        asked = tuple(groups)
        for tag, titles in self.titles.items():
            yield tag, composed(titles, *(group.get(tag, ()) for group in asked))
        if self.search is not None:
            yield "", self.search


class Channel(Part):
    """A place where people are sought: a network, a job site, a community."""

    name: Text
    """What it is called."""
    url: Address | None = None
    """Its web address."""
    text: Text
    """Who is found there, and how."""
    backgrounds: tuple[BackgroundRef, ...] = ()
    """The backgrounds that it is for; none means every one."""


class Outreach(Part):
    """What the messages to people of every background have in common."""

    greeting: MessageText
    """How messages begin."""
    vacancy: MessageText | None = None
    """What stands below a message: place, pay, addresses. A line with a field that the posting does not know is left
    out; without an open posting, all of them are there to fill in."""
    closing: MessageText
    """How messages end."""
    referral_greeting: MessageText
    """How notes begin that ask for a recommendation; `{referrer}` is whoever is asked."""
    referral_request: MessageText | None = None
    """What is asked of whoever recommends somebody."""

    def framed(self, text: MessageText) -> tuple[MessageText, ...]:
        """Return the paragraphs of a message to somebody who is sought."""
        return self.greeting, text, *((self.vacancy,) if self.vacancy else ()), self.closing

    def framed_referral(self, text: MessageText) -> tuple[MessageText, ...]:
        """Return the paragraphs of a note to somebody who may know someone."""
        asked = (self.vacancy, self.referral_request)
        return self.referral_greeting, text, *(part for part in asked if part), self.closing
