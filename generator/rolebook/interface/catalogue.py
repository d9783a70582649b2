"""Reading a catalogue (gettext's PO): the messages that can be used, and what is wrong with the others.

A catalogue is written by people and by their tools, so nothing in it is believed: what cannot be used is a problem with
its line, and the English stands in its place.
"""

from __future__ import annotations

import codecs
import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from string import Formatter

from babel.core import Locale
from babel.messages.plurals import get_plural

from rolebook.exceptions import RolebookError
from rolebook.interface.entries import Entry, Message, entries
from rolebook.kit.text import forbidden
from rolebook.problem import Problem, Severity

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_PLURALS = re.compile(r"nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*([^;]+);?", re.IGNORECASE)
_LARGEST = 8_000_000
"""Bytes of a catalogue that are read: some ten times what a complete one takes."""
_TRIED = (*range(201), 1_000, 1_000_000)
"""Numbers that a catalogue's plural rule has to have an answer for."""
_ENGLISH = "The English appears instead."

Plural = Callable[[int], int]
"""Which of a message's forms a number takes."""


@dataclass(frozen=True)
class Catalogue:
    """A catalogue as it was read: its usable translations, and its problems.

    Attributes:
        file: Its name, as problems give it.
        text: What the file holds, for showing an offending line.
        entries: Its entries as they were written, the header among them.
        translations: Each message that it translates, with its translation, or one for each plural form.
        plural: Which form a number takes.
        problems: What is wrong with the others.
        is_sound: Whether every line of it was understood, so that nothing is lost when it is written again.
    """

    file: str
    text: str = ""
    entries: tuple[Entry, ...] = ()
    translations: Mapping[Message, tuple[str, ...]] = field(default_factory=dict)
    plural: Plural = bool
    problems: tuple[Problem, ...] = ()
    is_sound: bool = True


def forget() -> None:
    """Forget every catalogue that was read: they have been edited while this process runs."""
    read.cache_clear()


@lru_cache(maxsize=32)
def read(path: Path, tag: str) -> Catalogue:
    """Read a catalogue. Whatever the file holds, is or lacks is a problem, never an exception.

    Args:
        path: The file.
        tag: The language that it translates into.
    """
    here = Path.cwd()
    file = str(path.relative_to(here) if path.is_relative_to(here) else path)
    try:
        text = _text(path)
    except _UnreadableError as error:
        unread = f"This catalogue is not used: {error}."
        problem = Problem(file, error.line, 1, "catalogue-unreadable", unread, error.hint, Severity.WARNING)
        return Catalogue(file, problems=(problem,), is_sound=False)
    written = tuple(entries(text))
    understood = tuple(entry for entry in written if isinstance(entry, Entry))
    problems = [
        _problem(file, mistake.line, "catalogue-syntax", mistake.message, mistake.hint)
        for mistake in written
        if not isinstance(mistake, Entry)
    ]
    header = next((entry for entry in understood if entry.is_header), None)
    number, plural, wrong = _plurals(header, tag)
    problems += [_problem(file, header.line if header else 1, "catalogue-plurals", wrong, "")] if wrong else []
    translations = {}
    for entry in understood:
        if entry.message and entry.is_used:
            mistake = _mistake(entry, number)
            if mistake:
                problems.append(_problem(file, entry.line, *mistake))
            else:
                translations[entry.message] = entry.translations
    return Catalogue(file, text, understood, translations, plural, tuple(sorted(problems)), understood == written)


def _problem(file: str, line: int, code: str, message: str, hint: str) -> Problem:
    return Problem(file, line, 1, code, message, f"{hint} {_ENGLISH}".strip(), Severity.WARNING)


class _UnreadableError(RolebookError):
    """A file that is no catalogue, with the line and what to do."""

    def __init__(self, message: str, hint: str, line: int = 1) -> None:
        super().__init__(message)
        self.hint, self.line = hint, line


def _text(path: Path) -> str:
    save = "Save it as UTF-8, and let its header say “charset=utf-8”."
    try:
        if path.stat().st_size > _LARGEST:
            raise _UnreadableError(f"it is larger than {_LARGEST // 1_000_000} MB", "A complete one has some 100 KB.")
        content = path.read_bytes()
    except OSError as error:
        raise _UnreadableError(f"it cannot be read ({error.strerror})", "") from None
    declared = _CHARSET.search(content)
    charset = declared[1].decode() if declared else "utf-8"
    line = _line(content, declared.start()) if declared else 1
    try:
        codecs.lookup(charset)
        text = content.decode(charset).removeprefix("\ufeff").replace("\r\n", "\n")
        text.encode()  # some codecs give halves of characters, which can be written nowhere
        return text
    except LookupError:
        raise _UnreadableError(f"nobody knows the charset “{charset}” of its header", save, line) from None
    except UnicodeEncodeError:
        raise _UnreadableError(f"it is not text in {charset.upper()}, as its header says", save, line) from None
    except UnicodeDecodeError as error:
        line = _line(content, error.start)
        raise _UnreadableError(f"it is not text in {charset.upper()}, as its header says", save, line) from None
    except ValueError:  # a codec that is none of texts, as “hex”
        raise _UnreadableError(f"“{charset}” is no charset of texts", save, line) from None


def _line(content: bytes, place: int) -> int:
    return len(content[:place].split(b"\n"))


def _plurals(header: Entry | None, tag: str) -> tuple[int, Plural, str]:
    """Read how many plural forms a catalogue has and which one a number takes; report what is wrong in its header."""
    said = re.search(r"^Plural-Forms:(.*)$", header.translations[0] if header else "", re.MULTILINE | re.IGNORECASE)
    usual = plural_forms(tag)
    if said:
        found = _PLURALS.fullmatch(said[1].strip())
        try:
            number, plural = int(found[1]) if found else 0, gettext.c2py(found[2] if found else "")
            if {0 <= plural(n) < number for n in _TRIED} == {True}:
                return number, plural, ""
        except (ValueError, ArithmeticError):
            pass
        wrong = f"This “Plural-Forms” is no rule for plurals; {tag} has “{usual}”."
    else:
        wrong = ""
    number, rule = get_plural(Locale.parse(tag, sep="-"))[:2]
    return int(number), gettext.c2py(str(rule)), wrong


def plural_forms(tag: str) -> str:
    """Return the `Plural-Forms` of a language, as CLDR and gettext know it."""
    number, rule = get_plural(Locale.parse(tag, sep="-"))[:2]
    return f"nplurals={number}; plural={rule};"


def _mistake(entry: Entry, plurals: int) -> tuple[str, str, str] | None:
    """Tell why a translation cannot be used, if it cannot: code, message and hint."""
    originals = (entry.message,) if isinstance(entry.message, str) else entry.message
    forms = plurals if len(originals) > 1 else 1
    if len(entry.translations) != forms:
        said = f"This message has {len(entry.translations)} translations, and {forms} are needed."
        return "catalogue-plurals", said, "Write one for each plural form, msgstr[0] being the first."
    for text in entry.translations:
        character = forbidden(text)
        if character:
            said = f"This translation holds the invisible character {character}."
            return "catalogue-character", said, "Delete it: retype the text by hand."
    for text in entry.translations:
        try:
            wanted = {placeholder for original in originals for placeholder in _placeholders(original)}
            found = set(_placeholders(text))
        except ValueError:
            return "catalogue-placeholder", "A brace is open or closed too often here.", "Write each {name} as it is."
        foreign, missing = found - wanted, wanted - found if forms == 1 else set()
        if foreign:
            return "catalogue-placeholder", f"The message has no {_listed(foreign)}.", "Keep the names in braces."
        if missing:
            return "catalogue-placeholder", f"{_listed(missing)} is missing here.", "Keep what stands in braces."
    return None


def _placeholders(text: str) -> Iterator[str]:
    """Return the placeholders of a message as they are written, in braces."""
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None:
            yield f"{{{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}}}"


def _listed(placeholders: set[str]) -> str:
    return ", ".join(sorted(placeholders))
