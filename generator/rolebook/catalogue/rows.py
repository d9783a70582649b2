"""The rows of the catalogue: which document lies at which path, in which format, once for each of which subjects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Never, TypeVar

from rolebook.documents.blocks import Document, Kind
from rolebook.documents.edition import Edition
from rolebook.kit import Kit
from rolebook.kit.roles import AT
from rolebook.kit.sections import Section

E = TypeVar("E", bound=Edition, contravariant=True)


def path_of(pattern: str, subject: str) -> str:
    """The path of a subject's document by a row's pattern (`Row.path`)."""
    first, stage, question, table, *_ = (*subject.split("/"), "", "", "")
    role, _, level = first.partition(AT)
    at_level = f"levels/{level}/" if level else ""
    return pattern.format(subject=subject, role=role, level=at_level, stage=stage, question=question, table=table)


class Format(StrEnum):
    """How a document is written; the name is also the file's ending."""

    PAGE = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    PNG = "png"

    @property
    def is_offered(self) -> bool:
        """Whether pages offer it to be downloaded; the others are read by scripts, or shown where a page is shared."""
        return self not in (Format.PAGE, Format.JSON, Format.PNG)

    @property
    def is_needed(self) -> bool:
        """Whether it belongs to a site of pages alone: no page works without what scripts read."""
        return self in (Format.PAGE, Format.JSON)


@dataclass(frozen=True)
class Subjects:
    """What there is one document for each of.

    Attributes:
        name: What kind of thing each is (`role`, `model`, `skill`, …), or an empty string for the whole kit.
        ids: The ids of those in a kit; that of a role for another level sought is `role@level` (`Role.as_sought`), a
            vacancy's `role` or `role/requisition`, a stage's `role/stage`, a handout's `role/stage/question`, that of a
            table of it `role/stage/question/table`, the whole kit's is an empty string.
    """

    name: str
    ids: Callable[[Kit], tuple[str, ...]]


WHOLE_KIT = Subjects("", lambda _: ("",))


@dataclass(frozen=True)
class Row(Generic[E]):
    """A row of the catalogue.

    Attributes:
        kind: The kind of document.
        document: What the document says: the audience's edition and a subject in, document out.
        path: Where it lies in a language's folder; `{subject}` is the subject's id, or the parts of it by name:
            `{role}`, `{level}` (a folder, or nothing), `{stage}`, `{question}`, `{table}`. A page's path ends with `/`;
            a file lies in the folder of the page that it belongs to.
        subjects: What there is one document for each of.
        format: How it is written.
        confidential: Whether its sheets say so.
        title: What the document is called, where working that out takes much less than working out the document.
        section: The section of the kit that it belongs to, if that can be switched off.
    """

    kind: Kind
    document: Callable[[E, str], Document]
    path: str
    subjects: Subjects = WHOLE_KIT
    format: Format = Format.PAGE
    confidential: bool = True
    title: Callable[[E, str], str] | None = None
    section: Section | None = None

    def subjects_in(self, kit: Kit) -> tuple[str, ...]:
        """The subjects of a kit that there is such a document of: none where its section is switched off."""
        return () if self.section is not None and not kit.has(self.section) else self.subjects.ids(kit)

    @property
    def about(self) -> str:
        """What kind of thing its subject is (`role`, `model`, `skill`, …), or an empty string."""
        return self.subjects.name


AnyRow = Row[Never]
"""A row of either table. There is no edition that its document could be made from: that takes the row's own table."""


@dataclass(frozen=True)
class Artefact:
    """One file to publish, in any language: a row with its subject."""

    row: AnyRow
    subject: str

    @property
    def path(self) -> str:
        """Where it lies in a language's folder; a page's path ends with `/`, or is empty for the home page."""
        return path_of(self.row.path, self.subject)

    @property
    def page(self) -> str:
        """The path of the page that it is, or belongs to."""
        return self.path[: self.path.rfind("/") + 1]

    @property
    def dest_uri(self) -> str:
        """Where it lies in a language's folder, as the path of a file: a page is the index of its folder."""
        return f"{self.path}index.html" if self.row.format is Format.PAGE else self.path


@dataclass(frozen=True)
class LocalizedArtefact(Artefact):
    """An artefact in the language of an edition.

    Attributes:
        write: Gives what it says: its row's document, which the edition keeps for a while.
        name: Gives what that is called without working it out, for rows that can.
    """

    write: Callable[[], Document]
    name: Callable[[], str] | None

    @property
    def document(self) -> Document:
        """What it says."""
        return self.write()
