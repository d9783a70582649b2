"""A problem in the input: a value that is collected and shown, never an exception in flight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


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

    @property
    def position(self) -> str:
        """`file:line:column`, as compilers print it and editors jump to it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Finding:
    """A problem that a rule found in a kit, before it is known where in the file that is."""

    path: Path
    message: str
    hint: str = ""
    places: tuple[Path, ...] = ()
    """Further places that it is about, of which the lines are told."""
