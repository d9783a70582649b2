"""What is read aloud in an interview, with what the kit knows of the stage and of the vacancy."""

from __future__ import annotations

from rolebook.documents.blocks import Blank
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.messages import wording
from rolebook.documents.process.candidate_messages import known_for
from rolebook.kit.fields import KnownField
from rolebook.kit.interviews import Script, Stage
from rolebook.kit.roles import Role

_OPEN = "…"


def said_aloud(edition: InternalEdition, role: Role, stage: Stage, script: Script) -> str:
    """The words of a script; dots where only whoever reads it out knows what belongs there."""
    known = {
        **known_for(edition, role),
        KnownField.STAGE: edition.text(stage.name),
        KnownField.MINUTES: edition.minutes(stage.minutes),
    }
    return "".join(_OPEN if isinstance(part, Blank) else part for part in wording(edition, script.text, known))
