"""The search's index, in parts: what every page loads, and what a search fetches of the rest.

The theme would load every text of the site before the first answer: 22 MB a language at 1,000 roles. Here a search
fetches the lists of its own words, by their first character, and then the texts of the pages that it may show alone;
`folded-search.js` puts the two together and ranks the pages, and the theme's search shows them.

    search/search_index.json    how to search; no texts (the theme's own file)
    search/words.json           at which page each file of texts begins, the number of pages, which are for maintainers
    search/words/<code>.json    for each word that begins with that character (its Unicode number): its pages
    search/texts/<number>.json  the entries of some pages, one after the other
"""

from __future__ import annotations

import itertools
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rolebook.formats.search import Entry, Findable, text_of

FOLDER, INDEX, WORDS = "search", "search_index.json", "words.json"
_TEXTS = 48 * 1024
"""Bytes of a file of texts from which on the next page begins another one (editorial default)."""


def write(site: Path, found: Iterable[Findable]) -> None:
    """Write the index of a language's site, beside the theme's own file.

    Args:
        site: The language's folder.
        found: What each page is found by, in the order in which pages of the same worth are shown.
    """
    folder = site / FOLDER
    words = _Words()
    begins = _write_texts(folder / "texts", map(words.add, found))
    words.write(folder / "words")
    _write(folder / WORDS, {"texts": begins, "pages": words.pages, "maintainers": words.maintainers})


def is_made_last(path: str) -> bool:
    """Whether a path of a language's folder belongs to what `write` writes, after all pages are known."""
    return path.startswith(f"{FOLDER}/") and path != f"{FOLDER}/{INDEX}"


def without_texts(site: Path) -> list[Entry]:
    """Take the entries out of the theme's own index, and return them: those of the hand-written pages."""
    path = site / FOLDER / INDEX
    if not path.is_file():
        return []
    index = json.loads(path.read_text("utf-8"))
    _write(path, index | {"docs": []})
    return [Entry(doc["location"], text_of(doc["title"]), text_of(doc["text"])) for doc in index["docs"]]


def _write_texts(folder: Path, pages: Iterable[Findable]) -> list[int]:
    """Write the entries, and say which page each file begins with."""
    begins: list[int] = []
    held: list[Any] = []
    size = 0
    for number, page in enumerate(pages):
        if not held:
            begins.append(number)
        held.append([_parts(entry) for entry in page.entries])
        size += sum(len(entry.text) for entry in page.entries)
        if size >= _TEXTS:
            _write(folder / f"{len(begins) - 1}.json", held)
            held, size = [], 0
    if held:
        _write(folder / f"{len(begins) - 1}.json", held)
    return begins


def _parts(entry: Entry) -> list[str]:
    said = [entry.location, entry.title, entry.text, entry.called, entry.kind, entry.said, entry.place]
    while len(said) > 3 and not said[-1]:  # what most entries have none of takes no room
        said.pop()
    return said


class _Words:
    """The pages that have each word. One whose title has it stands as an odd number: twice its own, and one."""

    def __init__(self) -> None:
        self.pages = 0
        self.maintainers: list[int] = []
        self._pages_of: dict[str, array[int]] = defaultdict(lambda: array("I"))

    def add(self, page: Findable) -> Findable:
        """Note the words of the next page; returns the page."""
        for words, number in ((page.titles, self.pages * 2 + 1), (page.texts, self.pages * 2)):
            for word in words:
                self._pages_of[word].append(number)
        if page.for_maintainers:
            self.maintainers.append(self.pages)
        self.pages += 1
        return page

    def write(self, folder: Path) -> None:
        """Write a file for each first character."""
        for first, words in itertools.groupby(sorted(self._pages_of), lambda word: word[0]):
            _write(folder / f"{ord(first)}.json", {word: _steps(self._pages_of[word]) for word in words})


def _steps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as the steps between them, which are small, and take less room."""
    return [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]


def _write(path: Path, data: Mapping[str, Any] | list[Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
