"""What stands in a line: text, links, marks, and what backs a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rolebook.documents.blocks.targets import Target


@dataclass(frozen=True)
class Run:
    """A stretch of text, perhaps strong, perhaps a link to a document or a web address."""

    text: str
    to: Target | None = None
    url: str = ""
    strong: bool = False
    field: str = ""
    """The field of the page's form whose words stand here instead, once it has any; or an empty string."""
    language: str = ""
    """The tag of the language that it is in, where that is not the document's."""


@dataclass(frozen=True)
class Mark:
    """A short label that sorts what it stands beside, such as “required”."""

    text: str
    tone: Literal["plain", "strong", "good", "warn", "muted"] = "plain"
    part: float | None = None
    """How long the bar beside it is that a page draws, from 0 to 1."""


@dataclass(frozen=True)
class Evidence:
    """What backs a claim: facts by number, or nothing, which makes it the kit's own editorial advice."""

    facts: tuple[tuple[str, str], ...] = ()
    """Number and text of each fact."""


Inline = Run | Mark | Evidence
Inlines = tuple[Inline, ...]


def words(text: str) -> Inlines:
    """A text as inlines."""
    return (Run(text),)
