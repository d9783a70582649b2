"""The organisation's brand: its logo, its colours, and what stands at the head and at the foot of what it publishes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from rolebook.colours import HEX, Colour
from rolebook.kit.item import Part
from rolebook.kit.references import ValidationContext
from rolebook.kit.text import Text
from rolebook.pictures import NotAPictureError, Picture, read


@dataclass(frozen=True)
class Logo:
    """A logo: one for all languages, or one for each, by tag."""

    pictures: tuple[tuple[str, Picture], ...]

    def in_language(self, tag: str) -> Picture:
        """Return the one for a language; for a language that has none, the first."""
        return dict(self.pictures).get(tag, self.pictures[0][1])


def _read_picture(name: object, info: ValidationInfo) -> Picture:
    """Read the picture in a file beside the kit."""
    if not isinstance(name, str):
        raise PydanticCustomError("string_type", "text", {})
    try:
        return read(ValidationContext.of(info).folder, name)
    except NotAPictureError as error:
        raise PydanticCustomError("picture_file", "{name}", {"name": name[:80], "why": str(error)}) from None


def _read_logo(value: object, info: ValidationInfo) -> Logo:
    """Read a logo's file, or one for each language."""
    if not isinstance(value, dict):
        return Logo((("", _read_picture(value, info)),))
    languages = ValidationContext.of(info).languages
    for tag in value:
        if languages and tag not in languages:
            raise PydanticCustomError("logo_language", "{tag}", {"tag": str(tag)[:20], "known": ", ".join(languages)})
    if not value:
        raise PydanticCustomError("string_type", "text", {})
    return Logo(tuple((str(tag), _read_picture(name, info)) for tag, name in value.items()))


def _colour(value: object) -> Colour:
    """Read a colour; without quotes, YAML takes `#` and what follows it for a comment."""
    if value is None or value == "":
        raise PydanticCustomError("colour_unquoted", "colour", {})
    if not isinstance(value, str) or not re.fullmatch(HEX, value):
        raise PydanticCustomError("colour", "{value}", {"value": str(value)[:40]})
    return Colour(value)


PictureAt = Annotated[Picture, PlainValidator(_read_picture), WithJsonSchema({"type": "string"})]
"""A picture's file; in YAML, its path."""
LogoAt = Annotated[
    Logo,
    PlainValidator(_read_logo),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
            ]
        }
    ),
]
"""A logo's file, or one for each language; in YAML, a path, or paths by language."""
ColourCode = Annotated[
    Colour, PlainValidator(_colour), WithJsonSchema({"type": "string", "pattern": f"^{HEX}$", "examples": ["#12394a"]})
]
"""A colour; in YAML, in quotes."""


class Colours(Part):
    """The organisation's two colours. The colours of dark mode are worked out from them."""

    primary: ColourCode
    """For the header of the sites and for headings, in quotes: `"#12394a"`. White text has to be readable on it."""
    accent: ColourCode
    """For links, buttons and lines, in quotes: `"#0b6170"`. It has to be readable on white and on pale grey."""


class Brand(Part):
    """How the organisation looks, on both sites and in every file."""

    logo: LogoAt | None = None
    """Its logo as it looks on white, .svg or .png: a path in the folder of this file, or one for each language."""
    mark: PictureAt | None = None
    """Its symbol without the name, about as wide as it is high, .svg or .png: for headers, tabs and printed sheets."""
    colours: Colours | None = None
    """Its two colours."""
    footer: Text | None = None
    """A line in the footer of every page, such as the company's registered name and number."""
    letterhead: tuple[Text, ...] = ()
    """Lines beside the logo on documents that go to candidates: address, telephone, e-mail."""
    credit: bool = True
    """Whether the footer of the internal site says that it was made with Rolebook. The careers site never does."""

    @property
    def has_picture(self) -> bool:
        """Whether it has a logo or a mark."""
        return self.logo is not None or self.mark is not None

    def in_full(self, tag: str) -> Picture | None:
        """Return the logo in a language, if there is one."""
        return self.logo.in_language(tag) if self.logo else None

    def published(self, tag: str) -> Iterator[tuple[str, Picture]]:
        """Yield the pictures that a site in a language shows, each with its path in the site."""
        for name, picture in (("logo", self.in_full(tag)), ("mark", self.mark)):
            if picture is not None:
                yield f"{FOLDER}/{name}.{picture.ending}", picture

    def address(self, tag: str, picture: Picture | None) -> str | None:
        """Return the path of a picture in the site of a language."""
        return next((path for path, shown in self.published(tag) if shown == picture), None)


FOLDER = "assets/images/brand"
"""Where a site has the pictures of a brand."""
