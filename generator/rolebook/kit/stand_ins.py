"""Words that stand in for a translation that is still missing, and how they are told from others.

They are marked inside of the text, so that the mark goes along into every sentence that the text becomes part of.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_BEGIN, _WORDS, _END = "\ufdd0", "\ufdd1", "\ufdd2"
"""What stands around such words: characters that Unicode keeps for a program's own use, and that no kit may hold."""
_STAND_IN: Final = re.compile(f"{_BEGIN}([^{_BEGIN}{_WORDS}{_END}]*){_WORDS}([^{_BEGIN}{_WORDS}{_END}]*){_END}")
_STRAY: Final = re.compile(f"[{_BEGIN}{_WORDS}{_END}]")


def stand_in(tag: str, words: str) -> str:
    """Mark words as standing in for another language than the one that was asked for."""
    return f"{_BEGIN}{tag}{_WORDS}{words}{_END}"


def has_stand_in(text: str) -> bool:
    """Tell whether a text contains such words."""
    return _BEGIN in text


def show_stand_ins(text: str, write: Callable[[str, str], str]) -> str:
    """Replace all such words of a text by what is shown for them.

    Args:
        text: The text.
        write: The language's tag and the words in, what is shown out.
    """
    return _STRAY.sub("", _STAND_IN.sub(lambda found: write(found[1], found[2]), text))
