"""The debrief: where a panel's scorecards are compared, how its figures come about, and the record of the decision."""

from __future__ import annotations

from rolebook.documents.blocks import (
    Definitions,
    Document,
    Fields,
    Heading,
    Kind,
    NoteSpace,
    Paragraph,
    Run,
    Target,
    words,
)
from rolebook.documents.edition import Edition
from rolebook.documents.rating import scorecard_schema
from rolebook.documents.tools import Debrief

RECORD = "record-form"
"""The id of the form that the decision record belongs to."""


def debrief(edition: Edition, subject: str) -> Document:
    """The debrief of any role's panel. It has no subject."""
    say = edition.say
    return Document(
        Kind.DEBRIEF,
        "",
        edition.language.tag,
        say("Debrief"),
        say("Compare the sealed scorecards of a panel, talk about the differences, and record the decision."),
        (
            Paragraph(
                words(
                    say(
                        "Once everyone who interviewed has sealed a scorecard and handed over its file, compare them "
                        "here. Nothing leaves this device, and nothing is kept when the page is closed. The page "
                        "computes; the decision is yours."
                    )
                ),
                lead=True,
            ),
            Debrief(
                tuple(
                    (role.id, edition.text(role.title), Target(Kind.SCORECARD, role.id)) for role in edition.kit.roles
                ),
                edition.language.tag,
                scorecard_schema().decode(),
            ),
            Heading(say("Decision record"), "record"),
            Paragraph(words(say("Written the same day, in the terms of the job description, by whoever decides."))),
            Fields((say("Date"), say("Who took part"), say("Who decides")), ("date", "present", "decided-by"), RECORD),
            NoteSpace(say("Decision"), 2, "decision", RECORD),
            NoteSpace(say("Reason, in the terms of the job description"), 4, "reason", RECORD),
            Heading(say("The debrief, step by step"), "steps"),
            edition.statements(edition.kit.interviewing.debrief, ordered=True),
            Heading(say("How the figures come about"), "figures"),
            _figures(edition),
            Paragraph(
                (
                    Run(say("The Excel file of each scorecard computes the same figures. ")),
                    Run(say("How we interview"), Target(Kind.INTERVIEWING)),
                )
            ),
        ),
        eyebrow=say("Internal"),
        trail=(edition.home(), Run(say("Interviewing"), Target(Kind.INTERVIEWING))),
    )


def _figures(edition: Edition) -> Definitions:
    say = edition.say
    return Definitions(
        tuple(
            (words(name), words(text))
            for name, text in (
                (say("Mean"), say("Of all ratings of a skill. “Not assessed” is left out: it is not a zero.")),
                (say("Spread"), say("The highest rating of a skill less the lowest, where at least two rated it.")),
                (say("To talk about"), say("A spread of two levels or more. These skills come first.")),
                (say("Below the level"), say("The mean of a skill is lower than the level that the role needs.")),
                (
                    say("Weighted total"),
                    say(
                        "The mean of the skills' means, each counted with its weight. Skills that nobody rated are "
                        "left out, so look at how many were rated before comparing totals."
                    ),
                ),
            )
        )
    )
