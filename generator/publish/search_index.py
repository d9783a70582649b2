"""The search's index, in parts: what every page loads, and what a search fetches of the rest.

The theme would load every text of the site before the first answer: 22 MB a language at 1,000 roles. Here a search
fetches the lists of its own words, by their first character, and then the texts of the pages that it may show alone;
`folded-search.js` puts the two together and lets the theme's search rank and show them.

    search/search_index.json    how to search; no texts (the theme's own file)
    search/words.json           at which page each file of texts begins
    search/words/<code>.json    for each word that begins with that character (its Unicode number): its pages
    search/texts/<number>.json  the entries of some pages, one after the other
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.formats.search import Entry, Findable

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
    pages = list(found)
    begins = _write_texts(folder / "texts", pages)
    _write_words(folder / "words", pages)
    _write(folder / WORDS, {"texts": begins, "pages": len(pages)})


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
    return [Entry(doc["location"], doc["title"], doc["text"]) for doc in index["docs"]]


def _write_texts(folder: Path, pages: Iterable[Findable]) -> list[int]:
    """Write the entries, and say which page each file begins with."""
    begins: list[int] = []
    held: list[Any] = []
    size = 0
    for number, page in enumerate(pages):
        if not held:
            begins.append(number)
        held.append([[entry.location, entry.title, entry.text] for entry in page.entries])
        size += sum(len(entry.text) for entry in page.entries)
        if size >= _TEXTS:
            _write(folder / f"{len(begins) - 1}.json", held)
            held, size = [], 0
    if held:
        _write(folder / f"{len(begins) - 1}.json", held)
    return begins


def _write_words(folder: Path, pages: Iterable[Findable]) -> None:
    """Write the words. A page whose title has the word stands as an odd number: twice its own, and one."""
    lists: dict[str, dict[str, list[int]]] = {}
    for number, page in enumerate(pages):
        for words, mark in ((page.titles, 1), (page.texts, 0)):
            for word in words.split("\n") if words else ():
                lists.setdefault(word[0], {}).setdefault(word, []).append(number * 2 + mark)
    for first, words_of in lists.items():
        _write(folder / f"{ord(first)}.json", {word: _steps(words_of[word]) for word in sorted(words_of)})


def _steps(numbers: list[int]) -> list[int]:
    """Rising numbers as the steps between them, which are small, and take less room."""
    return [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]


def _write(path: Path, data: Mapping[str, Any] | list[Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
