"""What no posting can show of the rules: checks left to people, by who makes them and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rolebook.documents.blocks import Block, Folded, Heading, Item, Kind, Listing, Paragraph, Run, Target, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.jurisdictions import Jurisdiction, JurisdictionRule, Topic
from rolebook.kit.law import concerns, held_on
from rolebook.kit.postings import Posting
from rolebook.kit.readiness import is_left_to_a_person
from rolebook.kit.vacancies import Vacancy

_OF_INTERVIEWERS = (Topic.QUESTIONS,)
_OF_PEOPLE_PARTNERS = (Topic.PAY, Topic.OFFER, Topic.STAFFING)


@dataclass(frozen=True)
class Check:
    """A rule that a person sees to, and the open postings that it concerns: none where nothing is open."""

    profile: Jurisdiction
    rule: JurisdictionRule
    vacancies: tuple[Vacancy, ...]


def checks(edition: InternalEdition, vacancies: Sequence[Vacancy]) -> tuple[Check, ...]:
    """The checks of open postings; where nothing is open, those of all places."""
    kit = edition.kit
    every = (
        Check(profile, rule, tuple(one for one in vacancies if concerns(profile, rule, one.posting)))
        for profile in kit.followed()
        for rule in held_on(profile, kit.today)
        if is_left_to_a_person(rule)
    )
    return tuple(check for check in every if check.vacancies or not (vacancies or check.rule.places))


def left_to_people(edition: InternalEdition, found: Iterable[Check], vacancies: Sequence[Vacancy]) -> Iterator[Block]:
    """The checks of each person who makes some, folded up; whose are due first come first, unfolded."""
    _ = edition.gettext
    by_person: dict[str, list[Check]] = {}
    for check in found:
        by_person.setdefault(who_checks(edition, check.rule.topic), []).append(check)
    if not by_person:
        return
    yield Heading(_("Checks left to people"), "people")
    yield Paragraph(
        words(_("No posting can show whether these rules are followed. The people named here check that they are."))
    )
    soonest = sorted(by_person.items(), key=lambda one: first_due(one[1]) or date.max)
    for number, (who, some) in enumerate(soonest, start=1):
        yield Folded(
            f"people-{number}",
            who,
            (Listing(tuple(_said(edition, check, len(vacancies)) for check in some)),),
            apart=False,
            about=" · ".join(_about(edition, some)),
            level=3,
            begins_open=number == 1,
        )


def who_checks(edition: InternalEdition, topic: Topic) -> str:
    """Who usually sees to what no posting shows (editorial default)."""
    if topic in _OF_INTERVIEWERS:
        return edition.gettext("Interviewers")
    return edition.gettext("People partner") if topic in _OF_PEOPLE_PARTNERS else edition.gettext("Recruiter")


def first_due(some: Iterable[Check]) -> date | None:
    """The day by which the first of some checks is made."""
    days = (_due(one.posting, check.rule.topic) for check in some for one in check.vacancies)
    return min((day for day in days if day is not None), default=None)


def _about(edition: InternalEdition, some: Sequence[Check]) -> Iterator[str]:
    """How many checks they are; of recruiters, those whom postings name; and the day by which the first is due."""
    yield edition.language.ngettext("{n} check", "{n} checks", len(some))
    if some[0].rule.topic not in (*_OF_INTERVIEWERS, *_OF_PEOPLE_PARTNERS):
        concerned = [one.posting for check in some for one in check.vacancies]
        people = dict.fromkeys(edition.text(one.contact.name) for one in concerned if one.contact is not None)
        if people:
            yield edition.language.join(list(people))
    day = first_due(some)
    if day is not None:
        yield edition.gettext("by {day}", day=edition.language.date(day))


def _due(posting: Posting, topic: Topic) -> date | None:
    """By when a check is made: before the interviews or the offer after them, or while a posting is open."""
    if posting.interviews is None or topic not in (*_OF_INTERVIEWERS, *_OF_PEOPLE_PARTNERS):
        return posting.valid_through
    return posting.interviews.from_ if topic in _OF_INTERVIEWERS else posting.interviews.until


def _said(edition: InternalEdition, check: Check, every: int) -> Item:
    """What is checked, and below it by which law, and for which postings, where it is not for all."""
    where = edition.in_any_language(check.profile.name)
    about = [Run(where, Target(Kind.READINESS, "", f"{check.profile.id}-{check.rule.id}"))]
    if len(check.vacancies) < every:
        postings = (edition.text(one.posting.title or one.role.title) for one in check.vacancies)
        about.append(Run(" · " + edition.gettext(", ").join(postings)))
    return Item(words(edition.in_any_language(check.rule.text)), (Paragraph(tuple(about)),), state="open")
