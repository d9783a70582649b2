"""What mypy says of Rolebook if one of its files read otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mypy import api

from tests.conftest import PROJECT


def type_errors(folder: Path, file: str, changes: Mapping[str, str], package: str) -> list[str]:
    """The errors that mypy finds in a package, as `module: message`, where a file reads otherwise: old words by new.

    The file in the project stays as it is. All this takes a few seconds; less from the second time on, for tests of
    the same process, whose folders lie beside each other.
    """
    path = PROJECT / "generator/rolebook" / file
    source = path.read_text("utf-8")
    for old, new in changes.items():
        assert source.count(old) == 1, f"{file} says “{old}” {source.count(old)} times."
        source = source.replace(old, new)
    changed = folder / path.name
    changed.write_text(source, "utf-8")
    options = ["--config-file", str(PROJECT / "pyproject.toml"), "--cache-dir", str(folder.parent / "mypy-cache")]
    said, wrong, _ = api.run([*options, "--shadow-file", str(path), str(changed), "--package", package])
    assert not wrong, wrong
    lines = [line for line in said.splitlines() if ": error: " in line]
    return [f"{Path(line.partition('.py:')[0]).name}: {line.partition(': error: ')[2]}" for line in lines]
