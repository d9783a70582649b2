"""The page of an interview kit: a cover with a card for each stage."""

from __future__ import annotations

from rolebook.documents.blocks import Document, Kind, Paragraph, StageCards, Target, words
from rolebook.documents.blocks.scorecards import StageCard
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import before_first_interview
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels
from rolebook.kit.roles import Role


def interview_kit_page(edition: InternalEdition, subject: str) -> Document:
    """The cover of the interview kit of the role whose id is `subject`."""
    role = edition.kit.role(subject)
    _ = edition.gettext
    title = edition.sought(role)
    return edition.document(
        Kind.INTERVIEW_KIT,
        role.id,
        title=_("Interview kit: {role}", role=title),
        description=_("Time plan, scripts, questions and scorecard for every stage of hiring {role}.", role=title),
        blocks=(
            Paragraph(
                words(
                    _(
                        "Open your stage. Its page takes you from preparing to handing over: questions first, "
                        "ratings afterwards."
                    )
                ),
                lead=True,
            ),
            *other_levels(edition, role, Kind.INTERVIEW_KIT),
            StageCards(tuple(_card(edition, role, number) for number in range(len(role.interview)))),
            before_first_interview(edition),
        ),
        eyebrow=_("Internal"),
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.INTERVIEW_KIT),
    )


def _card(edition: InternalEdition, role: Role, index: int) -> StageCard:
    _, stage = edition.gettext, role.interview[index]
    return StageCard(
        f"stage-{stage.id}",
        f"{edition.language.number(index + 1)}. {edition.text(stage.name)}",
        edition.text(stage.name),
        edition.minutes(stage.minutes),
        edition.text(stage.purpose),
        (
            (_("Who interviews"), edition.interviewers(edition.met(stage, role))),
            (_("Rates"), edition.listed(edition.skill(skill) for skill in stage.skills)),
        ),
        Target(Kind.STAGE, f"{role.id}/{stage.id}"),
        f"{stage.id}.pdf",
    )
