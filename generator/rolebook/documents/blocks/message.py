"""Blocks of what is sent to somebody: a message with places that are still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Blank:
    """A place in a message that whoever sends it fills in."""

    name: str
    """The field's name; the same one stands for the same thing in every message of a page."""
    label: str
    """What belongs there."""

    @property
    def shown(self) -> str:
        """What stands there as long as it is empty."""
        return f"[{self.label}]"


_ADDRESS: Final = re.compile(r"https?://\S*[^\s.,;:!?)،؛]")

Wording = tuple[str | Blank, ...]
"""Words and blanks in order; a line break ends a line, two end a paragraph."""


@dataclass(frozen=True)
class OfVacancy:
    """What a message says of one of several vacancies: a page shows that of the one that is chosen."""

    name: str
    start: int
    """The first of the text's parts that say it."""
    end: int
    """The first part after them."""


@dataclass(frozen=True)
class Message:
    """A message to be sent, or a script to be spoken, with its blanks. On a page they are filled in above it."""

    anchor: str
    """Unique on its page."""
    subject: Wording
    """The subject line; none where it is spoken, or sent where there is no such line."""
    text: Wording
    spoken: bool = False
    vacancies: tuple[OfVacancy, ...] = ()
    """Where it speaks of several: one of them is chosen."""

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Its blanks, each once, in order."""
        return tuple(dict.fromkeys(part for part in (*self.subject, *self.text) if isinstance(part, Blank)))

    @property
    def lines(self) -> tuple[Wording, ...]:
        """The text's lines; an empty one stands between two paragraphs."""
        lines: list[list[str | Blank]] = [[]]
        for part in self.text:
            if isinstance(part, Blank):
                lines[-1].append(part)
                continue
            first, *others = part.split("\n")
            lines[-1].append(first)
            lines.extend([other] for other in others)
        return tuple(tuple(piece for piece in line if piece) for line in lines)


def plain(wording: Wording) -> str:
    """Wording as plain text, with each blank in brackets."""
    return "".join(part.shown if isinstance(part, Blank) else part for part in wording)


def addresses(text: str) -> Iterator[tuple[str, bool]]:
    """The stretches of a text, each with whether it is a web address: that reads from left to right anywhere."""
    end = 0
    for found in _ADDRESS.finditer(text):
        yield text[end : found.start()], False
        yield found.group(), True
        end = found.end()
    yield text[end:], False
