"""A language as data: its words from a gettext catalogue, everything else from CLDR."""

from __future__ import annotations

import gettext
import hashlib
import io
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, get_currency_name
from babel.units import format_unit

SHIPPED = Path(__file__).parent / "locale"
"""The interface's catalogues, `<tag>.po` and `<tag>.reference.po`. English needs none: it is what the code says."""
ENDINGS = (".po", ".reference.po")
"""What a language's catalogues end with: that of readers' words, and that of those which maintainers alone read."""
CODE_LANGUAGE = "en"
"""The language that the interface's words are written in, in code and templates."""


class Language:
    """How one language says, counts, dates and lists things. Two are equal if they do so with the same words.

    Args:
        tag: The language tag, such as `ar` or `pt-BR`.
        catalogues: Folders that may hold its catalogues. A word is said as the first one that has it says it.
    """

    def __init__(self, tag: str, catalogues: Sequence[Path] = (SHIPPED,)) -> None:
        self.tag = tag
        self.locale = Locale.parse(tag, sep="-")
        found = catalogue_files(tag, catalogues)
        self.has_words = bool(found) or tag == CODE_LANGUAGE
        self.catalogue_hash = hashlib.sha256(b"".join(path.read_bytes() for path in found)).hexdigest()
        """What its words are: it changes with every word of its catalogues."""
        self._numbers: dict[float, str] = {}
        self._words = _translations(found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    @property
    def _identity(self) -> tuple[str, str]:
        return self.tag, self.catalogue_hash

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return self.locale.text_direction

    @property
    def name(self) -> str:
        """Its name in itself, for a language switch."""
        return (self.locale.get_language_name(self.tag) or self.tag).capitalize()

    def say(self, message: str, **values: object) -> str:
        """The interface's words for `message`, with `{placeholders}` filled in."""
        words = self._words.gettext(message)
        return words.format(**values) if values else words

    def count(self, singular: str, plural: str, n: int) -> str:
        """The words for `n` things, in the plural form that the language has for it; `{n}` is the number."""
        return self._words.ngettext(singular, plural, n).format(n=self.number(n))

    def number(self, value: float) -> str:
        """A number with the language's separators, in European digits (decided for the whole product)."""
        if value not in self._numbers:
            self._numbers[value] = format_decimal(value, locale=self.locale)
        return self._numbers[value]

    def size(self, size: int) -> str:
        """The size of a file, in kilobytes or megabytes."""
        if size < 1_000_000:
            return format_unit(max(1, round(size / 1000)), "kilobyte", "short", locale=self.locale)
        return format_unit(round(size / 1_000_000, 1), "megabyte", "short", locale=self.locale)

    def country(self, code: str) -> str:
        """The name of a country (ISO 3166-1, two letters)."""
        return str(self.locale.territories.get(code, code))

    def currency(self, code: str, amount: float) -> str:
        """What so much of a currency (ISO 4217) is called, as “Saudi riyals”."""
        return get_currency_name(code, amount, locale=self.locale)

    def date(self, day: date) -> str:
        """A day with the month's name."""
        return format_date(day, format="long", locale=self.locale)

    def join(self, parts: Sequence[str]) -> str:
        """“a, b and c”, as the language says it."""
        return format_list(list(parts), locale=self.locale) if parts else ""


def catalogue_files(tag: str, folders: Sequence[Path]) -> tuple[Path, ...]:
    """The catalogues of a language that there are, the one that is asked first at the beginning."""
    paths = (folder / f"{tag}{ending}" for folder in folders for ending in ENDINGS)
    return tuple(path for path in paths if path.is_file())


def forget_catalogues() -> None:
    """Read the catalogues anew: they have been edited while this process runs."""
    _translations.cache_clear()


@lru_cache(maxsize=32)
def _translations(paths: tuple[Path, ...]) -> gettext.NullTranslations:
    """The words of several catalogues: what one lacks, the next one may have."""
    words = gettext.NullTranslations()
    for path in paths:
        with path.open("rb") as file:
            compiled = io.BytesIO()
            write_mo(compiled, read_po(file))
        compiled.seek(0)
        words.add_fallback(gettext.GNUTranslations(compiled))
    return words
