"""The live servers: what is built, served on this machine, and built anew when a file is saved."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from mkdocs.livereload import LiveReloadServer

from generator.problem import Problem

_PACKAGE = Path(__file__).parent.parent
POLLING = 0.05
"""Seconds between two looks at what is watched, some dozens of files, and how long it has to be quiet."""
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class _Server(LiveReloadServer):
    """Serves one site's folder, and lays over each page what is wrong with the kit.

    It answers to the name that it listens on alone: otherwise any web page could have a name of its own lead here, and
    read what is meant for this machine (DNS rebinding).
    """

    def __init__(self, build: Callable[[], None], host: str, port: int, folder: Path, polling: float) -> None:
        super().__init__(build, host, port, root=str(folder), mount_path="/", polling_interval=polling)
        self.build_delay = polling
        self._names = _LOCAL | {host} if host in _LOCAL else None
        self.overlay = b""

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

    def serve_request(self, environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request; not one that was sent to another name."""
        name = str(environ.get("HTTP_HOST", "")).rpartition(":")[0] or str(environ.get("HTTP_HOST", ""))
        if self._names is not None and name.strip("[]") not in self._names:
            start_response("421 Misdirected Request", [("Content-Type", "text/plain")])
            return [b"This server answers to localhost alone."]
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        written: bytes = super()._inject_js_into_html(content, epoch)
        head, end, tail = written.rpartition(b"</body>")
        return head + self.overlay + end + tail if end else written + self.overlay


Build = Callable[[Path, str, bool], Sequence[Problem]]
"""Builds a site into a folder, at once with the files that are kept, or whole; says what kept it from that."""


def serve(kit: Path, host: str, ports: Mapping[str, int], build: Build, told: Callable[[str], None]) -> None:
    """Serve a kit's sites until interrupted. What is saved is on the pages first; the files beside them follow.

    Args:
        kit: The kit's file; it, its hand-written pages, and the templates are watched.
        host: The address to listen on.
        ports: For each site's folder, the port that it is served at; the first one is the main site.
        build: Builds a site. Where it cannot, the last good one stays, under what it says.
        told: Told the address of each site.

    Raises:
        OSError: An address cannot be listened on.
    """
    with tempfile.TemporaryDirectory(prefix="rolebook-") as folder:
        live = _Live(Path(folder), build)
        live.servers = {
            site: _Server(live.rebuild, host, port, Path(folder) / site, POLLING) for site, port in ports.items()
        }
        main, *others = live.servers.values()
        for server in live.servers.values():
            for watched in _watched(kit):
                server.watch(str(watched))
        live.begin()
        try:
            for server in others:
                server.start()
            for site, port in ports.items():
                told(f"{site}: http://{host}:{port}/")
            main.serve(open_in_browser=False)
        finally:
            for server in live.servers.values():
                server.shutdown()


class _Live:
    """What happens when something is saved: the pages at once, then, in a thread, the files that have to be made."""

    def __init__(self, out: Path, build: Build) -> None:
        self._out, self._build = out, build
        self._number = 0
        self._completing = threading.Lock()
        self.servers: dict[str, _Server] = {}

    def begin(self) -> None:
        """Build everything, before anybody looks."""
        for site, server in self.servers.items():
            server.overlay = _overlay(self._build(self._out, site, False))

    def rebuild(self) -> None:
        """Build the pages, and let the rest follow."""
        self._number += 1
        good = True
        for site, server in self.servers.items():
            problems = self._build(self._out, site, True)
            server.overlay = _overlay(problems)
            server.renew()
            good = good and not problems
        if good:
            threading.Thread(target=self._complete, args=(self._number,), daemon=True).start()

    def _complete(self, number: int) -> None:
        with self._completing:
            for site, server in self.servers.items():
                before = self._files()
                if number != self._number:
                    return  # something was saved meanwhile
                problems = self._build(self._out, site, False)
                if number == self._number and (problems or self._files() != before):
                    server.overlay = _overlay(problems)
                    server.renew()

    def _files(self) -> int:
        return sum(1 for _ in self._out.rglob("*.*"))


def _watched(kit: Path) -> Iterator[Path]:
    """What the sites are made from."""
    beside = (kit.parent / "content", kit.parent / "locale", kit.with_suffix(".translated"))
    for path in (kit, *beside, _PACKAGE / "templates", _PACKAGE / "locale"):
        if path.exists():
            yield path


def _overlay(problems: Sequence[Problem]) -> bytes:
    """What is laid over each page; nothing where there are no problems."""
    if not problems:
        return b""
    environment = Environment(loader=PackageLoader("generator", "templates/html"), autoescape=True, trim_blocks=True)
    return environment.get_template("overlay.html").render(problems=problems).encode()
