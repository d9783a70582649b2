"""The build: one MkDocs build for each audience and language, side by side, into a folder that appears whole."""

from __future__ import annotations

import gc
import logging
import multiprocessing.connection
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader

from generator import language as languages
from generator.audience import Audience, edition_for
from generator.catalogue import SITE_FILES
from generator.documents.speech import Speech
from generator.formats import pdf
from generator.kit import Kit
from generator.language import Language
from generator.publish.cache import trim
from generator.publish.staging import staged

_PROJECT = Path(__file__).parent.parent.parent
FOLDERS = {Audience.INTERNAL: "site", Audience.PUBLIC: "public"}
"""Where the site of each audience is built."""


@dataclass(frozen=True)
class Built:
    """What became of one site: its folder, how many pages it has, how long it took, and what MkDocs warned of.

    A site with warnings is not complete: the build is strict.
    """

    name: str
    pages: int
    seconds: float
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class _Job:
    """One MkDocs build, as plain values that another process can be given."""

    config: Path
    kit: Path
    audience: str
    language: str
    folder: Path
    name: str
    kept_files: bool


class BuildError(Exception):
    """MkDocs warned of something; the message says what. Nothing was replaced."""


def mkdocs_config(kit: Path) -> Path:
    """The `mkdocs.yml` that publishes a kit: the one beside it, or the project's own."""
    beside = kit.parent / "mkdocs.yml"
    return beside if beside.is_file() else _PROJECT / "mkdocs.yml"


def build(
    kit: Kit,
    path: Path,
    out: Path,
    *,
    audience: Audience = Audience.INTERNAL,
    language: str | None = None,
    force: bool = False,
    kept_files: bool = False,
    report: Callable[[Built], None] = lambda _: None,
) -> None:
    """Build the site of an audience.

    Args:
        kit: The kit, as `path` holds it.
        path: The kit's file.
        out: The folder that the site's folder is made in.
        audience: Whom it is for.
        language: The only language to build; the others stay as they are. None builds all.
        force: Whether to replace a folder that Rolebook did not make.
        kept_files: Whether PDF, Word and Excel are left out that would have to be made anew.
        report: Told of each language as it is done, on this process.

    Raises:
        BuildError: MkDocs warned of something.
        NoCareersError: The site is the public one, and the kit has none.
        ForeignFolderError: Something that Rolebook did not make stands in the way.
        OSError: The folder cannot be written.
    """
    site, tags = out / FOLDERS[audience], kit.kit.languages
    folders = (path.parent / "locale", languages.SHIPPED)
    editions = [edition_for(audience, kit, Language(tag, folders)) for tag in tags]
    if language is None:
        with staged(site, known=frozenset(tags), force=force) as staging:
            _build_languages(path, audience, {tag: staging / tag for tag in tags}, site.name, kept_files, report)
            _write_shared(staging, audience, editions)
    else:
        known = frozenset(_mkdocs_names(site / language))
        with staged(site / language, known=known, force=force) as staging:
            _build_languages(path, audience, {language: staging}, site.name, kept_files, report)
        _write_shared(site, audience, editions)


def _write_shared(site: Path, audience: Audience, editions: list[Speech]) -> None:
    """Write what a site has once for all languages."""
    (site / "index.html").write_text(front_page(editions), "utf-8")
    for file in SITE_FILES:
        if file.audience is audience:
            path = site / file.path
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(file.write(editions))


def _mkdocs_names(folder: Path) -> Iterator[str]:
    """What a language's folder holds if MkDocs made it; nothing if somebody else did."""
    if (folder / "search" / "search_index.json").is_file():
        yield from (entry.name for entry in folder.iterdir())


def _build_languages(
    path: Path,
    audience: Audience,
    folders: dict[str, Path],
    site: str,
    kept_files: bool,
    report: Callable[[Built], None],
) -> None:
    kit = path.resolve()
    config = mkdocs_config(kit)
    # Whole paths: a spawned process does not begin in our current folder.
    jobs = [
        _Job(config, kit, audience, tag, folder.resolve(), f"{site}/{tag}", kept_files)
        for tag, folder in folders.items()
    ]
    warnings: list[str] = []
    for built in _run(jobs):
        report(built)
        warnings.extend(f"{built.name}: {warning}" for warning in built.warnings)
    trim()
    if warnings:
        raise BuildError("\n".join(warnings))


def _run(jobs: list[_Job]) -> Iterator[Built]:
    """Build side by side where there are cores for it; forked processes share the kit that is already read."""
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers < 2:
        yield from map(_build_one, jobs)
        return
    can_fork = "fork" in multiprocessing.get_all_start_methods() and not pdf.has_started()
    method = "fork" if can_fork else "spawn"
    with ProcessPoolExecutor(workers, multiprocessing.get_context(method), _end_with_parent) as pool:
        for done in as_completed([pool.submit(_build_one, job) for job in jobs]):
            yield done.result()


def _end_with_parent() -> None:
    """Let a worker end when the build that it works for is killed; it would wait for more work for ever, and hold the
    lock of the build's folder.
    """
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            multiprocessing.connection.wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _environment(job: _Job) -> Iterator[None]:
    """What `mkdocs.yml` reads of a job, for as long as it is built: one language alone is built in this process."""
    before = dict(os.environ)
    os.environ |= {
        "ROLEBOOK_KIT": str(job.kit),
        "ROLEBOOK_AUDIENCE": job.audience,
        "ROLEBOOK_LANGUAGE": job.language,
        "NO_MKDOCS_2_WARNING": "1",
    }
    if job.kept_files:
        os.environ.setdefault("ROLEBOOK_FILES", "kept")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ |= before


def _build_one(job: _Job) -> Built:
    with _environment(job):
        return _build_with_mkdocs(job)


def _build_with_mkdocs(job: _Job) -> Built:
    # The theme's plugins print an announcement as they are imported, so only after it is switched off.
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    gc.freeze()  # the kit stays: the collector need not look at it again and again (a fifth of a build)
    started = time.perf_counter()
    with _warnings() as warnings:
        try:
            config = load_config(str(job.config), site_dir=str(job.folder), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        except Abort as error:
            if not warnings:
                warnings.append(str(error) or "MkDocs stopped without saying why.")
        except MkDocsException as error:
            warnings.append(str(error))
    pages = sum(1 for _ in job.folder.rglob("index.html"))
    return Built(job.name, pages, time.perf_counter() - started, tuple(warnings))


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Everything that MkDocs and its plugins warn of meanwhile."""
    messages: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    logger.addHandler(collector)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate


def front_page(editions: list[Speech]) -> str:
    """The page above all languages: it sends the reader to the one of their browser, and links to each."""
    environment = Environment(loader=PackageLoader("generator", "templates/html"), autoescape=True)
    named = [(edition.language, edition.site_name) for edition in editions]
    return environment.get_template("languages.html").render(languages=named)
