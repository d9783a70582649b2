"""What a site has once for all its languages: the front page above them, and the catalogue's files for machines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from jinja2 import Environment, PackageLoader

from rolebook.audience import AnyEdition, Audience
from rolebook.catalogue import site_files
from rolebook.documents.edition import Edition
from rolebook.site.brand import site_brand


def shared_files(audience: Audience, editions: Sequence[AnyEdition]) -> dict[str, Callable[[], bytes]]:
    """By its path in the site's folder, what writes each file, of a site that is made from these editions."""
    return {"index.html": partial(front_page, editions), **site_files(audience, editions)}


def front_page(editions: Sequence[Edition]) -> bytes:
    """The page above all languages, in UTF-8: it sends the reader to the one of their browser, and links to each."""
    environment = Environment(loader=PackageLoader("rolebook", "templates/html"), autoescape=True)
    named = [(edition.language, edition.site_name) for edition in editions]
    brand = site_brand(editions[0])
    return environment.get_template("languages.html").render(languages=named, brand=brand).encode()
