"""Pages and files come from the cache if nothing that they are made from has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from rolebook.audience import Audience
from rolebook.build.site_renderer import SiteRenderer
from rolebook.catalogue import LocalizedArtefact
from rolebook.engine import RenderedPage
from rolebook.kit import Kit
from rolebook.site.page import Attachment, Page
from rolebook.site.site import site_of

from tests.conftest import SMALL
from tests.plain_engine import PlainRenderer


class CountingRenderer(PlainRenderer):
    """Knows how many pages it has rendered."""

    rendered = 0

    def render(self, page: Page) -> RenderedPage:
        self.rendered += 1
        return super().render(page)


@pytest.fixture
def renderer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CountingRenderer:
    monkeypatch.setenv("ROLEBOOK_CACHE", str(tmp_path / "cache"))
    return CountingRenderer(tmp_path)


@pytest.fixture
def site_renderer(small: Kit, renderer: CountingRenderer) -> SiteRenderer:
    return SiteRenderer(site_of(small, SMALL, Audience.INTERNAL, "en", with_files=True), renderer)


def page_of(site_renderer: SiteRenderer, path: str) -> tuple[LocalizedArtefact, dict[str, Attachment]]:
    artefact = site_renderer.site.artefacts[f"{path}index.html"]
    return artefact, site_renderer.known_attachments(artefact)


def test_a_page_is_rendered_once(site_renderer: SiteRenderer, renderer: CountingRenderer) -> None:
    artefact, attachments = page_of(site_renderer, "roles/baker/")
    first = site_renderer.page(artefact, attachments)
    assert b"Baker" in first.content
    assert first.search_record == b"Baker"
    assert site_renderer.page(artefact, attachments) == first
    assert renderer.rendered == 1


def test_a_page_whose_file_has_another_size_is_rendered_again(
    site_renderer: SiteRenderer, renderer: CountingRenderer
) -> None:
    artefact, attachments = page_of(site_renderer, "roles/baker/")
    site_renderer.page(artefact, attachments)
    larger = {path: Attachment(attachment.title, 12_345_678) for path, attachment in attachments.items()}
    assert "12.3 MB" in site_renderer.page(artefact, larger).content.decode()
    assert renderer.rendered == 2


def test_with_another_key_of_the_engine_and_without_one_it_is_rendered_again(
    site_renderer: SiteRenderer, renderer: CountingRenderer
) -> None:
    artefact, attachments = page_of(site_renderer, "roles/baker/")
    site_renderer.page(artefact, attachments)
    renderer.key = "another"
    site_renderer.page(artefact, attachments)
    assert renderer.rendered == 2
    renderer.key = None
    site_renderer.page(artefact, attachments)
    site_renderer.page(artefact, attachments)
    assert renderer.rendered == 4


def test_a_page_says_how_large_a_file_is_that_was_written_before(site_renderer: SiteRenderer) -> None:
    artefact, before = page_of(site_renderer, "roles/baker/")
    path = "roles/baker/job-description.docx"
    assert before[path].size is None
    content = site_renderer.file(site_renderer.site.artefacts[path])
    assert site_renderer.known_attachments(artefact)[path].size == len(content)
