"""Rules about texts: all of it can be printed, and is translated in the signs of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rolebook import fonts
from rolebook.kit import Kit
from rolebook.kit.text import Text
from rolebook.kit.walk import walk
from rolebook.problem import Finding, Path
from rolebook.rules.words import words


def missing_glyph(kit: Kit) -> Iterator[Finding]:
    """A text with a character that no font of the printed documents has, such as an emoji or Chinese writing."""
    for path, text in texts(kit):
        lacking = fonts.missing(text)
        if lacking:
            named = ", ".join(f"“{one}” ({fonts.name(one)})" for one in lacking)
            yield Finding(
                path,
                f"The fonts of printed documents lack {named}; on paper, the name stands there in brackets.",
                "Write it in words. On pages, the reader's own fonts show it.",
            )


def texts(kit: Kit) -> Iterator[tuple[Path, str]]:
    """Every text of a kit, with the way to it; one in one language alone stands for itself."""
    for path, part in walk(kit):
        if isinstance(part, Text):
            for tag in part.languages():
                yield (*path, tag), part[tag]
        elif isinstance(part, str):
            yield path, part


def translations(kit: Kit) -> Iterator[tuple[Path, Text]]:
    """Every text by language of a kit, with the way to it."""
    return ((path, part) for path, part in walk(kit) if isinstance(part, Text))


_NAMES = (("kit", "name"), ("kit", "organisation"))
"""What a kit is called may be the same in every language, however long."""
_NAMED = frozenset({"author", "city", "region", "street", "tools", "title", "name"})
"""Keys whose text may be a proper name: of an office, a publication, a place or a product."""
_CAPITAL = re.compile(r"[A-Z0-9][\w.'’&-]*|(?:and|at|by|de|der|des|du|el|for|in|la|of|on|the|to|und|van|von|&)")
"""A word of a proper name in Latin letters."""
NAMES = 3
"""Words from which on a text that is the same in two languages is no name (editorial default)."""


def translation_identical(kit: Kit) -> Iterator[Finding]:
    """A translation that is the same as the text."""
    for path, text in translations(kit):
        first, *others = text.languages()
        for tag in others:
            if _is_name(path, text[tag]):
                continue
            if text[tag] == text[first] and len(re.findall(r"[^\W\d_]{2,}", text[tag])) >= NAMES:
                yield Finding(
                    (*path, tag),
                    f"This reads the same in “{first}” and in “{tag}”.",
                    "Translate it. Names of one or two words may stay as they are.",
                )


def _is_name(path: Path, said: str) -> bool:
    """Whether a text is a proper name, which is not translated."""
    if path in _NAMES:
        return True
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    sections = ("sources", "careers") if key in ("title", "name") else ("roles", "sources", "careers")
    words_in_it = re.split(r"[\s,:;()/–-]+", said.strip())
    return key in _NAMED and path[0] in sections and all(_CAPITAL.fullmatch(word) for word in words_in_it if word)


@cache
def _misplaced(signs: str) -> re.Pattern[str] | None:
    """One of the signs beside an Arabic letter; None where there are no such signs."""
    one = f"[{re.escape(signs)}]"
    return re.compile(rf"[\u0600-\u06ff]\s*{one}|{one}\s*[\u0600-\u06ff]") if signs else None


def foreign_punctuation(kit: Kit) -> Iterator[Finding]:
    """A sign of another script's punctuation beside a word that has its own."""
    for path, text in translations(kit):
        for tag in text.languages():
            pattern = _misplaced(words(tag).foreign_punctuation)
            match = pattern.search(text[tag]) if pattern else None
            if match:
                yield Finding(
                    (*path, tag), f"“{match.group()}” has a Latin sign in Arabic text.", "Write ، or ؛ or ؟ instead."
                )
