"""The live preview: both sites on this machine, made as they are looked at, and made again when a file is saved."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from rolebook.audience import Audience, NoCareersError
from rolebook.engine import Engine
from rolebook.kit import Kit
from rolebook.preview import markup
from rolebook.preview.preview import Preview, sources
from rolebook.preview.server import LiveServer
from rolebook.preview.site_folder import SiteFolder
from rolebook.preview.watcher import Watcher
from rolebook.problem import Problem, Severity
from rolebook.source import Loaded
from rolebook.source.cached import load_cached

PATIENCE = 0.7
"""Seconds that open pages have to load a change before it is judged, which would slow them down."""
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
        engine: What renders the sites.
        host: The address to listen on.
        ports: The port that each site is served at.
        judge: Looks at each state of the kit; what it says lies over the pages.
        told: Told the address of each site, and what goes wrong.

    Raises:
        OSError: An address cannot be listened on.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rolebook-")))
        previews = [Preview(kit, audience, engine, folder, told) for audience in ports]
        servers = [
            stack.enter_context(closing(_server(host, port, preview, told)))
            for preview, port in zip(previews, ports.values(), strict=True)
        ]
        live = Live(kit, previews, servers, judge, told)
        watcher = stack.enter_context(closing(Watcher(sources(kit, engine), live.show, told)))
        live.show()
        watcher.start()
        for server, preview in zip(servers, previews, strict=True):
            server.start()
            told(f"{preview.folder.name}: {server.address}")
        while True:
            time.sleep(1)  # unlike a lock, Ctrl+C interrupts it everywhere, unless another thread is told of the signal


def _server(host: str, port: int, preview: Preview, told: Callable[[str], None]) -> LiveServer:
    site = SiteFolder(preview.folder, preview.ensure)
    return LiveServer(host, port, site, lambda: markup.overlay(preview.problems), told)


class Live:
    """What happens when something is saved."""

    def __init__(
        self,
        kit: Path,
        previews: Sequence[Preview],
        servers: Sequence[LiveServer],
        judge: Judge,
        told: Callable[[str], None],
    ) -> None:
        self._kit, self._previews, self._servers, self._judge, self._told = kit, previews, servers, judge, told
        self._has_told_of_careers = len(previews) > 1

    def show(self) -> None:
        """Show what the kit's file holds now, and let it be judged."""
        loaded = load_cached(self._kit)
        if loaded.kit is not None:
            self._connect(loaded.kit)
        if loaded.kit is not None and loaded.kit.careers is not None and not self._has_told_of_careers:
            self._has_told_of_careers = True
            self._told("The kit has a careers section now. Restart `rolebook serve` to see the careers site.")
        for preview in self._previews:
            if loaded.kit is None:
                preview.set_problems([problem for problem in loaded.problems if problem.severity is Severity.ERROR])
                continue
            try:
                preview.update(loaded.kit)
            except NoCareersError:  # there was a careers section when this began: its last pages stay, and say so
                lacking = Problem(str(self._kit), 1, 1, "no-careers", "There is no careers section any more.")
                preview.set_problems([lacking])
        self._reload()
        threading.Thread(target=partial(self.look_closer, loaded), daemon=True).start()

    def _connect(self, kit: Kit) -> None:
        """Let links to the public site lead to where that is served, since it may not be published yet."""
        served = {preview.audience: server for preview, server in zip(self._previews, self._servers, strict=False)}
        public = served.pop(Audience.PUBLIC, None)
        if kit.careers is not None and public is not None:
            for server in served.values():
                server.elsewhere = {f"{str(kit.careers.url).rstrip('/')}/": public.address}

    def look_closer(self, loaded: Loaded) -> None:
        """Judge by the rules what was read, unless something else is saved meanwhile, and show what they find."""
        time.sleep(PATIENCE)
        if loaded is not load_cached(self._kit):
            return  # something was saved meanwhile
        problems = self._judge(loaded)
        if problems and loaded.kit is not None and loaded is load_cached(self._kit):
            for preview in self._previews:
                preview.set_problems(problems)
            self._reload()

    def _reload(self) -> None:
        for server in self._servers:
            server.reload()
