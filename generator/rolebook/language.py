"""Languages: their words come from gettext catalogues, everything else from CLDR."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from babel.dates import format_date, format_skeleton, get_date_format
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent, get_currency_name
from babel.units import format_unit

from rolebook.interface import catalogue
from rolebook.interface.entries import Message
from rolebook.interface.template import ENDINGS, READERS, messages
from rolebook.tags import fallbacks, locale, script

SHIPPED = Path(__file__).parent / "locale"
"""The interface's catalogues, `<tag>.po` and `<tag>.reference.po`. English needs none: it is what the code says."""
CODE_LANGUAGE = "en"
"""The language that the interface's words are written in, in code and templates."""
INTERNATIONAL_ENGLISH = "en-001"
"""How English without a region writes days and lists: “23 November 2026”, “a, b and c”; `en-US` does not."""
_SAMPLES = 1000
"""Numbers, from 0 on, among which each plural category of a language that whole numbers have is found."""


class Language:
    """A language: its words, plural forms, dates and numbers. Two are equal if they have the same words.

    Args:
        tag: The language tag, such as `ar` or `pt-BR`.
        catalogues: Folders that may hold its catalogues. A word is said as the first one that has it says it.

    Raises:
        ValueError: CLDR has no data for the tag.
    """

    def __init__(self, tag: str, catalogues: Sequence[Path] = (SHIPPED,)) -> None:
        self.tag = tag
        self.locale = locale(tag)
        self._formats = locale(INTERNATIONAL_ENGLISH) if tag == CODE_LANGUAGE else self.locale
        found = [catalogue.read(*file) for file in catalogue_files(tag, catalogues)]
        self.catalogue_hash = hashlib.sha256("".join(known.text for known in found).encode()).hexdigest()
        """What its words are: it changes with every word of its catalogues."""
        self._numbers: dict[float, str] = {}
        self._words: dict[Message, tuple[tuple[str, ...], catalogue.Plural]] = {}
        for known in reversed(found):  # what the first ones say stands in the end
            self._words |= {message: (words, known.plural) for message, words in known.translations.items()}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    @property
    def _identity(self) -> tuple[str, str]:
        return self.tag, self.catalogue_hash

    @property
    def direction(self) -> str:
        """Return `rtl` or `ltr`."""
        return self.locale.text_direction

    @property
    def name(self) -> str:
        """Return its name in itself, for a language switch."""
        found = self.locale.languages.get(str(self.locale)) or self.locale.display_name or self.tag
        return str(found[:1].upper() + found[1:])

    @property
    def script(self) -> str:
        """Return the script that it is written in (ISO 15924), as `Arab`."""
        return script(self.tag)

    @property
    def letters(self) -> str:
        """Return letters that it cannot do without: those of its own name, the months and the days."""
        told = (self.name, *self.locale.months["format"]["wide"].values(), *self.locale.days["format"]["wide"].values())
        return "".join(sorted({letter for word in told for letter in word if letter.isalpha()}))

    def script_name(self, script: str) -> str:
        """Return the name of a script (ISO 15924)."""
        return str(self.locale.scripts.get(script, script))

    @property
    def coverage(self) -> tuple[int, int]:
        """Count the interface's messages for readers: those that it has words for, and all."""
        every = messages(READERS)
        return len(every) if self.locale.language == CODE_LANGUAGE else len(every & self._words.keys()), len(every)

    def name_of(self, tag: str) -> str:
        """Return the name of another language in this one."""
        return locale(tag).get_display_name(self.locale) or tag

    def gettext(self, message: str, **values: object) -> str:
        """Return the interface's words for `message`, with `{placeholders}` filled in."""
        words: str = self._words[message][0][0] if message in self._words else message
        return words.format(**values) if values else words

    def ngettext(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Return the words for `n` things, in the plural form that the language has for it; `{n}` is the number."""
        forms, form = self._words.get((singular, plural), ((singular, plural), _english))
        return forms[form(n)].format(n=self.number(n), **values)

    def plural_forms(self, singular: str, plural: str) -> dict[str, str]:
        """Return the words for a number of things, by CLDR's plural category, as `Intl.PluralRules` names it."""
        forms, form = self._words.get((singular, plural), ((singular, plural), _english))
        return {category: forms[form(n)] for category, n in self._sampled.items()} | {"other": forms[-1]}

    @cached_property
    def _sampled(self) -> dict[str, int]:
        """A number of each plural category that whole numbers have."""
        samples = (*reversed(range(_SAMPLES)), 1)  # 1 is the best sample of its category: French counts 0 like it
        return {self.locale.plural_form(n): n for n in samples}

    def number(self, value: float) -> str:
        """Format a number with the language's separators, in European digits (decided for the whole product)."""
        if value not in self._numbers:
            self._numbers[value] = format_decimal(value, locale=self.locale)
        return self._numbers[value]

    def percent(self, value: int) -> str:
        """Format a share in per cent, as “25%”."""
        return format_percent(value / 100, locale=self.locale)

    def numbers(self, values: Iterable[float]) -> list[str]:
        """Format numbers that are read together with the same number of decimals: 4.0 and 3.6."""
        pattern = self.locale.decimal_formats[None]
        exact = [Decimal(str(value)) for value in values]
        rounded = [round(value, pattern.frac_prec[1]).normalize() for value in exact]
        places = max((-int(value.as_tuple().exponent) for value in rounded), default=0)
        if places <= 0:
            return [self.number(int(value)) for value in rounded]
        same = copy(pattern)
        same.frac_prec = (places, places)
        return [same.apply(value, self.locale) for value in rounded]

    def size(self, size: int) -> str:
        """Format the size of a file, in kilobytes or megabytes."""
        if size < 1_000_000:
            return format_unit(max(1, round(size / 1000)), "kilobyte", "short", locale=self.locale)
        return format_unit(round(size / 1_000_000, 1), "megabyte", "short", locale=self.locale)

    def duration(self, minutes: int) -> str:
        """Format a length of time that may be longer than an hour, as “2 hours and 45 minutes”."""
        hours, rest = divmod(minutes, 60)
        parts = (
            format_unit(count, f"duration-{unit}", locale=self.locale)
            for count, unit in ((hours, "hour"), (rest, "minute"))
            if count
        )
        return self.join(list(parts))

    def country(self, code: str) -> str:
        """Return the name of a country (ISO 3166-1, two letters)."""
        return str(self.locale.territories.get(code, code))

    def currency(self, code: str, amount: float) -> str:
        """Return the name of a currency (ISO 4217) after an amount, as “Saudi riyals”."""
        return get_currency_name(code, amount, locale=self.locale)

    def short_date(self, day: date) -> str:
        """Format a day for a table's cell, with a short name of the month."""
        return format_skeleton("yMMMd", day, locale=self._formats)

    @property
    def date_pattern(self) -> str:
        """Return how it writes a day in numbers, as `dd/mm/yyyy`: by the order of CLDR's short date."""
        short = str(get_date_format("short", locale=self._formats).pattern).lower()
        return "/".join({"d": "dd", "m": "mm", "y": "yyyy"}[part] for part in dict.fromkeys(re.findall("[dmy]", short)))

    def date(self, day: date) -> str:
        """Format a day with the month's name."""
        return format_date(day, format="long", locale=self._formats)

    def join(self, parts: Sequence[str]) -> str:
        """Join parts as the language does: “a, b and c”."""
        return format_list(list(parts), locale=self._formats) if parts else ""

    def choice(self, parts: Sequence[str]) -> str:
        """Join parts of which one applies: “a, b or c”."""
        return format_list(list(parts), style="or", locale=self._formats) if parts else ""


def language_of(kit: Path, tag: str) -> Language:
    """Return a language for a kit's file: a folder `locale` beside it may have words of its own."""
    return Language(tag, (own_folder(kit), SHIPPED))


def own_folder(kit: Path) -> Path:
    """Return the folder of a kit's own catalogues."""
    return kit.parent / "locale"


def own_catalogues(kit: Path, tags: Sequence[str]) -> list[catalogue.Catalogue]:
    """Read a kit's own catalogues, those of the languages named."""
    found = dict.fromkeys(file for tag in tags for file in catalogue_files(tag, (own_folder(kit),)))
    return [catalogue.read(*file) for file in found]


def _english(n: int) -> int:
    return int(n != 1)


def catalogue_files(tag: str, folders: Sequence[Path]) -> tuple[tuple[Path, str], ...]:
    """Return the catalogues that exist for a language, each with its own tag, in the order of preference.

    What is for `ar` serves `ar-SA` as well, after its own.
    """
    places = (
        (folder, fallback, ending) for folder in folders for fallback in fallbacks(tag) for ending in ENDINGS.values()
    )
    paths = ((folder / f"{fallback}{ending}", fallback) for folder, fallback, ending in places)
    return tuple((path, fallback) for path, fallback in paths if path.is_file())


def forget_catalogues() -> None:
    """Forget the catalogues that were read: they have been edited while this process runs."""
    catalogue.forget()
