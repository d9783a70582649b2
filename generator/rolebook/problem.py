"""Problems in the input: values that are collected and shown, not exceptions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

_HIDDEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)
"""What cannot be seen and changes what is: controls, escape sequences, line breaks, bidirectional overrides."""
_COMMAND: Final = re.compile(r"##(?=\[|vso\[)")
"""How a line of a log commands the machine that runs it, wherever it stands in the line."""


def printable(text: str) -> str:
    r"""Return a text as one line without invisible characters: they are written out, as `\x1b` or `\u202e`.

    For every message that repeats what a file says: shown on a terminal or in a log, it can neither begin a line of
    its own, nor move the cursor, nor give commands.
    """
    return _COMMAND.sub("#♯", _HIDDEN.sub(_written_out, text))


def _written_out(match: re.Match[str]) -> str:
    code = ord(match.group())
    named = {9: "\\t", 10: "\\n", 13: "\\r"}
    return named.get(code) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


class Severity(StrEnum):
    """How much a problem matters: an error stops a build, a warning or a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


Texts = Mapping[str, str]
"""What files say, by their names in problems."""
NO_TEXTS: Texts = MappingProxyType({})
Path = tuple[str | int, ...]
"""The way to a value in the kit's data: keys and indexes, as `("roles", 0, "title")`."""


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, where, and what to do about it.

    Attributes:
        file: The file's name as the maintainer gave it.
        line: Line in it, from 1.
        column: Column in that line, from 1, in characters.
        code: A stable name of the kind of problem, in kebab-case.
        message: What is wrong, in one sentence.
        hint: What was expected or what to do, or an empty string.
        severity: Whether it stops a build.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        """Write out what could do more than be read, wherever the problem is shown."""
        object.__setattr__(self, "message", printable(self.message.strip()))
        object.__setattr__(self, "hint", printable(self.hint.strip()))

    @property
    def position(self) -> str:
        """Return `file:line:column`, as compilers print it and editors jump to it."""
        return f"{printable(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Finding:
    """A problem that a rule found in a kit, before it is known where in the file that is."""

    path: Path
    message: str
    hint: str = ""
    places: tuple[Path, ...] = ()
    """Further places that it is about, of which the lines are told."""
    place: tuple[int, int] | None = None
    """Line and column, where they are known and are not where the path leads."""
