"""What a kit itself has at each key, as examples for the reference of `roles.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from pydantic import BaseModel

from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.text import Text

Examples = Mapping[tuple[type[BaseModel], str], str]
"""What stands in a kit, by the model and the name of its field."""
_LONGEST: Final = 60
"""Characters of an example at most (editorial default): it stands beside what kind of value it is, on one line."""


def examples_in(edition: InternalEdition) -> Examples:
    """For each key, the first value that this kit has there and that fits on a line."""
    found: dict[tuple[type[BaseModel], str], str] = {}

    def visit(value: object) -> None:
        if isinstance(value, BaseModel) and not isinstance(value, Text):
            for name in type(value).model_fields:
                inner = getattr(value, name)
                said = _said(edition, inner) if name in value.model_fields_set else ""
                if 0 < len(said) <= _LONGEST:
                    found.setdefault((type(value), name), said)
                visit(inner)
        elif isinstance(value, tuple):
            for inner in value:
                visit(inner)
        elif isinstance(value, Mapping):
            for inner in value.values():
                visit(inner)

    visit(edition.kit)
    return found


def _said(edition: InternalEdition, value: object) -> str:
    """A value as the file has it, of a list the first, a text in the page's language; empty where it has keys."""
    if isinstance(value, tuple):
        return _said(edition, value[0]) if value else ""
    if isinstance(value, Text):
        return edition.text(value)
    if isinstance(value, str | int | float | date) and not isinstance(value, bool | StrEnum):
        return str(value)
    return ""
