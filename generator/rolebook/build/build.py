"""The build: each language of a site, side by side, into a folder that appears whole."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

from rolebook.audience import AnyEdition, Audience, languages_for
from rolebook.build.cache import trim
from rolebook.build.language import BuildResult, Job, build_language
from rolebook.build.processes import can_fork, context, processes, processors, results
from rolebook.build.staging import ForeignFolderError, MountedFolderError, is_ours, locked, mark, staged
from rolebook.catalogue import artefacts
from rolebook.engine.choice import EngineName
from rolebook.exceptions import RolebookError
from rolebook.files import replace as replace_file
from rolebook.formats import pdf
from rolebook.kit import Kit
from rolebook.problem import printable
from rolebook.site.shared import shared_files
from rolebook.site.site import editions_of

FOLDERS = {Audience.INTERNAL: "site", Audience.PUBLIC: "public"}
"""Where the site of each audience is built."""
_MISSING = "404.html"


def site_folder(audience: Audience, engine: EngineName = EngineName.MATERIAL) -> str:
    """Where an engine builds the site of an audience, from the folder of the sites on: `site`, or `folder/site`."""
    match engine:
        case EngineName.MATERIAL:
            return FOLDERS[audience]
        case EngineName.FOLDER:
            return f"folder/{FOLDERS[audience]}"


Progress = Callable[[int], AbstractContextManager[Callable[[int], None]]]
"""Shows how far it is while its block runs, given how much there is to make; told how much has been made so far."""


class BuildError(RolebookError):
    """The engine warned of something; nothing was replaced."""

    def __init__(self, warnings: Sequence[str]) -> None:
        super().__init__("\n".join(("Nothing was published, for these reasons:", *map(printable, warnings))))


def build(
    kit: Kit,
    path: Path,
    out: Path,
    *,
    audience: Audience = Audience.INTERNAL,
    language: str | None = None,
    force: bool = False,
    engine: EngineName = EngineName.MATERIAL,
    with_files: bool = True,
    report: Callable[[BuildResult], None] = lambda _: None,
    progress: Progress = lambda _: nullcontext(lambda _: None),
) -> None:
    """Build the site of an audience.

    Args:
        kit: The kit, as `path` holds it.
        path: The kit's file.
        out: The folder that the site's folder is made in.
        audience: Whom it is for.
        language: The only language to build; the others stay as they are. None builds all.
        force: Whether to replace a folder that Rolebook did not make.
        engine: What publishes it.
        with_files: Whether PDF, Word and Excel lie beside the pages.
        report: Told of each language as it is done, on this process.
        progress: Shows how far it is.

    Raises:
        BuildError: The engine warned of something.
        NoCareersError: The site is the public one, and the kit has none.
        ForeignFolderError: Something that Rolebook did not make stands in the way.
        MountedFolderError: The site's folder is a mount point.
        OSError: The folder cannot be written.
    """
    name = site_folder(audience, engine)
    site = _resolved(out / name)
    editions = editions_of(kit, path, audience)
    job = Job(path.resolve(), audience, "", kit.today, site, name, engine=engine, with_files=with_files)
    numbers = {
        tag: sum(with_files or not one.row.format.is_offered for one in artefacts(kit.in_language(tag), audience))
        for tag in languages_for(audience, kit)
    }
    here = _Build(job, numbers, report, progress)
    with locked(site.parent):
        if language is None and site.is_mount():
            raise MountedFolderError(site)
        if not (force or is_ours(site)):
            raise ForeignFolderError(site)
        if language is None:
            with staged(site) as made:
                mark(made)
                here.languages({tag: made / tag for tag in languages_for(audience, kit)})
                _write_shared(made, audience, editions)
            return
        if not site.is_dir():
            site.unlink(missing_ok=True)  # a file, and --force
            site.mkdir()
        mark(site)
        place = _resolved(site / language)
        if not (force or is_ours(place)):
            raise ForeignFolderError(place)
        with staged(place) as made:
            here.languages({language: made})
        _write_shared(site, audience, editions)


def _resolved(place: Path) -> Path:
    """Where a site is made: a link leads to where it is wanted, and stays.

    Raises:
        OSError: Links lead in a circle.
    """
    try:
        return place.resolve()
    except RuntimeError:  # Python before 3.13
        raise OSError(errno.ELOOP, "Links lead in a circle", str(place)) from None


def _write_shared(site: Path, audience: Audience, editions: Sequence[AnyEdition]) -> None:
    for path, write in shared_files(audience, editions).items():
        replace_file(site / path, write())
    missing = site / editions[0].language.tag / _MISSING
    if missing.is_file():  # hosts such as GitHub Pages show the one above all languages, wherever something is missing
        replace_file(site / _MISSING, missing.read_bytes())


class _Build:
    """The languages that a build consists of."""

    def __init__(
        self, job: Job, numbers: Mapping[str, int], report: Callable[[BuildResult], None], progress: Progress
    ) -> None:
        self._job, self._numbers, self._report, self._progress = job, numbers, report, progress

    def languages(self, folders: dict[str, Path]) -> None:
        """Build languages into their folders.

        Raises:
            BuildError: The engine warned of something.
            OSError: Something cannot be written.
        """
        began, warnings = time.time(), list[str]()
        workers = max(1, processors() // len(folders))
        job = self._job
        # Whole paths: a process that is not forked does not begin in our current folder.
        jobs = [
            replace(job, language=tag, folder=folder.resolve(), name=f"{job.name}/{tag}", workers=workers)
            for tag, folder in folders.items()
        ]
        made = context().Value("Q", 0)
        with self._progress(sum(self._numbers[tag] for tag in folders)) as show:
            for built in _run(jobs, made, show):
                self._report(built)
                warnings.extend(f"{built.name}: {warning}" for warning in built.warnings)
        trim(began)
        if warnings:
            raise BuildError(warnings)


def _run(jobs: list[Job], made: Any, show: Callable[[int], None]) -> Iterator[BuildResult]:
    """Run them side by side, as many as there are processors. Forked processes share the kit and the fonts that have
    been read here.
    """
    if can_fork():
        pdf.prepare()
    further = any(job.workers > 1 for job in jobs)
    with processes(min(len(jobs), processors()), _share, made, fork_further=further) as pool:
        yield from results([pool.submit(_run_one, job) for job in jobs], lambda: show(made.value))


_made: Any = None
"""How much has been made by all processes of a build together: a number that they share."""


def _share(made: Any) -> None:
    global _made
    _made = made


def _run_one(job: Job) -> BuildResult:
    return build_language(job, _count)


def _count(number: int) -> None:
    with _made.get_lock():
        _made.value += number
