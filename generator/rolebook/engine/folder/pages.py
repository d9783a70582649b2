"""Pages as Markdown files that hold finished HTML below their front matter, and pages of Markdown beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

import yaml
from markupsafe import escape

from rolebook.documents.blocks import Heading, Kind
from rolebook.formats import html
from rolebook.language import Language
from rolebook.site.alternates import Alternate
from rolebook.site.hand_written import front_matter
from rolebook.site.page import Page

_OWN_PAGES = {Kind.JOB_DESCRIPTION, Kind.POSTING}
"""What a search for a role's title should find first; its other pages have the title as well."""


def generated_page(page: Page, alternates: Sequence[Alternate]) -> bytes:
    """A page of the kit as a file, in UTF-8.

    The front matter holds what a generator cannot read out of finished HTML. Titles and descriptions are HTML there:
    themes print them as they are.

    Args:
        page: The page.
        alternates: The page in the site's languages.
    """
    document, head = page.document, page.head
    said = {
        "title": str(escape(document.title)) if page.path else None,  # the home page has the site's name
        "description": str(escape(document.description)),
        "hide": ["navigation"],
        "contents": list(_contents(html.headings(document))),
        "search": {"boost": 2} if document.kind in _OWN_PAGES else None,
        "edit_url": page.edit_url,
        "alternates": _links(alternates),
        "indexed": head.indexed,
        "addresses": [{"language": language, "address": address} for language, address in head.alternates],
        "structured_data": head.structured_data,
        "feeds": head.feeds,
        "shared": [list(pair) for pair in head.shared],
    }
    content = _one_block(_searched(page.content, whole=document.searchable))
    return _file(said, f"<div>\n{content}\n</div>\n")


def hand_written_page(text: str, alternates: Sequence[Alternate], *, indexed: bool, language: Language | None) -> bytes:
    """A page of Markdown as a file, in UTF-8: its text as it is, below a front matter that says more.

    Args:
        text: The page, perhaps with a front matter of its own.
        alternates: The page in the site's languages.
        indexed: Whether search engines may list it.
        language: The language that it is written in, if that is not the site's.
    """
    own, body = front_matter(text)
    titles = {key: str(escape(unescape(str(own[key])))) for key in ("title", "description") if key in own}
    said = {
        **own,
        **titles,
        "alternates": _links(alternates),
        "indexed": indexed,
        "language": language and language.tag,
        "direction": language and language.direction,
    }
    return _file(said, body)


def _links(alternates: Sequence[Alternate]) -> list[dict[str, str]]:
    return [
        {
            "language": alternate.language.tag,
            "name": alternate.language.name,
            "direction": alternate.language.direction,
            "href": alternate.href,
        }
        for alternate in alternates
        if not alternate.current
    ]


def _contents(headings: Sequence[Heading]) -> Iterator[dict[str, Any]]:
    """A table of contents in the shape of MkDocs' `page.toc`: headings of level 2, with those of level 3 below them.

    MkDocs' themes print an entry's `title`, Zensical's its `content`.
    """
    entry: dict[str, Any] | None = None
    for heading in headings:
        title = str(escape(heading.text))
        link = {"title": title, "content": title, "url": f"#{heading.anchor}", "children": []}
        if heading.level > 2 and entry is not None:
            entry["children"].append(link)
            continue
        if entry is not None:
            yield entry
        entry = link
    if entry is not None:
        yield entry


_ASIDE = r'(?:nav|caption|template|h1)(?=[\s>])|a(?= class="rb-(?:fact|editorial)")|details(?= class="rb-copyable")'
_UNSEARCHED = re.compile(f"<({_ASIDE})")
_UNSEARCHED_AND_SECTIONS = re.compile(rf"<({_ASIDE}|h[2-6](?=[\s>]))")


def _searched(content: str, *, whole: bool) -> str:
    """HTML that tells the generator's search what to leave out.

    That is what stands on many pages, and the page's title, which is an entry of the search by itself; of a page that
    is not searched as a whole (a scorecard repeats what the skills' pages say) also all of its sections.
    """
    pattern = _UNSEARCHED if whole else _UNSEARCHED_AND_SECTIONS
    return pattern.sub(r"<\1 data-search-exclude", content)


def _one_block(content: str) -> str:
    """HTML that is one block to every dialect of Markdown: each of its lines begins with a tag.

    So no line is empty, which would end the block, and none looks like a fence. A line feed elsewhere can only be in a
    text or in an attribute's value, and is written as a reference there; so is a tab, which would become spaces.
    """
    return re.sub(r"\n(?!<)", "&#10;", content.strip()).replace("\t", "&#9;")


class _Dumper(yaml.CSafeDumper):
    """Writes each text in quotes: what is a text to YAML 1.1 (`0o17`, `1e3`) is a number to YAML 1.2."""


_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def _file(said: Mapping[str, Any], body: str) -> bytes:
    """A file with a front matter of all that is said: nothing of what is empty."""
    known = {key: value for key, value in said.items() if value not in (None, "", [], False)}
    written = yaml.dump(known, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**30)
    return f"---\n{written}---\n\n{body}".encode()
