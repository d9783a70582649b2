"""What rendering a site leaves behind in memory."""

from __future__ import annotations

import gc
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from rolebook.audience import Audience
from rolebook.build import render
from rolebook.build.render import bundles, render_site
from rolebook.build.site_renderer import SiteRenderer
from rolebook.documents.library.handbook import SKILLS
from rolebook.kit import Kit
from rolebook.site.site import site_of
from rolebook.source import load
from xlsxwriter import Workbook

from tests.benchmarks.builds import kit_of
from tests.conftest import SMALL, in_this_process
from tests.plain_engine import PlainRenderer


@pytest.mark.slow
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


@pytest.mark.parametrize(("workers", "begun"), [(1, set()), (2, {2})])
def test_pages_are_spread_over_as_many_processes_as_it_is_given(
    small: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int, begun: set[int]
) -> None:
    numbers = set[int]()

    def counted(number: int, *given: Any) -> AbstractContextManager[Any]:
        numbers.add(number)
        return in_this_process(number, *given, fork_further=False)

    monkeypatch.setattr(render, "can_fork", lambda: True)
    monkeypatch.setattr(render, "processes", counted)
    site = site_of(small, SMALL, Audience.INTERNAL, "en", with_files=False)
    render_site(SiteRenderer(site, PlainRenderer(tmp_path)), tmp_path, workers)
    assert numbers == begun


def test_a_volume_of_a_long_handbook_is_made_together_with_its_pages(tmp_path: Path) -> None:
    """What a process has worked out for the pages of skills is there when it comes to their volume."""
    path = kit_of(tmp_path, 100)
    kit = load(path).kit
    assert kit is not None
    site = site_of(kit, path, Audience.INTERNAL, "en", with_files=True)
    volumes = 0
    for group in bundles(site)[0]:
        if found := {artefact.subject for _, artefact in group if artefact.row.about == "volume of skills"}:
            [volume] = found
            skills = [skill.id for skill in kit.skills if any(artefact.subject == skill.id for _, artefact in group)]
            assert skills == [skill.id for skill in kit.skills[(int(volume) - 1) * SKILLS : int(volume) * SKILLS]]
            volumes += 1
    assert volumes > 1
