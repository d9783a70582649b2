"""Old addresses of roles and vacancies: a small page at each of them leads to where the page is now."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from rolebook.audience import Audience
from rolebook.catalogue import Artefact, pages
from rolebook.kit import Kit
from rolebook.kit.vacancies import REQUISITION, requisition
from rolebook.language import Language


def moved(kit: Kit, audience: Audience) -> Mapping[str, str]:
    """Where each old address leads.

    Returns:
        By the path of the old page as a file, the path of the page that is there now; both from the language's folder
        on. A page of today is never among the old ones.
    """
    today = list(pages(kit, audience))
    taken = {artefact.path for artefact in today}
    old = ((Artefact(artefact.row, name).path, artefact.path) for artefact in today for name in _names(kit, artefact))
    return {f"{before}index.html": after for before, after in old if before not in taken}


def _names(kit: Kit, artefact: Artefact) -> Iterator[str]:
    """The other subjects that a page of a role or of a vacancy is known by.

    A role's first vacancy has its role's address, and is found at that of its requisition as well: an address that has
    been sent to somebody still leads to it when the vacancies before it are gone.
    """
    about, subject = artefact.row.about, artefact.subject
    if about not in ("role", "vacancy", "stage"):
        return
    role = kit.role(subject.partition("/")[0])
    known = [subject]
    if about == "vacancy" and subject == role.id and re.fullmatch(REQUISITION, role.postings[0].identifier or ""):
        known.append(f"{subject}/{requisition(role.postings[0])}")
    yield from known[1:]
    for name in role.formerly:
        yield from (f"{name}{one.removeprefix(role.own_id)}" for one in known)


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
