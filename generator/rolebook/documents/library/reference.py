"""The reference of `roles.yaml`, generated from the model, so that it cannot fall behind it."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final, TypeGuard, Union, get_args, get_origin

from pydantic import AnyUrl, BaseModel
from pydantic.fields import FieldInfo

from rolebook.colours import Colour
from rolebook.documents.blocks import (
    Block,
    Definitions,
    Document,
    Folded,
    Heading,
    Item,
    Kind,
    Listing,
    Mark,
    Narrowing,
    Paragraph,
    Run,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.library.reference_examples import Examples, examples_in
from rolebook.fonts import FontFile
from rolebook.kit import Kit
from rolebook.kit.brand import Logo
from rolebook.kit.descriptions import about, descriptions
from rolebook.kit.fields import MessageText
from rolebook.kit.references import RefersTo
from rolebook.kit.text import Text
from rolebook.pictures import Picture

FILE: Final = "roles.yaml"
"""What the part of the page is called that is about the file as a whole."""


def reference(edition: InternalEdition, subject: str) -> Document:
    """Every key of `roles.yaml`. It has no subject."""
    _, examples = edition.gettext, examples_in(edition)
    return edition.document(
        Kind.REFERENCE,
        title=_("Reference of roles.yaml"),
        description=_("Every key of roles.yaml: what it holds, whether it is needed, and what may stand there."),
        blocks=(
            Paragraph(
                words(
                    _(
                        "Every key that the file may have, in the order of the file. A key may be left out if it is "
                        "marked as optional. An editor that supports JSON Schema shows the same while you type."
                    )
                ),
                lead=True,
            ),
            _contents(edition),
            Narrowing(_("Find a key"), _("No key matches these words.")),
            *(block for key, models in _sections() for block in _section(edition, key, models, examples)),
        ),
    )


def _contents(edition: InternalEdition) -> Listing:
    """The sections of the file, each leading to its part of the page; it stays in view on a phone."""
    links = (Run(key or FILE, Target(Kind.REFERENCE, "", _section_anchor(key))) for key, _ in _sections())
    return Listing(tuple(Item((link,)) for link in links))


def _sections() -> Iterator[tuple[str, list[type[BaseModel]]]]:
    """The file as a whole, then each of its sections by its key, with the models that are met there first."""
    known: set[type[BaseModel]] = {Kit}
    yield "", [Kit]
    for name, field in Kit.model_fields.items():
        inside = [model for model in _models(_inner_models(field.annotation)) if model not in known]
        known.update(inside)
        if inside:
            yield field.alias or name, inside


def _section_anchor(key: str) -> str:
    return f"section-{key.replace('_', '-') or 'file'}"


def _models(of: Iterable[type[BaseModel]] = (Kit,)) -> Iterator[type[BaseModel]]:
    """Some models and every model inside them, each once, in the order of the file: by default, those of a kit."""
    found: dict[type[BaseModel], None] = {}

    def visit(model: type[BaseModel]) -> None:
        if model in found or issubclass(model, Text):
            return
        found[model] = None
        for field in model.model_fields.values():
            for inner in _inner_models(field.annotation):
                visit(inner)

    for model in of:
        visit(model)
    yield from found


def _line(text: str | None) -> str:
    return " ".join((text or "").replace("`", "").split())


def extract(*_: object, options: object = None) -> Iterator[tuple[int, None, str, list[str]]]:
    """The model's words, for Babel's message extraction (`interface.extraction`): the code never calls `_` with them.

    Yields:
        Line, function, message, comments: what Babel asks of an extraction method.
    """
    for model in _models():
        for text in (about(model), *descriptions(model).values()):
            if text:
                yield 1, None, _line(text), []


def _inner_models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _inner_models(argument)


def _anchor(model: type[BaseModel]) -> str:
    return f"key-{model.__name__.lower()}"


def _section(edition: InternalEdition, key: str, models: list[type[BaseModel]], examples: Examples) -> Iterator[Block]:
    """A section of the file: its own keys, and folded up those of each thing inside it."""
    own, *inside = models
    yield Heading(key or FILE, _section_anchor(key))
    yield Paragraph(words(edition.gettext(_line(about(own)))))
    yield _keys(edition, own, examples, anchored=True)
    for model in inside:
        in_short = edition.gettext(_line(about(model)))
        yield Folded(_anchor(model), _paths()[model], (_keys(edition, model, examples),), apart=False, about=in_short)


@cache
def _paths() -> Mapping[type[BaseModel], str]:
    """Where each model is met first in the file, key by key."""
    found: dict[type[BaseModel], str] = {}

    def visit(model: type[BaseModel], path: str) -> None:
        for name, field in model.model_fields.items():
            below = f"{path}.{field.alias or name}".removeprefix(".")
            for inner in _inner_models(field.annotation):
                if inner not in found and not issubclass(inner, Text):
                    found[inner] = below
                    visit(inner, below)

    visit(Kit, "")
    return found


def _keys(
    edition: InternalEdition, model: type[BaseModel], examples: Examples, *, anchored: bool = False
) -> Definitions:
    """The keys of a model: what each holds, and below it what kind of value that is, with one of this kit."""
    described, optional = descriptions(model), Mark(edition.gettext("optional"))
    fields = model.model_fields
    names = {name: Run(field.alias or name) for name, field in fields.items()}
    return Definitions(
        tuple(
            (
                (names[name],) if field.is_required() else (names[name], optional),
                words(edition.gettext(_line(described[name])) if name in described else "–"),
            )
            for name, field in fields.items()
        ),
        anchors=(_anchor(model), *("" for _ in fields))[: len(fields)] if anchored else (),
        beside=tuple(tuple(_value(edition, field, examples.get((model, name), ""))) for name, field in fields.items()),
    )


def _value(edition: InternalEdition, field: FieldInfo, example: str) -> Iterator[Run]:
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
    return Run(_paths()[model], Target(Kind.REFERENCE, "", _anchor(model)))


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
