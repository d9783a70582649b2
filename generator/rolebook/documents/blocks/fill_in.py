"""The bar of a form that is filled in on its page."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks.inlines import Run
from rolebook.documents.blocks.tools import OnPage


@dataclass(frozen=True)
class LetterField:
    """A blank of a letter as a field beside it."""

    name: str
    """The name of the blank, which a letter may have several times."""
    label: str
    hint: str = ""
    """What belongs there."""
    choices: tuple[str, ...] = ()
    """What usually stands there; anything else can be written."""


@dataclass(frozen=True)
class LetterFields(OnPage):
    """The blanks of the letter that follows, as fields beside it: the letter says what is written in them."""

    label: str
    groups: tuple[tuple[str, tuple[LetterField, ...]], ...]
    """The fields under their headings; the first ones have none."""


@dataclass(frozen=True)
class FillIn(OnPage):
    """What is left of a form, what can be done with it, and what comes after it. Its fields are the page's blocks."""

    id: str
    """Under which name a browser keeps what is written, whatever the page's language."""
    days: int
    """For how many days after the last change."""
    language: str
    next: Run | None = None
    """What comes next in the process."""
    is_plan: bool = False
    """Whether it is a plan, of which tasks are done, and not a form, of which fields are filled."""
    is_letter: bool = False
    """Whether it is copied as it reads, and not field by field."""
