"""What one site in one language consists of: the table of its pages and files, and what each of them says."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rolebook.audience import AnyEdition, Audience, edition_for, languages_for
from rolebook.catalogue import Format, LocalizedArtefact, artefacts, localized_artefacts, offered_on, pages
from rolebook.documents.blocks import Kind
from rolebook.documents.public.edition import PublicEdition
from rolebook.formats import html
from rolebook.kit import Kit
from rolebook.language import language_of
from rolebook.site import redirects
from rolebook.site.hand_written import HandWritten
from rolebook.site.head import Head, head
from rolebook.site.page import Attachment, Page


@dataclass
class Site:
    """A site in one language.

    Attributes:
        kit: The kit, without the roles that are drafts in its language.
        path: The kit's file.
        audience: Whom the site is for.
        edition: What it is made from, in its language.
        editions: The same in every language, the kit's first one first.
        with_files: Whether PDF, Word and Excel lie beside the pages.
    """

    kit: Kit
    path: Path
    audience: Audience
    edition: AnyEdition
    editions: Sequence[AnyEdition]
    with_files: bool

    @cached_property
    def artefacts(self) -> Mapping[str, LocalizedArtefact]:
        """Everything that it consists of, by its path as a file in the language's folder.

        PDF files are left out of a language that no font here has the letters of.
        """
        return {
            artefact.dest_uri: artefact
            for artefact in localized_artefacts(self.kit, self.edition)
            if (self.with_files or artefact.row.format.is_needed)
            and (artefact.row.format is not Format.PDF or self.edition.is_printable)
        }

    @cached_property
    def hand_written(self) -> HandWritten:
        """The pages that were written by hand."""
        return HandWritten(self.path.parent, self.audience, self.edition.language.tag)

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Where the old addresses of renamed roles lead, by their paths as files."""
        return redirects.moved(self.kit, self.audience)

    def redirect(self, path: str) -> bytes:
        """The page at an old address, by its path as a file; one that is none is a KeyError."""
        return redirects.page(path, self.moved[path], self.edition.language)

    @cached_property
    def _lacking_pdf(self) -> frozenset[str]:
        """The pages that say that they would offer a PDF if there were a font for it, by path.

        Candidates are not told: it is nothing that they could correct.
        """
        if not self.with_files or self.audience is Audience.PUBLIC or self.edition.is_printable:
            return frozenset()
        left_out = (artefact for artefact in artefacts(self.kit, self.audience) if artefact.row.format is Format.PDF)
        return frozenset(page for artefact in left_out for page in offered_on(artefact))

    @property
    def pages(self) -> Iterator[LocalizedArtefact]:
        """The pages among its artefacts."""
        return (artefact for artefact in self.artefacts.values() if artefact.row.format is Format.PAGE)

    def nearest(self, path: str, tag: str) -> str:
        """The path of one of its pages in another language, or of the nearest page above it that there is."""
        while path and path not in self._paths[tag]:
            above = path.rstrip("/").rpartition("/")[0]
            path = f"{above}/" if above else ""
        return path

    @cached_property
    def _paths(self) -> Mapping[str, frozenset[str]]:
        """The paths of the pages in each of the site's languages: a role can be a draft in some of them."""
        tags = (edition.language.tag for edition in self.editions)
        return {tag: frozenset(page.path for page in pages(self.kit.in_language(tag), self.audience)) for tag in tags}

    @cached_property
    def numbers(self) -> Mapping[tuple[str, str], int]:
        """The place of each leadership model and skill among its like, from 0, by what it is and its id."""
        kit = self.kit
        things = {
            "model": [model.id for model in kit.leadership_models],
            "skill": [skill.id for skill in kit.skills],
        }
        return {(kind, name): number for kind, names in things.items() for number, name in enumerate(names)}

    @cached_property
    def offers(self) -> Mapping[str, Sequence[LocalizedArtefact]]:
        """The files that each page offers, by the page's path."""
        offered: dict[str, list[LocalizedArtefact]] = {}
        for artefact in self.artefacts.values():
            for page in offered_on(artefact):
                offered.setdefault(page, []).append(artefact)
        return offered

    def page(self, artefact: LocalizedArtefact, attachments: Mapping[str, Attachment] | None = None) -> Page:
        """A page, as an engine is given it.

        Args:
            artefact: The page.
            attachments: The files that it offers, by their paths, perhaps among others; None for a page without any.
        """
        return Page(
            artefact.path,
            artefact.document,
            self.edition,
            () if attachments is None else tuple(self._downloads(artefact, attachments)),
            self.head(artefact),
            self.edit_url,
            tuple(self.nearest(artefact.path, edition.language.tag) for edition in self.editions),
            artefact.path in self._lacking_pdf,
        )

    @property
    def edit_url(self) -> str | None:
        """Where its pages can be edited, if they may be."""
        url = self.kit.about.edit_url
        return str(url) if url and self.audience is Audience.INTERNAL else None

    def head(self, artefact: LocalizedArtefact) -> Head:
        """What a page says of itself to machines."""
        public = [edition for edition in self.editions if isinstance(edition, PublicEdition)]
        return head(artefact, artefact.document, self.edition, public, with_files=self.with_files)

    def _downloads(self, artefact: LocalizedArtefact, attachments: Mapping[str, Attachment]) -> Iterator[html.Download]:
        for file in self.offers.get(artefact.path, ()):
            attachment = attachments[file.path]
            name = posixpath.relpath(file.path, artefact.path or ".")
            within = file.row.kind is Kind.HANDOUT or artefact.row.kind is Kind.FORMS
            yield html.Download(attachment.title, name, file.row.format.upper(), attachment.size, within)


def editions_of(kit: Kit, path: Path, audience: Audience) -> list[AnyEdition]:
    """What an audience may know of a kit, in each of its languages.

    Args:
        kit: The kit.
        path: Its file; a folder `locale` beside it may have words of its own.
        audience: Whom it is for.

    Raises:
        NoCareersError: The audience is the public, and the kit has nothing for it.
    """
    return [edition_for(audience, kit, language_of(path, tag)) for tag in languages_for(audience, kit)]


def site_of(kit: Kit, path: Path, audience: Audience, tag: str, *, with_files: bool) -> Site:
    """The site of a kit for an audience, in one of its languages.

    Args:
        kit: The kit.
        path: Its file; a folder `locale` beside it may have words of its own.
        audience: Whom it is for.
        tag: The language's tag.
        with_files: Whether PDF, Word and Excel belong to it.

    Raises:
        NoCareersError: The audience is the public, and the kit has nothing for it.
    """
    editions = editions_of(kit, path, audience)
    mine = next(edition for edition in editions if edition.language.tag == tag)
    return Site(kit.in_language(tag), path, audience, mine, editions, with_files)
