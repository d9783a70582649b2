"""Fonts of the kit's own: files beside it, or packages."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, PlainValidator, ValidationInfo, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from rolebook import tags
from rolebook.fonts.files import FontFile, NotAFontError, of_package, read
from rolebook.kit.item import Part
from rolebook.kit.references import ValidationContext


def _language_or_script(name: str) -> str:
    """Check that a name is a language tag, or the code of a script, that CLDR knows."""
    if tags.is_known(name) or tags.is_script(name):
        return name
    raise PydanticCustomError("language_tag", "{tag}", {"tag": name, "known": tags.suggestions(name)})


def _read_font(name: object, info: ValidationInfo) -> FontFile:
    """Read the font in a file beside the kit."""
    if not isinstance(name, str):
        raise PydanticCustomError("string_type", "text", {})
    try:
        return read(ValidationContext.of(info).folder / name)
    except NotAFontError as error:
        raise PydanticCustomError("font_file", "{name}", {"name": name, "why": str(error)}) from None


def _installed(name: str) -> str:
    """Check that a package is installed and contains fonts."""
    try:
        of_package(name)
    except NotAFontError as error:
        raise PydanticCustomError("font_package", "{name}", {"name": name, "why": str(error)}) from None
    return name


FontAt = Annotated[FontFile, PlainValidator(_read_font), WithJsonSchema({"type": "string"})]
"""A font's file; in YAML, its path."""


class Fonts(Part):
    """Fonts of the kit's own for printed documents: the house's own, or for a script that Rolebook's fonts lack."""

    languages: tuple[Annotated[str, AfterValidator(_language_or_script)], ...] = ()
    """The languages (`ja`) or scripts (`Jpan`) that they come first in. None means all."""
    files: tuple[FontAt, ...] = ()
    """The fonts' files (.ttf, .otf or .ttc), regular and bold, with their paths from this file's folder on."""
    package: Annotated[str, AfterValidator(_installed)] | None = None
    """Instead of files: an installed Python package that holds fonts."""

    @model_validator(mode="after")
    def _one_of_both(self) -> Fonts:
        if bool(self.files) is bool(self.package):
            raise PydanticCustomError("one_of", "{names}", {"names": "files, package"})
        return self

    @property
    def fonts(self) -> tuple[FontFile, ...]:
        """Return the fonts' files, wherever they come from."""
        return self.files or of_package(self.package or "")
