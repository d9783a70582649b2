"""Pages and files made when somebody asks for them, so that a preview need not wait for those that nobody does."""

from __future__ import annotations

import posixpath
from pathlib import Path
from threading import Lock, RLock

from rolebook.build.site_renderer import SiteRenderer
from rolebook.catalogue import Format
from rolebook.files import replace
from rolebook.site.site import Site


class OnDemand:
    """What lies in a language's folder, made as it is asked for.

    Args:
        renderer: Renders the site.
        folder: The language's folder, as the site's engine has prepared it.
    """

    def __init__(self, renderer: SiteRenderer, folder: Path) -> None:
        self._renderer, self._folder = renderer, folder
        self._made: set[str] = set()
        """What was made of the kit as it is now; what else lies there is of an earlier state, and overwritten."""
        self._searched = Lock()
        self._searchable: Site | None = None
        self._lock = RLock()
        """Held while something is made."""

    def ensure(self, path: str) -> bool:
        """Let a path of the folder be there, if there is such a page or file; and say whether there is.

        Args:
            path: The path of a request, from the language's folder on, without a slash before it.

        Raises:
            PaperError: A document could not be set as PDF.
            OSError: It could not be written.
        """
        name = posixpath.normpath("/" + path).lstrip("/")
        index = posixpath.join(name, "index.html")
        with self._lock:
            site = self._renderer.site
            names = (index,) if path.endswith("/") else (name, index)
            asked = [name for name in names if name in site.artefacts or name in site.moved]
            for place in asked:
                if place not in self._made or not (self._folder / place).is_file():
                    replace(self._folder / place, self._content(place))
                    self._made.add(place)
        if self._renderer.renderer.is_search(name):
            self._ensure_search()
        return bool(asked)

    def update(self, site: Site) -> None:
        """Make everything of another state of the site from now on; it has the same pages and files."""
        with self._lock:
            self._renderer = SiteRenderer(site, self._renderer.renderer)
            self._made.clear()

    def _content(self, place: str) -> bytes:
        renderer = self._renderer
        artefact = renderer.site.artefacts.get(place)
        if artefact is None:
            return renderer.site.redirect(place)
        if artefact.row.format is not Format.PAGE:
            return renderer.file(artefact)
        return renderer.page(artefact, renderer.known_attachments(artefact)).content

    def _ensure_search(self) -> None:
        """Write the search's index, a page at a time, so that pages can be looked at meanwhile."""
        with self._searched:
            renderer = self._renderer
            if self._searchable is renderer.site:
                return
            records = []
            for artefact in renderer.site.pages:
                with self._lock:
                    records.append(renderer.search_record(artefact))
            renderer.renderer.write_search(records)
            self._searchable = renderer.site
