"""The handbook: every document of the kit in one, to print or to read on a journey."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import overviews
from generator.documents.blocks import Document, Kind
from generator.documents.edition import Edition
from generator.documents.interview_kit import interview_kit
from generator.documents.interviewing import interviewing
from generator.documents.job_description import job_description
from generator.documents.scorecard import scorecard
from generator.documents.skills import skill
from generator.documents.sourcing_guide import sourcing_guide
from generator.documents.structure_guide import structure_guide
from generator.documents.structures import structures


def handbook(edition: Edition, subject: str) -> Document:
    """The whole kit. It has no subject; what it says stands in its parts."""
    return Document(
        Kind.HANDBOOK,
        "",
        edition.language.tag,
        edition.text(edition.kit.kit.name),
        edition.text(edition.kit.kit.summary),
        (),
        parts=tuple(_parts(edition)),
    )


def _parts(edition: Edition) -> Iterator[Document]:
    """In the order in which a team is built: what for, in which shape, with whom, and how they are chosen."""
    kit = edition.kit
    yield overviews.objectives(edition, "")
    yield structures(edition, "")
    yield from (structure_guide(edition, model.id) for model in kit.leadership_models)
    for role in kit.roles:
        for document in (job_description, sourcing_guide, interview_kit, scorecard):
            yield document(edition, role.id)
    yield interviewing(edition, "")
    yield from (skill(edition, one.id) for one in kit.skills)
    for overview in (overviews.coverage, overviews.careers, overviews.facts, overviews.glossary):
        yield overview(edition, "")
