"""Parts of a page that are the same on many pages, written once: navigation, search, scripts.

The theme writes each of them again for every page, a third of a page's time. Our menu depends on nothing but how deep a
page lies, and on the tab that it belongs to; so does the rest on pages that the navigation does not name.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import material
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from rolebook.engine.material.menu import Menu

_THEME = "theme"
"""What the theme's own templates are called where ours stand in front of them: `theme/partials/nav.html`."""


class Fragments:
    """What has been written of the pages of one build.

    Args:
        environment: The build's templates. They are given `themes_own(name)`, which writes the theme's own template of
            a name; `remembered(name, write)`, which calls `write` if it has to be called; `menu`; and
            `of_menu(name, write)`, which does the same for a part of the menu, and marks the link to the page,
            or to the nearest one above it.
        menu: The site's map.
    """

    def __init__(self, environment: Environment, menu: Menu) -> None:
        self._environment, self._menu = environment, menu
        self._written: dict[tuple[str, str, str], str] = {}
        theme = FileSystemLoader(Path(material.__file__).parent / "templates")
        environment.loader = ChoiceLoader([environment.loader, PrefixLoader({_THEME: theme})])  # type: ignore[list-item]
        environment.globals["themes_own"] = self._themes_own
        environment.globals["remembered"] = self._remembered
        environment.globals["menu"] = menu
        environment.globals["of_menu"] = self._of_menu

    @pass_context
    def _themes_own(self, context: Context, name: str) -> Markup:
        template = self._environment.get_template(f"{_THEME}/{name}")
        return self._remembered(context, name, lambda: template.render(context.get_all()))

    @pass_context
    def _remembered(self, context: Context, name: str, write: Callable[[], str]) -> Markup:
        page: Any = context.get("page")
        if page is None or page.parent is not None or page in context["nav"].pages:
            return Markup(write())  # noqa: S704 - what a template has written
        known = name, str(context["base_url"]), page.url.partition("/")[0]
        if known not in self._written:
            self._written[known] = write()
        return Markup(self._written[known])  # noqa: S704

    @pass_context
    def _of_menu(self, context: Context, name: str, write: Callable[[int], str], *, marked: bool = True) -> Markup:
        page: Any = context.get("page")
        top, (current, entry) = str(context["base_url"]).rstrip("/"), self._menu.place(page)
        known = name, top, str(current)
        if known not in self._written:
            self._written[known] = write(current)
        if entry is None or not marked:
            return Markup(self._written[known])  # noqa: S704
        here = f'href="{top}/{entry.address}"'
        how = "page" if entry.url == page.url else "true"
        return Markup(self._written[known].replace(here, f'{here} aria-current="{how}"'))  # noqa: S704
