"""Where a page is to be found in the site's other languages."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from rolebook.language import Language
from rolebook.site.site import Site


@dataclass(frozen=True)
class Alternate:
    """A page in one of the site's languages.

    Attributes:
        language: The language.
        href: Its address from the page itself: the same page, or where the language lacks it, the nearest page above.
        current: Whether this is the page itself.
    """

    language: Language
    href: str
    current: bool


def alternates(site: Site, url: str, src_uri: str, dest_uri: str) -> tuple[Alternate, ...]:
    """A page in every language of its site, in the kit's order.

    Args:
        site: The site in the page's language.
        url: The page's address, from the language's folder on.
        src_uri: Its path as Markdown, for a page that was written by hand.
        dest_uri: Its path as a published file, for a page of the catalogue.
    """
    up = posixpath.relpath(".", url or ".")
    found = []
    for edition in site.editions:
        tag = edition.language.tag
        there = site.nearest(url, tag) if dest_uri in site.artefacts else _by_hand(site, url, src_uri, tag)
        href = posixpath.normpath(posixpath.join(up, "..", tag, there)) + "/"
        found.append(Alternate(edition.language, href, tag == site.edition.language.tag))
    return tuple(found)


def home_pages(site: Site, base: str) -> tuple[Alternate, ...]:
    """The home page in every language of a site, for a page that may be read at any address.

    Args:
        site: The site in the page's language.
        base: The address of that language's folder. Each of those found begins with it, as all that the page leads to.
    """
    own = site.edition.language.tag
    return tuple(
        Alternate(one.language, f"{base.rstrip('/')}/../{one.language.tag}/", one.language.tag == own)
        for one in site.editions
    )


def _by_hand(site: Site, url: str, src_uri: str, tag: str) -> str:
    return url if site.hand_written.exists(src_uri, tag) else ""
