"""Documents as HTML, for a page of the site. Every text is escaped on its way in: by Jinja2, or by `_Inlines` here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache, partial
from typing import Any, ClassVar, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from generator.documents.blocks import (
    Block,
    Document,
    Heading,
    Inline,
    Inlines,
    Kind,
    Mark,
    QuestionCard,
    RatingGrid,
    Run,
    Target,
)
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
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
    return environment.get_template("document.html")


def forget_templates() -> None:
    """Read the templates anew: they have been edited while this process runs."""
    _template.cache_clear()
    _Once.forget()


@dataclass(frozen=True)
class Download:
    """A file that accompanies a page.

    Attributes:
        title: What it is.
        name: Its name, in the page's own folder.
        type: Its type, as people say it, such as `PDF`.
        size: How many bytes it has; None as long as it has not been made.
    """

    title: str
    name: str
    type: str
    size: int | None


def write(document: Document, language: Language, href: Href, downloads: Sequence[Download] = ()) -> str:
    """The HTML of a document: an `<article>`'s content, from its heading on.

    Args:
        document: What to write.
        language: Its language, for the few words that the format itself needs.
        href: The address of a target, relative to the document's page.
        downloads: The files that accompany it.
    """
    once = _Once(language, href)
    written = _template().render(
        document=document,
        downloads=downloads,
        say=language.say,
        language=language,
        href=href,
        inlines=_Inlines(language, href),
        data=partial(_data, href=href),
        written=once.blocks,
        constant=once.constant,
    )
    return f"{written.strip()}\n"


class _Once:
    """Writes what many pages have in common once: the anchors of a skill, a question, the words of a script.

    A block is known by all that its HTML depends on: itself, the language, and the addresses that it leads to.
    """

    _LARGEST: Final = 4096
    _written: ClassVar[dict[object, Markup]] = {}

    def __init__(self, language: Language, href: Href) -> None:
        self._language, self._href = (language.tag, language.catalogue_hash), href

    @classmethod
    def forget(cls) -> None:
        """Write everything anew."""
        cls._written.clear()

    def blocks(self, blocks: Iterable[Block], writers: Mapping[str, Callable[[Block], Markup]]) -> Markup:
        """The HTML of blocks, each by the macro of its kind."""
        written = (self._block(block, writers[type(block).__name__]) for block in blocks)
        return Markup("".join(written))  # noqa: S704 - what macros have written

    def _block(self, block: Block, write: Callable[[Block], Markup]) -> Markup:
        if not isinstance(block, RatingGrid | QuestionCard):
            return write(block)
        skill = self._href(block.skill.to) if block.skill and block.skill.to else ""
        facts = self._href(Target(Kind.FACTS))
        return self._remembered((self._language, block, skill, facts), partial(write, block))

    def constant(self, write: Callable[[], Markup]) -> Markup:
        """What a macro writes, which depends on the language alone."""
        return self._remembered((self._language, write.name), write)  # type: ignore[attr-defined]

    def _remembered(self, key: object, write: Callable[[], Markup]) -> Markup:
        known = self._written
        if key not in known:
            if len(known) >= self._LARGEST:
                known.clear()
            known[key] = write()
        return known[key]


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
        self._fact, self._editorial = _escaped(language.say("Fact")), _escaped(language.say("editorial"))

    def __call__(self, inlines: Inlines) -> Markup:
        return Markup("".join(map(self._one, inlines)))  # noqa: S704 - each part went through `escape`

    def _one(self, part: Inline) -> str:
        if isinstance(part, Run):
            return self._run(part)
        if isinstance(part, Mark):
            return f' <span class="rb-mark rb-mark--{_escaped(part.tone)}">{_escaped(part.text)}</span>'
        return self._evidence(part.facts)

    def _run(self, run: Run) -> str:
        text = _escaped(run.text)
        if run.to is not None:
            return f'<a href="{_escaped(self._href(run.to))}">{text}</a>'
        if run.url:
            return f'<a href="{_escaped(run.url)}" rel="noopener">{text}</a>'
        return f"<strong>{text}</strong>" if run.strong else text

    def _evidence(self, facts: tuple[tuple[str, str], ...]) -> str:
        if not facts:
            return f' <a class="rb-editorial" href="{self._fact_href("editorial")}">{self._editorial}</a>'
        links = (
            f'<a class="rb-fact" href="{self._fact_href(number)}" title="{_escaped(text)}">'
            f'<span class="rb-hidden">{self._fact} </span><bdi>{_escaped(number)}</bdi></a>'
            for number, text in facts
        )
        return f' <span class="rb-evidence">{"".join(links)}</span>'

    def _fact_href(self, anchor: str) -> str:
        return _escaped(self._href(Target(Kind.FACTS, "", anchor)))


@lru_cache(maxsize=32_768)
def _escaped(text: str) -> str:
    """A text escaped for HTML: most of a page's short ones stand on other pages, too."""
    return str(escape(text))


def headings(document: Document) -> tuple[Heading, ...]:
    """The headings that belong into a table of contents: levels 2 and 3."""
    return tuple(block for block in document.blocks if isinstance(block, Heading) and block.level <= 3)
