"""What is read aloud in an interview, with what the kit knows of the stage and of the vacancy."""

from __future__ import annotations

from rolebook.documents.blocks import Blank, Inlines, Run
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.messages import wording
from rolebook.documents.process.candidate_messages import known_for
from rolebook.kit.fields import KnownField, OpenField
from rolebook.kit.interviews import Script, Stage
from rolebook.kit.roles import Role

_OPEN = "…"
_ON_THE_PAGE = {OpenField.INTERVIEWER: "interviewer", OpenField.CANDIDATE: "candidate"}
"""What whoever interviews writes into a field of the scorecard."""


def said_aloud(edition: InternalEdition, role: Role, stage: Stage, script: Script) -> Inlines:
    """The words of a script; dots where only whoever reads it out knows what belongs there."""
    known = {
        **known_for(edition, role),
        KnownField.STAGE: edition.text(stage.name),
        KnownField.MINUTES: edition.minutes(stage.minutes),
    }
    parts = wording(edition, script.text, known)
    return tuple(_run(part) for part in parts)


def _run(part: str | Blank) -> Run:
    if isinstance(part, Blank):
        return Run(_OPEN, field=next((field for name, field in _ON_THE_PAGE.items() if name == part.name), ""))
    return Run(part)
