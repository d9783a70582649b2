"""Parts of a page that are the same on many pages, written once: navigation, search, scripts.

The theme writes each of them again for every page, a third of a page's time. On pages that the navigation does not name
(a role's, a skill's) they depend on nothing but how deep the page lies, and below which tab.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import material
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

_THEME = "theme"
"""What the theme's own templates are called where ours stand in front of them: `theme/partials/nav.html`."""


class Fragments:
    """What has been written of the pages of one build.

    Args:
        environment: The build's templates. They are given `themes_own(name)`, which writes the theme's own template of
            a name, and `remembered(name, write)`, which calls `write` if it has to be called.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._written: dict[tuple[str, str, str], str] = {}
        theme = FileSystemLoader(Path(material.__file__).parent / "templates")
        environment.loader = ChoiceLoader([environment.loader, PrefixLoader({_THEME: theme})])  # type: ignore[list-item]
        environment.globals["themes_own"] = self._themes_own
        environment.globals["remembered"] = self._remembered

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
