"""Documents as HTML, for a page of the site. Jinja2 escapes every text on its way in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from generator.documents.blocks import Document, Heading, Kind, Target
from generator.language import Language


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("generator", "templates/html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["blockname"] = lambda block: type(block).__name__
    environment.globals["fact_target"] = lambda number: Target(Kind.FACTS, "", number or "editorial")
    return environment.get_template("document.html")


def write(document: Document, language: Language, href: Callable[[Target], str]) -> str:
    """The HTML of a document: an `<article>`'s content, from its heading on.

    Args:
        document: What to write.
        language: Its language, for the few words that the format itself needs.
        href: The address of a target, relative to the document's page.
    """
    written = _template().render(document=document, say=language.say, language=language, href=href)
    return f"{written.strip()}\n"


def headings(document: Document) -> tuple[Heading, ...]:
    """The headings that belong into a table of contents: levels 2 and 3."""
    return tuple(block for block in document.blocks if isinstance(block, Heading) and block.level <= 3)
