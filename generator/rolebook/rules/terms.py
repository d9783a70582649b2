"""The rule about the kit's own words: what the glossary rejects is not used."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.problem import Finding
from rolebook.rules.words import found


def rejected_term(kit: Kit) -> Iterator[Finding]:
    """Find a word that the glossary rejects, anywhere but in the entry that rejects it."""
    entries = [(("glossary", index), term) for index, term in enumerate(kit.glossary) if term.rejected]
    every = {
        tag: tuple(dict.fromkeys(word for _, term in entries for word in term.rejected.get(tag, ())))
        for tag in kit.about.languages
    }
    for path, text in kit.own_texts():
        for tag in text.languages():
            if not found(text[tag], every.get(tag, ())):
                continue
            for entry, term in entries:
                words = found(text[tag], term.rejected.get(tag, ())) if path[:2] != entry else []
                for word in words:
                    right = term.name.unmarked(tag)
                    yield Finding(
                        (*path, tag),
                        f"“{word}” is a word that the glossary rejects.",
                        f"The entry “{term.id}” of the glossary says “{right}” instead.",
                    )
