"""MkDocs with Material as an engine: one run of MkDocs prepares one language of one site."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jinja2 import BytecodeCache, TemplateNotFound
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from rolebook.engine import Prepared
from rolebook.engine.material.hooks import SitePlugin
from rolebook.project import mkdocs_config
from rolebook.site.site import Site


class MaterialEngine:
    """Publishes pages within Material for MkDocs, without MkDocs' reading or holding them."""

    def prepare(self, site: Site, folder: Path, compiled: BytecodeCache | None = None) -> Prepared:
        """Let MkDocs write everything but the kit's own pages and files.

        Raises:
            OSError: Something cannot be written.
        """
        plugin: SitePlugin | None = None
        with _warnings() as warnings:
            try:
                config = _configuration(site.path, folder)
                plugin = _plugin(config)
                plugin.site, plugin.compiled = site, compiled
                build(config)
            except Abort as error:
                if not warnings:
                    warnings.append(str(error) or "MkDocs stopped without saying why.")
            except MkDocsException as error:
                warnings.append(str(error))
            except TemplateNotFound as error:
                warnings.append(
                    f"There is no template “{error.name}”. A hand-written page names it in its first lines."
                )
        return Prepared(plugin.renderer if plugin is not None else None, tuple(warnings))

    def sources(self, kit: Path) -> Sequence[Path]:
        """The settings of MkDocs, where they are or would be, and what Material is made to show differently."""
        config = mkdocs_config(kit)
        return kit.parent / "mkdocs.yml", config, config.parent / "theme_overrides"


def _configuration(kit: Path, folder: Path) -> MkDocsConfig:
    """MkDocs' configuration, with plugins of its own.

    MkDocs keeps each plugin that has an `on_startup` for whoever loads a configuration next in the same process: a
    preview's languages would all have one plugin, and with it one site.

    Raises:
        MkDocsException: `mkdocs.yml` is not as it should be.
    """
    vars(MkDocsConfig)["plugins"].plugin_cache.clear()
    config = load_config(str(mkdocs_config(kit)), site_dir=str(folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    return config


def _plugin(config: MkDocsConfig) -> SitePlugin:
    """Rolebook's plugin of a configuration.

    Raises:
        ConfigurationError: The configuration has none.
    """
    plugin = config.plugins.get("rolebook")
    if not isinstance(plugin, SitePlugin):
        raise ConfigurationError(f"{config.config_file_path} lacks the plugin “rolebook”. Add it under “plugins”.")
    return plugin


_running = threading.Lock()
"""Held while MkDocs runs: it has one log, and keeps plugins, for the whole process."""


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Everything that MkDocs and its plugins warn of meanwhile; nobody else runs it."""
    messages: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    with _running:
        logger.addHandler(collector)
        propagate, logger.propagate = logger.propagate, False
        try:
            yield messages
        finally:
            logger.removeHandler(collector)
            logger.propagate = propagate
