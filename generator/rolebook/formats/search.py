"""What the search knows of a document: an entry for its page and one for each section, and the words in them.

The entries are made here, and not by the theme's search from the finished page: that would parse every page again (a
fifth of a build), and index scorecards and interview kits whole, which repeat what the skill pages say.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from typing import Final

from markupsafe import escape

from rolebook.documents.blocks import Document, Kind
from rolebook.formats.kind_names import kind_name, place_name
from rolebook.formats.searched_as import searched_as
from rolebook.language import Language

_SECTION = re.compile(r'<h[23] id="([^"]+)">(.*?)</h[23]>', re.DOTALL)
_ASIDE = re.compile(
    r'<a class="rb-(?:fact|editorial)".*?</a>|<details class="rb-copyable".*?</details>'
    r'|<ul class="rb-downloads".*?</ul>|<fieldset class="rb-message__.*?</fieldset>'
    r"|<(nav|caption|template|script|noscript|svg|select|button)\b.*?</\1>",
    re.DOTALL,
)
"""What is no text of the page: sources, downloads, ways to other pages, what forms and scripts need."""
_LABEL = re.compile(r":?(?:\s|</(?:a|b|bdi|span)>)*</(?:dt|caption|figcaption)>")
_PART = re.compile(r"\s*</(?:p|li|dd|td|th|tr|h[1-6]|div|pre|summary)>")
_TAG = re.compile(r"""<[^>"]*(?:"[^"]*"[^>"]*)*>""")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")
_FOR_MAINTAINERS: Final = frozenset({Kind.REFERENCE, Kind.RULES, Kind.TRANSLATIONS})


@dataclass(frozen=True)
class Entry:
    """Something that can be found.

    Attributes:
        location: Where it is, from the language's folder on: a page, perhaps with an anchor.
        title: What is shown as its title, as HTML without tags.
        text: What is searched beside the title, as HTML without tags.
        called: What people call such a page, beside its title; it is searched, and not shown.
        kind: What kind of page it is, in a word or two; it is shown, and not searched.
        said: What the page is there for, where its text begins with something else; it is shown, and not searched.
        place: Where the page stands, by the names of what is above it; it is shown, and not searched.
    """

    location: str
    title: str
    text: str
    called: str = ""
    kind: str = ""
    said: str = ""
    place: str = ""


@dataclass(frozen=True)
class Findable:
    """A page's entries, and the words that it is found by: those of its titles, and those of its texts beside.

    Pages for maintainers, about the kit's file, are shown after those for people who hire.
    """

    entries: tuple[Entry, ...]
    titles: tuple[str, ...]
    texts: tuple[str, ...]
    for_maintainers: bool = False

    def packed(self) -> bytes:
        """The same in a fifth of the room: those of thousands of pages are held until the index is written."""
        entries = [astuple(entry) for entry in self.entries]
        packed = (entries, self.titles, self.texts, self.for_maintainers)
        return zlib.compress(json.dumps(packed, ensure_ascii=False).encode(), 1)

    @classmethod
    def unpacked(cls, packed: bytes) -> Findable:
        """What was packed."""
        entries, titles, texts, for_maintainers = json.loads(zlib.decompress(packed))
        return cls(tuple(Entry(*entry) for entry in entries), tuple(titles), tuple(texts), for_maintainers)


def findable(document: Document, page: str, path: str, separator: str, language: Language) -> Findable:
    """What the search knows of a document.

    Args:
        document: What can be found.
        page: Its page, as `formats.html` wrote it: there, `<` and `>` are markup and nothing else.
        path: Where that page lies in the language's folder.
        separator: What stands between two words, as a regular expression: the browser's search has the same.
        language: The language of both.
    """
    own = Entry(
        path,
        str(escape(document.title)),
        str(escape(document.description)),
        str(escape(searched_as(document, language))),
        str(escape(kind_name(document, language))),
        place=str(escape(place_name(document, language))),
    )
    entries = _entries(own, page) if document.searchable else (own,)
    return with_words(entries, separator, for_maintainers=document.kind in _FOR_MAINTAINERS)


def with_words(entries: Iterable[Entry], separator: str, *, for_maintainers: bool) -> Findable:
    """Entries, and the words that they are found by."""
    found = tuple(entries)
    titles = frozenset[str]().union(
        *(words(text, separator) for entry in found for text in (entry.title, entry.called))
    )
    texts = frozenset[str]().union(*(words(entry.text, separator) for entry in found))
    return Findable(found, tuple(sorted(titles)), tuple(sorted(texts - titles)), for_maintainers)


def _entries(own: Entry, page: str) -> Iterator[Entry]:
    """A page's own entry, with what stands before its first section, and one for each section."""
    _, _, body = page.partition("</h1>")
    first, *parts = _SECTION.split(body)
    text = text_of(first)
    yield replace(own, text=text, said=own.text) if text else own
    for anchor, heading, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield Entry(f"{own.location}#{anchor}", text_of(heading), text_of(text))


@lru_cache(maxsize=512)  # sections that several roles share
def text_of(markup: str) -> str:
    """The text of a part of a page, a line for each paragraph, item or cell: the search shows where one ends."""
    parts = _PART.sub("\n", _LABEL.sub(":\n", _ASIDE.sub(" ", " ".join(markup.split()))))
    return _LINES.sub("\n", _SPACES.sub(" ", _TAG.sub(" ", parts))).strip()


_ARABIC: Final = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_SIGNS: Final = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_SAME: Final = str.maketrans({"ٱ": "ا", "ء": None, "ى": "ي", "ة": "ه"})
_ARTICLE: Final = re.compile("^(?:وال|بال|فال|كال|لل|ال)(?=.{3})")
_LATIN: Final = re.compile("[\u00c0-\u024f\u1e00-\u1eff][\u0300-\u036f]*|(?<=[a-z])[\u0300-\u036f]+")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_LETTERS: Final = {"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
"""Letters that are two, or have a stroke, which is no accent to Unicode."""


@lru_cache(maxsize=512)
def words(text: str, separator: str) -> frozenset[str]:
    """The words of a text (HTML without tags), in lower case, the spellings of each folded into one.

    The browser does the same to what a reader types (`fold.js`).
    """
    plain = html.unescape(text).lower()
    if not plain.isascii():
        plain = _ARABIC.sub(lambda match: _folded(match.group()), plain)
        plain = _LATIN.sub(lambda match: _unaccented(match.group()), plain)
    return frozenset(word for word in re.split(separator, plain) if word)


@lru_cache(maxsize=32_768)  # a kit says the same words on every page
def _folded(written: str) -> str:
    """An Arabic word in the one spelling that stands for all."""
    folded = _SIGNS.sub("", unicodedata.normalize("NFKD", written)).translate(_SAME)
    before = ""
    while before != folded:
        before, folded = folded, _ARTICLE.sub("", folded)
    return folded or written


@lru_cache(maxsize=512)
def _unaccented(letter: str) -> str:
    """A Latin letter without its accents."""
    return _LETTERS.get(letter) or _ACCENTS.sub("", unicodedata.normalize("NFKD", letter))
