"""What the browser's rules for lines and directions would tear: «محلل/ة», and in a page from right to left, “+8”.

Of Arabic titles for both genders, a line may end after a slash, and must not end after this one. A sign would go behind
its number.
"""

from __future__ import annotations

import re
from typing import Final

_SLASH: Final = re.compile(r"[\u0621-\u0652]/[\u0621-\u0652]")
_BETWEEN: Final = re.compile(r"(?<=[\u0621-\u0652])/(?=[\u0621-\u0652])")
_LABEL: Final = re.compile(r'(?<=data-label=")[^"]*')
_TAGS: Final = r"<(option|pre|script|style|template|textarea|title)\b.*?</\1>|<[^>]*>"
"""Elements that hold text alone, and other tags."""
_WORDS: Final = re.compile(rf"{_TAGS}|([\u0621-\u0652]+/[\u0621-\u0652]+)", re.DOTALL)
_SIGNED: Final = re.compile(rf"{_TAGS}|((?<![\w.,/-])[+\-\u2212]\d+(?:[.,]\d+)*(?:\s?[%\u066a])?)", re.DOTALL)


def keep_signs(markup: str) -> str:
    """Keep each sign in the HTML of a page from right to left before its number, as “+8” and “-2.5%” are read."""
    return _SIGNED.sub(lambda found: f'<bdi dir="ltr">{found[2]}</bdi>' if found[2] else found[0], markup)


def keep_whole(markup: str) -> str:
    """Keep such words in a page's HTML on one line each.

    They are marked and not joined by invisible characters: what is copied from the page, or searched for on it, is what
    the kit says. Only the labels that a style sheet writes before the cells of a table on phones hold no elements, and
    cannot be copied: in these they are joined.
    """
    if not _SLASH.search(markup):
        return markup
    return _WORDS.sub(
        lambda found: f'<span class="rb-whole">{found[2]}</span>' if found[2] else _joined(found[0]), markup
    )


def _joined(tag: str) -> str:
    return _LABEL.sub(lambda label: _BETWEEN.sub("\u2060/\u2060", label[0]), tag) if "data-label=" in tag else tag
