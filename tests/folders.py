"""What a folder holds, to compare it with another."""

from __future__ import annotations

import hashlib
from pathlib import Path


def manifest(folder: Path) -> dict[str, str]:
    """Every file under a folder, with a hash of what it holds."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
