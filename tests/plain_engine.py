"""An engine of a few lines, for tests of what knows the protocol alone: pages are their content, nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from jinja2 import BytecodeCache
from rolebook.engine import Prepared, RenderedPage
from rolebook.site.page import Page
from rolebook.site.site import Site


class PlainRenderer:
    """Renders a page as its content; the search is a file of the records, one below the other."""

    key: str | None = "plain"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def dest_uri(self, path: str) -> str:
        return f"{path}index.html"

    def render(self, page: Page) -> RenderedPage:
        return RenderedPage(page.content.encode(), self.search_record(page))

    def search_record(self, page: Page) -> bytes:
        return page.document.title.encode()

    def write_search(self, records: Iterable[bytes]) -> None:
        (self._folder / "search.txt").write_bytes(b"\n".join(records))

    def is_search(self, path: str) -> bool:
        return path == "search.txt"


class PlainEngine:
    """Prepares an empty folder; counts how often it has to."""

    def __init__(self) -> None:
        self.prepared = 0

    def prepare(self, site: Site, folder: Path, compiled: BytecodeCache | None = None) -> Prepared:
        self.prepared += 1
        folder.mkdir(parents=True, exist_ok=True)
        return Prepared(PlainRenderer(folder))

    def sources(self, kit: Path) -> Sequence[Path]:
        return ()
