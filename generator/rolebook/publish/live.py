"""Pages and files made when somebody asks for them, so that a preview need not wait for those that nobody does."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from rolebook.catalogue import Format
from rolebook.kit import Kit
from rolebook.publish import search_index
from rolebook.publish.files import replace
from rolebook.publish.site import Site

if TYPE_CHECKING:
    from rolebook.publish.plugin import RolebookPlugin

POLLING = 0.05
"""Seconds between two looks at what is watched, some dozens of files, and how long it has to be quiet."""


class OnDemand:
    """What lies in a language's folder, made as it is asked for.

    Args:
        plugin: The plugin of a build that has left pages and files out (`is_live`).
        folder: The language's folder.
    """

    def __init__(self, plugin: RolebookPlugin, folder: Path) -> None:
        self._plugin, self._folder = plugin, folder
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
            site = self._plugin.site
            names = (index,) if path.endswith("/") else (name, index)
            asked = [one for one in names if one in site.artefacts or one in site.moved]
            for place in asked:
                if place not in self._made or not (self._folder / place).is_file():
                    replace(self._folder / place, self._content(place))
                    self._made.add(place)
        if search_index.is_made_last(name):
            self._ensure_search()
        return bool(asked)

    def renew(self, kit: Kit) -> None:
        """Make everything of another state of the kit from now on."""
        with self.lock:
            self._plugin.show(kit)
            self._made.clear()

    def _content(self, place: str) -> bytes:
        site = self._plugin.site
        artefact = site.artefacts.get(place)
        if artefact is None:
            return site.redirect(place)
        if artefact.row.format is not Format.PAGE:
            return site.file(artefact)
        return site.page(artefact, self._plugin.theme, site.offered(artefact)).content

    def _ensure_search(self) -> None:
        """Write the search's index, a page at a time, so that pages can be looked at meanwhile."""
        with self._searched:
            site, separator = self._plugin.site, self._plugin.theme.separator
            if self._searchable is site:
                return
            pages = []
            for artefact in site.pages:
                with self.lock:
                    pages.append(site.findable(artefact, separator))
            search_index.write(self._folder, self._plugin.findable(pages))
            self._searchable = site


def on_demand(server: LiveReloadServer, plugin: RolebookPlugin) -> LiveReloadServer:
    """Let the server of `mkdocs serve` make what it is asked for, before it answers."""
    made = OnDemand(plugin, Path(server.root))
    builder = server.builder

    def build_alone(*arguments: Any) -> None:
        with made.lock:
            builder(*arguments)

    server.builder = build_alone
    server.set_app(ensuring(made.ensure, server.mount_path, server.serve_request))
    return server


def look_often(server: LiveReloadServer, watched: Iterable[str | None]) -> None:
    """Let the server of `mkdocs serve` look at what it watches as often as `rolebook serve` does.

    Args:
        server: The server, which does not run yet.
        watched: What it watches so far. What is not there, as a folder of hand-written pages that nobody has written,
            is watched no more: MkDocs would stop.
    """
    places = [place for place in watched if place is not None]
    for place in places:
        server.unwatch(place)
    server.build_delay = POLLING
    server.observer = PollingObserver(timeout=POLLING)
    for place in places:
        if Path(place).exists():
            server.watch(place)


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
