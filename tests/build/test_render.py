"""What rendering a site leaves behind in memory."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from docx.document import Document
from rolebook.audience import Audience
from rolebook.build.render import render_site
from rolebook.build.site_renderer import SiteRenderer
from rolebook.kit import Kit
from rolebook.site.site import site_of
from xlsxwriter import Workbook

from tests.conftest import SMALL
from tests.plain_engine import PlainRenderer


def test_what_has_been_written_is_held_no_longer(small: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Word's and Excel's writers go in circles: 6 MB a role, which nobody would look for at the collector's pace."""
    monkeypatch.setenv("ROLEBOOK_CACHE", "off")
    site = site_of(small, SMALL, Audience.INTERNAL, "en", with_files=True)
    for _ in range(2):  # the first time, what all Word files have in common is prepared as well
        gc.collect()
        render_site(SiteRenderer(site, PlainRenderer(tmp_path)), tmp_path, 1)
    assert list(tmp_path.rglob("*.docx"))
    assert list(tmp_path.rglob("*.xlsx"))
    assert [one for one in gc.get_objects() if isinstance(one, Document | Workbook)] == []
