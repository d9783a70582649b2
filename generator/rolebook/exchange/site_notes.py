"""What the public site says of itself: `llms.txt` to programs that read it, `security.txt` to whoever finds a weakness.

Formats: https://llmstxt.org, and RFC 9116. Like the feeds, they are made from the public side of the kit alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.public.edition import PublicEdition
from rolebook.exchange.feeds import Editions
from rolebook.exchange.job_posting import address
from rolebook.kit.public import Opening

SECURITY = ".well-known/security.txt"
"""Where a site says whom to tell of a weakness. It counts at the root of a host alone."""


def llms(editions: Editions) -> bytes:
    """What the site contains, in Markdown, for programs that read it for somebody: open positions and feeds."""
    first = editions[0]
    base = str(first.kit.careers.url).rstrip("/")
    lines = [f"# {_plain(first.site_name)}", "", f"> {_plain(first.text(first.kit.careers.introduction))}"]
    for edition in editions:
        lines += ["", f"## {edition.gettext('Open positions')} ({edition.language.tag})", ""]
        lines += [_entry(edition, opening) for opening in edition.kit.open if edition.kit.shows(opening.id)]
        if not edition.kit.open:
            lines.append(_plain(edition.gettext("No open positions")))
    lines += ["", "## Optional", ""]
    lines += [
        f"- [jobs.json]({base}/jobs.json): every open position with its schema.org JobPosting (JSON Feed 1.1)",
        f"- [jobs.atom]({base}/jobs.atom): every open position (Atom)",
        f"- [sitemap.xml]({base}/sitemap.xml): every page, in each language",
    ]
    return "\n".join((*lines, "")).encode()


def _entry(edition: PublicEdition, opening: Opening) -> str:
    return (
        f"- [{_plain(edition.text(opening.title))}]({address(edition, opening)}): {'; '.join(_said(edition, opening))}"
    )


def _said(edition: PublicEdition, opening: Opening) -> Iterator[str]:
    """What a list of positions says of one: what it is about, where, what it pays, and until when one can apply."""
    posting, _ = opening.posting, edition.gettext
    yield _plain(edition.text(opening.summary)).removesuffix(".")
    yield from map(_plain, edition.places(posting))
    if posting.pay is not None:
        yield edition.pay(posting.pay)
    if posting.valid_through is not None:
        yield _("Apply by {day}", day=edition.language.date(posting.valid_through))


def _plain(text: str) -> str:
    """A text on one line, with nothing that Markdown would take for a link or for HTML."""
    return " ".join(text.split()).replace("[", "\\[").replace("]", "\\]").replace("<", "\\<")


def security(editions: Editions) -> bytes:
    """Whom to tell of a weakness of the site; nothing where the kit does not say."""
    careers, languages = editions[0].kit.careers, ", ".join(editions[0].kit.languages)
    if careers.security is None:
        return b""
    lines = [
        f"Contact: mailto:{careers.security.contact}",
        f"Expires: {careers.security.expires}T23:59:59Z",
        f"Preferred-Languages: {languages}",
        f"Canonical: {str(careers.url).rstrip('/')}/{SECURITY}",
    ]
    if careers.security.policy is not None:
        lines.append(f"Policy: {careers.security.policy}")
    return "\n".join((*lines, "")).encode()
