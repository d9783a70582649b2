"""The hooks that MkDocs calls: how the catalogue's pages and files, and a language's words, come into its site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any, cast

import material
from jinja2 import BytecodeCache, Environment
from markupsafe import Markup, escape
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from rolebook import tags
from rolebook.audience import Audience
from rolebook.documents.edition import Edition
from rolebook.documents.public.edition import PublicEdition
from rolebook.engine.material.contract import broken
from rolebook.engine.material.corrections import correct
from rolebook.engine.material.files import KitFile
from rolebook.engine.material.renderer import MaterialRenderer
from rolebook.engine.material.stylesheets import append, join_stylesheets
from rolebook.engine.material.theme import QuickTheme
from rolebook.formats.whole_words import keep_signs, keep_whole
from rolebook.language import Language
from rolebook.project import PACKAGE
from rolebook.site.alternates import alternates, home_pages
from rolebook.site.brand import STYLESHEET, site_brand
from rolebook.site.hand_written import GUIDE
from rolebook.site.head import Head
from rolebook.site.icons import icons
from rolebook.site.manifest import MANIFEST, manifest
from rolebook.site.navigation import navigation, source
from rolebook.site.site import Site

_THEME_NAMES = {"no": "nb"}
"""What the theme calls a language that CLDR calls otherwise."""

_FEW = 3
"""Sections that a page has fewer of needs no list of them (editorial default)."""


class RolebookConfig(base.Config):
    """What `mkdocs.yml` may say about the plugin."""

    kit = c.Type(str, default="roles.yaml")
    language = c.Type(str, default="")
    files = c.Type(bool, default=True)
    """Whether PDF, Word and Excel lie beside the pages."""
    audience = c.Choice([audience.value for audience in Audience], default=Audience.INTERNAL.value)


class SitePlugin(BasePlugin[RolebookConfig]):
    """Fits MkDocs to one site in one language, and hands over what renders the kit's pages.

    Attributes:
        site: The site; whoever runs MkDocs sets it before that begins.
        compiled: Where compiled templates are kept, if anywhere.
        renderer: Renders the kit's pages; there is one as soon as MkDocs has its templates.
        is_alone: Whether the site's other languages are not beside it, and cannot be linked to.
    """

    site: Site
    compiled: BytecodeCache | None = None
    renderer: MaterialRenderer | None = None
    is_alone = False

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Fit MkDocs' settings to the site.

        Raises:
            PluginError: A hand-written page cannot be read; or MkDocs or Material is not as Rolebook expects.
        """
        if broken():
            raise PluginError("\n".join(broken()))
        site, edition = self.site, self.site.edition
        problems = site.hand_written.problems()
        if problems:
            raise PluginError("\n".join(problems))
        tag = edition.language.tag
        config.site_name = escape(edition.site_name)
        config.site_description = escape(edition.site_description)
        config.docs_dir = str(site.hand_written.folder)
        if isinstance(edition, PublicEdition):
            config.site_url = edition.address
        elif config.site_url and not self.is_alone:
            config.site_url = f"{config.site_url.rstrip('/')}/{tag}/"
        config.nav = navigation(site.kit, edition.language, site.hand_written)
        config.mdx_configs.setdefault("toc", {})["title"] = escape(edition.gettext("On this page"))
        config.watch = [*config.watch, str(site.path), str(PACKAGE / "templates"), str(PACKAGE / "locale")]
        config.theme = QuickTheme.of(config.theme, self.compiled)
        config.theme["language"] = _theme_language(tag)
        config.theme["direction"] = edition.language.direction
        # True, not a list: the theme shows a switch, and leaves its links to our partials/alternate.html, which
        # leads to the same page in the other language.
        brand = site_brand(edition)
        config.theme["favicon"] = brand.icon or config.theme["favicon"]
        config.extra["alternate"] = len(site.editions) > 1 and not self.is_alone
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what the catalogue lists: a page for each document, and the files that accompany it.

        Raises:
            PluginError: Hand-written pages stand where generated ones belong, all of which are named; or a stylesheet
                imports another that is not there.
        """
        brand = site_brand(self.site.edition)
        join_stylesheets(files, config)
        append(STYLESHEET, brand.colours, files, config)
        pixels = icons(self.site.edition.imprint.brand).items()
        for path, content in (*brand.pictures, *pixels, (MANIFEST, manifest(self.site.edition))):
            files.append(File.generated(config, path, content=content))
        by_hand = {file.dest_uri: file for file in files}
        for file in self._guide_files(config.site_dir):
            files.append(file)
        ours = [KitFile.of(config, artefact) for artefact in self.site.artefacts.values()]
        ours += [KitFile.at_old_address(config, path) for path in self.site.moved]
        for file in ours:
            files.append(file)
        hiding = [by_hand[file.dest_uri].abs_src_path for file in ours if file.dest_uri in by_hand]
        if hiding:
            raise PluginError(
                "\n".join(f"{path} stands where a generated page belongs. Move or rename it." for path in hiding)
            )
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation, which the kit's pages show as well."""
        self._navigation = nav
        return nav

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the contents of a page in front of its first section, folded: on a phone they do not stand beside it.

        Marks the language that Rolebook's guide is written in, too, where that is not the site's.
        """
        tag = self._language_of(page)
        by_hand = bool(page.markdown)  # a page of the kit has its own way back
        if by_hand:
            html = html.replace("<h2", f"{_contents(page, self.site.edition)}<h2", 1)
        if tag != self.site.edition.language.tag:
            html = f'<div lang="{tag}" dir="{Language(tag).direction}">{html}</div>'
        of_guide = by_hand and page.file.src_uri.startswith(f"{GUIDE}/")
        return f"{_trail(page, self.site.edition)}{html}" if of_guide else html

    @event_priority(-100)
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates the words of the site's language, and keep them for the kit's pages."""
        for page in self._navigation.pages:
            _escape_titles(page)
        edition = self.site.edition
        env.globals["_"] = _escaped(edition.language)
        env.globals["brand"] = site_brand(edition)
        env.globals["edition_language"] = edition.language
        self.renderer = MaterialRenderer(config, env, self._navigation, files, edition)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the page where it is to be found in the other languages, and what it says of itself to machines."""
        extra = cast(dict[str, Any], context)
        file, has_others = page.file, config.extra["alternate"]
        extra["alternates"] = alternates(self.site, page.url, file.src_uri, file.dest_uri) if has_others else ()
        extra.setdefault("head", Head(indexed=self.site.audience is Audience.PUBLIC))  # of a page written by hand
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Put right what the theme writes and HTML does not allow, and what lines and directions would tear."""
        return self._readable(output)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the sitemap list the kit's pages as well, and the page for what is not there find what it loads."""
        extra = cast(dict[str, Any], context)
        if template_name == "404.html" and not config.site_url and not self.is_alone:
            context["base_url"] = extra["top"] = f"/{self.site.edition.language.tag}/"  # as it is read at any address
        if template_name == "404.html" and config.extra["alternate"]:
            extra["alternates"] = found = home_pages(self.site, context["base_url"])
            extra["others"] = [(one.language, _escaped(one.language), one.href) for one in found if not one.current]
        if template_name == "sitemap.xml":
            pages = [File(source(page.path), None, "", True) for page in self.site.pages]
            for file in pages:
                Page(None, file, config)
            context["pages"] = [*context["pages"], *pages]
        return context

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out one language's sitemap: the public site has one for all, the internal one is not listed.

        Material's instant navigation goes by it, where somebody turns that on.
        """
        unneeded = template_name.startswith("sitemap.xml") and "navigation.instant" not in config.theme["features"]
        return "" if unneeded else self._readable(output_content)

    def _readable(self, output: str) -> str:
        direction = self.site.edition.language.direction
        whole = keep_whole(correct(output, direction))
        return keep_signs(whole) if direction == "rtl" else whole

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Take over the search's index, after the theme has written that of the hand-written pages."""
        if self.renderer is not None:
            self.renderer.take_hand_written()

    def _guide_files(self, site_dir: str) -> Iterator[File]:
        """The pages of Rolebook's guide, as MkDocs knows pages that lie in its own folder."""
        guide = self.site.hand_written.guide
        if guide is not None:
            for path in sorted(guide.rglob("*.md")):
                uri = path.relative_to(guide.parent).as_posix()
                yield File(uri, str(guide.parent), site_dir, use_directory_urls=True)

    def _language_of(self, page: Page) -> str:
        """The language that a page is written in: the site's, but for a guide that there is not in it."""
        guide = self.site.hand_written.guide
        is_guides = guide is not None and page.file.src_uri.startswith(f"{GUIDE}/") and page.file.abs_src_path
        return guide.parent.name if guide is not None and is_guides else self.site.edition.language.tag


def _escaped(language: Language) -> Callable[[str], Markup]:
    """The interface's words in a language, for templates: MkDocs escapes nothing itself."""
    return lambda message: escape(language.gettext(message))


def _contents(page: Page, edition: Edition) -> str:
    """Links to the sections of a page that is written by hand; nothing where they are few."""
    sections = [link for top in page.toc for link in (top.children if top.level == 1 else (top,))]
    if len(sections) < _FEW:
        return ""
    links = "".join(f'<li><a href="{link.url}">{link.title}</a></li>' for link in sections)
    name = escape(edition.gettext("On this page"))
    folded = f"<details><summary>{name}</summary><ul>{links}</ul></details>"
    return f'<nav class="rb-contents" aria-label="{name}">{folded}</nav>\n'


def _trail(page: Page, edition: Edition) -> str:
    """The way back from a page of the guide: to the home page, and to the first page of the guide."""
    steps = [(edition.home().text, "")]
    first = page.parent.children[0] if page.parent else page
    if page.parent and isinstance(first, Page) and first is not page:
        steps.append((page.parent.title, first.url))
    links = "".join(f'<li><a href="{get_relative_url(url, page.url)}">{escape(text)}</a></li>' for text, url in steps)
    return f'<nav class="rb-trail" aria-label="{escape(edition.gettext("You are here"))}"><ol>{links}</ol></nav>\n'


def _escape_titles(page: Page) -> None:
    """Let a page's title and description be text: the theme prints them as they are.

    A title that comes from a heading is HTML already.
    """
    for name in ("title", "description"):
        if name in page.meta:
            page.meta[name] = str(escape(unescape(str(page.meta[name]))))
    if page.title is not None:
        page.title = str(escape(unescape(page.title)))


def _theme_language(tag: str) -> str:
    """The theme's own words for a language; English where it has none."""
    folder = Path(material.__file__).parent / "templates" / "partials" / "languages"
    written = {path.stem for path in folder.glob("*.html")}
    return tags.nearest(_THEME_NAMES.get(tag, tag), written.__contains__) or "en"
