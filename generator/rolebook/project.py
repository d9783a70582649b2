"""Where the parts of Rolebook are that are no Python: in an installed package, or else in a clone."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parent
"""This package, with its templates and its catalogues."""
PROJECT: Final = PACKAGE / "project" if (PACKAGE / "project").is_dir() else PACKAGE.parent.parent
"""Where `mkdocs.yml`, `theme_overrides/` and `content/` are."""


def mkdocs_config(kit: Path) -> Path:
    """The `mkdocs.yml` that publishes a kit: the one beside it, or Rolebook's own."""
    beside = kit.parent / "mkdocs.yml"
    return beside if beside.is_file() else PROJECT / "mkdocs.yml"
