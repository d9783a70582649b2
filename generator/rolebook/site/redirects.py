"""Old addresses of renamed roles: a small page at each of them leads to where the role's page is now."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from rolebook.audience import Audience
from rolebook.catalogue import Artefact, pages
from rolebook.kit import Kit
from rolebook.language import Language


def moved(kit: Kit, audience: Audience) -> Mapping[str, str]:
    """Where each old address leads.

    Returns:
        By the path of the old page as a file, the path of the page that is there now; both from the language's folder
        on. A page of today is never among the old ones.
    """
    today = list(pages(kit, audience))
    taken = {artefact.path for artefact in today}
    old = (
        (Artefact(artefact.row, name).path, artefact.path)
        for artefact in today
        if artefact.row.about == "role"
        for name in kit.role(artefact.subject).formerly
    )
    return {f"{before}index.html": after for before, after in old if before not in taken}


def page(before: str, after: str, language: Language) -> bytes:
    """The page at an old address, in UTF-8; it leads on without scripts, and with them to the same place in the page.

    Args:
        before: Its path as a file, from the language's folder on.
        after: The path of the page that it leads to.
        language: The site's language.
    """
    here = posixpath.dirname(before)
    top = posixpath.relpath(".", here)
    href = posixpath.relpath(after, here) + "/"
    return _template().render(language=language, _=language.gettext, href=href, top=top).encode()


@cache
def _template() -> Template:
    loader = PackageLoader("rolebook", "templates/html")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("moved.html")
