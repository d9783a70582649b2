"""The pages of a site that are written by hand: those beside the kit, and Rolebook's guide where the kit has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path

from markupsafe import escape
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from rolebook import tags
from rolebook.audience import Audience
from rolebook.language import CODE_LANGUAGE
from rolebook.problem import printable
from rolebook.publish.run import PROJECT

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

    def guide_files(self, site_dir: str) -> Iterator[File]:
        """The pages of Rolebook's guide, as MkDocs knows pages that lie in its own folder."""
        if self.guide is not None:
            for path in sorted(self.guide.rglob("*.md")):
                uri = path.relative_to(self.guide.parent).as_posix()
                yield File(uri, str(self.guide.parent), site_dir, use_directory_urls=True)

    def exists(self, source: str, tag: str) -> bool:
        """Whether a page is there in another language, too.

        Args:
            source: Its path from the language's folder on.
            tag: That language.
        """
        guide = self._guide(tag)
        return (self._folder(tag) / source).is_file() or (guide is not None and (guide.parent / source).is_file())

    def language_of(self, page: Page) -> str:
        """The language that a page is written in: the site's, but for a guide that there is not in it."""
        ours = self.guide is not None and page.file.src_uri.startswith(f"{GUIDE}/") and page.file.abs_src_path
        return self.guide.parent.name if ours and self.guide is not None else self.tag

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
        places = (PROJECT / "content" / one / GUIDE for one in (*tags.fallbacks(tag), CODE_LANGUAGE))
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
        _, said = get_data(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = len(error.object[: error.start].split(b"\n"))
        return f":{line}", "This page is not UTF-8 text. Save it as UTF-8 in your editor."
    except OSError as error:
        return "", f"This page cannot be read: {error.strerror}."
    for key, (kind, meant) in _KINDS.items():
        if key in said and not isinstance(said[key], kind):
            return ":1", f"“{key}” at the head of this page has to be {meant}."
    return None


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def escape_titles(page: Page) -> None:
    """Let a page's title and description be text: the theme prints them as they are.

    A title that comes from a heading is HTML already.
    """
    for name in ("title", "description"):
        if name in page.meta:
            page.meta[name] = str(escape(unescape(str(page.meta[name]))))
    if page.title is not None:
        page.title = str(escape(unescape(page.title)))
