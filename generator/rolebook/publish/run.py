"""One run of MkDocs: one language of one site, into a folder."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import TemplateNotFound
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

if TYPE_CHECKING:
    from rolebook.publish.plugin import RolebookPlugin

_PACKAGE = Path(__file__).parent.parent
PROJECT = _PACKAGE / "project" if (_PACKAGE / "project").is_dir() else _PACKAGE.parent.parent
"""Where `mkdocs.yml`, `theme_overrides/` and `content/` are: in an installed package, else in the clone."""


@dataclass(frozen=True)
class Job:
    """What to run MkDocs for, as plain values that another process can be given.

    Attributes:
        kit: The kit's file, as a whole path.
        audience: Whom the site is for.
        language: The language's tag.
        folder: Where it goes, as a whole path.
        name: What it is called in what is said of it, such as `site/en`.
        workers: How many processes may make its pages and files.
    """

    kit: Path
    audience: str
    language: str
    folder: Path
    name: str
    workers: int = 1


@dataclass(frozen=True)
class Built:
    """What became of one language: how many pages it has, how long it took in seconds, and what MkDocs warned of.

    A site with warnings is not complete: the build is strict.
    """

    name: str
    pages: int
    seconds: float
    warnings: tuple[str, ...]


def mkdocs_config(kit: Path) -> Path:
    """The `mkdocs.yml` that publishes a kit: the one beside it, or Rolebook's own."""
    beside = kit.parent / "mkdocs.yml"
    return beside if beside.is_file() else PROJECT / "mkdocs.yml"


def run(job: Job, done: Callable[[int], None]) -> Built:
    """Build one language whole.

    Args:
        job: What to build.
        done: Told how many pages and files have just been made, in whichever process that was.

    Raises:
        OSError: Something cannot be written.
    """
    started = time.perf_counter()
    _, warnings = mkdocs(job, done)
    pages = sum(1 for _ in job.folder.rglob("index.html"))
    return Built(job.name, pages, time.perf_counter() - started, warnings)


def mkdocs(job: Job, done: Callable[[int], None] | None) -> tuple[RolebookPlugin | None, tuple[str, ...]]:
    """Run MkDocs, and give back its plugin, with everything that MkDocs and its plugins have warned of.

    Args:
        job: What to build.
        done: Told how much has been made; None leaves pages and files to be made when somebody asks for them.
    """
    plugin: RolebookPlugin | None = None
    with _warnings() as warnings:
        try:
            config = _configuration(job)
            plugin = cast("RolebookPlugin", config.plugins["rolebook"])
            plugin.done, plugin.workers, plugin.is_live = done or _nobody, job.workers, done is None
            mkdocs_build(config)
        except Abort as error:
            if not warnings:
                warnings.append(str(error) or "MkDocs stopped without saying why.")
        except MkDocsException as error:
            warnings.append(str(error))
        except TemplateNotFound as error:
            warnings.append(f"There is no template “{error.name}”. A hand-written page names it in its first lines.")
    return plugin, tuple(warnings)


def _configuration(job: Job) -> MkDocsConfig:
    """MkDocs' configuration for a job, with plugins of its own.

    MkDocs keeps each plugin that has an `on_startup` for whoever loads a configuration next in the same process: a
    preview's languages would all have one plugin, and with it one kit, language and audience.

    Raises:
        MkDocsException: `mkdocs.yml` is not as it should be.
    """
    vars(MkDocsConfig)["plugins"].plugin_cache.clear()
    config = load_config(str(mkdocs_config(job.kit)), site_dir=str(job.folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    settings = config.plugins["rolebook"].config
    settings.kit, settings.audience, settings.language = str(job.kit), job.audience, job.language
    return config


def _nobody(count: int) -> None:
    """Nobody is told."""


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
