"""A site on this machine, made as it is looked at.

Its engine runs when what all pages share has changed; no page is rendered that nobody asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import RLock

from rolebook import language
from rolebook.audience import AnyEdition, Audience, languages_for
from rolebook.build import cache
from rolebook.build.build import FOLDERS
from rolebook.build.site_renderer import SiteRenderer
from rolebook.catalogue import artefacts
from rolebook.engine import Engine
from rolebook.files import replace
from rolebook.formats import html, pdf
from rolebook.kit import Kit
from rolebook.preview.on_demand import OnDemand
from rolebook.preview.watcher import snapshot
from rolebook.problem import Problem
from rolebook.project import PACKAGE
from rolebook.site.shared import shared_files
from rolebook.site.site import Site, editions_of, site_of


class Preview:
    """The site of a kit for an audience.

    Args:
        path: The kit's file.
        audience: Whom the site is for.
        engine: What prepares the site, and renders its pages.
        out: The folder that the site's own folder is made in.
        told: Told what the engine warns of.
    """

    def __init__(self, path: Path, audience: Audience, engine: Engine, out: Path, told: Callable[[str], None]) -> None:
        self._path, self.audience, self._engine, self._told = path.resolve(), audience, engine, told
        self.folder = out / FOLDERS[audience]
        self.folder.mkdir()
        self._shape: object = None
        self._editions: Sequence[AnyEdition] = ()
        self._sites: dict[str, Site] = {}
        self._languages: dict[str, OnDemand | None] = {}
        self._warnings: dict[str, Sequence[Problem]] = {}
        self._of_kit: Sequence[Problem] = ()
        self._lock = RLock()

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with the kit, or with its hand-written pages."""
        return [*self._of_kit, *(problem for warnings in self._warnings.values() for problem in warnings)]

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Keep the last good pages, and say what is wrong."""
        self._of_kit = tuple(problems)

    def update(self, kit: Kit) -> None:
        """Show another state of the kit: what was made of the last one is taken away.

        Raises:
            NoCareersError: The site is the public one, and the kit has nothing for it.
        """
        with self._lock:
            editions = editions_of(kit, self._path, self.audience)
            paths = [
                artefact.path
                for tag in languages_for(self.audience, kit)
                for artefact in artefacts(kit.in_language(tag), self.audience)
            ]
            shape = (kit.about, kit.careers, paths, fingerprint(self._path, self._engine))
            if shape != self._shape:
                _forget_sources()
                self._languages, self._warnings = dict.fromkeys(languages_for(self.audience, kit)), {}
            self._sites = {
                tag: site_of(kit, self._path, self.audience, tag, with_files=True) for tag in self._languages
            }
            self._shape, self._of_kit, self._editions = shape, (), editions
            for tag, made in self._languages.items():
                if made is not None:
                    made.update(self._sites[tag])

    def ensure(self, path: str) -> bool:
        """Let a path of the site be there, if there is such a page or file; and say whether there is.

        Args:
            path: The path of a request, without a slash before it.

        Raises:
            PaperError: A document could not be set as PDF.
            OSError: It could not be written.
        """
        tag, _, rest = path.partition("/")
        with self._lock:
            if tag not in self._languages:
                return self._ensure_shared(path or "index.html")
            made = self._languages[tag] or self._prepare(tag)
        return made is not None and made.ensure(rest)

    def _ensure_shared(self, path: str) -> bool:
        """Let something be there that a site has once for all languages: its front page, its feeds."""
        write = shared_files(self.audience, self._editions).get(path)
        if write is not None:
            replace(self.folder / path, write())
        return write is not None

    def _prepare(self, tag: str) -> OnDemand | None:
        """Let the engine prepare a language; None if it could not."""
        site, folder, name = self._sites[tag], self.folder / tag, f"{self.folder.name}/{tag}"
        prepared = self._engine.prepare(site, folder, cache.compiled_templates())
        self._warnings[tag] = [Problem(name, 1, 1, "not-built", warning) for warning in prepared.warnings]
        for warning in prepared.warnings:
            self._told(f"{name}: {warning}")
        if prepared.renderer is None:
            return None
        made = self._languages[tag] = OnDemand(SiteRenderer(site, prepared.renderer), folder)
        return made


def sources(path: Path, engine: Engine) -> list[Path]:
    """What a kit's sites are made from: its file, and what lies, or may lie, beside it and in this package."""
    beside = (path.parent / "content", path.parent / "locale", path.with_suffix(".translated"))
    ours = (PACKAGE / "templates", PACKAGE / "locale")
    return [path, *beside, *engine.sources(path), *ours]


def fingerprint(path: Path, engine: Engine) -> object:
    """Changes with everything that a kit's sites are made from, but for the kit's own file."""
    return snapshot(place for place in sources(path, engine) if place != path)


def _forget_sources() -> None:
    """Read templates and catalogues again: they may have been edited."""
    cache.forget_code()
    language.forget_catalogues()
    html.forget_templates()
    pdf.forget_templates()
