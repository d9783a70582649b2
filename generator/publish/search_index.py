"""The search's index, in two files: what every page loads, and what the first search does."""

from __future__ import annotations

import json
from pathlib import Path

INDEX, ENTRIES = "search_index.json", "entries.json"


def split(folder: Path) -> None:
    """Move the entries of a site's index into a file of their own.

    The theme loads its index with every page, a third of a first view; `folded-search.js` fetches the entries when a
    reader begins to search.

    Args:
        folder: The site's `search` folder; without an index in it, nothing is done.
    """
    path = folder / INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_text("utf-8"))
    entries = json.dumps(index["docs"], ensure_ascii=False, separators=(",", ":"))
    (folder / ENTRIES).write_text(entries, "utf-8")
    path.write_text(json.dumps(index | {"docs": []}, separators=(",", ":")), "utf-8")
