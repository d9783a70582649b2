"""Rules about unfinished languages: drafts, and words of the interface that appear in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from rolebook.kit import Kit
from rolebook.kit.text import Text
from rolebook.problem import Finding, Path

Coverage = Mapping[str, tuple[int, int]]
"""By language: how many of the interface's messages are translated, and how many there are."""
NOTHING_KNOWN: Coverage = MappingProxyType({})
_FIRST = 5
"""Places that are named of all where a text is missing."""


def draft_language(kit: Kit) -> Iterator[Finding]:
    """Find a language that is a draft, of the kit or of a role, and texts that it lacks."""
    yield from _of_roles(kit)
    for tag in kit.about.drafts:
        texts = list(kit.draft_texts(tag))
        missing = _missing(tag, texts)
        if missing:
            said = f"{tag} is a draft: {len(missing)} of {len(texts)} texts are not translated yet."
            hint = f"They appear in {kit.about.languages[0]}, marked; the careers site leaves {tag} out."
        else:
            said = f"{tag} is a draft, and every text is translated."
            hint = f"To publish it, write {tag} instead of {{tag: {tag}, draft: true}}."
        yield Finding(("kit", "languages", kit.about.languages.index(tag)), said, hint, missing[:_FIRST])


def _of_roles(kit: Kit) -> Iterator[Finding]:
    """Find a role that is a draft in a language, and texts that it lacks."""
    for index, role in enumerate(kit.roles):
        texts = [(path, text) for path, text in kit.own_texts() if path[:2] == ("roles", index)] if role.drafts else []
        for number, tag in enumerate(role.drafts):
            missing = _missing(tag, texts)
            if missing:
                said = f"This role is a draft in {tag}: {len(missing)} of {len(texts)} texts are not translated yet."
                hint = f"The sites leave it out in {tag}; without the mark under “drafts” each of these is an error."
            else:
                said = f"This role is a draft in {tag}, and every text is translated."
                hint = f"To publish it in {tag}, take {tag} out of “drafts”."
            yield Finding(("roles", index, "drafts", number), said, hint, missing[:_FIRST])


def _missing(tag: str, texts: Iterable[tuple[Path, Text]]) -> tuple[Path, ...]:
    return tuple(path for path, text in texts if tag not in text.root)


def interface_coverage(kit: Kit, coverage: Coverage) -> Iterator[Finding]:
    """Find a published language that Rolebook's own words are not all translated into."""
    yield from _in_english(kit, coverage, kit.about.published)


def draft_interface(kit: Kit, coverage: Coverage) -> Iterator[Finding]:
    """Find a draft that Rolebook's own words are not all translated into yet."""
    yield from _in_english(kit, coverage, kit.about.drafts)


def _in_english(kit: Kit, coverage: Coverage, among: tuple[str, ...]) -> Iterator[Finding]:
    for number, tag in enumerate(kit.about.languages):
        said, every = coverage.get(tag, (0, 0))
        if said < every and tag in among:
            yield Finding(
                ("kit", "languages", number),
                f"Of the {every} messages of the interface that readers see, {said} are translated into {tag}; the "
                "others appear in English.",
                f"`rolebook translate --interface {tag}` writes what is missing into locale/{tag}.po.",
            )
