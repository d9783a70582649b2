"""What making a site leaves behind in memory."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from docx.document import Document
from rolebook.audience import Audience
from rolebook.publish import making
from rolebook.publish.run import Job, mkdocs
from xlsxwriter import Workbook

from tests.conftest import SMALL


def test_what_has_been_written_is_held_no_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Word's and Excel's writers go in circles: 6 MB a role, which nobody would look for at the collector's pace."""
    monkeypatch.setenv("ROLEBOOK_CACHE", "off")
    plugin, _ = mkdocs(Job(SMALL, Audience.INTERNAL, "en", tmp_path, "small"), None)
    assert plugin is not None
    making.make(plugin.site, plugin.theme, tmp_path, 1)
    assert list(tmp_path.rglob("*.docx"))
    assert list(tmp_path.rglob("*.xlsx"))
    assert [one for one in gc.get_objects() if isinstance(one, Document | Workbook)] == []
