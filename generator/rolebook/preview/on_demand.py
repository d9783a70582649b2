"""Pages and files made when somebody asks for them, so that a preview need not wait for those that nobody does."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Lock, RLock
from typing import Any

from rolebook.build.site_renderer import SiteRenderer
from rolebook.catalogue import Format
from rolebook.files import replace
from rolebook.site.site import Site

POLLING = 0.05
"""Seconds between two looks at what is watched, some dozens of files, and how long it has to be quiet."""


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
        self.lock = RLock()
        """Held while something is made; whoever builds anew holds it as well."""

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
        with self.lock:
            site = self._renderer.site
            names = (index,) if path.endswith("/") else (name, index)
            asked = [one for one in names if one in site.artefacts or one in site.moved]
            for place in asked:
                if place not in self._made or not (self._folder / place).is_file():
                    replace(self._folder / place, self._content(place))
                    self._made.add(place)
        if self._renderer.renderer.is_search(name):
            self._ensure_search()
        return bool(asked)

    def update(self, site: Site) -> None:
        """Make everything of another state of the site from now on; it has the same pages and files."""
        with self.lock:
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
                with self.lock:
                    records.append(renderer.search_record(artefact))
            renderer.renderer.write_search(records)
            self._searchable = renderer.site


_ATTEMPTS = 5
"""How often a page that ought to be there is made and looked for, before the answer is that it is not there."""

Answer = Callable[[Mapping[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application."""


def ensuring(ensure: Callable[[str], bool], mount_path: str, answer: Answer) -> Answer:
    """An application that lets what it is asked for be there, before it answers as another one does."""

    def answer_when_there(environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")  # as MkDocs reads it
        if not path.startswith(mount_path):
            return answer(environ, start_response)
        said: list[Any] = []
        body: Iterable[bytes] = ()
        for _ in range(_ATTEMPTS):  # MkDocs may have begun to build anew, and emptied the folder, before it answers
            is_there = ensure(path[len(mount_path) :])
            body = answer(environ, lambda *status_and_headers: said.append(status_and_headers))
            if not (is_there and said[-1][0].startswith("404")):
                break
        start_response(*said[-1])
        return body

    return answer_when_there
