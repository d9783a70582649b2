"""Making everything that a site consists of: subject by subject, over the processors that there are, into its folder.

What belongs to one role is made by one process, which so works its documents out once; nothing is held that has been
written. The pages about the whole kit come last, as they offer files of which each has to be there.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rolebook.catalogue import Artefact, Format
from rolebook.documents.library.handbook import MODELS, ROLES, SKILLS, is_whole
from rolebook.publish.files import write
from rolebook.publish.processes import can_fork, processes, results
from rolebook.publish.site import Offered, Site
from rolebook.publish.theme import Theme

GARBAGE = 100_000
"""Things made between two looks for garbage: at the usual 700, these take a tenth of a page's time."""

Group = Sequence[tuple[str, Artefact]]
"""Artefacts that one process makes, with their paths as files."""


@dataclass(frozen=True)
class Made:
    """What became of a group: the files that pages offer, and what the search finds its pages by (packed), by path."""

    files: dict[str, Offered]
    findable: dict[str, bytes]


@dataclass(frozen=True)
class _Work:
    """What every process of a build shares with the one that began it."""

    site: Site
    theme: Theme
    folder: Path
    done: Callable[[int], None]


_work: _Work
"""The build's, in each process that was forked for it."""


def make(
    site: Site, theme: Theme, folder: Path, workers: int, done: Callable[[int], None] = lambda _: None
) -> list[bytes]:
    """Make everything, and say what the search finds each page by (packed), in the catalogue's order.

    Args:
        site: What to make.
        theme: The theme of its pages.
        folder: The language's folder; it exists.
        workers: How many processes make it.
        done: Told how many artefacts have just been made, in whichever process that was.

    Raises:
        PaperError: A document could not be set as PDF.
        OSError: Something cannot be written.
    """
    first, last = _groups(site)
    work = _Work(site, theme, folder, done)
    files: dict[str, Offered] = {}
    found: dict[str, bytes] = {}
    with _rare_collection():
        for groups in (first, last):
            tasks = [(group, _offered(site, group, files)) for group in groups]
            for made in _each(work, tasks, workers):
                files |= made.files
                found |= made.findable
    for path in site.moved:
        write(folder / path, site.redirect(path))
    return [found[page.path] for page in site.pages]


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Let the collector look at what is new alone, and seldom, for the length of the block: kit and theme stay."""
    threshold = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(GARBAGE)
    try:
        yield
    finally:
        gc.set_threshold(*threshold)
        gc.unfreeze()


def _groups(site: Site) -> tuple[list[Group], list[Group]]:
    """What can be made at once, the longest first; and what has to wait for that."""
    whole_kit: list[Group] = []
    bundles: dict[tuple[str, str], list[tuple[str, Artefact]]] = {}
    for path, artefact in site.artefacts.items():
        if artefact.row.format is Format.PAGE and not artefact.subject:
            whole_kit.append([(path, artefact)])
        else:
            bundles.setdefault(_bundle(site, artefact), []).append((path, artefact))
    first = sorted(bundles.items(), key=lambda one: one[0][0] != "")  # a small kit's handbook takes longest
    return [_files_first(group) for _, group in first], whole_kit


_VOLUMES = {
    "role": ("volume of roles", ROLES),
    "model": ("volume of structures", MODELS),
    "skill": ("volume of skills", SKILLS),
}
"""Which volumes of the handbook hold a thing, and how many of these stand in one."""


def _bundle(site: Site, artefact: Artefact) -> tuple[str, str]:
    """What an artefact is made together with: all that says the same documents."""
    about, subject = artefact.row.about, artefact.subject.partition("/")[0]
    about = "role" if about == "stage" else about
    volume, size = _VOLUMES.get(about, ("", 0))
    if not volume or is_whole(site.kit):
        return about, subject
    return volume, str(site.numbers[about, subject] // size + 1)


def _files_first(group: Group) -> Group:
    """A page says how large the files beside it are."""
    return sorted(group, key=lambda one: one[1].row.format is Format.PAGE)


def _offered(site: Site, group: Group, files: dict[str, Offered]) -> dict[str, Offered]:
    """The files that a group's pages offer, as far as they have been made."""
    offered = (file.path for _, artefact in group for file in site.offers.get(artefact.path, ()))
    return {path: files[path] for path in offered if path in files}


def _each(work: _Work, tasks: Sequence[tuple[Group, dict[str, Offered]]], workers: int) -> Iterator[Made]:
    workers = min(workers, len(tasks))
    if workers < 2 or not can_fork():
        for group, files in tasks:
            yield _make(work, group, files)
        return
    global _work
    _work = work  # forked processes have it; it need not be, and cannot be, sent to them
    with processes(workers) as pool:
        yield from results([pool.submit(_make_here, *task) for task in tasks])


def _make_here(group: Group, files: dict[str, Offered]) -> Made:
    return _make(_work, group, files)


def _make(work: _Work, group: Group, files: dict[str, Offered]) -> Made:
    """Make a group, given files that have been made already."""
    made = Made({}, {})
    for path, artefact in group:
        if artefact.row.format is Format.PAGE:
            written = work.site.page(artefact, work.theme, files | made.files)
            made.findable[artefact.path] = written.findable
            content = written.content
        else:
            content = work.site.file(artefact)
            made.files[path] = Offered(work.site.document(artefact).title, len(content))
        write(work.folder / path, content)
        work.done(1)
    gc.collect(1)  # what Word's and Excel's writers leave goes in circles: some 6 MB a role, quick to find while young
    return made
