"""Feeds of the public site: for Indeed, for feed readers, and for search engines. One file each, for all languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import Any
from xml.dom.minidom import Document as Xml
from xml.dom.minidom import Element

from rolebook.documents.public.edition import PublicEdition
from rolebook.exchange.job_posting import address, description, job_posting
from rolebook.kit.places import Pay, Place
from rolebook.kit.postings import EmploymentType, Posting, Workplace
from rolebook.kit.public import Opening

Editions = Sequence[PublicEdition]
"""The public side of a kit in each of its languages, the kit's first one first."""
_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_INDEED_TYPES = {
    EmploymentType.FULL_TIME: "fulltime",
    EmploymentType.PART_TIME: "parttime",
    EmploymentType.CONTRACTOR: "contract",
    EmploymentType.TEMPORARY: "temporary",
    EmploymentType.INTERN: "internship",
    EmploymentType.VOLUNTEER: "volunteer",
}
_INDEED_REMOTE = {Workplace.HYBRID: "Hybrid remote", Workplace.REMOTE: "Fully remote"}


def _midnight(day: date | None) -> datetime:
    return datetime.combine(day or date.min, time(), UTC)


def _changed(edition: PublicEdition) -> datetime:
    """The last day on which something was posted, or the kit's own."""
    return max(
        _midnight(day) for day in (edition.kit.updated, *(opening.posting.posted for opening in edition.kit.open))
    )


def _add(
    document: Xml, parent: Element, name: str, text: str = "", *, cdata: bool = False, **attributes: str
) -> Element:
    element = document.createElement(name)
    for key, value in attributes.items():
        element.setAttribute(key, value)
    if cdata:
        for number, part in enumerate(text.split("]]>")):  # the end of a CDATA section can't stand inside of one
            element.appendChild(document.createCDATASection(f">{part}" if number else part))
            if number:
                element.insertBefore(document.createTextNode("]]"), element.lastChild)
    elif text:
        element.appendChild(document.createTextNode(text))
    parent.appendChild(element)
    return element


def _bytes(document: Xml) -> bytes:
    return document.toxml(encoding="utf-8") + b"\n"


def indeed(editions: Editions) -> bytes:
    """Indeed's XML feed: an entry for each place of each open position, in the kit's first language.

    One language, since Indeed takes the same vacancy in a second one for a duplicate. No publisher, since that is the
    applicant-tracking system that sends a feed, and here there is none; and no element without a value.
    """
    edition, document = editions[0], Xml()
    source = document.createElement("source")
    document.appendChild(source)
    _add(document, source, "lastBuildDate", format_datetime(_changed(edition)), cdata=True)
    for opening in edition.kit.open:
        for place in _indeed_places(edition, opening.posting):
            job = _add(document, source, "job")
            for name, value in _indeed_job(edition, opening, place).items():
                if value:
                    _add(document, job, name, value, cdata=True)
    return _bytes(document)


def _indeed_places(edition: PublicEdition, posting: Posting) -> Iterator[dict[str, str]]:
    if posting.workplace is Workplace.REMOTE:
        for code in posting.applicant_countries:
            yield {"id": code, "city": edition.workplace(posting.workplace), "country": code}
    for place in posting.places if posting.workplace is not Workplace.REMOTE else ():
        yield {"id": place.id, **_indeed_address(edition, place)}


def _indeed_address(edition: PublicEdition, place: Place) -> dict[str, str]:
    return {
        "city": edition.text(place.city),
        "state": edition.text(place.region) if place.region else "",
        "country": place.country,
        "postalcode": place.postal_code or "",
        "streetaddress": edition.text(place.street) if place.street else "",
    }


def _indeed_job(edition: PublicEdition, opening: Opening, place: dict[str, str]) -> dict[str, str]:
    posting = opening.posting
    return {
        "title": edition.text(opening.title),
        "date": _midnight(posting.posted).isoformat(),
        "referencenumber": f"{posting.identifier}-{place['id']}",
        "requisitionid": posting.identifier or "",
        "url": address(edition, opening),
        "company": edition.employer(opening),
        "city": place["city"],
        "state": place.get("state", ""),
        "country": place["country"],
        "postalcode": place.get("postalcode", ""),
        "streetaddress": place.get("streetaddress", ""),
        "description": description(edition, opening),
        "salary": _indeed_salary(posting.pay) if posting.pay else "",
        "jobtype": ", ".join(_INDEED_TYPES.get(kind, "other") for kind in posting.employment_types),
        "remotetype": _INDEED_REMOTE.get(posting.workplace, ""),
        "category": edition.text(opening.family),
        "expirationdate": str(posting.valid_through or ""),
    }


def _indeed_salary(pay: Pay) -> str:
    amount = f"{pay.minimum:,.10g}" if pay.minimum == pay.maximum else f"{pay.minimum:,.10g} - {pay.maximum:,.10g}"
    return f"{pay.currency} {amount} per {pay.unit.value}"


def json_feed(editions: Editions) -> bytes:
    """A JSON Feed (version 1.1): each open position in each language, with its structured data."""
    first = editions[0]
    base = str(first.kit.careers.url).rstrip("/")
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": first.gettext("Open positions"),
        "home_page_url": f"{base}/",
        "feed_url": f"{base}/jobs.json",
        "description": first.text(first.kit.careers.introduction),
        "language": first.language.tag,
        "authors": [{"name": first.text(first.kit.organisation), "url": str(first.kit.careers.employer.url)}],
        "items": [
            _feed_item(edition, opening) for opening in first.kit.open for edition in _showing(editions, opening.id)
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n"


def _feed_item(edition: PublicEdition, opening: Opening) -> dict[str, Any]:
    return {
        "id": address(edition, opening),
        "url": address(edition, opening),
        "title": edition.text(opening.title),
        "summary": edition.text(opening.summary),
        "content_html": description(edition, opening),
        "date_published": _midnight(opening.posting.posted).isoformat(),
        "language": edition.language.tag,
        "tags": [edition.text(opening.family), *edition.places(opening.posting)],
        "_job_posting": job_posting(edition, opening),
    }


def atom(editions: Editions) -> bytes:
    """An Atom feed (RFC 4287): each open position in each language."""
    first, document = editions[0], Xml()
    base = str(first.kit.careers.url).rstrip("/")
    feed = document.createElement("feed")
    feed.setAttribute("xmlns", _ATOM)
    feed.setAttribute("xml:lang", first.language.tag)
    document.appendChild(feed)
    _add(document, feed, "id", f"{base}/")
    vacancies = first.gettext("Open positions")
    _add(document, feed, "title", f"{first.text(first.kit.organisation)}{first.gettext(': ')}{vacancies}")
    _add(document, feed, "updated", _changed(first).isoformat())
    _add(document, feed, "link", rel="self", type="application/atom+xml", href=f"{base}/jobs.atom")
    _add(document, feed, "link", rel="alternate", type="text/html", href=f"{base}/")
    author = _add(document, feed, "author")
    _add(document, author, "name", first.text(first.kit.organisation))
    for opening in first.kit.open:
        for edition in _showing(editions, opening.id):
            entry = _add(document, feed, "entry")
            entry.setAttribute("xml:lang", edition.language.tag)
            _add(document, entry, "id", address(edition, opening))
            _add(document, entry, "title", edition.text(opening.title))
            posted = opening.posting.posted
            _add(document, entry, "published", _midnight(posted).isoformat())
            _add(document, entry, "updated", _midnight(max(posted or date.min, edition.kit.updated)).isoformat())
            link = _add(document, entry, "link", rel="alternate", type="text/html", href=address(edition, opening))
            link.setAttribute("hreflang", edition.language.tag)
            _add(document, entry, "summary", edition.text(opening.summary))
            _add(document, entry, "content", description(edition, opening), type="html")
    return _bytes(document)


def sitemap(editions: Editions) -> bytes:
    """The sitemap of the public site: each page that may be found, with the same page in the other languages."""
    document = Xml()
    urls = document.createElement("urlset")
    urls.setAttribute("xmlns", _SITEMAP)
    urls.setAttribute("xmlns:xhtml", _XHTML)
    document.appendChild(urls)
    for path, role_id in _indexed(editions[0]):
        for edition in _showing(editions, role_id):
            url = _add(document, urls, "url")
            _add(document, url, "loc", f"{edition.address}{path}")
            for language, href in alternates(editions, path, role_id):
                link = _add(document, url, "xhtml:link", rel="alternate", href=href)
                link.setAttribute("hreflang", language)
    return _bytes(document)


def _indexed(edition: PublicEdition) -> Iterator[tuple[str, str]]:
    """Where the pages that search engines may list lie in a language's folder, and the role that each is about."""
    yield "", ""
    for opening in edition.kit.open:
        yield f"jobs/{opening.id}/", opening.id
        yield f"jobs/{opening.id}/candidate-brief/", opening.id


def _showing(editions: Editions, role_id: str) -> Editions:
    """Those of some editions that have a role's pages; all, for pages that are about no role."""
    return [edition for edition in editions if not role_id or edition.kit.shows(role_id)]


def alternates(editions: Editions, path: str, role_id: str) -> Iterator[tuple[str, str]]:
    """The addresses of a page in every language that has it, and as `x-default` that of the kit's first one."""
    for edition in _showing(editions, role_id):
        yield edition.language.tag, f"{edition.address}{path}"
    yield "x-default", f"{editions[0].address}{path}"


def robots(editions: Editions) -> bytes:
    """What crawlers may visit: everything; and where the sitemap is."""
    return f"User-agent: *\nAllow: /\nSitemap: {str(editions[0].kit.careers.url).rstrip('/')}/sitemap.xml\n".encode()
