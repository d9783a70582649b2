"""The live servers: both sites on this machine, made as they are looked at, and anew when a file is saved."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from mkdocs.livereload import LiveReloadServer

from rolebook.audience import Audience, NoCareersError
from rolebook.engine import Engine
from rolebook.preview.on_demand import ensuring
from rolebook.preview.preview import Preview, watched
from rolebook.problem import Problem, Severity
from rolebook.source import Loaded
from rolebook.source.cached import load_cached

POLLING = 0.05
"""Seconds between two looks at what is watched, some dozens of files, and how long it has to be quiet."""

PATIENCE = 0.7
"""Seconds that open pages have to load a change before it is judged, which would slow them down."""
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
Judge = Callable[[Loaded], Sequence[Problem]]
"""Looks at what a file holds, and says what keeps it from being published."""


def serve(
    kit: Path,
    engine: Engine,
    host: str,
    ports: Mapping[Audience, int],
    judge: Judge,
    told: Callable[[str], None],
) -> None:
    """Serve a kit's sites until interrupted. Each page, and each file, is made when somebody asks for it.

    What is saved is on the pages first, and judged then. While the file is no kit, the last good pages stay.

    Args:
        kit: The kit's file; it, its hand-written pages, and the templates are watched.
        engine: What renders them.
        host: The address to listen on.
        ports: The port that each site is served at; the first one is the main site.
        judge: Looks at each state of the kit; what it says lies over the pages.
        told: Told the address of each site.

    Raises:
        OSError: An address cannot be listened on.
    """
    with tempfile.TemporaryDirectory(prefix="rolebook-") as folder:
        previews = [Preview(kit, audience, engine, Path(folder), told) for audience in ports]
        live = _Live(kit, engine, previews, judge, told)
        servers = live.servers = [
            _Server(live.show, host, port, preview) for preview, port in zip(live.previews, ports.values(), strict=True)
        ]
        main, *others = servers
        for server in servers:
            for place in live.places:
                server.watch(str(place))
        live.show()
        live.watch_for_new_places()
        try:
            for server in others:
                server.start()
            for preview, port in zip(live.previews, ports.values(), strict=True):
                told(f"{preview.folder.name}: http://{host}:{port}/")
            main.serve(open_in_browser=False)
        finally:
            for server in servers:
                server.shutdown()


class _Live:
    """What happens when something is saved."""

    def __init__(
        self, kit: Path, engine: Engine, previews: Sequence[Preview], judge: Judge, told: Callable[[str], None]
    ) -> None:
        self._kit, self._engine, self._judge, self._told = kit, engine, judge, told
        self.previews = previews
        self.servers: Sequence[_Server] = ()
        self.places = watched(kit, engine)
        self._has_told_of_careers = len(previews) > 1

    def watch_for_new_places(self) -> None:
        """Notice folders that are made while this runs, such as `locale/`, and watch them, too."""
        threading.Thread(target=self._look_for_new_places, daemon=True).start()

    def _look_for_new_places(self) -> None:
        while True:
            time.sleep(PATIENCE)
            new = [place for place in watched(self._kit, self._engine) if place not in self.places]
            if new:
                self.places += new
                for server in self.servers:
                    for place in new:
                        server.watch(str(place))
                self.show()

    def show(self) -> None:
        """Show what the kit's file holds now, and let it be judged."""
        loaded = load_cached(self._kit)
        if loaded.kit is not None and loaded.kit.careers is not None and not self._has_told_of_careers:
            self._has_told_of_careers = True
            self._told("The kit has a careers section now. Start `rolebook serve` anew to see the careers site.")
        for preview in self.previews:
            if loaded.kit is None:
                preview.set_problems([problem for problem in loaded.problems if problem.severity is Severity.ERROR])
                continue
            try:
                preview.update(loaded.kit)
            except NoCareersError:
                continue  # there was a careers section when this began: its last pages stay
        self._reload()
        threading.Thread(target=self._look_closer, args=(loaded,), daemon=True).start()

    def _look_closer(self, loaded: Loaded) -> None:
        time.sleep(PATIENCE)
        if loaded is not load_cached(self._kit):
            return  # something was saved meanwhile
        problems = self._judge(loaded)
        if problems and loaded.kit is not None and loaded is load_cached(self._kit):
            for preview in self.previews:
                preview.set_problems(problems)
            self._reload()

    def _reload(self) -> None:
        for server in self.servers:
            server.renew()


class _Server(LiveReloadServer):
    """Serves one site's folder, and lays over each page what is wrong with the kit.

    It answers to the name that it listens on alone: otherwise any web page could have a name of its own lead here, and
    read what is meant for this machine (DNS rebinding).
    """

    def __init__(self, build: Callable[[], None], host: str, port: int, preview: Preview) -> None:
        super().__init__(build, host, port, root=str(preview.folder), mount_path="/", polling_interval=POLLING)
        self.build_delay = POLLING
        self.error_handler = self._instead
        self._names = _LOCAL | {host} if host in _LOCAL else None
        self._preview = preview
        self.set_app(self._only_by_its_name(ensuring(preview.ensure, "/", self.serve_request)))

    def start(self) -> None:
        """Serve from now on, without building."""
        self.server_bind()
        self.server_activate()
        self.serve_thread.start()

    def renew(self) -> None:
        """Let open pages load again."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = max(self._visible_epoch + 1, round(time.monotonic() * 1000))
            self._epoch_cond.notify_all()

    def _only_by_its_name(self, answer: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
        def answer_or_not(environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            name = str(environ.get("HTTP_HOST", "")).rpartition(":")[0] or str(environ.get("HTTP_HOST", ""))
            if self._names is not None and name.strip("[]") not in self._names:
                start_response("421 Misdirected Request", [("Content-Type", "text/plain")])
                return [b"This server answers to localhost alone."]
            return answer(environ, start_response)

        return answer_or_not

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        written: bytes = super()._inject_js_into_html(content, epoch)
        overlay = _overlay(self._preview.problems)
        head, end, tail = written.rpartition(b"</body>")
        return head + overlay + end + tail if end else written + overlay

    def _instead(self, code: int) -> bytes | None:
        """What is shown where no page is: what is wrong, if that is why."""
        if not self._preview.problems:
            return None
        return self._inject_js_into_html(b"<!doctype html><body></body>", self._visible_epoch)


def _overlay(problems: Sequence[Problem]) -> bytes:
    """What is laid over each page; nothing where there are no problems."""
    if not problems:
        return b""
    environment = Environment(loader=PackageLoader("rolebook", "templates/html"), autoescape=True, trim_blocks=True)
    return environment.get_template("overlay.html").render(problems=problems).encode()
