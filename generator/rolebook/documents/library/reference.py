"""The reference of `roles.yaml`, generated from the model, so that it cannot fall behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

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
from rolebook.documents.library.reference_models import anchor_of, inner_models, models_in, paths
from rolebook.documents.library.reference_values import value_in_words
from rolebook.kit import Kit
from rolebook.kit.descriptions import about, descriptions

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
        inside = [model for model in models_in(inner_models(field.annotation)) if model not in known]
        known.update(inside)
        if inside:
            yield field.alias or name, inside


def _section_anchor(key: str) -> str:
    return f"section-{key.replace('_', '-') or 'file'}"


def _line(text: str | None) -> str:
    return " ".join((text or "").replace("`", "").split())


def extract(*_: object, options: object = None) -> Iterator[tuple[int, None, str, list[str]]]:
    """The model's words, for Babel's message extraction (`interface.extraction`): the code never calls `_` with them.

    Yields:
        Line, function, message, comments: what Babel asks of an extraction method.
    """
    for model in models_in():
        for text in (about(model), *descriptions(model).values()):
            if text:
                yield 1, None, _line(text), []


def _section(edition: InternalEdition, key: str, models: list[type[BaseModel]], examples: Examples) -> Iterator[Block]:
    """A section of the file: its own keys, and folded up those of each thing inside it."""
    own, *inside = models
    yield Heading(key or FILE, _section_anchor(key))
    yield Paragraph(words(edition.gettext(_line(about(own)))))
    yield _keys(edition, own, examples, anchored=True)
    for model in inside:
        in_short = edition.gettext(_line(about(model)))
        yield Folded(anchor_of(model), paths()[model], (_keys(edition, model, examples),), apart=False, about=in_short)


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
        anchors=(anchor_of(model), *("" for _ in fields))[: len(fields)] if anchored else (),
        beside=tuple(
            tuple(value_in_words(edition, field, examples.get((model, name), ""))) for name, field in fields.items()
        ),
    )
