"""How the hiring goes, as candidates are told on a posting and in its brief: the stages, the days, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rolebook.documents.blocks import Block, Inlines, Paragraph, Pictured, ProcessLine, Run, Station, Table, words
from rolebook.documents.privacy import privacy
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit.applications import Contact
from rolebook.kit.public import Opening


def process_line(edition: PublicEdition, opening: Opening, *, asked: bool = False) -> Pictured:
    """The way from an application to its answer, as candidates are told of it.

    Args:
        edition: The public side of the kit.
        opening: A vacancy.
        asked: Whether each stage says as well what everyone is asked there without being rated.
    """
    _, text, until = edition.gettext, edition.text, opening.posting.valid_through

    def not_rated(asked: Inlines) -> Inlines:
        return (Run(". "), Run(_("Also asked, not rated")), Run(_(": ")), *asked) if asked else ()

    caption, days = _("Stages of the hiring process"), edition.kit.careers.answer_days
    stations = tuple(
        Station(
            text(stage.name),
            edition.minutes(stage.minutes),
            edition.listed(Run(text(name)) for name in stage.interviewers),
            edition.listed(Run(text(name)) for name in stage.skills),
            words(_("; ").join(text(name) for name in stage.screening)) if asked and stage.screening else (),
        )
        for stage in opening.stages
    )
    begin = _("You apply"), _("by {day}", day=edition.language.date(until)) if until is not None else ""
    end = (
        _("You hear the outcome"),
        edition.language.ngettext(
            "within {n} day of the last interview", "within {n} days of the last interview", days
        ),
    )
    table = Table(
        caption,
        (_("Stage"), _("Length"), _("Who interviews"), _("What it is about")),
        tuple((words(one.name), words(one.length), one.who, (*one.about, *not_rated(one.asked))) for one in stations),
    )
    return Pictured(caption, ProcessLine(begin, stations, end), table)


def dates(edition: PublicEdition, opening: Opening) -> Iterator[str]:
    """When those who apply hear from us, are interviewed, and hear the outcome: a sentence each."""
    answer = opening.posting.screened_by
    interviews, days = opening.posting.interviews, edition.kit.careers.answer_days
    ngettext, day = edition.language.ngettext, edition.language.date
    if answer is not None:
        yield edition.gettext("Whether or not we invite you, you'll hear from us by {day}.", day=day(answer))
    if interviews is not None:
        first, last = day(interviews.from_), day(interviews.until)
        yield edition.gettext("Interviews take place from {first} to {last}.", first=first, last=last)
    yield ngettext(
        "You'll hear the outcome, whatever it is, within {n} day of the last interview.",
        "You'll hear the outcome, whatever it is, within {n} days of the last interview.",
        days,
    )
    if interviews is not None:
        yield edition.gettext("That is {day} at the latest.", day=day(interviews.until + timedelta(days=days)))


def contact_line(edition: PublicEdition, contact: Contact) -> Paragraph:
    """Who answers questions, and where."""
    who = edition.gettext(", ").join((edition.text(contact.name), edition.text(contact.title)))
    email = str(contact.email)
    return Paragraph(
        (
            Run(edition.gettext("Any questions? Ask {person}", person=who)),
            Run(edition.gettext(": ")),
            Run(email, url=f"mailto:{email}"),
        )
    )


def adjustments(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    """How candidates ask for an adjustment, and where: at the address that answers their questions."""
    contact = edition.kit.contact(opening)
    yield Paragraph(words(edition.text(edition.kit.accommodation)))
    yield Paragraph((Run(edition.gettext("Write to: ")), Run(contact, url=f"mailto:{contact}")))


def told_of_data(edition: PublicEdition, opening: Opening) -> tuple[Paragraph, ...]:
    """What those who apply are told of their data."""
    contact = edition.kit.contact(opening)
    told = privacy(edition, edition.kit.careers, edition.employer(opening), contact)
    return tuple(Paragraph(words(paragraph)) for paragraph in told)
