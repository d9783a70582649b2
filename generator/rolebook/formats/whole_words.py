"""Arabic titles for both genders, such as «محلل/ة»: a line may end after a slash, and must not end after this one."""

from __future__ import annotations

import re
from typing import Final

_SLASH: Final = re.compile(r"[\u0621-\u0652]/[\u0621-\u0652]")
_BETWEEN: Final = re.compile(r"(?<=[\u0621-\u0652])/(?=[\u0621-\u0652])")
_LABEL: Final = re.compile(r'(?<=data-label=")[^"]*')
_FOUND: Final = re.compile(
    r"<(option|pre|script|style|template|textarea|title)\b.*?</\1>|<[^>]*>|([\u0621-\u0652]+/[\u0621-\u0652]+)",
    re.DOTALL,
)
"""Elements that hold text alone, other tags, and the words."""


def keep_whole(markup: str) -> str:
    """Keep such words in a page's HTML on one line each.

    They are marked and not joined by invisible characters: what is copied from the page, or searched for on it, is what
    the kit says. Only the labels that a style sheet writes before the cells of a table on phones hold no elements, and
    cannot be copied: in these they are joined.
    """
    if not _SLASH.search(markup):
        return markup
    return _FOUND.sub(
        lambda found: f'<span class="rb-whole">{found[2]}</span>' if found[2] else _joined(found[0]), markup
    )


def _joined(tag: str) -> str:
    return _LABEL.sub(lambda label: _BETWEEN.sub("\u2060/\u2060", label[0]), tag) if "data-label=" in tag else tag
