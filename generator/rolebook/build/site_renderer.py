"""The pages and files of one site as bytes: from the cache, or rendered and written, and kept there."""

from __future__ import annotations

from collections.abc import Mapping

from rolebook.build import cache
from rolebook.catalogue import Format, LocalizedArtefact, as_file
from rolebook.documents.blocks import Kind
from rolebook.engine import RenderedPage, Renderer
from rolebook.site.page import Attachment
from rolebook.site.site import Site


class SiteRenderer:
    """Renders a site with an engine's renderer.

    Args:
        site: The site.
        renderer: What its engine renders pages with.
    """

    def __init__(self, site: Site, renderer: Renderer) -> None:
        self.site, self.renderer = site, renderer

    def file(self, artefact: LocalizedArtefact) -> bytes:
        """The content of a file that accompanies a page.

        Raises:
            PaperError: It could not be set as PDF.
        """
        if cache.folder() is None:
            return self._written(artefact)
        name = self.key(artefact)
        content = cache.find(name)
        if content is None:
            content = self._written(artefact)
            cache.keep(name, content)
        return content

    def _written(self, artefact: LocalizedArtefact) -> bytes:
        row = artefact.row
        return as_file(artefact.document, self.site.edition, row.format, confidential=row.confidential)

    def key(self, artefact: LocalizedArtefact) -> str:
        """The name under which a file is kept in the cache."""
        row = artefact.row
        return cache.key(artefact.document, self.site.edition, row.format, f"confidential: {row.confidential}")

    def page(self, artefact: LocalizedArtefact, attachments: Mapping[str, Attachment]) -> RenderedPage:
        """A page, and what the search finds it by.

        Args:
            artefact: The page.
            attachments: The files that it offers, by their paths, perhaps among others.
        """
        page, renderer = self.site.page(artefact, attachments), self.renderer
        if renderer.key is None or cache.folder() is None:
            return renderer.render(page)
        name = cache.key(page.written, page.edition, Format.PAGE, renderer.key, *page.parts)
        kept = cache.find(name)
        if kept is not None:
            return _unpacked(kept)
        rendered = renderer.render(page)
        cache.keep(name, _packed(rendered))
        return rendered

    def search_record(self, artefact: LocalizedArtefact) -> bytes:
        """What the search finds a page by (packed), without rendering it."""
        return self.renderer.search_record(self.site.page(artefact))

    def attachment(self, artefact: LocalizedArtefact, content: bytes) -> Attachment:
        """A file that was written, as pages offer it."""
        return Attachment(artefact.name() if artefact.name else artefact.document.title, len(content))

    def known_attachments(self, page: LocalizedArtefact) -> dict[str, Attachment]:
        """The files that a page offers, by their paths; with the sizes of those that are in the cache.

        Not of those whose documents take long to work out: for that, nobody who looks at the page should wait.
        """
        found = {}
        for file in self.site.offers.get(page.path, ()):
            if page.row.kind is Kind.FORMS:
                found[file.path] = Attachment("", None)  # it names them itself
                continue
            if file.name is not None:
                found[file.path] = Attachment(file.name(), None)
                continue
            found[file.path] = Attachment(file.document.title, cache.size(self.key(file)))
        return found


def _packed(rendered: RenderedPage) -> bytes:
    """A page as it is kept: how long its search record is, that, then its content."""
    return b"%d %b%b" % (len(rendered.search_record), rendered.search_record, rendered.content)


def _unpacked(kept: bytes) -> RenderedPage:
    length, _, rest = kept.partition(b" ")
    return RenderedPage(rest[int(length) :], rest[: int(length)])
