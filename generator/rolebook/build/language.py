"""One language of a site, built whole: prepared by its engine, then rendered."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rolebook.audience import Audience
from rolebook.build.cache import compiled_templates
from rolebook.build.render import render_site
from rolebook.build.site_renderer import SiteRenderer
from rolebook.build.staging import mark
from rolebook.engine.choice import EngineName, engine
from rolebook.formats.pdf import PaperError
from rolebook.site.site import site_of
from rolebook.source.cached import load_cached


@dataclass(frozen=True)
class Job:
    """A language of a site to build, as plain values that another process can be given.

    Attributes:
        kit: The kit's file, as a whole path.
        audience: Whom the site is for.
        language: The language's tag.
        day: The day that decides which postings are open: the same for every part of a build.
        folder: Where it goes, as a whole path.
        name: What it is called in what is said of it, such as `site/en`.
        workers: How many processes may render its pages and files.
        engine: What publishes it.
        with_files: Whether PDF, Word and Excel belong to it.
    """

    kit: Path
    audience: Audience
    language: str
    day: date
    folder: Path
    name: str
    engine: EngineName
    with_files: bool
    workers: int = 1


@dataclass(frozen=True)
class BuildResult:
    """What became of one language: how many pages it has, how long it took in seconds, and what the engine warned of.

    A site with warnings is not complete.
    """

    name: str
    pages: int
    seconds: float
    warnings: tuple[str, ...]


def build_language(job: Job, done: Callable[[int], None] = lambda _: None) -> BuildResult:
    """Build one language whole.

    Args:
        job: What to build.
        done: Told how many pages and files have just been written, in whichever process that was.

    Raises:
        OSError: Something cannot be written.
    """
    started = time.perf_counter()
    kit = load_cached(job.kit, job.day).kit
    if kit is None:
        return BuildResult(job.name, 0, 0, (f"{job.kit} is no kit any more. Check it, and build again.",))
    site = site_of(kit, job.kit, job.audience, job.language, with_files=job.with_files)
    prepared = engine(job.engine).prepare(site, job.folder, compiled_templates())
    warnings = prepared.warnings
    if prepared.renderer is not None and not warnings:
        try:
            render_site(SiteRenderer(site, prepared.renderer), job.folder / prepared.content, job.workers, done)
            mark(job.folder)  # the next build may replace it
        except PaperError as error:
            warnings = (str(error),)
    pages = sum(1 for _ in job.folder.rglob(prepared.renderer.dest_uri(""))) if prepared.renderer else 0
    return BuildResult(job.name, pages, time.perf_counter() - started, warnings)
