"""Stylesheets are joined into the one that pages load, without what no browser reads."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import PROJECT

SOURCE = PROJECT / "theme_overrides" / "assets" / "stylesheets"


def test_pages_load_every_rule_and_no_comment(small_pages: Path) -> None:
    joined = (small_pages / "en/assets/stylesheets/documents.css").read_text("utf-8")
    source = (SOURCE / "documents.css").read_text("utf-8")
    parts = [(SOURCE / name).read_text("utf-8") for name in re.findall(r'url\("(.*?)"\)', source)]
    assert len(parts) > 10
    for part in parts:
        rules = re.sub(r"/\*.*?\*/", "", part, flags=re.DOTALL)
        assert re.sub(r"\s+", "", rules) in re.sub(r"\s+", "", joined)
    assert "/*" not in joined
    assert 'content: "\\2197"' in joined
