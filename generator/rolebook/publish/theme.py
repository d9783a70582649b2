"""Generated pages within the theme: what MkDocs does for a page of Markdown, for one whose HTML is there already.

MkDocs builds its pages one after the other and holds them all. Here each is written when it is asked for, and let go:
so they can be made by several processes, or for a reader who has just asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from rolebook.catalogue import CATALOGUE, Artefact, Format
from rolebook.documents.blocks import Document, Heading, Kind
from rolebook.formats import html
from rolebook.publish.fragments import Fragments
from rolebook.publish.navigation import source

_OURS = frozenset({"rolebook", "material/search", "search"})


class KitFile(File):
    """Something that the catalogue lists, as MkDocs knows it: hand-written pages may link to it, and the navigation may
    name it. MkDocs itself neither reads nor writes it.
    """

    def __init__(self, config: MkDocsConfig, artefact: Artefact) -> None:
        is_page = artefact.row.format is Format.PAGE
        super().__init__(
            source(artefact.path) if is_page else artefact.path,
            None,
            config.site_dir,
            use_directory_urls=True,
            dest_uri=place(artefact),
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "rolebook"

    def is_documentation_page(self) -> bool:
        """No: MkDocs would read it as Markdown."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: it is made by `publish.making`, or when somebody asks for it."""


class RedirectFile(KitFile):
    """The page at the old address of a renamed role: a hand-written page that links to it still leads there.

    Args:
        config: MkDocs' configuration.
        path: Its path as a file, from the language's folder on.
    """

    def __init__(self, config: MkDocsConfig, path: str) -> None:
        File.__init__(
            self,
            source(path.removesuffix("index.html")),
            None,
            config.site_dir,
            use_directory_urls=True,
            dest_uri=path,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "rolebook"


def place(artefact: Artefact) -> str:
    """Where it lies in a language's folder, as the path of a file."""
    return f"{artefact.path}index.html" if artefact.row.format is Format.PAGE else artefact.path


class Theme:
    """One build of MkDocs, far enough to write a page.

    Args:
        config: Its configuration.
        environment: Its templates.
        navigation: Its navigation.
        files: Every file that it knows.
    """

    def __init__(self, config: MkDocsConfig, environment: Environment, navigation: Navigation, files: Files) -> None:
        self.config, self._environment, self._navigation, self._files = config, environment, navigation, files
        self._documentation = files.documentation_pages()
        Fragments(environment)

    def write(self, artefact: Artefact, document: Document, content: str, edit_url: str | None) -> bytes:
        """A generated page, whole, in UTF-8.

        Args:
            artefact: The page; the files of the build name it.
            document: What it says, for its title, description and table of contents.
            content: That as HTML.
            edit_url: Where it can be edited, if anywhere.
        """
        config, plugins = self.config, self.config.plugins
        file = self._files.get_file_from_path(source(artefact.path))
        if file is None:
            file = KitFile(config, artefact)
        listed = file.page is not None
        page = plugins.on_pre_page(file.page or Page(None, file, config), config=config, files=self._files)
        config._current_page = page
        try:
            _describe(page, artefact, document, edit_url)
            page.content = plugins.on_page_content(content, page=page, config=config, files=self._files)
            page.active = True
            context = get_context(self._navigation, self._documentation, config, page)
            with self._unseen(page):
                context = plugins.on_page_context(context, page=page, config=config, nav=self._navigation)
            output = self._environment.get_template("main.html").render(context)
            output = plugins.on_post_page(output, page=page, config=config)
        finally:
            page.active, page.content, config._current_page = False, None, None
            if not listed:
                file.page = None
        return output.encode("utf-8", "xmlcharrefreplace")

    @contextmanager
    def _unseen(self, page: Page) -> Iterator[None]:
        """Keep a page's content from the theme's search, which would look through it for nothing (0.5 ms a page)."""
        content = page.content
        if set(self.config.plugins) <= _OURS:
            page.content = ""
        yield
        page.content = content

    @property
    def separator(self) -> str:
        """What stands between two words for the theme's search, as a regular expression."""
        search = self.config.plugins.get("material/search")
        return search.config.separator if search is not None else r"\W+"

    @cached_property
    def key(self) -> str | None:
        """What pages have from the theme: it changes with its templates, its settings, its words, and the navigation.

        None where another plugin takes part, which may look at anything: then no page can be kept.
        """
        if not set(self.config.plugins) <= _OURS:
            return None
        digest = hashlib.sha256()
        for name in ("mkdocs", "mkdocs-material"):
            digest.update(f"{name} {version(name)}\0".encode())
        for path in self._sources():
            digest.update(f"{path.name}\0".encode())
            digest.update(path.read_bytes())
        nothing = Document(Kind.HOME, "", "", "", "", ())
        home = next(artefact for row in CATALOGUE if not row.path for artefact in [Artefact(row, "")])
        digest.update(self.write(home, nothing, "", None))
        return digest.hexdigest()

    def _sources(self) -> Iterator[Path]:
        if self.config.config_file_path:
            yield Path(self.config.config_file_path)
        if self.config.theme.custom_dir:
            yield from sorted(Path(self.config.theme.custom_dir).rglob("*.html"))


def _describe(page: Page, artefact: Artefact, document: Document, edit_url: str | None) -> None:
    """Tell the page what MkDocs reads from Markdown. The theme prints titles and descriptions without escaping them."""
    title = escape(document.title)
    vars(page).setdefault("title", title)  # one that the navigation gives is shorter, and stays
    page.markdown = ""
    page.meta = {"description": str(escape(document.description)), "hide": ["navigation"]}
    page.meta["search"] = {"exclude": True}  # the theme's search need not read it: its entries are ours
    if artefact.path:
        page.meta["title"] = str(title)
    page.toc = _contents(html.headings(document))
    page.edit_url = edit_url


def _contents(headings: Sequence[Heading]) -> TableOfContents:
    """A table of contents of headings of level 2, with those of level 3 below them."""
    links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(str(escape(heading.text)), heading.anchor, heading.level)
        (links[-1].children if heading.level > 2 and links else links).append(link)
    return TableOfContents(links)
