"""A site on this machine, made as it is looked at: MkDocs runs when what all pages share has changed, and no page is
made that nobody asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import RLock

from rolebook import language
from rolebook.audience import Audience, languages_for
from rolebook.catalogue import artefacts
from rolebook.documents.edition import Edition
from rolebook.formats import html, pdf
from rolebook.kit import Kit
from rolebook.problem import Problem
from rolebook.publish import cache
from rolebook.publish.build import FOLDERS, shared
from rolebook.publish.files import replace
from rolebook.publish.live import OnDemand
from rolebook.publish.run import Job, mkdocs, mkdocs_config
from rolebook.publish.site import editions_of

_PACKAGE = Path(__file__).parent.parent


class Preview:
    """The site of a kit for an audience.

    Args:
        path: The kit's file.
        audience: Whom the site is for.
        out: The folder that the site's own folder is made in.
        told: Told what MkDocs warns of.
    """

    def __init__(self, path: Path, audience: Audience, out: Path, told: Callable[[str], None]) -> None:
        self._path, self._audience, self._told = path.resolve(), audience, told
        self.folder = out / FOLDERS[audience]
        self.folder.mkdir()
        self._shape: object = None
        self._editions: Sequence[Edition] = ()
        self._languages: dict[str, OnDemand | None] = {}
        self._warnings: dict[str, Sequence[Problem]] = {}
        self._of_kit: Sequence[Problem] = ()
        self._lock = RLock()

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with the kit, or with its hand-written pages."""
        return [*self._of_kit, *(problem for warnings in self._warnings.values() for problem in warnings)]

    def blame(self, problems: Sequence[Problem]) -> None:
        """Keep the last good pages, and say what is wrong."""
        self._of_kit = tuple(problems)

    def renew(self, kit: Kit) -> None:
        """Show another state of the kit: what was made of the last one is taken away.

        Raises:
            NoCareersError: The site is the public one, and the kit has nothing for it.
        """
        with self._lock:
            editions = editions_of(kit, self._path, self._audience)
            paths = [artefact.path for artefact in artefacts(kit, self._audience)]
            shape = (kit.about, kit.careers, paths, stamp(self._path))
            if shape != self._shape:
                _forget_sources()
                self._languages, self._warnings = dict.fromkeys(languages_for(self._audience, kit)), {}
            for made in self._languages.values():
                if made is not None:
                    made.renew(kit)
            self._shape, self._of_kit, self._editions = shape, (), editions

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
            made = self._languages[tag] or self._run(tag)
        return made is not None and made.ensure(rest)

    def _ensure_shared(self, path: str) -> bool:
        """Let something be there that a site has once for all languages: its front page, its feeds."""
        written = shared(self._audience).get(path)
        if written is not None:
            replace(self.folder / path, written(self._editions))
        return written is not None

    def _run(self, tag: str) -> OnDemand | None:
        """Let MkDocs prepare a language; None if it could not."""
        job = Job(self._path, self._audience, tag, self.folder / tag, f"{self.folder.name}/{tag}")
        plugin, warnings = mkdocs(job, None)
        self._warnings[tag] = [Problem(job.name, 1, 1, "not-built", warning) for warning in warnings]
        for warning in warnings:
            self._told(f"{job.name}: {warning}")
        if plugin is None or not plugin.is_ready:
            return None
        made = self._languages[tag] = OnDemand(plugin, job.folder)
        return made


def watched(path: Path) -> list[Path]:
    """What a kit's sites are made from: its file, and what lies beside it and in this package."""
    config = mkdocs_config(path)
    beside = (path.parent / "content", path.parent / "locale", path.with_suffix(".translated"))
    ours = (_PACKAGE / "templates", _PACKAGE / "locale", config.parent / "theme_overrides")
    return [one for one in (path, *beside, config, *ours) if one.exists()]


def stamp(path: Path) -> object:
    """Changes with everything that a kit's sites are made from, but for the kit's own file."""
    files = [one for place in watched(path) if place != path for one in (place, *place.rglob("*"))]
    return [(str(one), one.stat().st_mtime_ns) for one in files if one.is_file()]


def _forget_sources() -> None:
    """Read templates and catalogues anew: they may have been edited."""
    cache.forget_code()
    language.forget_catalogues()
    html.forget_templates()
    pdf.forget_template()
