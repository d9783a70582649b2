"""The handouts of a stage's questions: which there are, and their documents, made from the candidate's side alone."""

from __future__ import annotations

from dataclasses import replace

from rolebook.documents.blocks import DataTable, Document
from rolebook.documents.handouts.edition import HandoutEdition
from rolebook.documents.handouts.handout import handout as candidate_document
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit import Kit
from rolebook.kit.candidate import candidate_handout, handouts


def handout(edition: InternalEdition, subject: str) -> Document:
    """What the candidate gets in a question, named by `role/stage/question`: nothing of the rest of the kit is in it.

    Raises:
        KeyError: There is no such handout.
    """
    role_id, stage_id, name = subject.split("/")
    return candidate_document(HandoutEdition(candidate_handout(edition.kit, role_id, stage_id, name), edition.language))


def handout_table(edition: InternalEdition, subject: str) -> Document:
    """One table of a handout, named by `role/stage/question/table`, as data.

    Raises:
        KeyError: There is no such handout.
    """
    whole, _, table_id = subject.rpartition("/")
    document = handout(edition, whole)
    tables = tuple(block for block in document.blocks if isinstance(block, DataTable) and block.id == table_id)
    return replace(document, title=tables[0].caption, blocks=tables)


def handout_subjects(kit: Kit) -> tuple[str, ...]:
    """Every handout of a kit, as `role/stage/question`."""
    return tuple(
        f"{role.id}/{stage.id}/{name}"
        for role in kit.roles_as_sought
        for stage in role.interview
        for name in handouts(kit, stage)
    )


def workbook_subjects(kit: Kit) -> tuple[str, ...]:
    """Those of which the candidate gets tables as data, too."""
    return tuple(dict.fromkeys(subject.rpartition("/")[0] for subject in table_subjects(kit)))


def table_subjects(kit: Kit) -> tuple[str, ...]:
    """Every table that candidates get as data, as `role/stage/question/table`."""
    return tuple(
        f"{role.id}/{stage.id}/{name}/{table.id}"
        for role in kit.roles_as_sought
        for stage in role.interview
        for name, given in handouts(kit, stage).items()
        for table in given.data
    )
