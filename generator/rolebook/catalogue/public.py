"""What is published for candidates: documents made from the public side of a kit, and the files of the careers site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rolebook.catalogue.rows import Format, Row, Subjects
from rolebook.documents.blocks import Kind
from rolebook.documents.public.candidate_brief import brief_file, candidate_brief, candidate_brief_page
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.openings import openings
from rolebook.documents.public.posting import advertisement, posting, posting_file
from rolebook.documents.public.sharing_card import sharing_card
from rolebook.exchange import feeds, site_notes
from rolebook.kit.public import open_ids, opening_ids, under_way_ids

_POSTINGS = Subjects("vacancy", opening_ids)
_OPEN_POSTINGS = Subjects("vacancy", open_ids)
_UNDER_WAY = Subjects("vacancy", under_way_ids)

_JOB = "jobs/{subject}/"
_BRIEF = f"{_JOB}candidate-brief"
CARD = "card.png"
"""The picture of a posting, in its folder."""

ROWS: tuple[Row[PublicEdition], ...] = (
    Row(Kind.OPENINGS, openings, "", confidential=False),
    Row(Kind.POSTING, posting, _JOB, _POSTINGS, confidential=False),
    Row(
        Kind.POSTING,
        advertisement,
        f"{_JOB}job-description.pdf",
        _OPEN_POSTINGS,
        Format.PDF,
        confidential=False,
        title=posting_file,
    ),
    Row(Kind.POSTING, sharing_card, f"{_JOB}{CARD}", _OPEN_POSTINGS, Format.PNG, confidential=False),
    Row(
        Kind.CANDIDATE_BRIEF,
        candidate_brief,
        f"{_BRIEF}.pdf",
        _UNDER_WAY,
        Format.PDF,
        confidential=False,
        title=brief_file,
    ),
    Row(Kind.CANDIDATE_BRIEF, candidate_brief_page, f"{_BRIEF}/", _UNDER_WAY, confidential=False),
)

FILES: Mapping[str, Callable[[Sequence[PublicEdition]], bytes]] = {
    "jobs.xml": feeds.indeed,
    "jobs.json": feeds.json_feed,
    "jobs.atom": feeds.atom,
    "sitemap.xml": feeds.sitemap,
    "robots.txt": feeds.robots,
    "llms.txt": site_notes.llms,
    site_notes.SECURITY: site_notes.security,
}
"""The files that the site has once, by path: made from its editions, the kit's first language first."""


def files(editions: Sequence[PublicEdition]) -> Mapping[str, Callable[[Sequence[PublicEdition]], bytes]]:
    """The files that a site made from these editions has: `security.txt` only where the kit says whom to tell."""
    is_told = bool(editions) and editions[0].kit.careers.security is not None
    return {path: write for path, write in FILES.items() if is_told or path != site_notes.SECURITY}
