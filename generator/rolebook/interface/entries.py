"""The entries of a PO file, each as it was written, or what makes it none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from babel.messages.pofile import unescape

Message = str | tuple[str, str]
"""What is translated: a text, or a singular with its plural."""
_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr|msgstr\[[0-9]\])\s*)?("(?:[^"\\]|\\.)*")')
_KEYWORD = re.compile(r"(msg\w+)")


@dataclass
class Entry:
    """A message of a catalogue: comments, message and translations by keyword, and the line of the message."""

    line: int = 0
    comments: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def message(self) -> Message:
        """Return the message; empty in the header."""
        singular = self.parts.get("msgid", "")
        return (singular, self.parts["msgid_plural"]) if "msgid_plural" in self.parts else singular

    @property
    def is_header(self) -> bool:
        """Tell whether it is the catalogue's header, whose translation says how the others are encoded."""
        return self.message == "" and bool(self.translations)

    @property
    def translations(self) -> tuple[str, ...]:
        """Return the translation, or one for each plural form."""
        return tuple(text for keyword, text in sorted(self.parts.items()) if keyword.startswith("msgstr"))

    @property
    def is_used(self) -> bool:
        """Tell whether it is used: it is not empty, not “fuzzy”, and has no context."""
        later = any(re.search(r"\bfuzzy\b", line) for line in self.comments if line.startswith("#,"))
        return all(text.strip() for text in self.translations) and not later and "msgctxt" not in self.parts


@dataclass(frozen=True)
class NotUnderstood:
    """A line that does not belong into a PO file, and what to do about it; its entry is not used."""

    line: int
    message: str
    hint: str


def entries(text: str) -> Iterator[Entry | NotUnderstood]:
    """Yield every entry of a PO file, in order. What is commented out (`#~`) belongs to the next one's comments."""
    entry, keyword, wrong = Entry(), "", None
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip()
        begins = line.startswith(("#", "msgid ", "msgctxt ", 'msgid"'))
        if begins and any(part.startswith("msgstr") for part in entry.parts):
            yield wrong or _whole(entry)
            entry, keyword, wrong = Entry(), "", None
        if line.startswith("#"):
            entry.comments.append(line)
        elif line and wrong is None:
            found = _LINE.fullmatch(line)
            keyword = found[1] or keyword if found else keyword
            if not found or not keyword or (found[1] and keyword in entry.parts):
                wrong = _not_understood(number, line)
                entry.parts.setdefault("msgstr", "")  # what begins next is another entry
                continue
            entry.line = number if keyword == "msgid" and found[1] else entry.line
            entry.parts[keyword] = entry.parts.get(keyword, "") + unescape(found[2])
    if entry.parts or entry.comments:
        yield wrong or (_whole(entry) if entry.parts else entry)


def _whole(entry: Entry) -> Entry | NotUnderstood:
    if "msgid" not in entry.parts or not entry.translations:
        lacks = "msgid" if "msgid" not in entry.parts else "msgstr"
        return NotUnderstood(max(entry.line, 1), f"This message has no {lacks}.", f'Write a line {lacks} "…".')
    return entry


def _not_understood(number: int, line: str) -> NotUnderstood:
    if line.count('"') - line.count('\\"') != 2:
        hint = 'Each text stands between two quotes; a quote inside of it is written \\".'
    elif _KEYWORD.match(line):
        hint = "A message has one msgid, then one msgstr, or a msgid_plural and msgstr[0], msgstr[1] and so on."
    else:
        hint = 'A line begins with msgid, msgstr, # or a quote (").'
    return NotUnderstood(number, "This line is none of a catalogue.", hint)
