"""What the theme writes and other programs object to, put right in each page that it has written."""

from __future__ import annotations

from typing import Final

DOCUMENT: Final = ' class="no-js">'
"""How the tag ends that a page begins with. The theme says of its body alone in which direction it runs."""
CONTENTS: Final = '<label class="md-nav__title" for="__toc">'
"""The title of a page's contents: for a switch in the theme's menu, in whose place ours stands."""


def correct(page: str, direction: str) -> str:
    """A page of the theme's, as HTML wants it.

    Args:
        page: The page, whole.
        direction: Which way its language runs: `ltr` or `rtl`.
    """
    page = page.replace(DOCUMENT, f' dir="{direction}"{DOCUMENT}', 1)
    return page.replace(CONTENTS, CONTENTS.replace(' for="__toc"', ""), 1)
