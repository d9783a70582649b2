"""The posting: what candidates read of a vacancy, for as long as it is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rolebook.documents.blocks import (
    Action,
    Block,
    Callout,
    Cards,
    Definitions,
    Document,
    Heading,
    Highlights,
    Inlines,
    Kind,
    Paragraph,
    Run,
    Target,
    words,
)
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.hiring_process import adjustments, contact_line, dates, process_line, told_of_data
from rolebook.documents.public.of_the_role import of_the_role
from rolebook.documents.public.opening_cards import opening_cards, terms
from rolebook.documents.public.own_text import beside_the_offer, own_text
from rolebook.kit.applications import InterviewPeriod
from rolebook.kit.postings import Status
from rolebook.kit.public import Opening


def posting(edition: PublicEdition, subject: str) -> Document:
    """The posting of the opening whose id is `subject`.

    If it is closed, a page says so, leads whoever has been invited to the brief until the interviews are over, and
    names whom those who have applied can ask.
    """
    opening = edition.kit.opening(subject)
    title, _ = edition.text(opening.title), edition.gettext
    if not opening.is_open:
        return edition.document(
            Kind.POSTING,
            opening.id,
            title=title,
            description=_("This position is closed."),
            blocks=tuple(_closed(edition, opening)),
            eyebrow=edition.employer(opening),
            indexed=False,
        )
    return replace(
        advertisement(edition, subject),
        blocks=(
            at_a_glance(edition, opening, _to_brief(edition, opening), *_siblings(edition, opening)),
            *_introduction(edition, opening),
            *_work(edition, opening),
            Heading(_("Pay and terms"), "terms"),
            Definitions(tuple(_facts(edition, opening, below_head=True))),
            *_beside_the_work(edition, opening),
            *apply(edition, opening, again=True),
        ),
        files_last=True,
    )


def _to_brief(edition: PublicEdition, opening: Opening) -> Paragraph:
    """The way to the page on the interviews."""
    return Paragraph(
        (Run(edition.gettext("What to expect of our interviews"), Target(Kind.CANDIDATE_BRIEF, opening.id)),)
    )


def _closed(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    """What a closed posting says: since when, whom to ask, and what is open."""
    _, day, contact = edition.gettext, opening.posting.valid_through, opening.posting.contact
    told = [contact_line(edition, contact)] if contact is not None else []
    if day is not None and opening.posting.status is Status.OPEN:  # it was open to the end
        since = _("Applications closed on {day}.", day=edition.language.date(day))
        told.insert(0, Paragraph(words(since)))
    yield Callout("note", _("This position is closed."), tuple(told) or (Paragraph((edition.home(),)),))
    if opening.is_under_way:
        yield _to_brief(edition, opening)
    if edition.kit.open:
        yield Heading(_("Open positions"), "open-positions")
        yield Cards(opening_cards(edition))
    yield from _data(edition, opening)


def highlights(edition: PublicEdition, opening: Opening) -> tuple[str, ...]:
    """What decides whether somebody reads on: for what pay, where, how, and on what terms."""
    vacancy = opening.posting
    pay = (edition.pay(vacancy.pay),) if vacancy.pay is not None else ()
    return (*pay, edition.gettext("; ").join(edition.places(vacancy)), *terms(edition, vacancy))


def at_a_glance(edition: PublicEdition, opening: Opening, *further: Paragraph) -> Highlights:
    """The card of a vacancy: those facts by name, until when one can apply, how long one is interviewed, and how.

    Below it stands where one finds `further` things.
    """
    _, vacancy = edition.gettext, opening.posting
    items = [(_("Pay"), edition.pay(vacancy.pay))] if vacancy.pay is not None else []
    items.append((_("Place"), "\n".join(edition.places(vacancy))))
    items.append((_("Kind of work"), " · ".join(terms(edition, vacancy))))
    if vacancy.valid_through is not None:
        items.append((_("Apply by"), edition.language.date(vacancy.valid_through)))
    if opening.stages:
        time = edition.language.duration(sum(stage.minutes for stage in opening.stages))
        count = edition.language.ngettext(
            "{n}, taking {time}", "{n}, taking {time} in all", len(opening.stages), time=time
        )
        items.append((_("Interviews"), count))
    return Highlights(_("At a glance"), tuple(items), (*apply(edition, opening), *further), _("Pay"))


def _siblings(edition: PublicEdition, opening: Opening) -> Iterator[Paragraph]:
    """The way to the other open vacancies of the same role, each with an application of its own."""
    others = edition.kit.siblings(opening)
    if others:
        links = edition.listed(Run(edition.text(other.title), Target(Kind.POSTING, other.id)) for other in others)
        yield Paragraph((Run(edition.gettext("Also open for this role")), Run(edition.gettext(": ")), *links))


def advertisement(edition: PublicEdition, subject: str) -> Document:
    """An open posting as it is read elsewhere, on paper and on job boards: all of it, and no links into the site."""
    opening = edition.kit.opening(subject)
    return edition.document(
        Kind.POSTING,
        opening.id,
        title=edition.text(opening.title),
        description=edition.text(opening.summary),
        blocks=(
            *_introduction(edition, opening),
            Definitions(tuple(_facts(edition, opening))),
            *apply(edition, opening),
            *_work(edition, opening),
            *_beside_the_work(edition, opening),
        ),
        eyebrow=edition.employer(opening),
    )


def posting_file(edition: PublicEdition, subject: str) -> str:
    """What a posting's file is called on its page."""
    return edition.gettext("This posting")


def _introduction(edition: PublicEdition, opening: Opening) -> Iterator[Paragraph]:
    if opening.posting.introduction is not None:
        yield Paragraph(words(edition.text(opening.posting.introduction)), lead=True)


def _work(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    vacancy = opening.posting
    return own_text(edition, vacancy) if vacancy.has_own_text else of_the_role(edition, opening)


def _beside_the_work(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    vacancy = opening.posting
    if vacancy.benefits:
        yield Heading(edition.gettext("What we offer"), "offer")
        yield edition.texts(vacancy.benefits)
    yield from beside_the_offer(edition, vacancy)
    yield from _process(edition, opening)
    yield from _employer(edition, opening)


def _facts(edition: PublicEdition, opening: Opening, *, below_head: bool = False) -> Iterator[tuple[Inlines, Inlines]]:
    """What there is to know of a vacancy.

    Args:
        edition: The public side of the kit.
        opening: An open vacancy.
        below_head: Whether it stands below what the page says first (`highlights`), and repeats none of that.
    """
    _, text, vacancy = edition.gettext, edition.text, opening.posting
    if not below_head:
        yield words(_("Place")), words(_("; ").join(edition.places(vacancy)))
    if opening.sought is not None:
        yield words(_("Level")), words(text(opening.sought))
    if not below_head:
        kind = f"{edition.employment(vacancy)} · {edition.workplace(vacancy.workplace)}"
        yield words(_("Kind of work")), words(kind)
    if vacancy.employed_by is not None:
        yield words(_("Who employs you")), words(text(vacancy.employed_by))
    if vacancy.pay is not None and not (below_head and not vacancy.pay.note):
        note = text(vacancy.pay.note) if vacancy.pay.note else ""
        amount = Run(edition.pay(vacancy.pay), strong=True)
        yield words(_("Pay")), words(note) if below_head else (amount, Run(f". {note}" if note else ""))
    if vacancy.hours is not None:
        yield words(_("Working hours")), words(text(vacancy.hours))
    if not vacancy.has_own_text:
        yield words(_("Working conditions")), words(text(opening.conditions))
    if vacancy.languages is not None:
        yield words(_("Languages")), words(text(vacancy.languages))
    if start := edition.start(vacancy):
        yield words(_("Start")), words(start)
    if vacancy.probation is not None:
        yield words(_("Probation")), words(text(vacancy.probation))
    if vacancy.openings > 1:
        yield words(_("Number of positions")), words(edition.language.number(vacancy.openings))
    if vacancy.valid_through is not None and not below_head:
        yield words(_("Apply by")), (Run(edition.language.date(vacancy.valid_through), strong=True),)
    if vacancy.interviews is not None:
        yield words(_("Interviews")), words(interview_days(edition, vacancy.interviews))
    if vacancy.posted is not None:
        yield words(_("Published on")), words(edition.language.date(vacancy.posted))
    if vacancy.identifier is not None:
        yield words(_("Reference")), words(vacancy.identifier)
    if vacancy.has_own_text:
        yield (
            words(_("Based on")),
            words(_("the job description of {day}", day=edition.language.date(opening.reviewed))),
        )


def interview_days(edition: PublicEdition, period: InterviewPeriod) -> str:
    """The days between which interviews take place."""
    first, last = edition.language.date(period.from_), edition.language.date(period.until)
    return first if period.from_ == period.until else edition.gettext("{first} to {last}", first=first, last=last)


def apply(edition: PublicEdition, opening: Opening, *, again: bool = False) -> Iterator[Action]:
    """How to apply, if it is said.

    Args:
        edition: The public side of the kit.
        opening: An open vacancy.
        again: Whether the page has said it before.
    """
    to, until, _ = opening.posting.apply, str(opening.posting.valid_through or ""), edition.gettext
    if to is None:
        return
    if to.email is not None:
        yield Action(_("Apply by e-mail to {address}", address=to.email), to.address, "", until, again)
    else:
        yield Action(_("Apply now"), to.address, to.address, until, again)


def _process(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(_("How we decide"), "process")
    yield process_line(edition, opening)
    yield Paragraph(words(" ".join(dates(edition, opening))))
    if opening.posting.process:
        yield edition.texts(opening.posting.process)
    if opening.posting.contact is not None:
        yield contact_line(edition, opening.posting.contact)
    yield from _data(edition, opening)
    yield Callout("note", _("Adjustments"), tuple(adjustments(edition, opening)))


def _data(edition: PublicEdition, opening: Opening) -> Iterator[Callout]:
    told = told_of_data(edition, opening)
    if told:
        yield Callout("note", edition.gettext("What happens to your data"), told)


def _employer(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    _, text, employer = edition.gettext, edition.text, edition.kit.employer(opening)
    name, head_office = edition.employer(opening), edition.kit.careers.employer.head_office
    yield Heading(_("Who we are"), "employer")
    if employer.about is not None:
        yield Paragraph(words(text(employer.about)))
    rows: list[tuple[Inlines, Inlines]] = [
        (words(_("Employer")), (Run(name, url=str(employer.url)) if employer.url else Run(name),)),
        (words(_("Head office")), words(edition.address_of(head_office))),
    ]
    if employer.activity is not None:
        rows.insert(1, (words(_("Activity")), words(text(employer.activity))))
    yield Definitions(tuple(rows))
    yield Callout("note", _("Equal opportunity"), (Paragraph(words(text(edition.kit.equal_opportunity))),))
