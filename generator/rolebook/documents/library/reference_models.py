"""The models that `roles.yaml` is made of, in the order of the file, and where the reference has each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from rolebook.kit import Kit
from rolebook.kit.text import Text


def inner_models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation names, such as that of a list's items."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from inner_models(argument)


def models_in(of: Iterable[type[BaseModel]] = (Kit,)) -> Iterator[type[BaseModel]]:
    """Some models and every model inside them, each once, in the order of the file: by default, those of a kit."""
    found: dict[type[BaseModel], None] = {}

    def visit(model: type[BaseModel]) -> None:
        if model in found or issubclass(model, Text):
            return
        found[model] = None
        for field in model.model_fields.values():
            for inner in inner_models(field.annotation):
                visit(inner)

    for model in of:
        visit(model)
    yield from found


@cache
def paths() -> Mapping[type[BaseModel], str]:
    """Where each model is met first in the file, key by key."""
    found: dict[type[BaseModel], str] = {}

    def visit(model: type[BaseModel], path: str) -> None:
        for name, field in model.model_fields.items():
            below = f"{path}.{field.alias or name}".removeprefix(".")
            for inner in inner_models(field.annotation):
                if inner not in found and not issubclass(inner, Text):
                    found[inner] = below
                    visit(inner, below)

    visit(Kit, "")
    return found


def anchor_of(model: type[BaseModel]) -> str:
    """The address on the page of where a model's keys are listed."""
    return f"key-{model.__name__.lower()}"
