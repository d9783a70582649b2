"""Paths on the command line: the kit's file, and names of files and commands that can be pasted into a terminal."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click

from rolebook.problem import printable

KIT_FILE = "roles.yaml"


class KitFile(click.Path):
    """A kit's file, or the folder that holds it as `roles.yaml`."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the file's path."""
        path = Path(str(super().convert(str(value), param, ctx)))
        return path / KIT_FILE if path.is_dir() else path


KIT = click.argument("kit", type=KitFile(), default=".")
"""The argument that names a kit: its file or its folder, or else the current folder."""


def shown(path: Path | str) -> str:
    """Return a path as it can be pasted into a terminal."""
    return printable(subprocess.list2cmdline([str(path)]) if os.name == "nt" else shlex.quote(str(path)))


def command(verb: str, kit: Path) -> str:
    """Return the command that does something with a kit from the current folder, such as `rolebook serve my-kit`."""
    named = [] if kit == Path(KIT_FILE) else [shown(kit.parent if kit.name == KIT_FILE else kit)]
    return " ".join([_program(), verb, *named])


def _program() -> str:
    """Return what starts Rolebook from here: its name, if a terminal finds this very one; otherwise what was typed."""
    name, started = "rolebook", Path(sys.argv[0])
    if started.stem != name:
        return name
    found = shutil.which(name)
    return name if found and Path(found).parent.resolve() == started.parent.resolve() else shown(sys.argv[0])
