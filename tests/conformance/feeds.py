"""Feeds by readers that others wrote: feedparser, and atoma, which asks for what RFC 4287 and JSON Feed require."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any

import atoma
import feedparser
import lxml.etree

from tests.conformance.findings import Checked, Finding

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def check(folder: Path) -> Checked:
    """Read the feeds of a careers site, and compare what they list."""
    checked = Checked(f"feedparser {version('feedparser')}, atoma {version('atoma')}", 4)
    names = ("jobs.atom", "jobs.json", "jobs.xml", "sitemap.xml")
    tolerant: Any = feedparser.parse(str(folder / "jobs.atom"))
    if tolerant.bozo:
        checked.findings.append(Finding("jobs.atom", str(tolerant.bozo_exception)))
    read = (_atom, _json, _indeed, _sitemap)
    listed = {}
    for name, reader in zip(names, read, strict=True):
        try:
            listed[name] = reader(folder / name)
        except (atoma.FeedParseError, lxml.etree.Error, ValueError) as error:
            checked.findings.append(Finding(name, str(error)))
    wanted = {entry.get("id", "") for entry in tolerant.entries}
    for name, addresses in listed.items():
        # Indeed has one language, and a posting once for each place; a sitemap has other pages, too
        if not addresses or not (addresses <= wanted or wanted <= addresses):
            checked.findings.append(Finding(name, "It lists other postings than jobs.atom."))
    return checked


def _atom(file: Path) -> set[str]:
    return {entry.id_ for entry in atoma.parse_atom_file(str(file)).entries}


def _json(file: Path) -> set[str]:
    return {item.id_ for item in atoma.parse_json_feed_file(str(file)).items}


def _indeed(file: Path) -> set[str]:
    return {job.findtext("url", "") for job in lxml.etree.parse(str(file)).getroot().iter("job")}


def _sitemap(file: Path) -> set[str]:
    return {place.text or "" for place in lxml.etree.parse(str(file)).getroot().iter(f"{SITEMAP}loc")}
