"""The published JSON Schema is the model's, and kits fit it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rolebook import schema
from rolebook.source.compose import compose

from tests.conftest import FIRST, PROJECT, SMALL


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PROJECT / "roles.schema.json").read_text("utf-8"))
    return found


def test_it_is_current() -> None:
    assert (PROJECT / "roles.schema.json").read_text("utf-8") == schema.as_json(), "run `make schema`"


@pytest.mark.parametrize("path", [FIRST, SMALL], ids=["first", "small"])
def test_a_kit_fits_it(published: dict[str, Any], path: Path) -> None:
    root, _ = compose(path.read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(published)
    validator.check_schema(published)
    data = json.loads(json.dumps(root.data()))
    assert [error.message for error in validator.iter_errors(data)] == []


def test_it_refuses_what_the_model_refuses(published: dict[str, Any], small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["levle"] = "x"
    errors = list(jsonschema.Draft202012Validator(published).iter_errors(json.loads(json.dumps(small_data))))
    assert any("levle" in error.message for error in errors)


@pytest.mark.parametrize("path", [FIRST, SMALL], ids=["first", "small"])
def test_a_kit_names_it_for_editors(path: Path) -> None:
    first = path.read_text("utf-8").split("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("$schema=")[2]).resolve() == PROJECT / "roles.schema.json"
