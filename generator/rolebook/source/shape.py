"""What a kit's model says of a place in the file: which keys it may have, and the field of a value."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from rolebook.kit import Kit
from rolebook.kit.text import Text, check_characters
from rolebook.problem import Path


def keys_at(path: Path) -> tuple[str, ...]:
    """Return the keys that are known beside the last key of a path; none where there are no fixed ones."""
    return tuple(_fields(_model_at(_keys(path)[:-1])))


def field_at(path: Path) -> FieldInfo | None:
    """Return the field that a path leads to, or an item of which it leads to; None where there is none."""
    keys = _keys(path)
    return _fields(_model_at(keys[:-1])).get(keys[-1]) if keys else None


@cache
def all_keys() -> frozenset[str]:
    """Return every key that may stand somewhere in a kit."""
    found: dict[type[BaseModel], None] = {}

    def visit(model: type[BaseModel]) -> None:
        if model not in found:
            found[model] = None
            for field in model.model_fields.values():
                inner = _inner_model(field.annotation)
                if inner is not None and not issubclass(inner, Text):
                    visit(inner)

    visit(Kit)
    return frozenset(key for model in found for key in _fields(model))


def _keys(path: Path) -> tuple[str, ...]:
    return tuple(step for step in path if isinstance(step, str))


@cache
def _model_at(keys: tuple[str, ...]) -> Any:
    """Return the model that `keys` lead to, from the kit on, or None."""
    model: Any = Kit
    for key in keys:
        field = _fields(model).get(key)
        model = _inner_model(field.annotation) if field else None
    return model


@cache
def _fields(model: Any) -> dict[str, FieldInfo]:
    """Return the fields of a model by their keys in the file."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)) or issubclass(model, Text):
        return {}
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside a type, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((inner for argument in getattr(annotation, "__args__", ()) if (inner := _inner_model(argument))), None)


def _is_prose(annotation: Any, metadata: tuple[Any, ...]) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Text):
        return True
    if any(getattr(constraint, "func", None) is check_characters for constraint in metadata):
        return True
    return any(
        _is_prose(getattr(argument, "__origin__", argument), getattr(argument, "__metadata__", ()))
        for argument in getattr(annotation, "__args__", ())
    )


def is_prose(path: Path) -> bool:
    """Tell whether a path leads to words that are shown as they are: not to an id, a choice or a code."""
    field = field_at(path) or field_at(path[:-1])  # a text by language has its language behind its key
    return field is not None and _is_prose(field.annotation, tuple(field.metadata))
