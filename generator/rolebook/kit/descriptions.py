"""What the source says of a part of a kit and of its keys: the docstrings, for the JSON Schema and the reference.

Pydantic would read them, too (`use_attribute_docstrings`), but whenever it makes the classes: every command would begin
a third of a second later, and only these two need them.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel


def about(model: type[BaseModel]) -> str:
    """What a class says of itself, also where Python runs without docstrings (-OO): English, or nothing."""
    return ast.get_docstring(_definition(model)) or ""


def descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """What stands below each field of a class and of those that it extends, by the field's name: in English."""
    described: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            described.update(_below_fields(_definition(base)))
    return {name: described[name] for name in model.model_fields if name in described}


def _below_fields(definition: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """A string that follows a field is what is said of it."""
    for field, below in zip(definition.body, definition.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, inspect.cleandoc(text)


def _definition(model: type[BaseModel]) -> ast.ClassDef:
    return _definitions(model.__module__)[model.__name__]


@cache
def _definitions(module: str) -> Mapping[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
