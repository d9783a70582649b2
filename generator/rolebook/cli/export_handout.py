"""`rolebook export handout`: what a candidate is given, named by role, stage and question."""

from __future__ import annotations

from collections.abc import Mapping

from rolebook.cli.checked import one_of
from rolebook.cli.exported import written
from rolebook.documents.blocks import DataTable
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.handouts import handout, handout_subjects, handout_table
from rolebook.exceptions import UsageError
from rolebook.kit.roles import AT


def handout_file(edition: InternalEdition, named: Mapping[str, str | None], form: str) -> bytes:
    """Write the handout that the options name, in a format.

    Raises:
        UsageError: They name no handout, or one without the data that the format is for.
    """
    for option in ("model", "skill"):
        if named[option]:
            raise UsageError(f"“handout” does not take --{option}.")
    subjects = [one for one in handout_subjects(edition.kit) if AT not in one]  # the same for every level sought
    if not subjects:
        raise UsageError("No question of this kit has a handout for candidates.")
    subject = ""
    for option in ("role", "stage", "question"):
        there = [one.removeprefix(subject).split("/")[0] for one in subjects if one.startswith(subject)]
        choices = list(dict.fromkeys(there))
        given = named[option]
        if given is None:
            raise UsageError(f"“handout” needs --{option}: one of {', '.join(choices)}.")
        subject += f"{one_of(given, choices, option)}/"
    subject = subject.rstrip("/")
    document = handout(edition, subject)
    tables = [block.id for block in document.blocks if isinstance(block, DataTable) and block.data]
    if form in ("xlsx", "csv") and not tables:
        raise UsageError(f"The handout of “{named['question']}” has no table with “data: true”.")
    if form != "csv":
        if named["table"]:
            raise UsageError("--table is for csv; the other formats have the whole handout.")
        return written(document, edition, form)
    if named["table"] is None and len(tables) > 1:
        raise UsageError(f"The handout has several tables. Name one with --table: {', '.join(tables)}.")
    table = one_of(named["table"] or tables[0], tables, "table")
    return written(handout_table(edition, f"{subject}/{table}"), edition, form)
