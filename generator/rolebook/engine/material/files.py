"""The kit's pages and files as MkDocs knows them: it links to them, and neither reads nor writes them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from rolebook.catalogue import Artefact, Format
from rolebook.site.navigation import source


class KitFile(File):
    """A page or file that is rendered apart from MkDocs, so that hand-written pages and the navigation may name it.

    Args:
        config: MkDocs' configuration.
        src_uri: The path that a link from a page of Markdown names it by.
        dest_uri: Its path as a file, from the language's folder on.
    """

    def __init__(self, config: MkDocsConfig, src_uri: str, dest_uri: str) -> None:
        inclusion = InclusionLevel.NOT_IN_NAV
        super().__init__(
            src_uri, None, config.site_dir, use_directory_urls=True, dest_uri=dest_uri, inclusion=inclusion
        )
        self.generated_by = "rolebook"

    @classmethod
    def of(cls, config: MkDocsConfig, artefact: Artefact) -> KitFile:
        """A page or file of the catalogue."""
        src_uri = source(artefact.path) if artefact.row.format is Format.PAGE else artefact.path
        return cls(config, src_uri, artefact.dest_uri)

    @classmethod
    def at_old_address(cls, config: MkDocsConfig, path: str) -> KitFile:
        """The page at the old address of a renamed role, by its path as a file."""
        return cls(config, source(path.removesuffix("index.html")), path)

    def is_documentation_page(self) -> bool:
        """Say that it is none, or MkDocs would read it as Markdown."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the writing to the build, or to whoever previews the site."""
