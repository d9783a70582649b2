"""The engine that publishes nothing itself: it writes a folder for each language, which other generators build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from jinja2 import BytecodeCache

from rolebook.audience import Audience
from rolebook.engine import Prepared, RenderedPage
from rolebook.engine.folder import settings
from rolebook.engine.folder.pages import generated_page, hand_written_page
from rolebook.files import write
from rolebook.language import Language
from rolebook.project import PACKAGE, mkdocs_config
from rolebook.site.alternates import Alternate, alternates
from rolebook.site.brand import STYLESHEET, site_brand
from rolebook.site.icons import icons
from rolebook.site.manifest import MANIFEST, manifest
from rolebook.site.navigation import source
from rolebook.site.page import Page
from rolebook.site.site import Site

_OVERRIDES = PACKAGE / "engine" / "folder" / "overrides"


class FolderEngine:
    """Writes a site as a folder of Markdown files, assets, templates and settings."""

    def prepare(self, site: Site, folder: Path, compiled: BytecodeCache | None = None) -> Prepared:
        """Write everything but the kit's own pages and files.

        Raises:
            OSError: Something cannot be written.
        """
        config = mkdocs_config(site.path)
        warnings = site.hand_written.problems() or list(_hiding(site))
        try:
            given = settings.read(config)
        except yaml.YAMLError as error:
            return Prepared(None, (*warnings, f"{config} is no YAML: {error}"))
        if "INHERIT" in given:
            warnings.append(f"{config} inherits from another file. Write all settings into one to use this engine.")
        if warnings:
            return Prepared(None, tuple(warnings))
        docs = folder / settings.DOCS
        write(folder / settings.MKDOCS, settings.as_yaml(settings.for_site(given, site)))
        write(folder / settings.PROPERDOCS, settings.as_yaml(settings.for_properdocs(given, site)))
        _copy(_OVERRIDES, folder / settings.OVERRIDES)
        theme = _theme_folder(given, config)
        if theme is not None:
            _copy(theme, docs, without=".html")  # its templates are Material's
        _write_brand(site, docs)
        _write_hand_written(site, docs)
        return Prepared(FolderRenderer(site), content=settings.DOCS)

    def sources(self, kit: Path) -> Sequence[Path]:
        """The settings of MkDocs, and what Material is made to show differently."""
        config = mkdocs_config(kit)
        return config, config.parent / "theme_overrides"


class FolderRenderer:
    """Writes the kit's pages as Markdown files. The generator that builds them makes its own search.

    Args:
        site: The site that they belong to.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    @property
    def key(self) -> str:
        """What pages have from here beside the code: the site's languages."""
        return repr(("folder", [edition.language.tag for edition in self._site.editions]))

    def dest_uri(self, path: str) -> str:
        """The file that the page of a folder is written as."""
        return source(path)

    def render(self, page: Page) -> RenderedPage:
        """A page of the kit as a file."""
        return RenderedPage(generated_page(page, _alternates(self._site, page.path, source(page.path))))

    def search_record(self, page: Page) -> bytes:
        """Nothing."""
        return b""

    def write_search(self, records: Iterable[bytes]) -> None:
        """Write nothing."""

    def is_search(self, path: str) -> bool:
        """Say no: there is nothing of the search's."""
        return False


def _alternates(site: Site, url: str, src_uri: str) -> tuple[Alternate, ...]:
    return alternates(site, url, src_uri, _dest_uri(src_uri)) if len(site.editions) > 1 else ()


def _dest_uri(src_uri: str) -> str:
    """The file that a file of the folder is published as: a page becomes the index of a folder of its name."""
    path = PurePosixPath(src_uri)
    if path.suffix != ".md":
        return src_uri
    return (path.parent if path.stem in ("index", "README") else path.with_suffix("")).joinpath("index.html").as_posix()


def _hiding(site: Site) -> Iterator[str]:
    """A line for each hand-written page that stands where a generated one belongs."""
    for path, src_uri in _files(site.hand_written.folder):
        dest_uri = _dest_uri(src_uri)
        if dest_uri in site.artefacts or dest_uri in site.moved:
            yield f"{path} stands where a generated page belongs. Move or rename it."


def _write_brand(site: Site, docs: Path) -> None:
    """Write the brand's pictures, the manifest that names them, and its colours at the end of the stylesheets."""
    brand, stylesheet = site_brand(site.edition), docs / STYLESHEET
    if brand.colours and stylesheet.is_file():
        write(stylesheet, stylesheet.read_bytes() + brand.colours.encode())
    pixels = icons(site.edition.imprint.brand).items()
    for path, content in (*brand.pictures, *pixels, (MANIFEST, manifest(site.edition))):
        write(docs / path, content)


def _write_hand_written(site: Site, docs: Path) -> None:
    """Write the kit's hand-written pages and the files beside them, and the pages of Rolebook's guide."""
    written, guide = site.hand_written, site.hand_written.guide
    _copy(written.folder, docs, without=".md")
    for path, src_uri in _files(written.folder):
        if path.suffix == ".md":
            write(docs / src_uri, _hand_written(site, path, src_uri, None))
    if guide is not None:
        tag = guide.parent.name
        language = None if tag == site.edition.language.tag else Language(tag)
        for path in sorted(guide.rglob("*.md")):
            src_uri = path.relative_to(guide.parent).as_posix()
            write(docs / src_uri, _hand_written(site, path, src_uri, language))


def _hand_written(site: Site, path: Path, src_uri: str, language: Language | None) -> bytes:
    url = _dest_uri(src_uri).removesuffix("index.html")
    indexed = site.audience is Audience.PUBLIC
    others = _alternates(site, url, src_uri)
    return hand_written_page(path.read_text("utf-8-sig"), others, indexed=indexed, language=language)


def _theme_folder(given: Mapping[str, Any], config: Path) -> Path | None:
    """The folder of what Material is made to show differently, if the settings name one."""
    theme = given.get("theme")
    custom_dir = theme.get("custom_dir") if isinstance(theme, dict) else None
    return config.parent / custom_dir if custom_dir else None


def _copy(source: Path, target: Path, *, without: str | None = None) -> None:
    """Copy every file of a folder but those with a suffix."""
    for path, uri in _files(source):
        if path.suffix != without:
            write(target / uri, path.read_bytes())


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file of a folder that generators publish, with its path from there on; none if there is no such folder."""
    for path in sorted(folder.rglob("*")):
        uri = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in uri.parts):
            yield path, uri.as_posix()
