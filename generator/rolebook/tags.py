"""Language tags (BCP 47): which ones CLDR has data for, how they are written, and which can stand in for others."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from babel.core import Locale, UnknownLocaleError, get_global

PATTERN: Final = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))?$"
"""A language, perhaps with a script (`sr-Latn`), a region (`en-GB`, `es-419`) and a variant (`ca-ES-valencia`)."""
_WORLD: Final = ("001", "419", "150")
"""The world, Latin America and Europe: what CLDR has for the regions that it has no data of their own for."""


def locale(tag: str) -> Locale:
    """Return what CLDR knows of a language.

    Raises:
        ValueError: It has no data for exactly that tag.
    """
    found = _parsed(tag) if re.match(PATTERN, tag) else None
    if found is None or not _is_meant(tag, found):
        raise ValueError(tag)
    return found


def is_known(tag: str) -> bool:
    """Tell whether `tag` is a language tag, written as it should be, that CLDR has data for."""
    try:
        return bool(locale(tag))
    except ValueError:
        return False


def is_script(code: str) -> bool:
    """Tell whether `code` is a script's (ISO 15924), such as `Jpan`, that CLDR has a name for."""
    return code in locale("en").scripts


def suggestions(tag: str) -> tuple[str, ...]:
    """Return what an unknown tag may have meant: `en-GB` for “EN_gb”, `en-001` or `en` for “en-SA”."""
    written = _written(tag)
    language, *rest = written.split("-")
    regional = any(re.fullmatch("[A-Z]{2}|[0-9]{3}", part) for part in rest)
    world = [regional_tag for region in _WORLD if is_known(regional_tag := f"{language}-{region}")][:regional]
    candidates = (written, _alias(written), _alias(language), *world, language)
    known = tuple(dict.fromkeys(candidate for candidate in candidates if is_known(candidate)))
    return known[:1] if known[:1] == (written,) else known


def script(tag: str) -> str:
    """Return the script that a language is written in (ISO 15924), as `Arab`; `Latn` where CLDR does not say."""
    found = locale(tag)
    return found.script or next((part for name in _chain(found) if (part := _likely(name)[1])), "Latn")


def region(tag: str) -> str:
    """Return the region of a tag, or the likeliest one (ISO 3166-1 or UN M.49); or an empty string."""
    found = locale(tag)
    return found.territory or next((part for name in _chain(found) if (part := _likely(name)[2])), "")


def fallbacks(tag: str) -> tuple[str, ...]:
    """Return the tags whose words may stand in for a language's: `ar-SA`, `ar`, never in another script."""
    found = [_written(name) for name in _chain(locale(tag))]
    return tuple(dict.fromkeys((tag, *(fallback for fallback in found if script(fallback) == script(tag)))))


def nearest(tag: str, is_there: Callable[[str], bool]) -> str | None:
    """Return the first of a tag and its fallbacks for which something exists: a catalogue, a file, a list of words."""
    return next((fallback for fallback in fallbacks(tag) if is_there(fallback)), None)


@cache
def _parsed(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _is_meant(tag: str, found: Locale) -> bool:
    """Tell whether Babel has not taken a tag for another one: it reads `ru-Latn` as `ru`, and `iw` as `he-IL`."""
    return _written(str(found)) == tag or (
        found.variant is None and found.script is not None and f"{found.language}-{found.territory}" == tag
    )


def _written(tag: str) -> str:
    """Return a tag, or CLDR's name of a locale, in the usual letters: en-GB, sr-Latn, ca-ES-valencia."""
    language, *rest = re.split("[-_]", tag.strip())
    usual = (
        part.title() if len(part) == 4 and part.isalpha() else part.upper() if len(part) < 4 else part.lower()
        for part in rest
    )
    return "-".join((language.lower(), *usual))


def _alias(tag: str) -> str:
    """Return what CLDR calls a language today: `he` for `iw`, `sr-Latn` for `sh`."""
    return _written(str(get_global("language_aliases").get(tag, "")))


def _chain(found: Locale) -> tuple[str, ...]:
    """Return a locale and its parents in CLDR, which fill in what it does not say, the nearest first."""
    exceptions, names, name = get_global("parent_exceptions"), list[str](), str(found)
    while name and name != "root":
        names.append(name)
        name = exceptions.get(name) or name.rpartition("_")[0]
    return tuple(names)


def _likely(name: str) -> tuple[str, str, str]:
    """Return the likeliest language, script and region of a locale (CLDR); empty strings where it says nothing."""
    language, _, rest = str(get_global("likely_subtags").get(name, "")).partition("_")
    likely_script, _, likely_region = rest.partition("_")
    return language, likely_script, likely_region
