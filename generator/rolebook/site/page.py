"""A page of a site as every engine is given it: what it says as HTML, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from rolebook.catalogue import links_from
from rolebook.documents.blocks import Document
from rolebook.documents.drafts import in_words
from rolebook.documents.edition import Edition
from rolebook.formats import html
from rolebook.site.head import Head


@dataclass(frozen=True)
class Attachment:
    """A file that a page offers: its title, and its size in bytes, or None as long as it has not been written."""

    title: str
    size: int | None


@dataclass(frozen=True)
class Page:
    """A page of a site.

    Attributes:
        path: The folder that it is published at, from the language's folder on, such as `roles/` or an empty string.
        written: What it says; texts that a draft lacks are marked in it.
        edition: What that was made from.
        downloads: The files that it offers.
        head: What it says of itself to machines.
        edit_url: Where it can be edited, if anywhere.
        elsewhere: The path of it, or of the nearest page above it, in each of the site's languages.
        lacks_pdf: Whether it says that it would offer a PDF if there were a font for its language.
    """

    path: str
    written: Document
    edition: Edition
    downloads: tuple[html.Download, ...] = ()
    head: Head = field(default_factory=Head)
    edit_url: str | None = None
    elsewhere: tuple[str, ...] = ()
    lacks_pdf: bool = False

    @cached_property
    def document(self) -> Document:
        """What it says, with the marks of a draft in words."""
        return in_words(self.written, self.edition.language) if self.edition.is_draft else self.written

    @cached_property
    def content(self) -> str:
        """What it says, as HTML."""
        links = links_from(self.written)
        return html.write(self.written, self.edition.language, links, self.downloads, unprinted=self.lacks_pdf)

    @property
    def parts(self) -> tuple[str, ...]:
        """What it is made from beside its document, the edition and the engine: its name in a cache depends on them."""
        made = (self.downloads, self.head, self.elsewhere)
        return self.path, *map(repr, made), str(self.edit_url), str(self.lacks_pdf)
