"""The block at the head of a public page: what it comes to at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks.inlines import words
from rolebook.documents.blocks.prose import Action, Definitions, Paragraph
from rolebook.documents.blocks.tools import OnPage


@dataclass(frozen=True)
class Highlights(OnPage):
    """The few facts that decide whether somebody reads on, at the head of a page; on large screens they stay in sight.

    Attributes:
        label: What these facts are called.
        items: The facts: what each is called, and what it says, in lines.
        blocks: What a reader is asked to do about them, and what else there is to read.
        pay: What the fact about the pay is called, whose figures are larger than the rest; empty where there is none.
    """

    label: str
    items: tuple[tuple[str, str], ...]
    blocks: tuple[Action | Paragraph, ...] = ()
    pay: str = ""

    def as_list(self, separator: str) -> Definitions:
        """The facts as a list, for formats of text; `separator` stands between the lines of one."""
        return Definitions(tuple((words(name), words(separator.join(said.split("\n")))) for name, said in self.items))
