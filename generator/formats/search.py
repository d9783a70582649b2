"""What the search knows of a document: an entry for its page, and one for each section.

The entries are made here, and not by the theme's search from the finished page: that would parse every page again (a
fifth of a build), and index scorecards and interview kits whole, which repeat what the skill pages say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from generator.documents.blocks import Document

_SECTION = re.compile(r'<h[23] id="([^"]+)">(.*?)</h[23]>', re.DOTALL)
_ASIDE = re.compile(
    r'<a class="rb-(?:fact|editorial)".*?</a>|<nav.*?</nav>|<caption.*?</caption>'
    r'|<details class="rb-copyable".*?</details>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Entry:
    """Something that can be found.

    Attributes:
        anchor: Where it is on the document's page; empty for the page itself.
        title: What is shown as its title, as HTML without tags.
        text: What is searched beside the title, as HTML without tags.
    """

    anchor: str
    title: str
    text: str


def entries(document: Document, page: str) -> Iterator[Entry]:
    """The entries of a document.

    Args:
        document: What can be found.
        page: Its page, as `formats.html` wrote it: there, `<` and `>` are markup and nothing else.
    """
    title, description = str(escape(document.title)), str(escape(document.description))
    if not document.searchable:
        yield Entry("", title, description)
        return
    _, _, body = page.partition("</h1>")
    first, *parts = _SECTION.split(body)
    yield Entry("", title, _words(first) or description)
    for anchor, heading, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield Entry(anchor, _words(heading), _words(text))


def _words(markup: str) -> str:
    return " ".join(_TAG.sub(" ", _ASIDE.sub(" ", markup)).split())
