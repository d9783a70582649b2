"""Making everything that a site consists of: subject by subject, over the processors that there are, into its folder.

What belongs to one role is made by one process, which so works its documents out once; nothing is held that has been
written. The pages about the whole kit come last, as they offer files of which each has to be there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Artefact, Format
from generator.formats.search import Findable
from generator.publish.processes import can_fork, processes
from generator.publish.site import Site
from generator.publish.theme import Theme

Group = Sequence[tuple[str, Artefact]]
"""Artefacts that one process makes, with their paths as files."""


@dataclass(frozen=True)
class Made:
    """What became of a group: the files' sizes in bytes, and what the search finds its pages by, by path."""

    sizes: dict[str, int]
    findable: dict[str, Findable]


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
) -> dict[str, Findable]:
    """Make everything, and say what the search finds each page by: by its path, in the catalogue's order.

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
    sizes: dict[str, int] = {}
    found: dict[str, Findable] = {}
    for groups in (first, last):
        tasks = [(group, _offered(site, group, sizes)) for group in groups]
        for made in _each(work, tasks, workers):
            sizes |= made.sizes
            found |= made.findable
    return {artefact.path: found[artefact.path] for artefact in site.artefacts.values() if artefact.path in found}


def _groups(site: Site) -> tuple[list[Group], list[Group]]:
    """What can be made at once, the longest first; and what has to wait for that."""
    whole_kit: list[tuple[str, Artefact]] = []
    subjects: dict[tuple[str, str], list[tuple[str, Artefact]]] = {}
    for path, artefact in site.artefacts.items():
        if artefact.row.format is Format.PAGE and not artefact.subject:
            whole_kit.append((path, artefact))
        else:
            about = artefact.row.about, artefact.subject
            subject = ("role", artefact.subject.partition("/")[0]) if about[0] == "stage" else about
            subjects.setdefault(subject, []).append((path, artefact))
    first = sorted(subjects.items(), key=lambda one: one[0][0] != "")  # the handbook takes longest
    return [_files_first(group) for _, group in first], [[one] for one in whole_kit]


def _files_first(group: Group) -> Group:
    """A page says how large the files beside it are."""
    return sorted(group, key=lambda one: one[1].row.format is Format.PAGE)


def _offered(site: Site, group: Group, sizes: dict[str, int]) -> dict[str, int]:
    """The sizes, as far as they are known, of the files that a group's pages offer."""
    offered = (file.path for _, artefact in group for file in site.offers.get(artefact.path, ()))
    return {path: sizes[path] for path in offered if path in sizes}


def _each(work: _Work, tasks: Sequence[tuple[Group, dict[str, int]]], workers: int) -> Iterator[Made]:
    workers = min(workers, len(tasks))
    if workers < 2 or not can_fork():
        for group, sizes in tasks:
            yield _make(work, group, sizes)
        return
    global _work
    _work = work  # forked processes have it; it need not be, and cannot be, sent to them
    with processes(workers) as pool:
        for one in as_completed([pool.submit(_make_here, *task) for task in tasks]):
            yield one.result()


def _make_here(group: Group, sizes: dict[str, int]) -> Made:
    return _make(_work, group, sizes)


def _make(work: _Work, group: Group, sizes: dict[str, int]) -> Made:
    """Make a group, given the sizes of files that are there already."""
    made = Made({}, {})
    for path, artefact in group:
        if artefact.row.format is Format.PAGE:
            written = work.site.page(artefact, work.theme, sizes | made.sizes)
            made.findable[artefact.path] = written.findable
            content = written.content
        else:
            content = work.site.file(artefact)
            made.sizes[path] = len(content)
        write(work.folder / path, content)
        work.done(1)
    return made


def write(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it where they are missing.

    Raises:
        OSError: It cannot be written.
    """
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
