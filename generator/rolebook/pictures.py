"""Pictures that a kit names, such as its logo: files beside it, in SVG that can do nothing but be drawn, or in PNG.

An SVG file is a document that a browser opens by itself, and may then run scripts or ask other servers for things. So
only what draws is let in: a list of elements, and no address but within the file.
"""

from __future__ import annotations

import hashlib
import re
import struct
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final
from xml.etree import ElementTree

from rolebook.exceptions import RolebookError

LARGEST: Final = 256 * 1024
"""Bytes of the largest picture: every page and every file carries it."""
DEEPEST: Final = 64
"""Elements within each other: each takes room in the memory of whatever draws it."""
SIDE: Final = (32, 4096)
"""Pixels of the shortest and of the longest side of a PNG."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SVG: Final = "{http://www.w3.org/2000/svg}"
_DRAWS: Final = frozenset(
    {"svg", "g", "defs", "symbol", "use", "title", "desc", "style", "clipPath", "mask", "pattern"}
    | {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    | {"linearGradient", "radialGradient", "stop"}
)
"""The elements that are let in; `text` is not, as it looks different wherever its font is missing."""
_REACHES_OUT: Final = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)|@import|javascript:|expression\(|\\", re.IGNORECASE)
"""What a style or an attribute may ask of another file, or hide."""


class NotAPictureError(RolebookError):
    """Something that should be a picture is not one; the message says why."""


@dataclass(frozen=True)
class Picture:
    """A picture. Two are equal if they hold the same.

    Attributes:
        content: The file's bytes.
        ending: `svg` or `png`.
        digest: A hash of the content.
    """

    content: bytes = field(repr=False, compare=False)
    ending: str
    digest: str


def read(folder: Path, name: str) -> Picture:
    """Read a picture in a kit's folder.

    Args:
        folder: The kit's folder.
        name: The picture's path from there on.

    Raises:
        NotAPictureError: There is no such file, or it holds something else.
    """
    if "://" in name or name.startswith("//"):
        raise NotAPictureError("it is a web address, and pages load nothing from other servers")
    if "\0" in name or "\\" in name or PurePosixPath(name).is_absolute():
        raise NotAPictureError("its path has to begin at the kit's folder, with / between folders")
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            raise NotAPictureError("it is outside the kit's folder")
        if path.suffix.lower() not in (".svg", ".png"):
            raise NotAPictureError("its name has to end with .svg or .png")
        if not path.is_file():
            raise NotAPictureError("there is no such file")
        status = path.stat()
    except (OSError, ValueError):  # a name that no file can have
        raise NotAPictureError("there is no such file") from None
    if status.st_size > LARGEST:
        raise NotAPictureError(f"it is {-(-status.st_size // 1024)} kB; the limit is {LARGEST // 1024} kB")
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, changed: int, size: int) -> Picture:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotAPictureError(f"it cannot be read ({error.strerror})") from None
    ending = path.suffix.lower().removeprefix(".")
    if ending == "svg":
        _check_svg(content)
    else:
        _check_png(content)
    return Picture(content, ending, hashlib.sha256(content).hexdigest())


def _check_png(content: bytes) -> None:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or len(content) < 24:
        raise NotAPictureError("it is not a PNG file")
    sides = struct.unpack(">II", content[16:24])
    if min(sides) < SIDE[0] or max(sides) > SIDE[1]:
        raise NotAPictureError(f"it is {sides[0]:,} × {sides[1]:,} pixels; the limits are {SIDE[0]} and {SIDE[1]:,}")


def _check_svg(content: bytes) -> None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAPictureError("it is not UTF-8 text") from None
    if re.search(r"<!(?:DOCTYPE[^>]*\[|ENTITY)", text, re.IGNORECASE):  # what grows without end when it is read
        raise NotAPictureError("it declares entities, which can be used for an attack; save it as plain SVG")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - without entities there is nothing to expand
    except ElementTree.ParseError as error:
        raise NotAPictureError(f"it is not an SVG file, or it is damaged (line {error.position[0]})") from None
    if root.tag != f"{_SVG}svg":
        raise NotAPictureError("it is not an SVG file")
    if not root.get("viewBox") and not (root.get("width") and root.get("height")):
        raise NotAPictureError("it does not say how large it is (viewBox)")
    layer = [root]
    for _ in range(DEEPEST):
        for element in layer:
            _check_element(element)
        layer = [child for element in layer for child in element]
    if layer:
        raise NotAPictureError(f"its groups are nested more than {DEEPEST} deep; save it as plain SVG")


def _check_element(element: ElementTree.Element) -> None:
    name = str(element.tag)
    if name.removeprefix(_SVG) not in _DRAWS or not name.startswith(_SVG):
        shown = re.sub(r"\{.*\}", "", name)
        remedy = "turn its letters into paths" if shown == "text" else "save it as plain SVG"
        raise NotAPictureError(f"it contains <{shown}>; {remedy}")
    if name == f"{_SVG}style" and _REACHES_OUT.search(element.text or ""):
        raise NotAPictureError("its style sheet loads another file")
    for key, value in element.attrib.items():
        attribute = re.sub(r"\{.*\}", "", key)
        if attribute.lower().startswith("on"):
            raise NotAPictureError(f"it contains a script ({attribute})")
        if (attribute == "href" and not value.startswith("#")) or _REACHES_OUT.search(value):
            raise NotAPictureError(f"{attribute}=“{value[:40]}” refers to something outside the file")
