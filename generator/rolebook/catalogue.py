"""The one table: which document is published, in which format, for which audience, at which path.

A new artefact is a row. The audience stands in its row and nowhere else. It decides what the document is made from: the
whole kit, or its public side alone; anything else is refused.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from rolebook.audience import EDITIONS, Audience, WallError
from rolebook.documents.blocks import Document, Kind, Target
from rolebook.documents.drafts import in_words
from rolebook.documents.edition import Edition
from rolebook.documents.interviews.debrief import debrief
from rolebook.documents.interviews.interview_kit import interview_kit, stage_packet
from rolebook.documents.interviews.interview_kit_page import interview_kit_page
from rolebook.documents.interviews.interviewing import interviewing
from rolebook.documents.interviews.rating import scorecard_schema
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.documents.library.facts import facts
from rolebook.documents.library.glossary import glossary
from rolebook.documents.library.handbook import (
    handbook,
    roles_title,
    roles_volume,
    roles_volumes,
    skills_title,
    skills_volume,
    skills_volumes,
    structures_title,
    structures_volume,
    structures_volumes,
)
from rolebook.documents.library.home import home
from rolebook.documents.library.reference import reference
from rolebook.documents.library.rules import rules_page
from rolebook.documents.library.translations import translations
from rolebook.documents.process.readiness import readiness
from rolebook.documents.public.candidate_brief import candidate_brief
from rolebook.documents.public.openings import openings
from rolebook.documents.public.posting import advertisement, posting
from rolebook.documents.roles.careers import careers
from rolebook.documents.roles.coverage import coverage
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.roles.job_description_page import job_description_page
from rolebook.documents.roles.objectives import objectives
from rolebook.documents.roles.overview import roles
from rolebook.documents.roles.skills import skill, skills
from rolebook.documents.roles.sourcing_guide import sourcing_guide
from rolebook.documents.structures.overview import structures
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.exchange import feeds
from rolebook.formats import docx, pdf, rating, xlsx
from rolebook.kit import Kit


class Format(StrEnum):
    """How a document is written; the name is also the file's ending."""

    PAGE = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    JSON = "json"

    @property
    def is_offered(self) -> bool:
        """Whether pages offer it to be downloaded; the others are read by scripts, and no page works without them."""
        return self not in (Format.PAGE, Format.JSON)


def _none(kit: Kit) -> tuple[str, ...]:
    return ("",)


def _drafts(kit: Kit) -> tuple[str, ...]:
    return ("",) if kit.about.drafts else ()


def _roles(kit: Kit) -> tuple[str, ...]:
    return tuple(role.id for role in kit.roles)


def _stages(kit: Kit) -> tuple[str, ...]:
    return tuple(f"{role.id}/{stage.id}" for role in kit.roles for stage in role.interview)


def _models(kit: Kit) -> tuple[str, ...]:
    return tuple(model.id for model in kit.leadership_models)


def _skills(kit: Kit) -> tuple[str, ...]:
    return tuple(skill.id for skill in kit.skills)


def _postings(kit: Kit) -> tuple[str, ...]:
    return tuple(role.id for role in kit.roles if role.posting is not None)


def _open_postings(kit: Kit) -> tuple[str, ...]:
    return tuple(role.id for role in kit.roles if role.posting is not None and role.posting.is_open)


@dataclass(frozen=True)
class Row:
    """A row of the catalogue.

    Attributes:
        kind: The kind of document.
        document: What the document says: the audience's edition and a subject in, document out.
        path: Where it lies in a language's folder; `{subject}` is the subject's id, of which a stage's is
            `{role}/{stage}`. A page's path ends with `/`; a file lies in the folder of the page that it belongs to.
        subjects: What there is one document for each of; one empty subject for a document about the whole kit.
        format: How it is written.
        audience: Whom it is for.
        confidential: Whether its sheets say so.
        title: What the document is called, where working that out takes much less than working out the document.
    """

    kind: Kind
    document: Callable[[Any, str], Document]
    path: str
    subjects: Callable[[Kit], tuple[str, ...]] = _none
    format: Format = Format.PAGE
    audience: Audience = Audience.INTERNAL
    confidential: bool = True
    title: Callable[[Any, str], str] | None = None

    @property
    def about(self) -> str:
        """What kind of thing its subject is (`role`, `model`, `skill`, …), or an empty string."""
        return _ABOUT[self.subjects]


_ROLE, _JOB = "roles/{subject}/", "jobs/{subject}/"
_KIT, _SCORECARD = f"{_ROLE}interview-kit/", f"{_ROLE}scorecard/"
_FOR_ALL: dict[str, Any] = {"audience": Audience.PUBLIC, "confidential": False}

CATALOGUE = (
    Row(Kind.HOME, home, ""),
    Row(Kind.HANDBOOK, handbook, "handbook.pdf", format=Format.PDF),
    Row(Kind.HANDBOOK, roles_volume, "roles/handbook-{subject}.pdf", roles_volumes, Format.PDF, title=roles_title),
    Row(
        Kind.HANDBOOK,
        structures_volume,
        "structures/handbook-{subject}.pdf",
        structures_volumes,
        Format.PDF,
        title=structures_title,
    ),
    Row(Kind.HANDBOOK, skills_volume, "skills/handbook-{subject}.pdf", skills_volumes, Format.PDF, title=skills_title),
    Row(Kind.ROLES, roles, "roles/"),
    Row(Kind.JOB_DESCRIPTION, job_description, f"{_ROLE}job-description.pdf", _roles, Format.PDF, confidential=False),
    Row(Kind.JOB_DESCRIPTION, job_description, f"{_ROLE}job-description.docx", _roles, Format.DOCX),
    Row(Kind.JOB_DESCRIPTION, job_description_page, _ROLE, _roles),
    Row(Kind.SCORECARD, scorecard, _SCORECARD, _roles),
    Row(Kind.SCORECARD, scorecard, f"{_SCORECARD}scorecard.pdf", _roles, Format.PDF),
    Row(Kind.SCORECARD, scorecard, f"{_SCORECARD}scorecard.xlsx", _roles, Format.XLSX),
    Row(Kind.SCORECARD, scorecard, f"{_SCORECARD}rating.json", _roles, Format.JSON),
    Row(Kind.INTERVIEW_KIT, interview_kit_page, _KIT, _roles),
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
    Row(Kind.OBJECTIVES, objectives, "objectives/"),
    Row(Kind.COVERAGE, coverage, "coverage/"),
    Row(Kind.CAREERS, careers, "careers/"),
    Row(Kind.DEBRIEF, debrief, "debrief/"),
    Row(Kind.FACTS, facts, "facts/"),
    Row(Kind.GLOSSARY, glossary, "glossary/"),
    Row(Kind.READINESS, readiness, "readiness/"),
    Row(Kind.REFERENCE, reference, "guide/reference/"),
    Row(Kind.RULES, rules_page, "guide/rules/"),
    Row(Kind.TRANSLATIONS, translations, "guide/translations/", _drafts),
    Row(Kind.OPENINGS, openings, "", **_FOR_ALL),
    Row(Kind.POSTING, posting, _JOB, _postings, **_FOR_ALL),
    Row(Kind.POSTING, advertisement, f"{_JOB}job-description.pdf", _open_postings, Format.PDF, **_FOR_ALL),
    Row(Kind.CANDIDATE_BRIEF, candidate_brief, f"{_JOB}candidate-brief/", _open_postings, **_FOR_ALL),
    Row(Kind.CANDIDATE_BRIEF, candidate_brief, f"{_JOB}candidate-brief.pdf", _open_postings, Format.PDF, **_FOR_ALL),
)

_ABOUT: dict[Callable[[Kit], tuple[str, ...]], str] = {
    _none: "",
    _drafts: "",
    _roles: "role",
    _stages: "stage",
    _models: "model",
    _skills: "skill",
    _postings: "role",
    _open_postings: "role",
    roles_volumes: "volume of roles",
    structures_volumes: "volume of structures",
    skills_volumes: "volume of skills",
}
_OPEN = {row.kind for row in CATALOGUE if row.format is Format.PDF and not row.confidential}
_PAGES = {row.kind: row for row in CATALOGUE if row.format is Format.PAGE}


@dataclass(frozen=True)
class SiteFile:
    """A file that a whole site has once, for all languages: made from every edition, the kit's first language first."""

    path: str
    write: Callable[[Any], bytes]
    audience: Audience


def _no_robots(editions: object) -> bytes:
    """Nothing of the internal site belongs into a search engine."""
    return b"User-agent: *\nDisallow: /\n"


def _scorecard_schema(editions: object) -> bytes:
    """What a filled-in scorecard's file holds."""
    return scorecard_schema()


SITE_FILES = (
    SiteFile("schemas/scorecard.schema.json", _scorecard_schema, Audience.INTERNAL),
    SiteFile("robots.txt", _no_robots, Audience.INTERNAL),
    SiteFile("jobs.xml", feeds.indeed, Audience.PUBLIC),
    SiteFile("jobs.json", feeds.json_feed, Audience.PUBLIC),
    SiteFile("jobs.atom", feeds.atom, Audience.PUBLIC),
    SiteFile("sitemap.xml", feeds.sitemap, Audience.PUBLIC),
    SiteFile("robots.txt", feeds.robots, Audience.PUBLIC),
)


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

    @property
    def dest_uri(self) -> str:
        """Where it lies in a language's folder, as the path of a file: a page is the index of its folder."""
        return f"{self.path}index.html" if self.row.format is Format.PAGE else self.path

    def document(self, edition: Edition) -> Document:
        """What it says in a language; the edition keeps it for a while.

        Raises:
            WallError: The edition is not what its audience may know.
        """
        if type(edition) is not EDITIONS[self.row.audience]:
            raise WallError(f"“{self.path}” is for the {self.row.audience}, and was to be made from something else.")
        return edition.cached(self.row.document, self.subject)


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
    """The first row of a kind of document."""
    return next(row for row in CATALOGUE if row.kind is kind)


def as_file(document: Document, edition: Edition, form: Format) -> bytes:
    """A document in the format of a file that accompanies a page.

    Raises:
        PaperError: It could not be set as PDF.
    """
    document = in_words(document, edition.language) if edition.is_draft else document
    if form is Format.PDF:
        return pdf.write(document, edition, confidential=document.kind not in _OPEN)
    return {Format.DOCX: docx.write, Format.XLSX: xlsx.write, Format.JSON: rating.write}[form](document, edition)


def offered_on(artefact: Artefact) -> tuple[str, ...]:
    """The paths of the pages that offer a file: the one in whose folder it lies, and its own document's."""
    if not artefact.row.format.is_offered:
        return ()
    kind, subject = artefact.row.kind, artefact.subject.partition("/")[0]
    own = page_path(Target(kind, subject)) if kind in _PAGES else artefact.page
    return tuple(dict.fromkeys((artefact.page, own)))


def page_path(target: Target) -> str:
    """The path of a target's page in a language's folder."""
    return _PAGES[target.kind].path.format(subject=target.subject)


def _relative(here: str, there: str) -> str:
    """The address of one folder seen from another; both end with a slash or are empty."""
    common = posixpath.commonprefix([here, there])
    shared = common.rfind("/") + 1
    return "../" * here.count("/", shared) + there[shared:] or "./"


def links_from(document: Document) -> Callable[[Target], str]:
    """The links of a document's page: a function from target to relative address.

    Following a link from one audience's page to another's raises WallError.
    """
    audience = _PAGES[document.kind].audience
    here = page_path(Target(document.kind, document.subject))

    @cache  # a page leads to the same few places again and again
    def href(target: Target) -> str:
        if _PAGES[target.kind].audience is not audience:
            raise WallError(f"A page for the {audience} was to lead to “{target.kind}”.")
        fragment = f"#{target.anchor}" if target.anchor else ""
        if target.kind is document.kind and target.subject in ("", document.subject):
            return fragment or "./"
        return f"{_relative(here, page_path(target))}{fragment}"

    return href
