"""The one table: which document is published, in which format, for which audience, at which path.

A new artefact is a row. The audience stands in its row and nowhere else.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.documents import overviews
from generator.documents.blocks import Document, Kind, Target
from generator.documents.edition import Edition
from generator.documents.handbook import handbook
from generator.documents.home import home
from generator.documents.interview_kit import interview_kit, stage_packet
from generator.documents.interviewing import interviewing
from generator.documents.job_description import job_description
from generator.documents.reference import reference
from generator.documents.roles import roles
from generator.documents.scorecard import scorecard
from generator.documents.skills import skill, skills
from generator.documents.sourcing_guide import sourcing_guide
from generator.documents.structure_guide import structure_guide
from generator.documents.structures import structures
from generator.formats import docx, pdf, xlsx
from generator.kit import Kit


class Audience(StrEnum):
    """Whom a site is for."""

    INTERNAL = "internal"


class Format(StrEnum):
    """How a document is written; the name is also the file's ending."""

    PAGE = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


def _none(kit: Kit) -> tuple[str, ...]:
    return ("",)


def _roles(kit: Kit) -> tuple[str, ...]:
    return tuple(role.id for role in kit.roles)


def _stages(kit: Kit) -> tuple[str, ...]:
    return tuple(f"{role.id}/{stage.id}" for role in kit.roles for stage in role.interview)


def _models(kit: Kit) -> tuple[str, ...]:
    return tuple(model.id for model in kit.leadership_models)


def _skills(kit: Kit) -> tuple[str, ...]:
    return tuple(skill.id for skill in kit.skills)


@dataclass(frozen=True)
class Row:
    """A row of the catalogue.

    Attributes:
        kind: The kind of document.
        document: What the document says: edition and subject in, document out.
        path: Where it lies in a language's folder; `{subject}` is the subject's id, of which a stage's is
            `{role}/{stage}`. A page's path ends with `/`; a file lies in the folder of the page that it belongs to.
        subjects: What there is one document for each of; one empty subject for a document about the whole kit.
        format: How it is written.
        audience: Whom it is for.
        confidential: Whether its sheets say so.
    """

    kind: Kind
    document: Callable[[Edition, str], Document]
    path: str
    subjects: Callable[[Kit], tuple[str, ...]] = _none
    format: Format = Format.PAGE
    audience: Audience = Audience.INTERNAL
    confidential: bool = True

    @property
    def about(self) -> str:
        """What kind of thing its subject is (`role`, `model`, `skill`), or an empty string."""
        return _ABOUT[self.subjects]


_KIT, _SCORECARD = "roles/{subject}/interview-kit/", "roles/{subject}/scorecard/"

CATALOGUE = (
    Row(Kind.HOME, home, ""),
    Row(Kind.HANDBOOK, handbook, "handbook.pdf", format=Format.PDF),
    Row(Kind.ROLES, roles, "roles/"),
    Row(Kind.JOB_DESCRIPTION, job_description, "roles/{subject}/", _roles),
    Row(
        Kind.JOB_DESCRIPTION,
        job_description,
        "roles/{subject}/job-description.pdf",
        _roles,
        Format.PDF,
        confidential=False,
    ),
    Row(Kind.JOB_DESCRIPTION, job_description, "roles/{subject}/job-description.docx", _roles, Format.DOCX),
    Row(Kind.SCORECARD, scorecard, _SCORECARD, _roles),
    Row(Kind.SCORECARD, scorecard, f"{_SCORECARD}scorecard.pdf", _roles, Format.PDF),
    Row(Kind.SCORECARD, scorecard, f"{_SCORECARD}scorecard.xlsx", _roles, Format.XLSX),
    Row(Kind.INTERVIEW_KIT, interview_kit, _KIT, _roles),
    Row(Kind.INTERVIEW_KIT, interview_kit, f"{_KIT}interview-kit.pdf", _roles, Format.PDF),
    Row(Kind.INTERVIEW_KIT, stage_packet, "roles/{role}/interview-kit/{stage}.pdf", _stages, Format.PDF),
    Row(Kind.SOURCING_GUIDE, sourcing_guide, "roles/{subject}/sourcing/", _roles),
    Row(Kind.SOURCING_GUIDE, sourcing_guide, "roles/{subject}/sourcing/sourcing-guide.pdf", _roles, Format.PDF),
    Row(Kind.STRUCTURES, structures, "structures/"),
    Row(Kind.STRUCTURE_GUIDE, structure_guide, "structures/{subject}/", _models),
    Row(Kind.STRUCTURE_GUIDE, structure_guide, "structures/{subject}/structure-guide.pdf", _models, Format.PDF),
    Row(Kind.SKILLS, skills, "skills/"),
    Row(Kind.SKILL, skill, "skills/{subject}/", _skills),
    Row(Kind.INTERVIEWING, interviewing, "interviewing/"),
    Row(Kind.OBJECTIVES, overviews.objectives, "objectives/"),
    Row(Kind.COVERAGE, overviews.coverage, "coverage/"),
    Row(Kind.CAREERS, overviews.careers, "careers/"),
    Row(Kind.FACTS, overviews.facts, "facts/"),
    Row(Kind.GLOSSARY, overviews.glossary, "glossary/"),
    Row(Kind.REFERENCE, reference, "guide/reference/"),
)

_ABOUT: dict[Callable[[Kit], tuple[str, ...]], str] = {
    _none: "",
    _roles: "role",
    _stages: "stage",
    _models: "model",
    _skills: "skill",
}
_OPEN = {row.kind for row in CATALOGUE if row.format is Format.PDF and not row.confidential}
_PAGES = {row.kind: row.path for row in CATALOGUE if row.format is Format.PAGE}


@dataclass(frozen=True)
class Artefact:
    """One file to publish, in any language: a row with its subject."""

    row: Row
    subject: str

    @property
    def path(self) -> str:
        """Where it lies in a language's folder; a page's path ends with `/`, or is empty for the home page."""
        role, _, stage = self.subject.partition("/")
        return self.row.path.format(subject=self.subject, role=role, stage=stage)

    @property
    def page(self) -> str:
        """The path of the page that it is, or belongs to."""
        return self.path[: self.path.rfind("/") + 1]

    def document(self, edition: Edition) -> Document:
        """What it says in a language."""
        return self.row.document(edition, self.subject)


def artefacts(kit: Kit, audience: Audience) -> Iterator[Artefact]:
    """Everything that is published of a kit for an audience, in the catalogue's order."""
    for row in CATALOGUE:
        if row.audience is audience:
            for subject in row.subjects(kit):
                yield Artefact(row, subject)


def pages(kit: Kit, audience: Audience) -> Iterator[Artefact]:
    """The pages among them."""
    return (artefact for artefact in artefacts(kit, audience) if artefact.row.format is Format.PAGE)


def row(kind: Kind) -> Row:
    """The first row of a kind of document: its page, if it has one."""
    return next(row for row in CATALOGUE if row.kind is kind)


def as_file(document: Document, edition: Edition, form: Format) -> bytes:
    """A document in the format of a file that accompanies a page.

    Raises:
        PaperError: It could not be set as PDF.
    """
    if form is Format.PDF:
        return pdf.write(document, edition, confidential=document.kind not in _OPEN)
    return {Format.DOCX: docx.write, Format.XLSX: xlsx.write}[form](document, edition)


def page_path(target: Target) -> str:
    """The path of a target's page in a language's folder."""
    return _PAGES[target.kind].format(subject=target.subject)


def _relative(here: str, there: str) -> str:
    """The address of one folder seen from another; both end with a slash or are empty."""
    common = posixpath.commonprefix([here, there])
    shared = common.rfind("/") + 1
    return "../" * here.count("/", shared) + there[shared:] or "./"


def links_from(document: Document) -> Callable[[Target], str]:
    """The links of a document's page: a function from target to relative address."""
    here = page_path(Target(document.kind, document.subject))

    def href(target: Target) -> str:
        fragment = f"#{target.anchor}" if target.anchor else ""
        if target.kind is document.kind and target.subject in ("", document.subject):
            return fragment or "./"
        return f"{_relative(here, page_path(target))}{fragment}"

    return href
