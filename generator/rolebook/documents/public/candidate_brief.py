"""The candidate brief: what comes, how long it takes, who asks, how to prepare, and how to ask for an adjustment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rolebook.documents.blocks import (
    Block,
    Document,
    Heading,
    Highlights,
    Item,
    Kind,
    Listing,
    Paragraph,
    Run,
    Target,
    words,
)
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.hiring_process import adjustments, contact_line, dates, process_line, told_of_data
from rolebook.documents.public.posting import apply, at_a_glance
from rolebook.kit.public import Opening


def candidate_brief(edition: PublicEdition, subject: str) -> Document:
    """The brief for candidates of the opening whose id is `subject`."""
    opening, _ = edition.kit.opening(subject), edition.gettext
    title = edition.text(opening.title)
    return edition.document(
        Kind.CANDIDATE_BRIEF,
        opening.id,
        title=_("What to expect: {role}", role=title),
        description=_("The interviews for {role}: how many, how long, with whom, and how to prepare.", role=title),
        blocks=tuple(_blocks(edition, opening)),
        eyebrow=edition.employer(opening),
        indexed=opening.is_open,
        trail=(edition.home(), Run(title, Target(Kind.POSTING, opening.id))),
    )


def candidate_brief_page(edition: PublicEdition, subject: str) -> Document:
    """The brief as a page, from which one can apply as long as the opening is open."""
    brief, opening = candidate_brief(edition, subject), edition.kit.opening(subject)
    if not opening.is_open:
        return replace(brief, files_last=True)
    return replace(
        brief,
        blocks=(*_blocks(edition, opening, at_a_glance(edition, opening)), *apply(edition, opening, again=True)),
        files_last=True,
    )


def brief_file(edition: PublicEdition, subject: str) -> str:
    """What a brief's file is called on the posting's page."""
    return edition.gettext("What to expect of our interviews")


def _blocks(edition: PublicEdition, opening: Opening, glance: Highlights | None = None) -> Iterator[Block]:
    """What a brief says.

    Args:
        edition: The public side of the kit.
        opening: A vacancy.
        glance: On its page, the facts of the posting, which stand beside the way to the answer; there each interview
            says what everyone is asked, which elsewhere stands below.
    """
    _, text, careers = edition.gettext, edition.text, edition.kit.careers
    number = edition.language.ngettext("There is {n} interview.", "There are {n} interviews.", len(opening.stages))
    total = edition.language.duration(sum(stage.minutes for stage in opening.stages))
    together = _("Together they take {time}.", time=total)
    yield Paragraph(words(f"{number} {together}"), lead=True)
    yield Heading(_("The interviews"), "interviews")
    yield process_line(edition, opening, asked=glance is not None)
    if glance is not None:
        yield glance
    else:
        yield from _asked_of_everyone(edition, opening)
    yield Heading(_("How to prepare"), "prepare")
    for number_, stage in enumerate(opening.stages, start=1):
        if stage.prepare is not None or stage.exercises:
            yield Heading(text(stage.name), f"prepare-{number_}", 3)
        if stage.prepare is not None:
            yield Paragraph(words(text(stage.prepare)))
        if stage.exercises:
            yield Listing(tuple(Item(words(text(one))) for one in stage.exercises), ordered=True)
    yield Heading(_("For every interview"), "prepare-all", 3)
    yield edition.texts(careers.prepare)
    yield Heading(_("What you can expect of us"), "expect")
    yield edition.texts(careers.expect)
    if careers.technology:
        yield Heading(_("AI, note-takers and recording"), "technology")
        yield edition.texts(careers.technology)
    yield Heading(_("Dates and answers"), "dates")
    ngettext = edition.language.ngettext
    yield Paragraph(
        words(
            ngettext(
                "We'll tell you the day, time, length, interviewers' names, and place or link at least {n} working "
                "day ahead.",
                "We'll tell you the day, time, length, interviewers' names, and place or link at least {n} working "
                "days ahead.",
                careers.notice_working_days,
            )
        )
    )
    yield Paragraph(words(" ".join(dates(edition, opening))))
    if opening.posting.contact is not None:
        yield contact_line(edition, opening.posting.contact)
    data = told_of_data(edition, opening)
    if data:
        yield Heading(_("What happens to your data"), "data")
        yield from data
    yield Heading(_("If an adjustment would help you"), "adjustments")
    yield from adjustments(edition, opening)
    yield Heading(_("Equal opportunity"), "equal-opportunity")
    yield Paragraph(words(text(edition.kit.equal_opportunity)))


def _asked_of_everyone(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    """What everyone is asked without being rated, and in which interview."""
    text = edition.text
    asked = dict.fromkeys(text(name) for stage in opening.stages for name in stage.screening)
    if asked:
        where = edition.language.join([text(stage.name) for stage in opening.stages if stage.screening])
        told = edition.gettext(
            "{stage}: we also ask everyone about the following. We note the answers and do not rate them:", stage=where
        )
        yield Paragraph(words(told))
        yield Listing(tuple(Item(words(name)) for name in asked))
