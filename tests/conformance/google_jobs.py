"""Structured data by Google's rules for rich results: Adobe's validator."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.conformance import node
from tests.conformance.findings import Checked, Finding


def check(files: Sequence[Path]) -> Checked:
    """Validate the structured data of pages."""
    checked = Checked(node.version("@adobe/structured-data-validator"), len(files))
    for said in node.run("google_jobs.mjs", files):
        checked.findings += [Finding(said["file"], message) for message in said["messages"]]
        if not said["types"]:
            checked.findings.append(Finding(said["file"], "The page has no structured data."))
    return checked
