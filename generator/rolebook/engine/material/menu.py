"""The site's map as the theme's templates show it: tabs, the pages of each, and which of them a page belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal

from markupsafe import escape
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from rolebook.catalogue import page_path
from rolebook.documents.blocks import Kind, Target
from rolebook.documents.edition import Edition
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.public.edition import PublicEdition
from rolebook.site.hand_written import GUIDE

_ROLES = page_path(Target(Kind.ROLES))
_LINE = 7
"""Pages that fit into one line below the tabs on a screen of 1,280 pixels, in English and Arabic."""


@dataclass(frozen=True)
class Entry:
    """A page of the menu: its title, as HTML, and its address from the language's folder on."""

    title: str
    url: str
    is_elsewhere: bool = False
    """Whether it is a page of another site, with a whole address."""

    def href(self, top: str) -> str:
        """What a link to it says, given where the language's folder is, without a slash at the end."""
        return escape(self.url) if self.is_elsewhere else f"{top}/{self.address}"

    @property
    def address(self) -> str:
        """The address without what MkDocs calls the home page: nothing remains of that."""
        return self.url.removesuffix("./")


@dataclass(frozen=True)
class Group:
    """Pages of the menu that belong together.

    Attributes:
        title: What they are called, as HTML.
        entries: The pages, at least one; the first is where the tab leads.
        place: Whether it is a tab, the pages for maintainers, or links to elsewhere.
    """

    title: str
    entries: tuple[Entry, ...]
    place: Literal["tab", "guide", "elsewhere"] = "tab"

    @property
    def is_tab(self) -> bool:
        """Whether it is a tab."""
        return self.place == "tab"

    @property
    def line(self) -> tuple[Entry, ...]:
        """The pages that stand in a line below the tab: all but those of a role, which have its bar.

        None where they would fill more than a line: the first of them lists them, and each leads back to it.
        """
        line = tuple(entry for entry in self.entries if entry.url == _ROLES or not entry.url.startswith(_ROLES))
        return line if len(line) <= _LINE else ()


class Menu:
    """The groups of a site, whatever page is shown.

    Args:
        navigation: MkDocs' navigation, whose first page is the home page: a tab on the public site alone.
        edition: What the site is made from: the kit may have links of its own.
    """

    def __init__(self, navigation: Navigation, edition: Edition) -> None:
        self._navigation, self._tag = navigation, edition.language.tag
        self._own = edition.kit.about.menu if isinstance(edition, InternalEdition) else ()
        self._with_home = isinstance(edition, PublicEdition)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups in order."""
        return (*self._groups(), *self._elsewhere())

    def _elsewhere(self) -> Iterator[Group]:
        tag = self._tag
        for group in self._own:
            links = tuple(Entry(escape(link.title.unmarked(tag)), str(link.url), True) for link in group.links)
            yield Group(escape(group.title.unmarked(tag)), links, "elsewhere")

    @property
    def kept(self) -> Iterator[Group]:
        """What leads to the pages for maintainers, which are no tab: one group, or none."""
        return islice((group for group in self.groups if group.place == "guide"), 1)

    def _groups(self) -> Iterator[Group]:
        for item in self._navigation.items:
            if not isinstance(item, Page | Section):
                continue
            pages = [item] if isinstance(item, Page) else list(_pages(item))
            if not pages or (pages[0].is_homepage and not self._with_home):
                continue
            entries = tuple(Entry(str(page.title), page.url) for page in pages)
            is_guide = entries[0].url.partition("/")[0] == GUIDE
            yield Group(str(item.title), entries, "guide" if is_guide else "tab")

    def place(self, page: Page | None) -> tuple[int, Entry | None]:
        """Where a page belongs: the number of its group, and the entry that it is, or the nearest above it.

        The number is -1, and there is no entry, for a page that belongs nowhere.
        """
        found: tuple[int, Entry | None] = -1, None
        longest = -1
        for number, group in enumerate(self.groups if page is not None else ()):
            for entry in group.entries if group.place != "elsewhere" else ():
                above = entry.address
                is_here = page is not None and (page.url == entry.url or (above and page.url.startswith(above)))
                if is_here and len(above) > longest:
                    found, longest = (number, entry), len(above)
        return found


def _pages(section: Section) -> Iterator[Page]:
    for child in section.children:
        if isinstance(child, Page):
            yield child
        elif isinstance(child, Section):
            yield from _pages(child)
