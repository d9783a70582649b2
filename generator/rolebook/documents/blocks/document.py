"""A document: its title, what it says as blocks, and what is known of it beside."""

from __future__ import annotations

import hashlib
from dataclasses import KW_ONLY, dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rolebook.documents.blocks.inlines import Run
from rolebook.documents.blocks.role_bar import RoleBar
from rolebook.documents.blocks.targets import Kind

if TYPE_CHECKING:
    from rolebook.documents.blocks import Block, FillIn


@dataclass(frozen=True)
class Document:
    """A document in one language.

    Attributes:
        kind: What kind of document it is.
        subject: The id of the role, skill or model that it is about, or an empty string.
        language: The language's tag.
        title: Its title, also the page's main heading.
        description: A sentence for search results and previews.
        blocks: What it says.
        eyebrow: What it belongs to, shown above the title.
        trail: The documents above it, from the home page down.
        bar: The bar of the role that it is about, for its page.
        form: If it is a form: how it is filled in on its page.
        searchable: Whether its body belongs into the search index; its title and description always do.
        parts: The documents that it consists of, where it consists of any: a handbook's.
        indexed: Whether search engines may list its page, if it is public at all.
        files_last: Whether its page offers its files at the end, and not at its head.
    """

    kind: Kind
    subject: str
    language: str
    _: KW_ONLY
    title: str
    description: str
    blocks: tuple[Block, ...]
    eyebrow: str = ""
    trail: tuple[Run, ...] = ()
    bar: RoleBar | None = None
    form: FillIn | None = None
    searchable: bool = True
    parts: tuple[Document, ...] = ()
    indexed: bool = True
    files_last: bool = False

    @property
    def has_band(self) -> bool:
        """Whether its page's head is a field of the organisation's colour: where a site begins, and for candidates."""
        return self.kind in {Kind.HOME, Kind.OPENINGS, Kind.POSTING, Kind.CANDIDATE_BRIEF}

    @cached_property
    def digest(self) -> str:
        """64 hexadecimal digits (SHA-256) that change with anything that it says."""
        parts = [part.digest for part in self.parts]
        return _digest(repr((replace(self, parts=()), parts)) if parts else repr(self))

    @cached_property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that change with what it says: which state of it a sheet of paper shows."""
        return _digest(repr(self))[:8] if self.parts else self.digest[:8]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
