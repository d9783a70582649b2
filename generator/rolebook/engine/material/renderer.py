"""The kit's pages within the theme: what MkDocs does for a page of Markdown, for one whose HTML is there already.

MkDocs builds its pages one after the other and holds them all. Here each is rendered when it is asked for, and let go:
so several processes can do it, or a preview for a reader who has just asked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from rolebook.documents.blocks import (
    Block,
    CareerMap,
    Chooser,
    Document,
    Folded,
    Heading,
    Highlights,
    Kind,
    Pictured,
    Planner,
    ScorecardForm,
)
from rolebook.documents.edition import Edition
from rolebook.documents.public.edition import PublicEdition
from rolebook.engine import RenderedPage
from rolebook.engine.material import search_index
from rolebook.engine.material.files import KitFile
from rolebook.engine.material.fragments import Fragments
from rolebook.engine.material.menu import Menu
from rolebook.formats import html, search
from rolebook.formats.kind_names import guide_name, guide_place
from rolebook.formats.search import Entry, Findable
from rolebook.site.hand_written import GUIDE
from rolebook.site.navigation import source
from rolebook.site.page import Page

_TOOLS = re.compile(r"<rb-(?:chooser|debrief|fill-in|message|planner|scorecard|stage)\b")
"""Where the tools begin that have a stylesheet of their own."""
_OURS = frozenset({"rolebook", "material/search", "search"})


class MaterialRenderer:
    """One build of MkDocs, far enough to render a page within Material.

    Args:
        config: Its configuration.
        environment: Its templates.
        navigation: Its navigation.
        files: Every file that it knows.
        edition: The kit in the site's language.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        environment: Environment,
        navigation: Navigation,
        files: Files,
        edition: Edition,
    ) -> None:
        self._config, self._environment, self._navigation, self._files = config, environment, navigation, files
        self._edition = edition
        self._documentation = files.documentation_pages()
        self._hand_written: list[Entry] = []
        menu = Menu(navigation, edition)
        Fragments(environment, menu)
        environment.globals["for_public"] = isinstance(edition, PublicEdition)

    def dest_uri(self, path: str) -> str:
        """The file that the page of a folder is published as."""
        return f"{path}index.html"

    def render(self, page: Page) -> RenderedPage:
        """A page of the kit within the theme."""
        return RenderedPage(self._html(page), self._record(page, page.content))

    def search_record(self, page: Page) -> bytes:
        """What the search finds a page by (packed)."""
        return self._record(page, page.content if page.written.searchable else "")

    def _record(self, page: Page, content: str) -> bytes:
        return search.findable(page.document, content, page.path, self._separator, self._edition.language).packed()

    def _html(self, page: Page) -> bytes:
        """A page, whole, in UTF-8."""
        config, plugins, src_uri = self._config, self._config.plugins, source(page.path)
        file = self._files.get_file_from_path(src_uri)
        if file is None:
            file = KitFile(config, src_uri, self.dest_uri(page.path))
        listed = file.page is not None
        shown = plugins.on_pre_page(file.page or MkDocsPage(None, file, config), config=config, files=self._files)
        config._current_page = shown
        try:
            _describe(shown, page)
            shown.content = plugins.on_page_content(page.content, page=shown, config=config, files=self._files)
            shown.active = True
            context = get_context(self._navigation, self._documentation, config, shown)
            context["head"] = page.head  # type: ignore[typeddict-unknown-key]
            context["has_tools"] = _TOOLS.search(page.content) is not None  # type: ignore[typeddict-unknown-key]
            with self._unseen(shown):
                context = plugins.on_page_context(context, page=shown, config=config, nav=self._navigation)
            output = self._environment.get_template("main.html").render(context)
            output = plugins.on_post_page(output, page=shown, config=config)
        finally:
            shown.active, shown.content, config._current_page = False, None, None
            if not listed:
                file.page = None
        return output.encode("utf-8", "xmlcharrefreplace")

    @contextmanager
    def _unseen(self, page: MkDocsPage) -> Iterator[None]:
        """Keep a page's content from the theme's search, which would look through it for nothing (0.5 ms a page)."""
        content = page.content
        if set(self._config.plugins) <= _OURS:
            page.content = ""
        yield
        page.content = content

    def take_hand_written(self) -> None:
        """Take what finds the hand-written pages out of the theme's own index, once MkDocs has written it."""
        self._hand_written = search_index.without_texts(Path(self._config.site_dir))

    def write_search(self, records: Iterable[bytes]) -> None:
        """Write the search's index: of the kit's pages, then of those written by hand.

        Raises:
            OSError: It cannot be written.
        """
        if "material/search" in self._config.plugins:
            search_index.write(Path(self._config.site_dir), self._all_records(records))

    def _all_records(self, records: Iterable[bytes]) -> Iterator[Findable]:
        yield from map(Findable.unpacked, records)
        for page, entries in groupby(self._hand_written, lambda entry: entry.location.partition("#")[0]):
            is_guide = page.startswith(f"{GUIDE}/")
            own, *sections = entries
            if is_guide:
                own = replace(own, kind=guide_name(self._edition.language), place=guide_place(self._edition.language))
            found = (own, *sections)
            yield search.with_words(found, self._separator, for_maintainers=is_guide)

    def is_search(self, path: str) -> bool:
        """Whether a path of the language's folder is one that `write_search` writes."""
        return search_index.is_made_last(path)

    @property
    def _separator(self) -> str:
        """What stands between two words for the theme's search, as a regular expression."""
        plugin = self._config.plugins.get("material/search")
        return plugin.config.separator if plugin is not None else r"\W+"

    @cached_property
    def key(self) -> str | None:
        """What pages have from the theme: it changes with its templates, its settings, its words, and the navigation.

        None where another plugin takes part, which may look at anything: then no page can be kept.
        """
        if not set(self._config.plugins) <= _OURS:
            return None
        digest = hashlib.sha256()
        for name in ("mkdocs", "mkdocs-material"):
            digest.update(f"{name} {version(name)}\0".encode())
        for path in self._sources():
            digest.update(f"{path.name}\0".encode())
            digest.update(path.read_bytes())
        empty = Document(Kind.HOME, "", "", title="", description="", blocks=())
        digest.update(self._html(Page("", empty, self._edition)))
        return digest.hexdigest()

    def _sources(self) -> Iterator[Path]:
        if self._config.config_file_path:
            yield Path(self._config.config_file_path)
        if self._config.theme.custom_dir:
            yield from sorted(Path(self._config.theme.custom_dir).rglob("*.html"))


def _describe(shown: MkDocsPage, page: Page) -> None:
    """Tell MkDocs what it reads from Markdown. The theme prints titles and descriptions without escaping them."""
    document = page.document
    title = escape(document.title)
    vars(shown).setdefault("title", title)  # one that the navigation gives is shorter, and stays
    shown.markdown = ""
    shown.meta = {"description": str(escape(document.description)), "hide": _hidden(page)}
    shown.meta["search"] = {"exclude": True}  # the theme's search need not read it: its entries are ours
    if page.path:
        shown.meta["title"] = str(title)
    shown.toc = _contents(_listed(document))
    shown.edit_url = page.edit_url


_SECTIONS_ALONE = frozenset({Kind.STRUCTURE_GUIDE})
"""Pages whose sections have too many headings below them to list."""
_LONG = 6
"""Sections from which on a page is long: it needs a table of contents (editorial default)."""
_LOOKED_UP = frozenset({Kind.GLOSSARY, Kind.SKILL, Kind.RULES})
"""Pages on which something is looked up ..."""
_SOME = 3
"""... and from how many sections on they have one."""


def _hidden(page: Page) -> list[str]:
    """What the theme shows beside a page only where it helps.

    The home page lists the ways into the others; a tool needs the room; a posting has its summary there. Sections that
    are folded up are their own list, but for steps, of which one is open. A role's pages have its bar, and need no line
    of the tab's pages above it.
    """
    document = page.document
    is_front = document.kind in (Kind.HOME, Kind.OPENINGS)
    folded = {block.anchor for block in document.blocks if isinstance(block, Folded) and not block.step}
    sections = [one for one in html.headings(document) if one.level == 2 and one.anchor not in folded]
    long = _SOME if document.kind in _LOOKED_UP else _LONG
    is_public = isinstance(page.edition, PublicEdition)
    tools = (Chooser, Planner, ScorecardForm)
    is_tool = document.form is not None or any(isinstance(block, tools) for block in document.blocks)
    is_summed_up = any(isinstance(block, Highlights) or _is_map(block) for block in document.blocks)
    beside = {
        "navigation": is_front or is_public or document.bar is not None,
        "toc": is_front or is_tool or is_summed_up or len(sections) < long,
    }
    return [name for name, hidden in beside.items() if hidden]


def _is_map(block: Block) -> bool:
    """Whether a block is a career map, which leads to each role below it."""
    return isinstance(block, Pictured) and isinstance(block.picture, CareerMap)


def _listed(document: Document) -> list[Heading]:
    """The headings that the table of contents lists: on pages with many below their sections, the sections alone."""
    return [each for each in html.headings(document) if each.level == 2 or document.kind not in _SECTIONS_ALONE]


def _contents(headings: Sequence[Heading]) -> TableOfContents:
    """A table of contents of headings of level 2, with those of level 3 below them."""
    links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(str(escape(heading.text)), heading.anchor, heading.level)
        (links[-1].children if heading.level > 2 and links else links).append(link)
    return TableOfContents(links)
