"""Documents as HTML, for a page of the site. Every text is escaped on its way in: by Jinja2, or by `_Inlines` here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from generator.documents.blocks import Document, Heading, Inline, Inlines, Kind, Mark, Run, Target
from generator.language import Language

Href = Callable[[Target], str]


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
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
    return environment.get_template("document.html")


@dataclass(frozen=True)
class Download:
    """A file that accompanies a page.

    Attributes:
        title: What it is.
        name: Its name, in the page's own folder.
        type: Its type, as people say it, such as `PDF`.
        size: How many bytes it has.
    """

    title: str
    name: str
    type: str
    size: int


def write(document: Document, language: Language, href: Href, downloads: Sequence[Download] = ()) -> str:
    """The HTML of a document: an `<article>`'s content, from its heading on.

    Args:
        document: What to write.
        language: Its language, for the few words that the format itself needs.
        href: The address of a target, relative to the document's page.
        downloads: The files that accompany it.
    """
    inlines = _Inlines(language, href)
    written = _template().render(
        document=document,
        downloads=downloads,
        say=language.say,
        language=language,
        href=href,
        inlines=inlines,
        data=partial(_data, href=href),
    )
    return f"{written.strip()}\n"


def _data(value: Any, href: Href) -> Any:
    """What a tool's script is told: a block as plain data, with an address for each target."""
    if isinstance(value, Target):
        return href(value)
    if is_dataclass(value):
        return {one.name: _data(getattr(value, one.name), href) for one in fields(value)}
    if isinstance(value, tuple):
        return [_data(one, href) for one in value]
    return value


class _Inlines:
    """Writes what stands in a line; every text and address goes through `escape`.

    It is no macro of the template, since it is called some hundred times a page, and calling macros is slow.
    """

    def __init__(self, language: Language, href: Href) -> None:
        self._href = href
        self._fact, self._editorial = escape(language.say("Fact")), escape(language.say("editorial"))

    def __call__(self, inlines: Inlines) -> Markup:
        return Markup("".join(map(self._one, inlines)))  # noqa: S704 - each part went through `escape`

    def _one(self, part: Inline) -> str:
        if isinstance(part, Run):
            return self._run(part)
        if isinstance(part, Mark):
            return f' <span class="rb-mark rb-mark--{escape(part.tone)}">{escape(part.text)}</span>'
        return self._evidence(part.facts)

    def _run(self, run: Run) -> str:
        text = escape(run.text)
        if run.to is not None:
            return f'<a href="{escape(self._href(run.to))}">{text}</a>'
        if run.url:
            return f'<a href="{escape(run.url)}" rel="noopener">{text}</a>'
        return f"<strong>{text}</strong>" if run.strong else text

    def _evidence(self, facts: tuple[tuple[str, str], ...]) -> str:
        if not facts:
            return f' <a class="rb-editorial" href="{self._fact_href("editorial")}">{self._editorial}</a>'
        links = (
            f'<a class="rb-fact" href="{self._fact_href(number)}" title="{escape(text)}">'
            f'<span class="rb-hidden">{self._fact} </span><bdi>{escape(number)}</bdi></a>'
            for number, text in facts
        )
        return f' <span class="rb-evidence">{"".join(links)}</span>'

    def _fact_href(self, anchor: str) -> str:
        return escape(self._href(Target(Kind.FACTS, "", anchor)))


def headings(document: Document) -> tuple[Heading, ...]:
    """The headings that belong into a table of contents: levels 2 and 3."""
    return tuple(block for block in document.blocks if isinstance(block, Heading) and block.level <= 3)
