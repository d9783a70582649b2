"""The MkDocs plugin: a thin adapter between the catalogue and one build, of one language for one audience.

The theme's templates print titles and descriptions without escaping them: what goes there is escaped here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, cast

import material
from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import escape
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator import language as languages
from generator.audience import Audience, NoCareersError, edition_for
from generator.catalogue import Artefact, Format, artefacts, as_file, links_from, offered_on
from generator.documents.blocks import Document, Heading
from generator.documents.public.edition import PublicEdition
from generator.documents.speech import Speech
from generator.formats import html, search
from generator.formats.pdf import PaperError
from generator.kit import Kit
from generator.language import Language
from generator.problem import Severity
from generator.publish import cache
from generator.publish.current import current
from generator.publish.head import Head, head
from generator.publish.navigation import navigation, source
from generator.publish.search_index import split

KEPT = "kept"
_PACKAGE = Path(__file__).parent.parent


class RolebookConfig(base.Config):
    """What `mkdocs.yml` may say about the plugin."""

    kit = c.Type(str, default="roles.yaml")
    language = c.Type(str, default="")
    files = c.Type((bool, str), default=True)
    """Whether PDF, Word and Excel lie beside the pages; `kept`: those alone that were made before."""
    audience = c.Choice([audience.value for audience in Audience], default=Audience.INTERNAL.value)


class RolebookPlugin(BasePlugin[RolebookConfig]):
    """Adds a kit's documents to a site as pages."""

    _kit: Kit
    _edition: Speech
    _folder: Path
    _content: Path
    _heads: dict[str, Head]
    _serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview of one language, where the others cannot be linked to."""
        self._serving = command == "serve"
        self._pages: dict[str, Artefact] = {}
        self._documents: dict[str, Document] = {}
        self._downloads: dict[str, list[html.Download]] = {}
        self._heads = {}
        self._editions: dict[str, Speech] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the kit and fit the site to its language.

        Raises:
            PluginError: The kit has problems (all of them are named), or lacks the language.
        """
        path = Path(config.config_file_path or ".").parent / self.config.kit
        kit = self._kit = _kit(path)
        tag = self.config.language or kit.kit.languages[0]
        if tag not in kit.kit.languages:
            raise PluginError(f"{path.name} has no language “{tag}”; it has {', '.join(kit.kit.languages)}.")
        audience, self._folder = Audience(self.config.audience), path.parent
        try:
            self._editions = {one: edition_for(audience, kit, self._language(one)) for one in kit.kit.languages}
        except NoCareersError:
            raise PluginError(f"{path.name} has no careers section, and so no public site.") from None
        self._edition = self._editions[tag]
        language = self._edition.language
        config.site_name = escape(self._edition.site_name)
        config.site_description = escape(self._edition.site_description)
        self._content = self._folder / "content" / ("public" if audience is Audience.PUBLIC else "")
        config.docs_dir = str(self._content / tag)
        if isinstance(self._edition, PublicEdition):
            config.site_url = self._edition.address
        elif config.site_url and not self._serving:
            config.site_url = f"{config.site_url.rstrip('/')}/{tag}/"
        config.nav = navigation(language, Path(config.docs_dir), audience)
        config.watch = [*config.watch, str(path), str(_PACKAGE / "templates"), str(_PACKAGE / "locale")]
        config.theme["language"] = _theme_language(tag)
        config.theme["direction"] = language.direction
        # True, not a list: the theme shows a switch, and leaves its links to our partials/alternate.html, which
        # leads to the same page in the other language.
        config.extra["alternate"] = len(kit.kit.languages) > 1 and not self._serving
        return config

    def _language(self, tag: str) -> Language:
        return Language(tag, (self._folder / "locale", languages.SHIPPED))

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates the words of the page's language, and keep what they compile to.

        Jinja2 keeps it in a folder of this user's own, by the templates' content: a fifth of a small build.
        """
        with suppress(RuntimeError):  # that folder cannot be made safe
            env.bytecode_cache = FileSystemBytecodeCache()
        env.globals["say"] = self._edition.say
        env.globals["edition_language"] = self._edition.language
        return env

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what the catalogue lists: a page for each document, and the files that accompany it.

        Raises:
            PluginError: A hand-written page stands where a generated one belongs, or a file could not be written.
        """
        self._pages.clear()
        self._documents.clear()
        self._downloads.clear()
        for artefact in artefacts(self._kit, Audience(self.config.audience)):
            if artefact.row.format.is_offered and not self.config.files:
                continue
            if artefact.row.format is Format.PAGE:
                uri, content = source(artefact.path), b""
                self._pages[uri] = artefact
            else:
                made = self._file(artefact)
                if made is None:
                    continue
                uri, content = artefact.path, made
            taken = files.get_file_from_path(uri)
            if taken is not None:
                raise PluginError(f"{taken.abs_src_path} stands where a generated page belongs. Move it elsewhere.")
            files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def _file(self, artefact: Artefact) -> bytes | None:
        """The content of a file that accompanies a page, remembered for that page's downloads; None to leave it out."""
        document = artefact.document(self._edition)
        form = artefact.row.format
        try:
            content = (
                cache.found(document, self._edition, form)
                if self.config.files == KEPT and form.is_offered
                else cache.kept(document, self._edition, form, lambda: as_file(document, self._edition, form))
            )
        except PaperError as error:
            raise PluginError(str(error)) from error
        if content is None:
            return None
        for page in offered_on(artefact, document) if artefact.row.format.is_offered else ():
            name = posixpath.relpath(artefact.path, page or ".")
            download = html.Download(document.title, name, artefact.row.format.upper(), len(content))
            self._downloads.setdefault(page, []).append(download)
        return content

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Title a generated page, before the navigation is written into the first page."""
        artefact = self._pages.get(page.file.src_uri)
        if artefact is not None:
            document = self._documents[page.file.src_uri] = artefact.document(self._edition)
            title = escape(document.title)
            vars(page).setdefault("title", title)  # one that the navigation gives is shorter, and stays
            page.meta = {"description": str(escape(document.description)), "hide": ["navigation"]}
            page.meta["search"] = {"exclude": True}  # the theme's search need not read it: its entries are ours
            if artefact.path:
                page.meta["title"] = str(title)
        return markdown

    def on_page_content(self, html_: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Hand MkDocs a generated page's finished HTML and its table of contents."""
        document = self._documents.pop(page.file.src_uri, None)
        if document is None:
            return html_
        artefact, edit_url = self._pages[page.file.src_uri], self._kit.kit.edit_url
        internal = artefact.row.audience is Audience.INTERNAL
        page.edit_url = str(edit_url) if edit_url and internal else None
        public = [one for one in self._editions.values() if isinstance(one, PublicEdition)]
        self._heads[page.file.src_uri] = head(artefact, document, self._edition, public)
        page.toc = _contents(html.headings(document))
        downloads = self._downloads.get(page.url.removeprefix("./"), ())
        written = html.write(document, self._edition.language, links_from(document), downloads)
        self._let_search_find(document, written, page.url, config)
        return written

    def _let_search_find(self, document: Document, written: str, url: str, config: MkDocsConfig) -> None:
        theirs = config.plugins.get("material/search")
        if theirs is None:
            return
        for entry in search.entries(document, written):
            location = f"{url}#{entry.anchor}" if entry.anchor else url
            theirs.search_index.entries.append({"location": location, "title": entry.title, "text": entry.text})

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the page where it is to be found in the other languages."""
        alternates = tuple(self._alternates(page)) if config.extra["alternate"] else ()
        extra = cast(dict[str, Any], context)
        extra["alternates"] = alternates
        by_hand = Head(indexed=Audience(self.config.audience) is Audience.PUBLIC)
        extra["head"] = self._heads.get(page.file.src_uri, by_hand)
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After the theme's search has written its index: part it in two."""
        split(Path(config.site_dir) / "search")

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out one language's sitemap: the public site has one for all, the internal one is not listed.

        Material's instant navigation goes by it, where somebody turns that on.
        """
        unneeded = template_name.startswith("sitemap.xml") and "navigation.instant" not in config.theme["features"]
        return "" if unneeded else output_content

    def _alternates(self, page: Page) -> Sequence[dict[str, Any]]:
        here = self._edition.language.tag
        found = []
        for tag in self._kit.kit.languages:
            there = page.url if self._exists(page, tag) else ""
            up = posixpath.relpath(".", page.url or ".")
            href = posixpath.normpath(posixpath.join(up, "..", tag, there)) + "/"
            found.append({"language": Language(tag), "href": href, "current": tag == here})
        return found

    def _exists(self, page: Page, tag: str) -> bool:
        if page.file.src_uri in self._pages:
            return True
        return (self._content / tag / page.file.src_uri).is_file()


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
    return next((one for one in (tag, tag.partition("-")[0]) if (folder / f"{one}.html").is_file()), "en")


def _contents(headings: Sequence[Heading]) -> TableOfContents:
    """A table of contents of headings of level 2, with those of level 3 below them."""
    links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(str(escape(heading.text)), heading.anchor, heading.level)
        (links[-1].children if heading.level > 2 and links else links).append(link)
    return TableOfContents(links)
