"""Rules about fairness: titles, words and lists that keep good candidates from applying."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import Need
from rolebook.kit.text import Text
from rolebook.kit.vacancies import vacancies_of
from rolebook.kit.walk import walk
from rolebook.problem import Finding, Path
from rolebook.rules import paths
from rolebook.rules.words import found, words

REQUIRED = 6
"""Required skills from which on a list deters more than it tells (editorial default)."""


def required_count(kit: Kit) -> Iterator[Finding]:
    """Find a list of required skills so long that it deters."""
    for path, role in paths.roles(kit):
        required = sum(need.need is Need.REQUIRED for need in role.skills)
        if required > REQUIRED:
            yield Finding(
                (*path, "skills"),
                f"“{role.id}” requires {required} skills; beyond {REQUIRED}, able people do not apply.",
                "Mark as “preferred” what can be learned in the first months.",
            )


def _advertised(path: Path, role: Role) -> Iterator[tuple[Path, Text]]:
    """Yield what candidates read of a role, with its path."""
    for name in ("title", "summary", "purpose", "conditions"):
        yield (*path, name), getattr(role, name)
    for index, duty in enumerate(role.duties):
        yield (*path, "duties", index, "text"), duty.text
    for vacancy in vacancies_of(role):
        yield from (
            ((*path, *vacancy.keys, *keys), text) for keys, text in walk(vacancy.posting) if isinstance(text, Text)
        )


def gendered_wording(kit: Kit) -> Iterator[Finding]:
    """Find a word that readers take for one gender's, in what candidates read."""
    seen: set[int] = set()  # what several roles take over from one is one text
    for path, role in paths.roles(kit):
        for place, text in _advertised(path, role):
            if id(text) in seen:
                continue
            seen.add(id(text))
            for tag in text.languages():
                lists = words(tag).gendered
                trade = set(found(text[tag], lists.get("trade", [])))
                for gender in ("masculine", "feminine"):
                    for word in found(text[tag], lists.get(gender, [])):
                        if word not in trade:
                            yield Finding(
                                (*place, tag),
                                f"“{word}” is read as a {gender} word.",
                                "Say the same in a neutral word, or leave it where it is exact.",
                            )


def title_for_one_gender(kit: Kit) -> Iterator[Finding]:
    """Find a title that names men only, in a language where titles have a gender."""
    for path, role in paths.roles(kit):
        for tag in role.title.languages():
            endings, title = words(tag).both_genders, role.title[tag]
            neutral = title.split()[0].endswith("ة") or any(ending in title for ending in endings)
            if endings and not neutral:
                yield Finding(
                    (*path, "title", tag),
                    f"“{title}” names men only.",
                    f"Write both forms, as with “{endings[0]}” after the first word, or name the work: “إدارة …”.",
                )
