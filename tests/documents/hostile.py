"""Texts that would like to be something else, and a kit that is made of them."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator
from typing import Any

from rolebook.source import load

from tests.conftest import SMALL

ATTACKS = (
    "<script>window.attacked = 1; alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "</title></head><body onload=alert(1)>",
    "javascript:alert(1)",
    "[click](javascript:alert(1))",
    "{{ 7*7 }}{% for x in y %}${7*7}<%= 7 %>",
    "</template></script></style><script>alert(1)</script>",
    "![x](x){ onclick=alert(1) } :smile: *a* __b__ `c`",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "=cmd|' /C calc'!A0",
    "]]><!--<!DOCTYPE x>-->",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    '# $ @ \\ ~ ^ #import "x" #eval("1")',
)
"""Markup, handlers, addresses that run, template calls, Markdown, attribute lists, formulas, Typst."""
MESSAGES = ("backgrounds", "hiring", "interviewing", "outreach")
"""Sections with texts in which braces are fields, and any others a problem that `rolebook check` reports."""


def attacked() -> dict[str, Any]:
    """The small kit with every text replaced by the attacks, one after the other."""
    loaded = load(SMALL)
    assert loaded.root is not None
    data: dict[str, Any] = copy.deepcopy(loaded.root.data())
    turn, without_fields = itertools.cycle(ATTACKS), itertools.cycle(one for one in ATTACKS if "{" not in one)
    for section, part in data.items():
        _replace({section: part}, set(data["kit"]["languages"]), without_fields if section in MESSAGES else turn)
    return data


def _replace(part: Any, tags: set[str], turn: Iterator[str]) -> None:
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in items:
        words = isinstance(value, dict) and value and all(isinstance(one, str) for one in value.values())
        if words and set(value) <= tags:
            part[key] = {tag: next(turn) for tag in value}
        else:
            _replace(value, tags, turn)
