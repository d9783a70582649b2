"""The web manifest of a language's site: its name, colours and icon for whoever keeps it on a device."""

from __future__ import annotations

import json
import struct
from typing import Final

from rolebook.documents.edition import Edition
from rolebook.kit.brand import Brand
from rolebook.kit.palette import palette
from rolebook.pictures import Picture
from rolebook.site.icons import KEPT, icon_path

MANIFEST: Final = "site.webmanifest"
"""Where it lies in a language's site."""


def manifest(edition: Edition) -> bytes:
    """The manifest of the site that is made from an edition; its icons are the mark, as it is and in pixels."""
    brand = edition.imprint.brand or Brand()
    own, icon = palette(brand), brand.address(edition.language.tag, brand.mark)
    said = {
        "name": edition.site_name,
        "short_name": edition.unmarked(edition.imprint.organisation),
        "lang": edition.language.tag,
        "dir": edition.language.direction,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#ffffff",
        **({"theme_color": str(own.day.bar)} if own else {}),
        **({"icons": [{"src": icon, **_kind(brand.mark)}, *_in_pixels()]} if icon and brand.mark else {}),
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n"


def _in_pixels() -> list[dict[str, str]]:
    return [{"src": icon_path(side), "type": "image/png", "sizes": f"{side}x{side}"} for side in KEPT]


def _kind(picture: Picture) -> dict[str, str]:
    """A picture's type, and the size at which it may be shown: any, if it is drawn."""
    if picture.ending == "svg":
        return {"type": "image/svg+xml", "sizes": "any"}
    width, height = struct.unpack(">II", picture.content[16:24])  # the first chunk of a PNG begins with them
    return {"type": "image/png", "sizes": f"{width}x{height}"}
