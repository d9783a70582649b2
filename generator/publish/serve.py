"""The live servers: what is built, served on this machine, and built anew when a file is saved."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from mkdocs.livereload import LiveReloadServer

from generator.problem import Problem

_PACKAGE = Path(__file__).parent.parent
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class _Server(LiveReloadServer):
    """Serves one site's folder, and lays over each page what is wrong with the kit.

    It answers to the name that it listens on alone: otherwise any web page could have a name of its own lead here, and
    read what is meant for this machine (DNS rebinding).
    """

    def __init__(self, build: Callable[[], None], host: str, port: int, folder: Path) -> None:
        super().__init__(build, host, port, root=str(folder), mount_path="/")
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


def serve(
    kit: Path,
    host: str,
    ports: Mapping[str, int],
    build: Callable[[Path], Sequence[Problem]],
    told: Callable[[str], None],
) -> None:
    """Serve a kit's sites until interrupted.

    Args:
        kit: The kit's file; it, its hand-written pages, and the templates are watched.
        host: The address to listen on.
        ports: For each site's folder, the port that it is served at; the first one is the main site.
        build: Builds the sites into the folder that it is given, and says what kept it from that: the last good sites
            stay, under what it said.
        told: Told the address of each site.

    Raises:
        OSError: An address cannot be listened on.
    """
    with tempfile.TemporaryDirectory(prefix="rolebook-") as folder:
        out = Path(folder)

        def rebuild() -> None:
            overlay = _overlay(build(out))
            for server in servers:
                server.overlay = overlay
            for server in servers[1:]:
                server.renew()

        servers = [_Server(rebuild, host, port, out / site) for site, port in ports.items()]
        for server in servers:
            for watched in (
                kit,
                kit.parent / "content",
                kit.parent / "locale",
                _PACKAGE / "templates",
                _PACKAGE / "locale",
            ):
                if watched.exists():
                    server.watch(str(watched))
        rebuild()
        try:
            for server, (site, port) in zip(servers, ports.items(), strict=True):
                told(f"{site}: http://{host}:{port}/")
                if server is not servers[0]:
                    server.start()
            servers[0].serve(open_in_browser=False)
        finally:
            for server in servers:
                server.shutdown()


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
