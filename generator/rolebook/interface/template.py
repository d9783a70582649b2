"""The messages to translate, and the catalogues that translate them: new ones, and ones that are brought up to date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel.core import Locale
from babel.messages.pofile import normalize

from rolebook.interface.catalogue import Catalogue, plural_forms
from rolebook.interface.entries import Entry, Message, entries

READERS, MAINTAINERS = "messages", "reference"
"""The two domains, as their templates are called."""
ENDINGS = {READERS: ".po", MAINTAINERS: ".reference.po"}
"""What the catalogues of a domain end with, behind the language's tag."""
_FOLDER = Path(__file__).parent.parent / "locale"
_FLAGS = "#, "


@cache
def template(domain: str) -> tuple[Entry, ...]:
    """Return every message of a domain, with the comments that say where it stands (`make messages` writes them)."""
    found = entries((_FOLDER / f"{domain}.pot").read_text("utf-8"))
    return tuple(entry for entry in found if isinstance(entry, Entry) and entry.message)


@cache
def messages(domain: str) -> frozenset[Message]:
    """Return the messages of a domain."""
    return frozenset(entry.message for entry in template(domain))


def written(tag: str, domain: str, known: Catalogue | None = None) -> str:
    """Return a catalogue with every message of a domain: empty, or with the translations known so far.

    Nothing is lost of what is known: not its header, comments or translations. What is no message any more is commented
    out; what belongs to the other domain stays where it is.

    Args:
        tag: The language's tag.
        domain: What it translates.
        known: The catalogue as it was, if there was one: a sound one.
    """
    every = known.entries if known else ()
    before = {entry.message: entry for entry in every if entry.parts and "msgctxt" not in entry.parts}
    header = before.pop("", None) or _header(tag)
    forms = int(found[1]) if (found := re.search(r"nplurals\s*=\s*(\d)", header.translations[0])) else 1
    parts = [_lines(header)]
    for entry in template(domain):
        parts.append(_lines(_joined(entry, before.pop(entry.message, None), forms)))
    elsewhere = frozenset().union(*(messages(other) for other in ENDINGS if other != domain))
    parts += [_lines(entry) for entry in every if entry.message in elsewhere and entry.message in before]
    unknown = before.keys() - elsewhere
    gone = (entry for entry in every if entry.message in unknown or "msgctxt" in entry.parts)
    parts.append("".join((*(_lines(entry) for entry in every if not entry.parts), *map(_commented_out, gone))))
    return "\n".join(part for part in parts if part)


def _header(tag: str) -> Entry:
    name = Locale.parse(tag, sep="-").get_display_name("en")
    said = (
        f"Language: {tag}",
        f"Plural-Forms: {plural_forms(tag)}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    comment = f"# Rolebook's own words in {name}. What is empty appears in English."
    return Entry(0, [comment], {"msgid": "", "msgstr": "".join(f"{line}\n" for line in said)})


def _joined(entry: Entry, before: Entry | None, forms: int) -> Entry:
    """Join a message of the template with what was written for it: comments, flags, translation."""
    keys = [f"msgstr[{form}]" for form in range(forms)] if isinstance(entry.message, tuple) else ["msgstr"]
    own = [line for line in before.comments if not line.startswith(("#.", "#:", "#,"))] if before else []
    flags = dict.fromkeys(flag for source in (before, entry) if source for flag in _flags(source))
    comments = [*own, *(line for line in entry.comments if not line.startswith("#,"))]
    comments += [_FLAGS + ", ".join(flags)] if flags else []
    words = {key: text for key, text in before.parts.items() if key.startswith("msgstr")} if before else {}
    original = {key: text for key, text in entry.parts.items() if key.startswith("msgid")}
    return Entry(0, comments, original | dict.fromkeys(keys, "") | words)


def _flags(entry: Entry) -> Iterator[str]:
    for line in entry.comments:
        if line.startswith("#,"):
            yield from (flag.strip() for flag in line[2:].split(","))


def _lines(entry: Entry) -> str:
    """Return an entry as it stands in a file."""
    return "".join(f"{line}\n" for line in (*entry.comments, *_keywords(entry)))


def _keywords(entry: Entry) -> Iterable[str]:
    for keyword, text in entry.parts.items():
        said = re.sub(r"charset=[\w.:-]+", "charset=utf-8", text) if entry.is_header and keyword == "msgstr" else text
        yield from f"{keyword} {normalize(said, width=120)}".split("\n")


def _commented_out(entry: Entry) -> str:
    own = [line for line in entry.comments if not line.startswith(("#.", "#:"))]
    return "".join(f"{line}\n" for line in (*own, *(f"#~ {line}" for line in _keywords(entry))))
