"""What a page says of itself to machines: whether it may be listed, its other languages, and its structured data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rolebook.audience import AnyEdition
from rolebook.catalogue import Artefact
from rolebook.documents.blocks import Document, Kind
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
    """

    indexed: bool = False
    alternates: tuple[tuple[str, str], ...] = ()
    structured_data: str = ""
    feeds: bool = False


def head(artefact: Artefact, document: Document, edition: AnyEdition, editions: Sequence[PublicEdition]) -> Head:
    """The head of a generated page.

    Args:
        artefact: The page.
        document: What it says.
        edition: What it is made from.
        editions: The public side in all languages, for a public page; else empty.
    """
    if not isinstance(edition, PublicEdition):
        return Head()
    if not document.indexed:
        return Head()
    data = ""
    if document.kind is Kind.POSTING:
        data = as_json(job_posting(edition, edition.kit.opening(document.subject)))
    return Head(True, tuple(alternates(editions, artefact.path, document.subject)), data, True)
