"""PDF/UA-1 (ISO 14289-1): what page-validation says of PDFs."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import page

from tests.conformance.findings import Checked, Finding


def check(files: Sequence[Path]) -> Checked:
    """Validate PDFs."""
    checked = Checked(f"page-validation {version('page-validation')}", len(files))
    for file in files:
        report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1)
        checked.findings += [Finding(str(file), f"{failure.rule_id}: {failure.message}") for failure in report.failures]
    return checked
