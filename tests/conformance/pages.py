"""One page of each type that a site has, in each of its languages."""

from __future__ import annotations

import re
from pathlib import Path

TYPE = re.compile(r'<body[^>]*>.*?class="rb-body rb-body--([a-z-]+)', re.DOTALL)


def types_of_pages(folder: Path) -> list[Path]:
    """The first page of each type: by its language, and by what its content is marked as."""
    found: dict[tuple[str, str], Path] = {}
    for path in sorted(folder.rglob("*.html")):
        language, *_ = path.relative_to(folder).parts
        if "http-equiv" in (text := path.read_text("utf-8"))[:400]:
            continue
        kind = TYPE.search(text)
        found.setdefault((language, kind[1] if kind else path.name), path)
    return list(found.values())
