"""The seam between a site and what publishes it: an engine prepares a site's folder, a renderer writes its pages.

What a site consists of, how it is built and how it is previewed know this protocol alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from jinja2 import BytecodeCache

from rolebook.site.page import Page
from rolebook.site.site import Site


@dataclass(frozen=True)
class RenderedPage:
    """A page as it is published, in UTF-8, and what the engine's search finds it by (packed; empty for none)."""

    content: bytes
    search_record: bytes = b""


class Renderer(Protocol):
    """Writes the pages of one site, one at a time, in any order and in any process that was forked for it."""

    @property
    def key(self) -> str | None:
        """Changes with everything that pages have from the engine; None where pages may not be kept."""

    def dest_uri(self, path: str) -> str:
        """The file that the page of a folder is written as, from where the kit's pages go on."""

    def render(self, page: Page) -> RenderedPage:
        """A whole page."""

    def search_record(self, page: Page) -> bytes:
        """What the search finds a page by (packed), without rendering it."""

    def write_search(self, records: Iterable[bytes]) -> None:
        """Write the search's index, given the record of each page in the catalogue's order.

        Raises:
            OSError: It cannot be written.
        """

    def is_search(self, path: str) -> bool:
        """Whether a path of the language's folder is one that `write_search` writes."""


@dataclass(frozen=True)
class Prepared:
    """A folder with everything but the kit's own pages and files: theme, hand-written pages, assets.

    Attributes:
        renderer: Writes the kit's pages; None if the engine did not get so far.
        warnings: What the engine warned of. A site with warnings is not published.
        content: Where the kit's pages and files go: a folder in the language's, or an empty string for that itself.
    """

    renderer: Renderer | None
    warnings: tuple[str, ...] = ()
    content: str = ""


class Engine(Protocol):
    """Turns a site into a published one."""

    def prepare(self, site: Site, folder: Path, compiled: BytecodeCache | None = None) -> Prepared:
        """Prepare a folder for a site's pages and files.

        Args:
            site: The site; settings of the engine may lie beside its kit.
            folder: The language's folder, as a whole path.
            compiled: Where compiled templates are kept, if anywhere.

        Raises:
            OSError: Something cannot be written.
        """

    def sources(self, kit: Path) -> Sequence[Path]:
        """The files and folders that pages have anything from beside the kit: a preview watches them."""
