"""What a hand-written page says of itself is read as MkDocs reads it."""

from __future__ import annotations

import pytest
from mkdocs.utils.meta import get_data
from rolebook.site.hand_written import front_matter

PAGES = [
    "# Team\n\nWe are three.\n",
    "---\ntitle: Our team\nhide: [toc]\n---\n# Team\n",
    "---\ntitle: Our team\n...\n\n\n# Team\n",
    "---   \ntitle: Our team\n---  \n# Team\n",
    "---\n- a list\n---\n# Team\n",
    "---\ntitle: [never closed\n---\n# Team\n",
    "---\n---\n# Team\n",
    "---\ntitle: Our team\n# Team\n",
    "title: Our team\nHide: toc\n\n# Team\n",
    "Title: فريقنا\n# الفريق\n",
    "Note well: this is a sentence.\n",
    "",
    "\n---\ntitle: Too late\n---\n",
    "Text\n---\ntitle: Too late\n---\n",
]


@pytest.mark.parametrize("page", PAGES)
def test_it_is_read_as_mkdocs_reads_it(page: str) -> None:
    text, said = get_data(page)
    assert front_matter(page) == (said, text)
