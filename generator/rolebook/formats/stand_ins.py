"""Texts of a draft that stand in for missing translations, marked in finished HTML."""

from __future__ import annotations

import re

from babel.core import Locale
from markupsafe import escape

from rolebook.kit.stand_ins import show_stand_ins
from rolebook.language import Language

_TOKENS = re.compile(r"(<[^>]*>)")
_TEXT_ALONE = ("option", "pre", "template", "textarea", "title")
"""Elements that hold no others: what stands in them, or in a tag, is marked by words."""


def mark_stand_ins(markup: str, language: Language) -> str:
    """Mark the words in a page's HTML that stand in for missing translations, for people and for machines.

    Args:
        markup: The page's HTML; `kit.stand_ins` has set off the words in it.
        language: The page's language, which the words are not in.
    """
    label = escape(language.gettext("not translated yet"))

    def marked(tag: str, words: str) -> str:
        direction = Locale.parse(tag, sep="-").text_direction
        shown = f'<span class="rb-stand-in" lang="{tag}" dir="{direction}">{words}</span>'
        return f'{shown} <span class="rb-mark rb-mark--warn">{label}</span>'

    def in_words(tag: str, words: str) -> str:
        return f"[{label}] {words}"

    parts, inside = [], ""
    for token in _TOKENS.split(markup):
        if token.startswith("<"):
            name = token.strip("</>").partition(" ")[0]
            if not inside and name in _TEXT_ALONE and not token.startswith("</"):
                inside = name
            elif token == f"</{inside}>":
                inside = ""
        parts.append(show_stand_ins(token, in_words if inside or token.startswith("<") else marked))
    return "".join(parts)
