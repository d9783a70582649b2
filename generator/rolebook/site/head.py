"""What a page says of itself to machines: whether it may be listed, its other languages, and its structured data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rolebook.audience import AnyEdition
from rolebook.catalogue import Artefact, page_path
from rolebook.catalogue.public import CARD
from rolebook.documents.blocks import Document, Kind, Target
from rolebook.documents.public.edition import PublicEdition
from rolebook.exchange.feeds import alternates
from rolebook.exchange.job_posting import as_json, job_posting


@dataclass(frozen=True)
class Head:
    """What the theme writes into a page's `head`.

    Attributes:
        indexed: Whether search engines may list it.
        alternates: Language tag and whole address of it in each language.
        structured_data: JSON-LD that may stand in a `script` element, or an empty string.
        feeds: Whether the site has feeds to point to.
        shared: What is shown where somebody shares the page: Open Graph's properties, and what each says.
    """

    indexed: bool = False
    alternates: tuple[tuple[str, str], ...] = ()
    structured_data: str = ""
    feeds: bool = False
    shared: tuple[tuple[str, str], ...] = ()


def head(
    artefact: Artefact, document: Document, edition: AnyEdition, editions: Sequence[PublicEdition], *, with_files: bool
) -> Head:
    """The head of a generated page.

    Args:
        artefact: The page.
        document: What it says.
        edition: What it is made from.
        editions: The public side in all languages, for a public page; else empty.
        with_files: Whether files lie beside pages: a picture to share a posting with among them.
    """
    if not isinstance(edition, PublicEdition):
        return Head()
    if not document.indexed:
        return Head()
    data = ""
    if document.kind is Kind.POSTING:
        data = as_json(job_posting(edition, edition.kit.opening(document.subject)))
    shared = tuple(_shared(artefact, document, edition, with_files=with_files))
    return Head(True, tuple(alternates(editions, artefact.path, document.subject)), data, True, shared)


def _shared(
    artefact: Artefact, document: Document, edition: PublicEdition, *, with_files: bool
) -> Iterator[tuple[str, str]]:
    """What a messenger or a network shows of a page (ogp.me); of a posting and its brief, a picture as well."""
    yield "og:type", "website"
    yield "og:site_name", edition.site_name
    yield "og:title", document.title
    yield "og:description", document.description
    yield "og:url", f"{edition.address}{artefact.path}"
    yield "og:locale", edition.language.tag.replace("-", "_")
    if not document.subject or not with_files or not edition.kit.opening(document.subject).is_open:
        return
    yield "og:image", f"{edition.address}{page_path(Target(Kind.POSTING, document.subject))}{CARD}"
    yield "og:image:width", "1200"
    yield "og:image:height", "630"
    yield "og:image:alt", document.title
    yield "twitter:card", "summary_large_image"
