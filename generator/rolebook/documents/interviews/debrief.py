"""The debrief: where a panel's scorecards are compared, how its figures come about, and the record of the decision."""

from __future__ import annotations

from rolebook.documents.blocks import (
    Definitions,
    Document,
    Fields,
    Folded,
    Heading,
    Kind,
    NoteSpace,
    Paragraph,
    Run,
    Target,
    words,
)
from rolebook.documents.blocks.tools import Debrief
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.rating import scorecard_schema
from rolebook.documents.process.jurisdictions import automation

RECORD = "record-form"
"""The id of the form that the decision record belongs to."""


def debrief(edition: InternalEdition, subject: str) -> Document:
    """The debrief of any role's panel. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.DEBRIEF,
        title=_("Debrief"),
        description=_("Compare the sealed scorecards of a panel, discuss the differences, and record the decision."),
        blocks=(
            Paragraph(
                words(
                    _(
                        "See at once whose scorecard is missing, which must-haves somebody rated below the "
                        "level needed and where interviewers disagree. Nobody is ranked; the decision is yours."
                    )
                ),
                lead=True,
            ),
            Debrief(
                tuple(
                    (role.id, edition.sought(role), Target(Kind.SCORECARD, role.id))
                    for role in edition.kit.roles_as_sought
                ),
                edition.language.tag,
                scorecard_schema().decode(),
                _outcomes(edition),
                _records(edition),
            ),
            Heading(_("Decision record"), "record"),
            Paragraph(words(_("Written the same day, in the terms of the job description, by whoever decides."))),
            Fields((_("Date"), _("Who took part"), _("Who decides")), ("date", "present", "decided-by"), RECORD),
            NoteSpace(_("Decision"), 2, "decision", RECORD),
            NoteSpace(_("Reason, in the terms of the job description"), 4, "reason", RECORD),
            *_record_to_print(edition),
            Folded(
                "steps",
                _("The debrief, step by step"),
                (edition.statements(edition.kit.interviewing.debrief, ordered=True),),
                apart=False,
                level=2,
            ),
            Folded(
                "figures",
                _("How the figures are worked out"),
                (
                    _figures(edition),
                    *automation(edition),
                    Paragraph(
                        (
                            Run(_("The Excel file of each scorecard computes the same figures. ")),
                            Run(_("How we interview"), Target(Kind.INTERVIEWING)),
                        )
                    ),
                ),
                apart=False,
                level=2,
            ),
        ),
        eyebrow=_("Internal"),
    )


def _outcomes(edition: InternalEdition) -> tuple[tuple[str, str], ...]:
    """What can be decided about a candidate, as the decision record of each role has it."""
    form = edition.kit.hiring.decision
    if form is None:
        return ()
    return tuple(
        (edition.text(outcome.name), edition.text(outcome.meaning) if outcome.meaning else "")
        for outcome in form.outcomes
    )


def _records(edition: InternalEdition) -> tuple[tuple[str, Target], ...]:
    """The record to sign of each role, which takes over what the debrief found out about a candidate."""
    if edition.kit.hiring.decision is None:
        return ()
    return tuple((role.id, Target(Kind.DECISION_RECORD, role.id)) for role in edition.kit.roles_as_sought)


def _record_to_print(edition: InternalEdition) -> tuple[Paragraph, ...]:
    """The way to the record of each role, which has its must-haves, to be printed and signed."""
    if edition.kit.hiring.decision is None:
        return ()
    text = edition.gettext("The decision record of each role, to be printed and signed")
    return (Paragraph((Run(text, Target(Kind.FORMS)),)),)


def _figures(edition: InternalEdition) -> Definitions:
    _ = edition.gettext
    return Definitions(
        tuple(
            (words(name), words(text))
            for name, text in (
                (_("Mean"), _("Of all ratings of a skill. “Not assessed” is left out: it is not a zero.")),
                (_("Spread"), _("The highest rating of a skill minus the lowest, where at least two rated it.")),
                (_("Wide spread"), _("A spread of two levels or more.")),
                (
                    _("Ratings that count"),
                    _(
                        "A must-have is a skill that is required on day one. A rating counts towards it only if "
                        "the questions of its stage can show the level that the role needs."
                    ),
                ),
                (_("To discuss"), _("A must-have with at least one rating below that level among those that count.")),
                (_("Not met"), _("A must-have with a median below that level among the ratings that count.")),
                (
                    _("Weighted mean"),
                    _(
                        "The mean of the skills' means, each counted with its weight. Skills that nobody rated are "
                        "left out, so look at how many were rated before comparing candidates."
                    ),
                ),
            )
        )
    )
