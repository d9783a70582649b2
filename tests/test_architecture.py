"""The drawing in docs/architecture.md: every package stands on the floor that the import contract gives it."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parent.parent
ROOT = PROJECT / "generator" / "rolebook"
TEXT = (PROJECT / "docs" / "architecture.md").read_text("utf-8")


def drawn() -> list[list[str]]:
    """The packages of each line of the drawing, from the top down."""
    drawing = TEXT.split("```")[1]
    return [re.split(r"\s+", line[:31].strip()) for line in drawing.strip().splitlines()]


def contracts() -> list[dict[str, Any]]:
    """The import contracts."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def layers() -> list[set[str]]:
    """The packages of each layer of the import contract, from the top down."""
    [contract] = [contract for contract in contracts() if contract["type"] == "layers"]
    return [set(re.findall(r"\w+", layer)) for layer in contract["layers"]]


def test_every_package_is_drawn_once_and_exists() -> None:
    names = [name for line in drawn() for name in line]
    modules = {path.stem for path in ROOT.glob("*.py")} | {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert sorted(names) == sorted(modules - {"__init__"})


def test_the_drawing_has_the_floors_of_the_import_contract() -> None:
    floors = {name: number for number, layer in enumerate(layers()) for name in layer}
    lines = [[floors[name] for name in line] for line in drawn()]
    for upper, lower in pairwise(lines):
        assert max(upper) <= min(lower), (upper, lower)
    for line in lines[:-1]:  # the last line is the ground floor's, and what lies below it
        assert len(set(line)) == 1, line


@pytest.mark.parametrize(
    ("wall", "seen"),
    [
        ("The wall: ", {"applications", "places", "postings", "public", "text"}),
        ("The wall inside the wall: ", {"candidate", "evidence", "handouts", "item", "references", "text"}),
    ],
)
def test_behind_a_wall_only_these_modules_of_the_kit_are_seen(wall: str, seen: set[str]) -> None:
    """The contract lists what is forbidden. What moves into a module of its own would no longer be in its list."""
    [contract] = [contract for contract in contracts() if contract["name"].startswith(wall)]
    imported = {module for name in contract["source_modules"] for module in kit_modules_of(name)}
    assert imported == seen
    forbidden = {name.removeprefix("rolebook.kit.") for name in contract["forbidden_modules"]}
    assert {"kit", "interviews", "questions", "roles", "sample_answers", "skills", "training"} <= forbidden


def kit_modules_of(name: str) -> set[str]:
    """The modules of `rolebook.kit` that a module or package imports."""
    path = PROJECT / "generator" / Path(*name.split("."))
    files = list(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    text = "\n".join(file.read_text("utf-8") for file in files)
    return set(re.findall(r"^(?:from|import) rolebook\.kit\.(\w+)", text, re.MULTILINE))


def test_every_file_that_the_walk_names_exists() -> None:
    named = re.findall(r"`((?:\w+/)+\w+(?:\.py)?|\w+\.py)`", TEXT)
    assert len(named) > 4
    for name in named:
        assert (ROOT / name).exists(), name


def test_it_fits_on_one_screen() -> None:
    assert len(TEXT.splitlines()) <= 60
