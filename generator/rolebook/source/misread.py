"""Texts that YAML silently reads otherwise than they were typed: cut off at a #, in curly quotes, 48.000 for 48,000.

The file is read all the same, so these are findings of rules (`rolebook.rules`), which a kit can answer. A file without
the signs that this is about costs a search for them in its text, and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from typing import Final, NamedTuple

from babel.core import UnknownLocaleError
from babel.numbers import get_currency_precision

from rolebook.problem import Finding, Path
from rolebook.source import postings
from rolebook.source.nodes import Node
from rolebook.source.shape import is_prose
from rolebook.source.slips.parts import lines_of, parts

CUT, QUOTES, PAY = "text-cut-off", "stray-quotes", "pay-thousands"
"""The codes of the rules that these are findings of."""
_HASH: Final = re.compile(r"""(?<=[^\s#"'}\]])[ \t]+\#(?=[^\s#!]|[ \t]*\d)|(?<=[,(/–])[ \t]+\#""")
"""A # with something behind it, as no comment has it, or behind what cannot be the end of a text."""
_QUOTED: Final = re.compile(r"[“”„‘]([^“”„‘\"]*[^“”„‘\"?؟!…])[”“’\"]")
"""A text that stands in curly quotes as a whole, as a title may by mistake; a question is rather meant as quoted."""
_THOUSANDS: Final = re.compile(r"\d{1,3}\.\d{3}")


def misread(text: str, root: Node, odd: Sequence[tuple[Path, Node]]) -> Mapping[str, Sequence[Finding]]:
    """Find what a file's text says and its tree does not, by the codes of the rules that report it.

    Args:
        text: The file's text.
        root: Its tree.
        odd: Texts of the tree that may not be what was meant (`compose.Noticed`).
    """
    found: dict[str, list[Finding]] = {}
    lines = cache(partial(lines_of, text))  # most files need none
    for code, finding in chain(_cut_off(_hashes(text), lines, root), _odd(odd, lines, root), _pay(root, lines)):
        found.setdefault(code, []).append(finding)
    return found


_Lines = Callable[[], list[str]]
"""Gives the lines of the file."""


class _Said(NamedTuple):
    """A text of the tree: its line and column, what it says, and the way to it."""

    line: int
    column: int
    value: str
    path: Path


def _texts(root: Node) -> list[_Said]:
    """Yield every text of a tree, in the order of the file."""
    found: dict[tuple[int, int], _Said] = {}
    ahead: list[tuple[Path, Node]] = [((), root)]
    seen: set[int] = set()
    while ahead:
        path, node = ahead.pop()
        if isinstance(node.value, str):
            found.setdefault((node.line, node.column), _Said(node.line, node.column, node.value, path))
        elif id(node) not in seen:
            seen.add(id(node))
            if isinstance(node.value, dict):
                ahead.extend(((*path, key), entry.node) for key, entry in reversed(node.value.items()))
            else:
                ahead.extend(((*path, index), item) for index, item in reversed(list(enumerate(node.items()))))
    return sorted(found.values(), key=lambda finding: finding[:2])


def _hashes(text: str) -> Iterator[int]:
    """Return the lines, from 0, with a # that may cut a text off."""
    if any(_HASH.search(text, max(0, place - 1), place + 40) for place in _places(text)):
        yield from (number for number, line in enumerate(lines_of(text)) if _HASH.search(line))


def _places(text: str) -> Iterator[int]:
    """Yield the places where a blank stands before a #; without a pattern, which is many times as fast."""
    for sign in (" #", "\t#"):
        place = text.find(sign)
        while place >= 0:
            yield place
            place = text.find(sign, place + 1)


def _cut_off(numbers: Iterable[int], lines: _Lines, root: Node) -> Iterator[tuple[str, Finding]]:
    """Find texts that end before a #."""
    texts: list[_Said] = []
    for number in numbers:
        line, texts = lines()[number], texts or _texts(root)
        every = list(parts(line))
        if len(every) < 2 or every[-1].kind != "comment" or every[-2].kind != "plain":
            continue
        part, comment = every[-2:]
        at = bisect_right(texts, (number + 1, part.start + 1), key=lambda said: said[:2]) - 1
        said = texts[at] if at >= 0 else None
        typed, rest = line[part.start : part.end], line[comment.start :].rstrip()
        if said is None or not is_prose(said.path) or said.value.split()[-1:] != typed.split()[-1:]:
            continue  # the comment stands behind something else
        yield (
            CUT,
            Finding(
                said.path,
                f"The text ends before “#”: “{_short(rest)}” is read as a comment, and shown to nobody.",
                f'Put all of it in double quotes: "{_short(f"{said.value} {rest}")}". '
                "If it is a comment, write a space behind the #.",
                place=(number + 1, comment.start + 1),
            ),
        )


def _odd(odd: Sequence[tuple[Path, Node]], lines: _Lines, root: Node) -> Iterator[tuple[str, Finding]]:
    """Find texts that begin or end with a quote, or are given a name, where that was hardly meant."""
    for path, node in odd:
        if not is_prose(path) or not isinstance(node.value, str):
            continue
        value = node.value
        quoted = _QUOTED.fullmatch(value)
        if quoted and not _is_quotation(root, path):
            yield (
                QUOTES,
                Finding(
                    path,
                    f"The curly quotes are part of this text: readers see them around “{_short(quoted[1])}”.",
                    f'Write straight ones: "{_short(quoted[1])}". If readers are to see them, put straight ones around '
                    "them.",
                ),
            )
        elif not quoted and value.endswith('"') and value.count('"') % 2 and not re.search(r'\d"$', value):
            yield (
                QUOTES,
                Finding(
                    path,
                    "This text ends with a quote and begins with none: readers see it.",
                    f'Write one before it, too: "{_short(value[:-1])}".',
                ),
            )
        elif not quoted and (name := _name_in_front(node, lines)):
            yield (
                CUT,
                Finding(
                    path,
                    f"“{name}” is not part of this text: “&” in front gives a value a name.",
                    f'Put all of it in double quotes: "{_short(f"{name} {value}")}".',
                ),
            )


def _is_quotation(root: Node, path: Path) -> bool:
    """Tell whether a text is quoted in another language, too, in that language's marks: then quotes are meant."""
    by_language = root.at(path[:-1])
    others = by_language.value.values() if by_language and isinstance(by_language.value, dict) else ()
    return any((entry.node.text() or "").startswith(("«", "「", "『")) for entry in others)


def _name_in_front(node: Node, lines: _Lines) -> str:
    """Return the name, with its &, that a value is given and nothing repeats; or an empty string."""
    typed = lines()[node.line - 1][node.column - 1 :].split()
    is_name = bool(typed) and typed[0].startswith("&")
    return typed[0] if is_name and not any(f"*{typed[0][1:]}" in line for line in lines()) else ""


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"


def _pay(root: Node, lines: _Lines) -> Iterator[tuple[str, Finding]]:
    """Find pay with a point before three digits: 48.000 is 48 to YAML."""
    for path, posting in postings.listed(root):
        pay = posting.child("pay")
        for key in ("minimum", "maximum"):
            node = pay.child(key) if pay else None
            if pay is None or node is None or not isinstance(node.value, float):
                continue
            typed = re.match(r"[^\s,}\]#]+", lines()[node.line - 1][node.column - 1 :])
            if typed and _THOUSANDS.fullmatch(typed.group()) and not _has_thousandths(pay):
                yield (
                    PAY,
                    Finding(
                        (*path, "pay", key),
                        f"“{typed.group()}” is {node.value:g} here: a point begins the decimals.",
                        f"For thousands, write the figures alone: “{key}: {typed.group().replace('.', '')}”. For "
                        f"decimals, write two: “{key}: {node.value:.2f}”.",
                    ),
                )


def _has_thousandths(pay: Node) -> bool:
    """Tell whether a currency has three decimals, as the Kuwaiti dinar has."""
    currency = pay.child("currency")
    try:
        return get_currency_precision((currency.text() if currency else "") or "") > 2
    except (LookupError, UnknownLocaleError):
        return False
