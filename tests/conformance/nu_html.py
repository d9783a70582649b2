"""HTML against the living standard: the Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.conformance import node
from tests.conformance.findings import Checked, Finding


def check(files: Sequence[Path]) -> Checked:
    """Validate pages: errors, and warnings."""
    jar = node.MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *map(str, files)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["messages"]
    checked = Checked(node.version("vnu-jar"), len(files))
    checked.findings += [
        Finding(f"{one['url'].removeprefix('file:')}:{one.get('lastLine', 0)}", one["message"])
        for one in said
        if one["type"] == "error" or one.get("subType") == "warning"
    ]
    return checked
