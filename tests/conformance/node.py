"""Runs the checkers that are written in JavaScript, on the Node of the environment."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.conformance.findings import HERE

MODULES = HERE / "node_modules"


def run(script: str, files: Iterable[Path | str]) -> list[dict[str, Any]]:
    """What a script of this folder prints, a JSON value on each line; it reads the files' names from its input.

    Raises:
        SystemExit: The checkers are not installed.
    """
    if not MODULES.is_dir():
        raise SystemExit("The checkers are not installed. Run: make tests/conformance/node_modules/ready")
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node") or "node"
    names = json.dumps([str(file) for file in files])
    printed = subprocess.run([node, HERE / script], input=names, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in printed.splitlines() if line]


def version(package: str) -> str:
    """The version of a package that is pinned."""
    locked = json.loads((HERE / "package.json").read_text("utf-8"))
    return f"{package} {locked['dependencies'][package]}"
