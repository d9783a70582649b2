"""The candidate brief: what comes, how long it takes, who asks, how to prepare, and how to ask for an adjustment."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import Block, Document, Heading, Kind, Paragraph, Run, Target, words
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import adjustments, stages
from rolebook.kit.public import Opening


def candidate_brief(edition: PublicEdition, subject: str) -> Document:
    """The brief for candidates of the role whose id is `subject`."""
    opening, say = edition.kit.opening(subject), edition.say
    title = edition.text(opening.title)
    return Document(
        Kind.CANDIDATE_BRIEF,
        opening.id,
        edition.language.tag,
        say("What to expect: {role}", role=title),
        say("The interviews for {role}: how many, how long, with whom, and how to prepare.", role=title),
        tuple(_blocks(edition, opening)),
        eyebrow=edition.employer(opening),
        trail=(edition.home(), Run(title, Target(Kind.POSTING, opening.id))),
    )


def _blocks(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    say, text, careers = edition.say, edition.text, edition.kit.careers
    number = edition.language.count("There is {n} interview.", "There are {n} interviews.", len(opening.stages))
    total = edition.minutes(sum(stage.minutes for stage in opening.stages))
    together = say("Together they take {time}.", time=total)
    yield Paragraph(words(f"{number} {together}"), lead=True)
    yield Heading(say("The interviews"), "interviews")
    yield stages(edition, opening)
    yield Heading(say("How to prepare"), "prepare")
    for number_, stage in enumerate(opening.stages, start=1):
        if stage.prepare is not None:
            yield Heading(text(stage.name), f"prepare-{number_}", 3)
            yield Paragraph(words(text(stage.prepare)))
    yield Heading(say("For every interview"), "prepare-all", 3)
    yield edition.texts(careers.prepare)
    yield Heading(say("What you can expect of us"), "expect")
    yield edition.texts(careers.expect)
    yield Heading(say("Dates and answers"), "dates")
    count = edition.language.count
    yield Paragraph(
        words(
            count(
                "You get day, time, length, names, and place or link at least {n} working day ahead.",
                "You get day, time, length, names, and place or link at least {n} working days ahead.",
                careers.notice_working_days,
            )
        )
    )
    yield Paragraph(
        words(
            count(
                "You hear the outcome within {n} day of the last interview, whatever it is.",
                "You hear the outcome within {n} days of the last interview, whatever it is.",
                careers.answer_days,
            )
        )
    )
    yield Heading(say("If an adjustment would help you"), "adjustments")
    yield from adjustments(edition)
    yield Heading(say("Equal opportunity"), "equal-opportunity")
    yield Paragraph(words(text(edition.kit.equal_opportunity)))
