"""Plain MkDocs' way in: `mkdocs build` and `mkdocs serve` publish one language of a kit."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority

from rolebook.audience import Audience, NoCareersError, languages_for
from rolebook.build.cache import compiled_templates
from rolebook.build.processes import processors
from rolebook.build.render import render_site
from rolebook.build.site_renderer import SiteRenderer
from rolebook.build.staging import mark
from rolebook.engine.material.hooks import SitePlugin
from rolebook.formats import pdf
from rolebook.formats.pdf import PaperError
from rolebook.kit import Kit
from rolebook.problem import Severity
from rolebook.site.site import Site, site_of
from rolebook.source.cached import load_cached


class RolebookPlugin(SitePlugin):
    """Adds a kit's documents to a site as pages, and the files that accompany them.

    `rolebook build` and `serve` give it a site, and render that themselves; plain MkDocs leaves both to it.
    """

    _is_plain = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is `mkdocs serve`, which has no other language beside this one."""
        self.is_alone = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the kit, unless somebody has, and fit the site to its language.

        Raises:
            PluginError: The kit has problems (all of them are named), or lacks the language; or a hand-written page
                cannot be read.
        """
        if self._is_plain or not hasattr(self, "site"):
            self._is_plain = True
            self.site, self.compiled = self._read(config), compiled_templates()
        return super().on_config(config)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Render the kit's pages and files, if nobody else does.

        Raises:
            PluginError: A document could not be set as PDF.
        """
        super().on_post_build(config=config)
        if self._is_plain and self.renderer is not None:
            folder = Path(config.site_dir)
            workers = 1 if self.is_alone else processors()  # a server has threads: it cannot be forked
            pdf.prepare()
            try:
                render_site(SiteRenderer(self.site, self.renderer), folder, workers)
            except PaperError as error:
                raise PluginError(str(error)) from error
            mark(folder)  # `rolebook build` may replace it

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch no folder of hand-written pages where there is none: MkDocs would stop."""
        if not Path(config.docs_dir).is_dir():
            server.unwatch(config.docs_dir)
        return server

    def _read(self, config: MkDocsConfig) -> Site:
        """The site that the settings name."""
        path = Path(config.config_file_path or ".").parent / self.config.kit
        kit, audience = _kit(path), Audience(self.config.audience)
        tag, tags = self.config.language or kit.about.languages[0], languages_for(audience, kit)
        if tag not in tags:
            raise PluginError(f"{path.name} has no language “{tag}”; it has {', '.join(tags)}.")
        try:
            return site_of(kit, path, audience, tag, with_files=self.config.files)
        except NoCareersError:
            raise PluginError(f"{path.name} has no careers section, and so no public site.") from None


def _kit(path: Path) -> Kit:
    loaded = load_cached(path)
    if loaded.kit is None:
        errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
        lines = [f"{problem.position}: {problem.message} {problem.hint}".rstrip() for problem in errors]
        raise PluginError("\n".join(["The kit has problems:", *lines]))
    return loaded.kit
