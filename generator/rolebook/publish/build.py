"""The build: one run of MkDocs for each language, side by side, into a folder that appears whole."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader

from rolebook.audience import Audience, languages_for
from rolebook.catalogue import SITE_FILES, artefacts
from rolebook.documents.edition import Edition
from rolebook.exceptions import RolebookError
from rolebook.formats import pdf
from rolebook.kit import Kit
from rolebook.problem import printable
from rolebook.publish.cache import trim
from rolebook.publish.files import replace
from rolebook.publish.processes import can_fork, context, processes, processors, results
from rolebook.publish.run import Built, Job, run
from rolebook.publish.site import editions_of
from rolebook.publish.staging import ForeignFolderError, is_ours, locked, mark, staged

FOLDERS = {Audience.INTERNAL: "site", Audience.PUBLIC: "public"}
"""Where the site of each audience is built."""

Progress = Callable[[int], AbstractContextManager[Callable[[int], None]]]
"""Shows how far it is while its block runs, given how much there is to make; told how much has been made so far."""


class BuildError(RolebookError):
    """MkDocs warned of something; nothing was replaced."""

    def __init__(self, warnings: Sequence[str]) -> None:
        super().__init__("\n".join(("Nothing was published. MkDocs reported:", *map(printable, warnings))))


def build(
    kit: Kit,
    path: Path,
    out: Path,
    *,
    audience: Audience = Audience.INTERNAL,
    language: str | None = None,
    force: bool = False,
    report: Callable[[Built], None] = lambda _: None,
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
        report: Told of each language as it is done, on this process.
        progress: Shows how far it is.

    Raises:
        BuildError: MkDocs warned of something.
        NoCareersError: The site is the public one, and the kit has none.
        ForeignFolderError: Something that Rolebook did not make stands in the way.
        OSError: The folder cannot be written.
    """
    site = _resolved(out / FOLDERS[audience])
    editions = editions_of(kit, path, audience)
    here = _Build(path, audience, FOLDERS[audience], sum(1 for _ in artefacts(kit, audience)), report, progress)
    with locked(site.parent):
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


def shared(audience: Audience) -> dict[str, Callable[[Sequence[Edition]], bytes]]:
    """What a site has once for all languages: by its path, what writes it, given an edition for each language."""
    files = {file.path: file.write for file in SITE_FILES if file.audience is audience}
    return {"index.html": front_page, **files}


def _write_shared(site: Path, audience: Audience, editions: Sequence[Edition]) -> None:
    for path, written in shared(audience).items():
        replace(site / path, written(editions))


def front_page(editions: Sequence[Edition]) -> bytes:
    """The page above all languages, in UTF-8: it sends the reader to the one of their browser, and links to each."""
    environment = Environment(loader=PackageLoader("rolebook", "templates/html"), autoescape=True)
    named = [(edition.language, edition.site_name) for edition in editions]
    return environment.get_template("languages.html").render(languages=named).encode()


class _Build:
    """The runs of MkDocs that a build consists of."""

    def __init__(
        self,
        path: Path,
        audience: Audience,
        site: str,
        artefacts: int,
        report: Callable[[Built], None],
        progress: Progress,
    ) -> None:
        self._kit, self._audience, self._site = path.resolve(), audience, site
        self._artefacts, self._report, self._progress = artefacts, report, progress

    def languages(self, folders: dict[str, Path]) -> None:
        """Build languages into their folders.

        Raises:
            BuildError: MkDocs warned of something.
            OSError: Something cannot be written.
        """
        began, warnings = time.time(), list[str]()
        workers = max(1, processors() // len(folders))
        # Whole paths: a process that is not forked does not begin in our current folder.
        jobs = [
            Job(self._kit, self._audience, tag, folder.resolve(), f"{self._site}/{tag}", workers)
            for tag, folder in folders.items()
        ]
        made = context().Value("Q", 0)
        with self._progress(self._artefacts * len(jobs)) as show:
            for built in _run(jobs, made, show):
                self._report(built)
                warnings.extend(f"{built.name}: {warning}" for warning in built.warnings)
        trim(began)
        if warnings:
            raise BuildError(warnings)


def _run(jobs: list[Job], made: Any, show: Callable[[int], None]) -> Iterator[Built]:
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


def _run_one(job: Job) -> Built:
    return run(job, _count)


def _count(number: int) -> None:
    with _made.get_lock():
        _made.value += number
