"""What kind of value a key of `roles.yaml` takes, in words: read off the annotations of the model."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from pydantic import AnyUrl, BaseModel
from pydantic.fields import FieldInfo

from rolebook.colours import Colour
from rolebook.documents.blocks import Kind, Run, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.library.reference_models import anchor_of, paths
from rolebook.fonts import FontFile
from rolebook.kit.brand import Logo
from rolebook.kit.fields import MessageText
from rolebook.kit.references import RefersTo
from rolebook.kit.text import Text
from rolebook.pictures import Picture


def value_in_words(edition: InternalEdition, field: FieldInfo, example: str) -> Iterator[Run]:
    """What a field takes, and after it what the kit has there, unless that is an empty text."""
    notes = (field, *field.metadata) if field.metadata or field.examples else ()
    yield from _type(edition, Annotated[field.annotation, *notes] if notes else field.annotation)
    if example:
        said = edition.gettext("in this kit: {example}", example=example)
        yield Run(f" · {said}")


def _type(edition: InternalEdition, annotation: Any) -> Iterator[Run]:
    _ = edition.gettext
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        named = next((note for note in _flat(annotation) if isinstance(note, RefersTo)), None)
        yield from (
            [Run(_("the name of one of: {collection}", collection=named.collection))]
            if named
            else _type(edition, arguments[0])
        )
        beside = [] if named else [*_limits(edition, annotation), *_example(edition, annotation)]
        if beside:
            yield Run(f" ({_('; ').join(beside)})")
    elif origin in (Union, types.UnionType):
        for number, part in enumerate(argument for argument in arguments if argument is not type(None)):
            yield from [Run(_(" or "))] if number else []
            yield from _type(edition, part)
    elif origin is tuple:
        is_of_models = _is_model(arguments[0])
        yield Run(_("a list, each item with the keys of ") if is_of_models else _("a list of: "))
        yield from [_keys_of(arguments[0])] if is_of_models else _type(edition, arguments[0])
    elif origin is Mapping:
        yield Run(_each(edition, arguments[0]))
        yield from _type(edition, arguments[1])
    elif isinstance(annotation, type) and issubclass(annotation, MessageText):
        yield Run(_("text in each language, with fields such as {example}", example="{candidate}"))
    elif isinstance(annotation, type) and issubclass(annotation, Text):
        yield Run(_("text in each language"))
    elif _is_model(annotation):
        yield Run(_("the keys of "))
        yield _keys_of(annotation)
    elif isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield Run(_("one of: {choices}", choices=", ".join(annotation)))
    else:
        yield Run(_plain(edition, annotation))


def _is_model(annotation: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel) and not issubclass(annotation, Text)


def _keys_of(model: type[BaseModel]) -> Run:
    """Where the keys of a model are listed, called by where they stand in the file."""
    return Run(paths()[model], Target(Kind.REFERENCE, "", anchor_of(model)))


def _each(edition: InternalEdition, key: Any) -> str:
    """What the keys of a mapping stand for."""
    _ = edition.gettext
    if any(isinstance(note, RefersTo) for note in _flat(key)):
        return _("for each skill: ")
    return _("for each level: ") if int in (key, *get_args(key)) else _("for each language: ")


def _limits(edition: InternalEdition, annotation: Any) -> Iterator[str]:
    """How many items, or which numbers, a type takes."""
    _ = edition.gettext
    bounds: dict[str, float] = {}
    for note in _flat(annotation):
        for name in ("min_length", "max_length", "ge", "gt", "le"):
            bound = getattr(note, name, None)
            if isinstance(bound, int | float):
                bounds.setdefault(name, bound)
    figures = {name: edition.language.number(bound) for name, bound in bounds.items()}
    least, most = figures.get("min_length", figures.get("ge")), figures.get("max_length", figures.get("le"))
    if "gt" in figures:
        limits = _("above {least}", least=figures["gt"])
    elif least is not None and most is not None:
        limits = least if least == most else _("{least} to {most}", least=least, most=most)
    elif least is not None or most is not None:
        limits = _("at least {least}", least=least) if least is not None else _("at most {most}", most=most)
    else:
        return
    if get_origin(get_args(annotation)[0]) is tuple:
        yield _("items: {limits}", limits=limits)
    elif "max_length" in bounds:
        yield _("characters: {limits}", limits=limits)
    else:
        yield limits


def _example(edition: InternalEdition, annotation: Any) -> Iterator[str]:
    """How a value of a type looks, where that is not plain from its name."""
    examples = next((found for note in _flat(annotation) if (found := getattr(note, "examples", None))), None)
    if examples and isinstance(examples[0], str):
        yield edition.gettext("as in {example}", example=examples[0])


def _flat(annotation: Any) -> Iterator[Any]:
    """Everything that annotates a type, also inside of AfterValidator and of Field."""
    for note in get_args(annotation)[1:]:
        yield note
        yield getattr(note, "func", None)
        if isinstance(note, FieldInfo):
            yield from note.metadata


def _plain(edition: InternalEdition, annotation: Any) -> str:
    _ = edition.gettext
    names = {
        int: _("a whole number"),
        float: _("a number"),
        bool: _("true or false"),
        date: _("a date"),
        str: _("text"),
        AnyUrl: _("a web address"),
        FontFile: _("the path of a file"),
        Picture: _("the path of a file"),
        Logo: _("the path of a file, or one for each language"),
        Colour: _("a colour"),
    }
    return next(names[base] for base in (*getattr(annotation, "__mro__", ()), str) if base in names)
