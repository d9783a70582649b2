"""What the package takes along: whatever the code imports is what it says that it depends on."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.conftest import PROJECT

COMES_WITH = {"pydantic_core": "pydantic"}
"""What another package brings in the very version that fits it."""


def imported() -> set[str]:
    """The top-level names of every module that the code imports."""
    found = set()
    for path in (PROJECT / "generator" / "rolebook").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"rolebook"}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_is_imported_is_declared_and_locked() -> None:
    """A test environment has more than a user's: what only the former has would be missed by nobody here."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {plain(re.split(r"[<>=\[; ]", one)[0]) for one in project["dependencies"]}
    of = packages_distributions()
    needed = {plain(COMES_WITH.get(name, of.get(name, [name])[0])) for name in imported()}
    assert needed - declared == set()
    locked = set(re.findall(r"^([a-z0-9._-]+)==", (PROJECT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    assert declared - {plain(name) for name in locked} == set()
