"""What a stage's form says in an applicant-tracking system: questions, and the levels of a skill with their anchors."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.interviews import Stage


def question_texts(edition: InternalEdition, stage: Stage) -> Iterator[str]:
    """Each question of a stage, numbered, with its probes below it."""
    for number, reference in enumerate(stage.questions, 1):
        question = edition.kit.question(reference)[1]
        yield "\n".join(
            (f"{number}. {edition.text(question.text)}", *(f"- {edition.text(probe)}" for probe in question.probes))
        )


def anchored_levels(edition: InternalEdition, skill_id: str) -> Iterator[str]:
    """Each level of the scale with the anchor that a skill has there."""
    anchors, colon = edition.kit.skill(skill_id).anchors, edition.gettext(": ")
    for one in edition.kit.about.rating_scale:
        yield f"{edition.level(one.level)}{colon}{edition.text(anchors.at(one.level))}"


def recommendation_texts(edition: InternalEdition) -> Iterator[str]:
    """Each recommendation, and when to give it."""
    colon = edition.gettext(": ")
    for one in edition.kit.interviewing.recommendations:
        yield f"{edition.text(one.name)}{colon}{edition.text(one.meaning)}"
