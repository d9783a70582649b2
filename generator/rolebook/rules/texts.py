"""Rules about texts: all of it can be printed, and translations use the punctuation of their language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rolebook import tags
from rolebook.fonts import for_language, package_for
from rolebook.fonts.characters import is_letter, name, script
from rolebook.kit import Kit
from rolebook.kit.text import Text
from rolebook.kit.walk import walk
from rolebook.language import Language
from rolebook.problem import Finding, Path
from rolebook.rules.words import words

NAMED = 5
"""Characters that are named of those that a text lacks."""


def missing_font(kit: Kit) -> Iterator[Finding]:
    """Find a language in which nothing can be printed, since no font has its letters."""
    for number, tag in enumerate(kit.about.languages):
        if not _printable(kit, tag):
            yield Finding(
                ("kit", "languages", number),
                f"No font here has the letters of “{tag}”; its PDF files are left out.",
                _how_to_get(Language(tag).letters),
            )


def missing_glyph(kit: Kit) -> Iterator[Finding]:
    """Find a text with a character that no font of the printed documents has, such as an emoji or Chinese writing."""
    printable = {tag: _printable(kit, tag) for tag in kit.about.languages}
    for path, text in texts(kit):
        for tag in (path[-1],) if path[-1] in printable else printable:
            lacking = for_language(str(tag), kit.about.fonts).missing(text)
            if lacking:
                yield Finding(path, *_said(lacking, printed=printable[str(tag)]))
                break


def _said(lacking: tuple[str, ...], *, printed: bool) -> tuple[str, str]:
    """Describe characters that no font has, and what to do about them."""
    letters = "".join(character for character in lacking if is_letter(character))
    if not printed:
        return f"The fonts of printed documents lack {len(lacking)} characters of this text.", _how_to_get(letters)
    named = ", ".join(
        f"“{character}” ({name(character)})" if character.isprintable() else name(character)
        for character in lacking[:NAMED]
    )
    more = f" and {len(lacking) - NAMED} more" if len(lacking) > NAMED else ""
    said = f"The fonts of printed documents lack {named}{more}; on paper, a note in brackets stands there."
    return said, _how_to_get(letters) if letters else "Write it in words. On pages, the reader's own fonts show it."


def _how_to_get(letters: str) -> str:
    package = package_for(letters)
    if package:
        return f"Install fonts for it (pip install {package}), or name your own under kit.fonts."
    return "Name a font that has them under kit.fonts."


def _printable(kit: Kit, tag: str) -> bool:
    return for_language(tag, kit.about.fonts).can_set(Language(tag).letters)


def texts(kit: Kit) -> Iterator[tuple[Path, str]]:
    """Yield every text of a kit with its path; one in one language only comes as it is."""
    for path, part in walk(kit):
        if isinstance(part, Text):
            for tag in part.languages():
                yield (*path, tag), part[tag]
        elif isinstance(part, str):
            yield path, part


def translations(kit: Kit) -> Iterator[tuple[Path, Text]]:
    """Yield every text by language of a kit, with its path."""
    return ((path, part) for path, part in walk(kit) if isinstance(part, Text))


_NAMES = (("kit", "name"), ("kit", "organisation"))
"""What a kit is called may be the same in every language, however long."""
_LETTERHEAD = ("kit", "brand", "letterhead")
"""Addresses and numbers."""
_NAMED = frozenset({"author", "city", "region", "street", "tools", "title", "name"})
"""Keys whose text may be a proper name: of an office, a publication, a place or a product."""
_CAPITAL = re.compile(r"[A-Z0-9][\w.'’&-]*|(?:and|at|by|de|der|des|du|el|for|in|la|of|on|the|to|und|van|von|&)")
"""A word of a proper name in Latin letters."""
NAMES = 3
"""Words from which on a text that is the same in two languages is no name (editorial default)."""


def translation_identical(kit: Kit) -> Iterator[Finding]:
    """Find a translation that is the same as the text."""
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
    """Tell whether a text is a proper name, which is not translated."""
    if path in _NAMES or path[:3] == _LETTERHEAD:
        return True
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    sections = ("sources", "careers") if key in ("title", "name") else ("roles", "sources", "careers")
    words_in_it = re.split(r"[\s,:;()/–-]+", said.strip())
    return key in _NAMED and path[0] in sections and all(_CAPITAL.fullmatch(word) for word in words_in_it if word)


@cache
def _sign(signs: str) -> re.Pattern[str]:
    """Return a pattern for one of the signs, with the characters before and after it, without spaces."""
    return re.compile(rf"(\S?)\s*([{re.escape(signs)}])(?=\s*(\S?))")


def foreign_punctuation(kit: Kit) -> Iterator[Finding]:
    """Find a sign of another script's punctuation beside a word that has its own."""
    for path, text in translations(kit):
        for tag in text.languages():
            signs = words(tag).foreign_punctuation
            for found in _sign("".join(signs)).finditer(text[tag]) if signs else ():
                before, sign, after = found.groups()
                if tags.script(tag) in (script(before or " "), script(after or " ")):
                    yield Finding(
                        (*path, tag),
                        f"“{found.group()}” has a sign of another script than the text's.",
                        f"Write “{signs[sign]}” instead of “{sign}”.",
                    )
                    break
