"""The pages of a site that are written by hand: those beside the kit, and Rolebook's guide where the kit has none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from rolebook import tags
from rolebook.audience import Audience
from rolebook.language import CODE_LANGUAGE
from rolebook.problem import printable
from rolebook.project import PROJECT

GUIDE = "guide"
"""The folder of the pages that explain how a kit is kept."""


@dataclass(frozen=True)
class HandWritten:
    """The hand-written pages of one site in one language: Markdown in UTF-8.

    Attributes:
        kit: The folder of the kit.
        audience: Whom the site is for.
        tag: The site's language.
    """

    kit: Path
    audience: Audience
    tag: str

    @property
    def folder(self) -> Path:
        """Where the kit's own pages in this language are; the folder may be missing."""
        return self._folder(self.tag)

    @cached_property
    def guide(self) -> Path | None:
        """The folder of Rolebook's guide that this site shows, in its language or in English.

        None on the public site, and where the kit has written a guide of its own.
        """
        return self._guide(self.tag)

    def exists(self, source: str, tag: str) -> bool:
        """Whether a page is there in another language, too.

        Args:
            source: Its path from the language's folder on.
            tag: That language.
        """
        guide = self._guide(tag)
        return (self._folder(tag) / source).is_file() or (guide is not None and (guide.parent / source).is_file())

    def problems(self) -> list[str]:
        """What is wrong with what stands in the folder: a line for each file that cannot be published."""
        found = []
        for path in sorted(self.folder.rglob("*")):
            said = _wrong(path)
            if said is not None:
                place, message = said
                found.append(f"{printable(str(path))}{place}: {message}")
        return found

    def _folder(self, tag: str) -> Path:
        return self.kit / "content" / ("public" if self.audience is Audience.PUBLIC else "") / tag

    def _guide(self, tag: str) -> Path | None:
        folder = self._folder(tag)
        own = (folder / GUIDE).is_dir() or (folder / f"{GUIDE}.md").is_file()
        if own or self.audience is Audience.PUBLIC:
            return None
        places = (PROJECT / "content" / language / GUIDE for language in (*tags.fallbacks(tag), CODE_LANGUAGE))
        return next((place for place in places if place.is_dir()), None)


_KINDS = {
    "title": (str, "a text"),
    "description": (str, "a text"),
    "template": (str, "the name of a template"),
    "icon": (str, "the name of an icon"),
    "status": (str, "a word"),
    "hide": (list, "a list, such as [toc]"),
    "tags": (list, "a list"),
    "search": (dict, "a mapping, such as {exclude: true}"),
}
"""What the theme reads of the lines between `---` at the head of a page, and what it takes each of them for."""


def _wrong(path: Path) -> tuple[str, str] | None:
    """What keeps a file from being published: the place in it, as `:3`, and the message; None where nothing does."""
    if path.is_dir():
        return None
    if not path.is_file():
        return "", "This is no file but a pipe, a device or a link that leads nowhere. Take it away."
    if not _is_text(path.name):
        return "", "The name of this file is not UTF-8. Rename it."
    if path.suffix != ".md":
        return None
    try:
        page = path.read_text("utf-8-sig")
        said, _ = front_matter(page)
    except UnicodeDecodeError as error:
        line = len(error.object[: error.start].split(b"\n"))
        return f":{line}", "This page is not UTF-8 text. Save it as UTF-8 in your editor."
    except OSError as error:
        return "", f"This page cannot be read: {error.strerror}."
    for key, (kind, meant) in _KINDS.items():
        if key in said and not isinstance(said[key], kind):
            return ":1", f"“{key}” at the head of this page has to be {meant}."
    place = _unclosed(page)
    if place is not None:
        return f":{place}", f"More than {_OPEN} brackets “[” are open here. Close them, or write “\\[”."
    return None


_OPEN = 200
"""Brackets that may be open at once: Markdown looks for the end of each, which takes minutes for thousands of them."""


def _unclosed(page: str) -> int | None:
    """The line on which too many brackets are open; None where there is none."""
    open_ = 0
    for number, line in enumerate(page.split("\n"), start=1):
        if not line.strip():
            open_ = 0  # a paragraph ends
        for bracket in re.findall(r"(?<!\\)[\[\]]", line):
            open_ = open_ + 1 if bracket == "[" else max(0, open_ - 1)
            if open_ > _OPEN:
                return number
    return None


_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n+|\Z)", re.DOTALL)
_LINE = re.compile(r"([\w-]+):[ \t]*(.*)\n?")


def front_matter(page: str) -> tuple[Mapping[str, Any], str]:
    """What a page of Markdown says of itself at its head, and the text below that: as MkDocs reads it.

    Either YAML stands between two lines `---`, or the first lines are `key: value`. What is no YAML is text.
    """
    if found := _FRONT_MATTER.match(page):
        with suppress(yaml.YAMLError):
            said = yaml.safe_load(found.group(1))
            if isinstance(said, dict):
                return said, page[found.end() :]
        return {}, page
    said, end = {}, 0
    while line := _LINE.match(page, end):
        said[line.group(1).lower()] = line.group(2).strip()
        end = line.end()
    return said, page[end:].lstrip("\n")


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
