"""The build: one run of MkDocs for each language, side by side, into a folder that appears whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader

from rolebook.audience import Audience
from rolebook.catalogue import SITE_FILES, artefacts
from rolebook.documents.speech import Speech
from rolebook.kit import Kit
from rolebook.publish.cache import trim
from rolebook.publish.making import write
from rolebook.publish.processes import context, processes, processors
from rolebook.publish.run import Built, Job, run
from rolebook.publish.site import editions_of
from rolebook.publish.staging import staged

FOLDERS = {Audience.INTERNAL: "site", Audience.PUBLIC: "public"}
"""Where the site of each audience is built."""

Progress = Callable[[int, Callable[[], int]], AbstractContextManager[None]]
"""Shows how far it is while its block runs, given how much there is to make, and what says how much has been made."""


class BuildError(Exception):
    """MkDocs warned of something; the message says what. Nothing was replaced."""


def build(
    kit: Kit,
    path: Path,
    out: Path,
    *,
    audience: Audience = Audience.INTERNAL,
    language: str | None = None,
    force: bool = False,
    report: Callable[[Built], None] = lambda _: None,
    progress: Progress = lambda *_: nullcontext(),
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
    site, tags = out / FOLDERS[audience], kit.kit.languages
    editions = editions_of(kit, path, audience)
    here = _Build(path, audience, site.name, sum(1 for _ in artefacts(kit, audience)), report, progress)
    if language is None:
        with staged(site, known=frozenset(tags), force=force) as staging:
            here.languages({tag: staging / tag for tag in tags})
            _write_shared(staging, audience, editions)
    else:
        known = frozenset(_mkdocs_names(site / language))
        with staged(site / language, known=known, force=force) as staging:
            here.languages({language: staging})
        _write_shared(site, audience, editions)


def shared(audience: Audience) -> dict[str, Callable[[Sequence[Speech]], bytes]]:
    """What a site has once for all languages: by its path, what writes it, given an edition for each language."""
    files = {file.path: file.write for file in SITE_FILES if file.audience is audience}
    return {"index.html": front_page, **files}


def _write_shared(site: Path, audience: Audience, editions: Sequence[Speech]) -> None:
    for path, written in shared(audience).items():
        write(site / path, written(editions))


def front_page(editions: Sequence[Speech]) -> bytes:
    """The page above all languages, in UTF-8: it sends the reader to the one of their browser, and links to each."""
    environment = Environment(loader=PackageLoader("rolebook", "templates/html"), autoescape=True)
    named = [(edition.language, edition.site_name) for edition in editions]
    return environment.get_template("languages.html").render(languages=named).encode()


def _mkdocs_names(folder: Path) -> Iterator[str]:
    """What a language's folder holds if MkDocs made it; nothing if somebody else did."""
    if (folder / "search" / "search_index.json").is_file():
        yield from (entry.name for entry in folder.iterdir())


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
        with self._progress(self._artefacts * len(jobs), lambda: made.value):
            for built in _run(jobs, made):
                self._report(built)
                warnings.extend(f"{built.name}: {warning}" for warning in built.warnings)
        trim(began)
        if warnings:
            raise BuildError("\n".join(warnings))


def _run(jobs: list[Job], made: Any) -> Iterator[Built]:
    """Run them side by side where there are processors for it; forked processes share the kit that is already read."""
    count = min(len(jobs), processors())
    if count < 2:
        _share(made)
        yield from map(_run_one, jobs)
        return
    with processes(count, _share, made) as pool:
        for done in as_completed([pool.submit(_run_one, job) for job in jobs]):
            yield done.result()


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
