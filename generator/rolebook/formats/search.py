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
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import escape

from rolebook.documents.blocks import Document

_SECTION = re.compile(r'<h[23] id="([^"]+)">(.*?)</h[23]>', re.DOTALL)
_ASIDE = re.compile(
    r'<a class="rb-(?:fact|editorial)".*?</a>|<nav.*?</nav>|<caption.*?</caption>'
    r'|<details class="rb-copyable".*?</details>|<template.*?</template>|<fieldset class="rb-message__.*?</fieldset>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Entry:
    """Something that can be found.

    Attributes:
        location: Where it is, from the language's folder on: a page, perhaps with an anchor.
        title: What is shown as its title, as HTML without tags.
        text: What is searched beside the title, as HTML without tags.
    """

    location: str
    title: str
    text: str


@dataclass(frozen=True)
class Findable:
    """A page's entries, and the words that it is found by: those of its titles, and those of its texts beside."""

    entries: tuple[Entry, ...]
    titles: tuple[str, ...]
    texts: tuple[str, ...]

    def packed(self) -> bytes:
        """The same in a fifth of the room: those of thousands of pages are held until the index is written."""
        entries = [(entry.location, entry.title, entry.text) for entry in self.entries]
        return zlib.compress(json.dumps((entries, self.titles, self.texts), ensure_ascii=False).encode(), 1)

    @classmethod
    def unpacked(cls, packed: bytes) -> Findable:
        """What was packed."""
        entries, titles, texts = json.loads(zlib.decompress(packed))
        return cls(tuple(Entry(*entry) for entry in entries), tuple(titles), tuple(texts))


def findable(document: Document, page: str, path: str, separator: str) -> Findable:
    """What the search knows of a document.

    Args:
        document: What can be found.
        page: Its page, as `formats.html` wrote it: there, `<` and `>` are markup and nothing else.
        path: Where that page lies in the language's folder.
        separator: What stands between two words, as a regular expression: the theme's search has the same.
    """
    return with_words(_entries(document, page, path), separator)


def with_words(entries: Iterable[Entry], separator: str) -> Findable:
    """Entries, and the words that they are found by."""
    found = tuple(entries)
    titles = frozenset[str]().union(*(words(entry.title, separator) for entry in found))
    texts = frozenset[str]().union(*(words(entry.text, separator) for entry in found))
    return Findable(found, tuple(sorted(titles)), tuple(sorted(texts - titles)))


def _entries(document: Document, page: str, path: str) -> Iterator[Entry]:
    title, description = str(escape(document.title)), str(escape(document.description))
    if not document.searchable:
        yield Entry(path, title, description)
        return
    _, _, body = page.partition("</h1>")
    first, *parts = _SECTION.split(body)
    yield Entry(path, title, _text(first) or description)
    for anchor, heading, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield Entry(f"{path}#{anchor}", _text(heading), _text(text))


@lru_cache(maxsize=512)  # sections that several roles share
def _text(markup: str) -> str:
    return " ".join(_TAG.sub(" ", _ASIDE.sub(" ", markup)).split())


_ARABIC: Final = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_SIGNS: Final = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_SAME: Final = str.maketrans({"ٱ": "ا", "ء": None, "ى": "ي", "ة": "ه"})
_ARTICLE: Final = re.compile("^(?:وال|بال|فال|كال|لل|ال)(?=.{3})")


@lru_cache(maxsize=512)
def words(text: str, separator: str) -> frozenset[str]:
    """The words of a text (HTML without tags), in lower case, the spellings of an Arabic word folded into one."""
    plain = html.unescape(text).lower()
    if not plain.isascii():
        plain = _ARABIC.sub(lambda match: _folded(match.group()), plain)
    return frozenset(word for word in re.split(separator, plain) if word)


@lru_cache(maxsize=32_768)  # a kit says the same words on every page
def _folded(written: str) -> str:
    """An Arabic word as `fold.js` folds it: the browser does the same to what a reader types."""
    folded = _SIGNS.sub("", unicodedata.normalize("NFKD", written)).translate(_SAME)
    before = ""
    while before != folded:
        before, folded = folded, _ARTICLE.sub("", folded)
    return folded or written
