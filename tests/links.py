"""Following the links of a built site."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html


def html_files(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def broken_links(site: Path) -> list[tuple[str, str]]:
    """The pages with links into the site that lead nowhere, and those links."""
    trees = {page: lxml.html.parse(str(page)).getroot() for page in html_files(site)}
    anchors = {page: set(tree.xpath("//@id | //a/@name")) for page, tree in trees.items()}
    broken = []
    for page, tree in trees.items():
        for link in tree.xpath("//@href | //@src"):
            address, fragment = urldefrag(link)
            if re.match(r"[a-z]+:", address):
                continue
            target = (page.parent / unquote(address)).resolve() if address else page
            if target.is_dir():
                target /= "index.html"
            if not target.is_file() or (fragment and fragment not in anchors.get(target, {fragment})):
                broken.append((page.relative_to(site).as_posix(), link))
    return broken
