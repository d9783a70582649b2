"""Documents as HTML, for a page of the site. Every text is escaped on its way in: by Jinja2, or by `_Page` here.

One dispatch over every block, so one module, however many blocks there are: mypy proves that it knows them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Any, Final, assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from rolebook.documents import drafts
from rolebook.documents.blocks import (
    Action,
    Blank,
    Block,
    Callout,
    Cards,
    CareerMap,
    Chart,
    Choice,
    Chooser,
    Copyable,
    DataTable,
    Debrief,
    Definitions,
    Device,
    Document,
    Fields,
    Files,
    FillIn,
    Folded,
    Heading,
    Highlights,
    Inline,
    Inlines,
    Kind,
    LetterFields,
    Listing,
    Mark,
    Message,
    Narrowing,
    NoteSpace,
    OrgChart,
    Paragraph,
    Pictured,
    PlanEntry,
    Planner,
    QuestionCard,
    RatingGrid,
    Run,
    ScaleKey,
    ScorecardForm,
    StageCards,
    StageSteps,
    Table,
    Target,
    TaskOwners,
    Timeline,
    TimePlan,
    Verbatim,
    Wording,
)
from rolebook.documents.blocks.message import addresses
from rolebook.documents.blocks.planner import PLANNER
from rolebook.formats import board, text
from rolebook.formats.career_lines import Lines
from rolebook.formats.phrases import as_table
from rolebook.formats.stand_ins import mark_stand_ins
from rolebook.kit.stand_ins import has_stand_in
from rolebook.language import Language

Href = Callable[[Target], str]
_Macro = Callable[[Block, "_Page"], Markup]
_DOCUMENT: Final = "document.html"
_TOOLS: Final = "tools.html"
_PICTURES: Final = "pictures.html"
_NUMBER: Final = re.compile(r"(?<![\w&#/-])[A-Za-z]\w*(?:-\w+)*-\d+(?![\w-])")
"""A number such as SO-2026-04, which no line breaks."""
_AMOUNT: Final = re.compile(r".*\d")
"""What is paid, of “14,000 to 19,000 riyals a month”: all up to its last figure."""
_WHOLE: Final = r'<span class="rb-whole">\g<0></span>'
_LONGEST: Final = 32
"""Characters of an address that a phone shows in a line (editorial default)."""
_WITHOUT_SWITCH: Final = frozenset({Kind.HOME, Kind.DEBRIEF, Kind.SCORECARD, Kind.STAGE})
"""Pages where somebody does something: a switch for sources would be in the way."""


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("rolebook", "templates/html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
    return environment


def forget_templates() -> None:
    """Read the templates again: they have been edited while this process runs."""
    _templates.cache_clear()
    _macros.cache_clear()


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
    within: bool = False
    """Whether the page offers it in its text (`Files`), and not at its top."""


def write(
    document: Document,
    language: Language,
    href: Href,
    downloads: Sequence[Download] = (),
    *,
    unprinted: bool = False,
) -> str:
    """The HTML of a document: an `<article>`'s content, from its heading on.

    Args:
        document: What to write.
        language: Its language, for the few words that the format itself needs.
        href: The address of a target, relative to the document's page.
        downloads: The files that accompany it.
        unprinted: Whether it would have a PDF, were there a font for its language.
    """
    macros = _macros(language)
    top = tuple(download for download in downloads if not download.within)
    files = {download.name: download for download in downloads}
    page = _Page(macros, href, language, files, is_form=document.form is not None)
    markup = f"{macros.document(document, top, page, unprinted).strip()}\n"
    return mark_stand_ins(markup, language) if has_stand_in(markup) else markup


class _Macros:
    """The macros of the templates in one language, made once: making them for each page takes a tenth of its time."""

    _LARGEST: Final = 4096

    def __init__(self, language: Language) -> None:
        said = {
            "_": language.gettext,
            "plural_forms": language.plural_forms,
            "language": language,
            "colon": _css_colon(language.gettext(": ")),
        }
        self._modules: dict[str, Any] = {
            name: _templates().get_template(name).make_module(said) for name in (_DOCUMENT, _TOOLS, _PICTURES)
        }
        self.document: Callable[[Document, Sequence[Download], _Page, bool], Markup] = self._modules[_DOCUMENT].Document
        self._by_type: dict[type[Block], _Macro] = {}
        self.fact, self.editorial = _escaped(language.gettext("Fact")), _escaped(language.gettext("editorial"))
        self._written: dict[object, Markup] = {}

    def macro(self, block: Block) -> _Macro:
        """The macro that writes a block: it has the name of the block's class."""
        kind = type(block)
        if kind not in self._by_type:
            self._by_type[kind] = getattr(self._modules[_template_of(block)], kind.__name__)
        return self._by_type[kind]

    def remembered(self, key: object, write: Callable[[], Markup]) -> Markup:
        """What is written for a key, which stands for all that it depends on beside the language."""
        known = self._written
        if key not in known:
            if len(known) >= self._LARGEST:
                known.clear()
            known[key] = write()
        return known[key]


def _template_of(block: Block) -> str:
    """The template that holds a block's macro."""
    match block:
        case (
            Heading()
            | Paragraph()
            | Listing()
            | Definitions()
            | Table()
            | Callout()
            | Verbatim()
            | Action()
            | Cards()
            | Fields()
            | NoteSpace()
            | Choice()
            | RatingGrid()
            | QuestionCard()
            | TimePlan()
            | OrgChart()
            | DataTable()
            | Chart()
            | Files()
            | Folded()
            | Highlights()
        ):
            return _DOCUMENT
        case Pictured():
            return _PICTURES
        case (
            Chooser()
            | Copyable()
            | Message()
            | Device()
            | FillIn()
            | LetterFields()
            | ScaleKey()
            | ScorecardForm()
            | StageCards()
            | StageSteps()
            | Debrief()
            | Narrowing()
            | TaskOwners()
            | PlanEntry()
            | Planner()
            | Timeline()
        ):
            return _TOOLS
        case _:
            assert_never(block)


def _css_colon(colon: str) -> str:
    """The language's colon for the stylesheet, which sets some itself; nothing where it is the stylesheet's own."""
    if colon == ": ":
        return ""
    return '"' + "".join(f"\\{ord(character):x} " for character in colon) + '"'


@lru_cache(maxsize=8)
def _macros(language: Language) -> _Macros:
    return _Macros(language)


class _Page:
    """What macros write one page with: its addresses, and what stands inside of their blocks.

    What many pages have in common (the anchors of a skill, a question, the words of a script) is written once.
    """

    def __init__(
        self, macros: _Macros, href: Href, language: Language, files: Mapping[str, Download], *, is_form: bool
    ) -> None:
        self._macros, self.href, self._language, self.files = macros, href, language, files
        self.is_form = is_form
        self._section, self._fields, self._name = "form", 0, ""

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """The HTML of blocks, each by the macro of its kind."""
        return Markup("".join(map(self._block, blocks)))  # noqa: S704 - what macros have written

    def _block(self, block: Block) -> Markup:
        write = self._macros.macro(block)
        if isinstance(block, Heading):
            self._section, self._fields = block.anchor, 0
        if not isinstance(block, RatingGrid | QuestionCard):
            return write(block, self)
        skill = self.href(block.skill.to) if block.skill and block.skill.to else ""
        facts = self.href(Target(Kind.FACTS))
        return self._macros.remembered((block, skill, facts), lambda: write(block, self))

    def table(self, block: DataTable | Chart) -> Markup:
        """The HTML of data or of a chart's values, as a table."""
        return self._block(as_table(block, self._language))

    def files_by_name(self, files: Sequence[Download], document: Document) -> Sequence[Download]:
        """Files as a role's bar offers them, which says the role's title already: what each of them is."""
        if document.bar is None:
            return files
        titles = {document.title: document.bar.name}
        return tuple(replace(file, title=titles.get(file.title, file.title)) for file in files)

    def files_of(self, to: Target) -> Sequence[Download]:
        """Of the files that the page offers, those in the folder of another page."""
        return self._by_folder.get(self.href(to), ())

    @cached_property
    def _by_folder(self) -> Mapping[str, Sequence[Download]]:
        folders: dict[str, list[Download]] = {}
        for file in self.files.values():
            folders.setdefault(f"{file.name.rpartition('/')[0]}/", []).append(file)
        return folders

    @staticmethod
    def file_type(file: Download) -> str:
        """What people call a file of its type."""
        return {"DOCX": "Word", "XLSX": "Excel"}.get(file.type, file.type)

    def device(self, form: FillIn) -> Markup:
        """What stands below a form: what the browser keeps of it, and how to clear that."""
        return self._block(Device("fill-in", form.days))

    def field(self, name: str = "") -> str:
        """What the next field of a form is called: the same in every language, whatever stands in other sections."""
        self._fields += not name
        return name or f"{self._section}-{self._fields}"

    @staticmethod
    def plain(inlines: Inlines) -> str:
        """What stands in a line, without its marks."""
        return "".join(part.text for part in inlines if isinstance(part, Run))

    @staticmethod
    def name_of(picture: object) -> str:
        """The macro that draws a picture: it has the name of the picture's class."""
        return type(picture).__name__

    @staticmethod
    def searched(text: str) -> list[str]:
        """A search string, group by group: each is shown on a line of its own, and copied they are one line."""
        return re.split(r"(?<=\) )(?=AND \()", text)

    def lines(self, career_map: CareerMap) -> Lines:
        """Where the arrows of a career map run."""
        return Lines(career_map)

    def kept(self, days: int) -> str:
        """For how long a browser keeps what is written."""
        return self._language.ngettext(
            "What you write stays in this browser, and is deleted {n} day after its last change. Nobody else sees it.",
            "What you write stays in this browser, and is deleted {n} days after its last change. Nobody else sees it.",
            days,
        )

    def minutes(self, minutes: int) -> str:
        """A length of time in words."""
        return self._language.ngettext("{n} minute", "{n} minutes", minutes)

    @staticmethod
    def offers_sources(document: Document, body: Markup) -> bool:
        """Whether what a page's statements rest on can be shown there; where people work, it follows their choice."""
        says = 'class="rb-evidence"' in body or 'class="rb-editorial"' in body
        return says and document.form is None and document.kind not in _WITHOUT_SWITCH

    def constant(self, write: Callable[[], Markup]) -> Markup:
        """What a macro writes, which depends on the language alone."""
        return self._macros.remembered(write, write)

    def text(self, document: Document) -> str:
        """A document as plain text, to be copied from the page."""
        return text.write(document, self._language)

    def board_html(self, document: Document) -> Markup:
        """A document as HTML for job boards, to be shown and to be copied from the page."""
        return Markup(board.write(document, self._language))  # noqa: S704 - that format escapes all texts

    def data(self, value: Any) -> Any:
        """What a tool's script is told: a block as plain data, with an address for each target."""
        if isinstance(value, Target):
            return self.href(value)
        if isinstance(value, str):
            return drafts.in_words(value, self._language)
        if is_dataclass(value):
            return {field.name: self.data(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, tuple):
            return [self.data(item) for item in value]
        return value

    def message(self, message: Message) -> Markup:
        """The text of a message; what it says of one of several vacancies is shown or hidden as a whole."""
        shown, end = Markup(), 0
        for number, vacancy in enumerate(message.vacancies):
            said = self.wording(message.text[vacancy.start : vacancy.end])
            shown += self.wording(message.text[end : vacancy.start])
            shown += Markup('<span data-vacancy="{}">{}</span>').format(number, said)
            end = vacancy.end
        return shown + self.wording(message.text[end:])

    def wording(self, wording: Wording) -> Markup:
        """The words of a message: its blanks marked, and its addresses from left to right."""
        return Markup("".join(map(self._of_message, wording)))  # noqa: S704 - each part went through `escape`

    def _of_message(self, part: str | Blank) -> str:
        if isinstance(part, Blank):
            shown = _escaped(part.shown)
            return f'<mark class="rb-blank" data-blank="{_escaped(part.name)}" data-empty>{shown}</mark>'
        stretches = ((_escaped(stretch), is_address) for stretch, is_address in addresses(part))
        return "".join(_address(said) if is_address else _NUMBER.sub(_WHOLE, said) for said, is_address in stretches)

    def pay(self, said: str) -> Markup:
        """A range of pay, its figures set off from the currency and the time that they are for."""
        return Markup(_AMOUNT.sub(r"<b>\g<0></b>", _escaped(said), count=1))  # noqa: S704 - escaped before

    def inlines(self, inlines: Inlines, name: str = "") -> Markup:
        """What stands in a line; every text and address goes through `escape`. `name` is what a blank in it is called.

        It is no macro, since it is called some hundred times a page, and calling macros is slow.
        """
        self._name = name
        return Markup("".join(map(self._one, inlines)))  # noqa: S704 - each part went through `escape`

    def _one(self, part: Inline) -> str:
        if isinstance(part, Run):
            return self._run(part)
        if isinstance(part, Mark):
            drawn = "" if part.part is None else f' style="--part: {part.part:.2f}"'
            return f' <span class="rb-mark rb-mark--{_escaped(part.tone)}"{drawn}>{_escaped(part.text)}</span>'
        return self._evidence(part.facts)

    def _run(self, run: Run) -> str:
        words = _escaped(run.text)
        if run.language:
            words = f'<bdi lang="{_escaped(run.language)}">{words}</bdi>'
        if run.to is not None:
            return f'<a href="{_escaped(self.href(run.to))}">{words}</a>'
        if run.url:
            return f'<a href="{_escaped(run.url)}" rel="noopener">{words}</a>'
        if run.field and self.is_form:
            name = _escaped(self._name or run.text.strip("[]"))
            return (
                f'<input class="rb-blank" name="{_escaped(run.field)}" placeholder="{words}" aria-label="{name}"'
                f' size="{max(8, len(run.text))}" autocomplete="off">'
            )
        if run.field:
            return f'<bdi data-field="{_escaped(run.field)}">{words}</bdi>'
        return f"<strong>{words}</strong>" if run.strong else words

    def _evidence(self, facts: tuple[tuple[str, str], ...]) -> str:
        if not facts:
            return f' <a class="rb-editorial" href="{self._fact_href("editorial")}">{self._macros.editorial}</a>'
        links = (
            f'<a class="rb-fact" href="{self._fact_href(number)}" title="{_escaped(text)}">'
            f'<span class="rb-hidden">{self._macros.fact} </span><bdi>{_escaped(number)}</bdi></a>'
            for number, text in facts
        )
        return f' <span class="rb-evidence">{"".join(links)}</span>'

    def _fact_href(self, anchor: str) -> str:
        return _escaped(self.href(Target(Kind.FACTS, "", anchor)))


@lru_cache(maxsize=32_768)
def _escaped(text: str) -> str:
    """A text escaped for HTML: most of a page's short ones stand on other pages, too."""
    return str(escape(text))


def _address(escaped: str) -> str:
    """An address, written from left to right, that is broken behind a slash, within a part only if it is long."""
    parts = re.findall(r"(?:[^/]*//)?[^/]+/?|/", escaped)
    whole = (f'<span class="rb-whole">{part}</span>' if len(part) <= _LONGEST else part for part in parts)
    return f'<bdi class="rb-address" dir="ltr">{"<wbr>".join(whole)}</bdi>'


def headings(document: Document) -> tuple[Heading, ...]:
    """The headings that belong into a table of contents: levels 2 and 3."""
    return tuple(heading for heading in _headings(document.blocks) if heading.level <= 3)


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """The headings of some blocks, and within what is folded under one."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Planner():
                yield Heading(block.title, PLANNER)
            case Folded() if block.level:
                yield Heading(block.title, block.anchor, block.level)
                yield from _headings(block.blocks)
            case _:
                pass
