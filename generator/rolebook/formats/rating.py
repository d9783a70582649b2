"""What a scorecard rates, as JSON for the debrief's script: skills with levels and weights, stages, recommendations."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from rolebook.documents.blocks import Choice, Document, RatingGrid
from rolebook.documents.blocks.tools import ScorecardForm
from rolebook.documents.edition import Edition


def write(document: Document, edition: Edition) -> bytes:
    """The JSON, in UTF-8, of a role's scorecard; the texts are in the document's language."""
    form = next(block for block in document.blocks if isinstance(block, ScorecardForm))
    reasons = {grid.name: grid.note for grid in document.blocks if isinstance(grid, RatingGrid)}
    group = form.id.removesuffix("-form")
    data: dict[str, Any] = {
        "role": form.role,
        "version": form.version,
        "fingerprint": form.fingerprint,
        "skills": [{**asdict(skill), "reason": reasons[f"{group}-{skill.id}"]} for skill in form.skills],
        "stages": [{"id": stage, "name": name, "skills": skills} for stage, name, skills in form.stages],
        "recommendations": [
            {"id": option.id, "name": option.name}
            for block in document.blocks
            if isinstance(block, Choice)
            for option in block.options
        ],
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
