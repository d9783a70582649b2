"""Rules about search strings: sites read them as meant, and they find good people in each of the kit's languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rolebook import tags
from rolebook.fonts.characters import script
from rolebook.kit import Kit
from rolebook.kit.searches import Fault, MalformedSearchError, Search, Term, Terms, exclusions, parsed
from rolebook.problem import Finding, Path
from rolebook.rules import paths

LONGEST: Final = 900
"""Characters of a search string (editorial default): sites take different lengths, and few say how much."""

_SAID: Final = {
    Fault.CURLY_QUOTES: ("has the quotation mark {at}", 'Use straight ones (").'),
    Fault.OPEN_QUOTE: ("opens a quotation mark that nothing closes: {at}", 'Write " before and after each phrase.'),
    Fault.BRACKETS: ("has a bracket without its partner", "Write ( before and ) after each group."),
    Fault.LOWER_CASE: ("has the operator “{at}” in lower case", "Write AND, OR and NOT in capitals."),
    Fault.NO_OPERATOR: ("has no operator before {at}", "Write AND or OR there, or put a phrase in quotation marks."),
    Fault.NO_TERM: ("lacks a term where “{at}” stands", "Write a word or a phrase there, or remove the operator."),
    Fault.MIXED: ("mixes AND and OR without brackets", "Put what belongs together in brackets."),
}


def search_syntax(kit: Kit) -> Iterator[Finding]:
    """Find a search string that sites cannot read, or read in another way than it was meant."""
    for path, text in _written(kit):
        try:
            parsed(text)
        except MalformedSearchError as error:
            said, hint = _SAID[error.fault]
            yield Finding(path, f"The search string {said.format(at=error.at)}.", hint)
    for path, terms in _terms(kit):
        for tag, listed in terms.items():
            for index, term in enumerate(listed):
                if set(term) & set('"“”()'):
                    yield Finding(
                        (*path, tag, index),
                        f"The search term “{term}” contains a quotation mark or a bracket.",
                        "Write the words alone: search strings are put together from them.",
                    )


def search_excludes(kit: Kit) -> Iterator[Finding]:
    """Find a search string that leaves people out by a word that good candidates may also have in their CV."""
    for path, text in _written(kit):
        for left_out in exclusions(search) if (search := _read(text)) else ():
            word = left_out.text if isinstance(left_out, Term) else "…"
            yield Finding(
                path,
                f"The search string leaves out everybody whose CV mentions “{word}”.",
                "Remove NOT, and name what you look for instead.",
            )


def search_too_long(kit: Kit) -> Iterator[Finding]:
    """Find a search string that is longer than many sites accept."""
    for path, tag, text in _composed(kit):
        if len(text) > LONGEST:
            named = f" in “{tag}”" if tag else ""
            yield Finding(
                path,
                f"The search string{named} for this background has {len(text)} characters; up to {LONGEST} is usual.",
                "Remove the terms that find the fewest people.",
            )


def search_language(kit: Kit) -> Iterator[Finding]:
    """Find search strings none of which finds profiles that are written in one of the kit's languages."""
    for index, background in enumerate(kit.backgrounds):
        read = [search for _, text in background.searches(()) if (search := _read(text))]
        for tag in kit.about.languages:
            if not any(_finds(search, tag) for search in read):
                yield Finding(
                    ("backgrounds", index, "id"),
                    f"No search string for “{background.id}” finds a profile that is written in “{tag}” alone.",
                    f"List under `titles:`, `{tag}:` what such people call themselves in that language.",
                )
    for path, role in paths.roles(kit):
        for index, group in enumerate(role.search_terms):
            for tag in kit.about.languages:
                if not any(_is_in(term, tag) for term in group.get(tag, ())):
                    yield Finding(
                        (*path, "search_terms", index),
                        f"This group has no term that a profile in “{tag}” alone could contain.",
                        f"List such terms under `{tag}:`; without them, search strings find too many people or nobody.",
                    )


def _written(kit: Kit) -> Iterator[tuple[Path, str]]:
    """Search strings that are written out."""
    for index, background in enumerate(kit.backgrounds):
        if background.search is not None:
            yield ("backgrounds", index, "search"), background.search


def _terms(kit: Kit) -> Iterator[tuple[Path, Terms]]:
    """Terms that search strings are put together from."""
    for index, background in enumerate(kit.backgrounds):
        yield ("backgrounds", index, "titles"), background.titles
    for path, role in paths.roles(kit):
        for index, group in enumerate(role.search_terms):
            yield (*path, "search_terms", index), group


def _composed(kit: Kit) -> Iterator[tuple[Path, str, str]]:
    """Every search string of every role, with the language of the profiles."""
    for path, role in paths.roles(kit):
        for index, background_id in enumerate(role.backgrounds):
            for tag, text in kit.background(background_id).searches(role.search_terms):
                yield (*path, "backgrounds", index), tag, text


def _read(text: str) -> Search | None:
    """A search string; None if it cannot be read, which `search-syntax` reports."""
    try:
        return parsed(text)
    except MalformedSearchError:
        return None


def _finds(search: Search, tag: str) -> bool:
    """Tell whether a search finds profiles that contain only terms in the script of a language."""
    left_out = {part.text for part in exclusions(search) if isinstance(part, Term)}
    return search.holds(lambda term: term not in left_out and _is_in(term, tag))


def _is_in(term: str, tag: str) -> bool:
    """Tell whether a term is written in the script of a language."""
    return tags.script(tag) in map(script, term)
