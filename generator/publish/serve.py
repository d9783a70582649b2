"""The live server: what is built, served on this machine, and built anew when a file is saved."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

_PACKAGE = Path(__file__).parent.parent


def serve(kit: Path, host: str, port: int, build: Callable[[Path], None]) -> None:
    """Serve a kit until interrupted.

    Args:
        kit: The kit's file; it, its hand-written pages, and the templates are watched.
        host: The address to listen on.
        port: The port to listen on.
        build: Builds into the folder that it is given. It reports problems by itself and raises nothing: the last
            good site stays.

    Raises:
        OSError: The address cannot be listened on.
    """
    with tempfile.TemporaryDirectory(prefix="rolebook-") as folder:
        out = Path(folder)
        server = LiveReloadServer(lambda: build(out), host, port, root=str(out / "site"), mount_path="/")
        for watched in (
            kit,
            kit.parent / "content",
            kit.parent / "locale",
            _PACKAGE / "templates",
            _PACKAGE / "locale",
        ):
            if watched.exists():
                server.watch(str(watched))
        build(out)
        try:
            server.serve(open_in_browser=False)
        finally:
            server.shutdown()
