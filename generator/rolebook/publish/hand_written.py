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

from rolebook import tags
from rolebook.audience import Audience
from rolebook.language import CODE_LANGUAGE
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

    def unreadable(self) -> list[str]:
        """What is wrong with pages that are no text in UTF-8, or cannot be read: a line for each of them."""
        lacking = []
        for path in sorted(self.folder.rglob("*.md")):
            try:
                path.read_text("utf-8-sig")
            except UnicodeDecodeError as error:
                line = len(error.object[: error.start].split(b"\n"))
                lacking.append(f"{path}:{line}: This page is not UTF-8 text. Save it as UTF-8 in your editor.")
            except OSError as error:
                lacking.append(f"{path}: This page cannot be read: {error.strerror}.")
        return lacking

    def _folder(self, tag: str) -> Path:
        return self.kit / "content" / ("public" if self.audience is Audience.PUBLIC else "") / tag

    def _guide(self, tag: str) -> Path | None:
        folder = self._folder(tag)
        own = (folder / GUIDE).is_dir() or (folder / f"{GUIDE}.md").is_file()
        if own or self.audience is Audience.PUBLIC:
            return None
        places = (PROJECT / "content" / one / GUIDE for one in (*tags.fallbacks(tag), CODE_LANGUAGE))
        return next((place for place in places if place.is_dir()), None)


def escape_titles(page: Page) -> None:
    """Let a page's title and description be text: the theme prints them as they are.

    A title that comes from a heading is HTML already.
    """
    for name in ("title", "description"):
        if name in page.meta:
            page.meta[name] = str(escape(unescape(str(page.meta[name]))))
    if page.title is not None:
        page.title = str(escape(unescape(page.title)))
