"""The MkDocs plugin: a thin adapter between the catalogue and one build, of one language for one audience."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, cast

import material
from jinja2 import Environment
from markupsafe import escape
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from rolebook import tags
from rolebook.audience import Audience, NoCareersError, languages_for
from rolebook.documents.public.edition import PublicEdition
from rolebook.formats import pdf, search
from rolebook.formats.pdf import PaperError
from rolebook.kit import Kit
from rolebook.language import Language
from rolebook.problem import Severity
from rolebook.publish import cache, making, search_index
from rolebook.publish.current import current
from rolebook.publish.fragments import CompiledTemplates
from rolebook.publish.hand_written import HandWritten, escape_titles
from rolebook.publish.head import Head
from rolebook.publish.live import look_often, on_demand
from rolebook.publish.navigation import navigation, source
from rolebook.publish.processes import processors
from rolebook.publish.site import Site, site_of
from rolebook.publish.staging import mark
from rolebook.publish.theme import KitFile, RedirectFile, Theme

_PACKAGE = Path(__file__).parent.parent
_THEME_NAMES = {"no": "nb"}
"""What the theme calls a language that CLDR calls otherwise."""


class RolebookConfig(base.Config):
    """What `mkdocs.yml` may say about the plugin."""

    kit = c.Type(str, default="roles.yaml")
    language = c.Type(str, default="")
    files = c.Type(bool, default=True)
    """Whether PDF, Word and Excel lie beside the pages."""
    audience = c.Choice([audience.value for audience in Audience], default=Audience.INTERNAL.value)


class RolebookPlugin(BasePlugin[RolebookConfig]):
    """Adds a kit's documents to a site as pages, and the files that accompany them."""

    site: Site
    theme: Theme
    is_live = False
    """Whether pages and files are made when somebody asks for them, and not by the build."""
    is_alone = False
    """Whether this is a preview of one language, where the others cannot be linked to."""
    done: Callable[[int], None] = staticmethod(lambda _: None)
    """Told how many pages and files have just been made."""
    workers: int | None = None
    """How many processes make pages and files; None for as many as there are processors."""

    @property
    def is_ready(self) -> bool:
        """Whether MkDocs has got so far that pages can be made."""
        return hasattr(self, "theme")

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is `mkdocs serve`."""
        self.is_live = self.is_alone = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the kit and fit the site to its language.

        Raises:
            PluginError: The kit has problems (all of them are named), or lacks the language; or a hand-written page
                cannot be read.
        """
        path = self._path = Path(config.config_file_path or ".").parent / self.config.kit
        kit = _kit(path)
        tag, audience = self.config.language or kit.about.languages[0], Audience(self.config.audience)
        tags = languages_for(audience, kit)
        if tag not in tags:
            raise PluginError(f"{path.name} has no language “{tag}”; it has {', '.join(tags)}.")
        try:
            self.show(kit)
        except NoCareersError:
            raise PluginError(f"{path.name} has no careers section, and so no public site.") from None
        edition = self.site.edition
        language = edition.language
        config.site_name = escape(edition.site_name)
        config.site_description = escape(edition.site_description)
        self._by_hand = HandWritten(path.parent, audience, tag)
        problems = self._by_hand.problems()
        if problems:
            raise PluginError("\n".join(problems))
        config.docs_dir = str(self._by_hand.folder)
        if isinstance(edition, PublicEdition):
            config.site_url = edition.address
        elif config.site_url and not self.is_alone:
            config.site_url = f"{config.site_url.rstrip('/')}/{tag}/"
        config.nav = navigation(language, self._by_hand, drafts=bool(kit.about.drafts))
        config.watch = [*config.watch, str(path), str(_PACKAGE / "templates"), str(_PACKAGE / "locale")]
        config.theme["language"] = _theme_language(tag)
        config.theme["direction"] = language.direction
        # True, not a list: the theme shows a switch, and leaves its links to our partials/alternate.html, which
        # leads to the same page in the other language.
        config.extra["alternate"] = len(tags) > 1 and not self.is_alone
        return config

    def show(self, kit: Kit) -> None:
        """Make everything of a kit from now on.

        Raises:
            NoCareersError: The site is the public one, and the kit has nothing for it.
        """
        tag, audience = self.config.language or kit.about.languages[0], Audience(self.config.audience)
        self.site = site_of(kit, self._path, audience, tag, with_files=bool(self.config.files))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what the catalogue lists: a page for each document, and the files that accompany it.

        Raises:
            PluginError: Hand-written pages stand where generated ones belong; all of them are named.
        """
        by_hand = {file.dest_uri: file for file in files}
        for file in self._by_hand.guide_files(config.site_dir):
            files.append(file)
        hiding = []
        for artefact in self.site.artefacts.values():
            file = KitFile(config, artefact)
            if file.dest_uri in by_hand:
                hiding.append(by_hand[file.dest_uri].abs_src_path)
            files.append(file)
        for path in self.site.moved:
            if path in by_hand:
                hiding.append(by_hand[path].abs_src_path)
            files.append(RedirectFile(config, path))
        if hiding:
            raise PluginError(
                "\n".join(f"{path} stands where a generated page belongs. Move or rename it." for path in hiding)
            )
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, which generated pages show as well."""
        self._navigation = nav
        return nav

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Say which language Rolebook's guide is written in, where that is not the site's."""
        tag = self._by_hand.language_of(page)
        if tag == self.site.edition.language.tag:
            return html
        return f'<div lang="{tag}" dir="{Language(tag).direction}">{html}</div>'

    @event_priority(-100)
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates the words of the page's language; then make the pages and files.

        What the templates compile to is kept in Rolebook's cache, by their content: a fifth of a small build.

        Raises:
            PluginError: A document could not be set as PDF.
        """
        kept = cache.made()
        if kept is not None:
            env.bytecode_cache = CompiledTemplates(str(kept), cache.TEMPLATES)
        for page in self._navigation.pages:
            escape_titles(page)
        env.globals["_"] = lambda message: escape(self.site.edition.gettext(message))  # MkDocs escapes nothing itself
        env.globals["edition_language"] = self.site.edition.language
        self.theme = Theme(config, env, self._navigation, files)
        if not self.is_live:
            pdf.prepare()
            folder, workers = Path(config.site_dir), self.workers or processors()
            try:
                self._findable = making.make(self.site, self.theme, folder, workers, self.done)
            except PaperError as error:
                raise PluginError(str(error)) from error
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the page where it is to be found in the other languages, and what it says of itself to machines."""
        extra = cast(dict[str, Any], context)
        extra["alternates"] = self._alternates(page) if config.extra["alternate"] else ()
        artefact = self.site.artefacts.get(page.file.dest_uri)
        by_hand = Head(indexed=self.site.audience is Audience.PUBLIC)
        extra["head"] = by_hand if artefact is None else self.site.head(artefact)
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the sitemap list the generated pages as well."""
        if template_name == "sitemap.xml":
            pages = [File(source(path), None, "", True) for path in (page.path for page in self.site.pages)]
            for file in pages:
                Page(None, file, config)
            context["pages"] = [*context["pages"], *pages]
        return context

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out one language's sitemap: the public site has one for all, the internal one is not listed.

        Material's instant navigation goes by it, where somebody turns that on.
        """
        unneeded = template_name.startswith("sitemap.xml") and "navigation.instant" not in config.theme["features"]
        return "" if unneeded else output_content

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After the theme's search has written its index of the hand-written pages: write that of all pages."""
        if not self.is_live:
            mark(Path(config.site_dir))  # `rolebook build` may replace it
        self._hand_written = search_index.without_texts(Path(config.site_dir))
        if not self.is_live and "material/search" in config.plugins:
            search_index.write(Path(config.site_dir), self.findable(map(search.Findable.unpacked, self._findable)))

    def findable(self, generated: Iterable[search.Findable]) -> Iterator[search.Findable]:
        """What every page is found by: the generated ones, then those written by hand."""
        yield from generated
        for _, entries in groupby(self._hand_written, lambda entry: entry.location.partition("#")[0]):
            yield search.with_words(entries, self.theme.separator)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Let `mkdocs serve` make what somebody asks for, and look for changes more often."""
        look_often(server, [config.docs_dir, config.config_file_path])
        return on_demand(server, self)

    def _alternates(self, page: Page) -> Sequence[dict[str, Any]]:
        here = self.site.edition.language.tag
        up = posixpath.relpath(".", page.url or ".")
        found = []
        for edition in self.site.editions:
            tag = edition.language.tag
            there = page.url if self._exists(page, tag) else ""
            href = posixpath.normpath(posixpath.join(up, "..", tag, there)) + "/"
            found.append({"language": edition.language, "href": href, "current": tag == here})
        return found

    def _exists(self, page: Page, tag: str) -> bool:
        return page.file.dest_uri in self.site.artefacts or self._by_hand.exists(page.file.src_uri, tag)


def _kit(path: Path) -> Kit:
    loaded = current(path)
    if loaded.kit is None:
        errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
        lines = [f"{problem.position}: {problem.message} {problem.hint}".rstrip() for problem in errors]
        raise PluginError("\n".join(["The kit has problems:", *lines]))
    return loaded.kit


def _theme_language(tag: str) -> str:
    """The theme's own words for a language; English where it has none."""
    folder = Path(material.__file__).parent / "templates" / "partials" / "languages"
    written = {path.stem for path in folder.glob("*.html")}
    return tags.nearest(_THEME_NAMES.get(tag, tag), written.__contains__) or "en"
