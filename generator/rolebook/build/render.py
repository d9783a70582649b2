"""Rendering everything that a site consists of: subject by subject, over all processors, into its folder.

What belongs to one role is rendered by one process, which so works its documents out once; nothing is held that has
been written. The pages about the whole kit come last, as they offer files of which each has to be there.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rolebook.build.processes import can_fork, processes, results
from rolebook.build.site_renderer import SiteRenderer
from rolebook.catalogue import Format, LocalizedArtefact
from rolebook.documents.library.handbook import MODELS, SKILLS, is_whole
from rolebook.files import write
from rolebook.kit.roles import AT
from rolebook.site.page import Attachment
from rolebook.site.site import Site

GARBAGE = 100_000
"""Things made between two looks for garbage: at the usual 700, these take a tenth of a page's time."""

Group = Sequence[tuple[str, LocalizedArtefact]]
"""Artefacts that one process renders, with their paths as files."""


@dataclass(frozen=True)
class _Rendered:
    """What became of a group, by path: the files that pages offer, and what the search finds its pages by (packed)."""

    attachments: dict[str, Attachment]
    search_records: dict[str, bytes]


@dataclass(frozen=True)
class _Work:
    """What every process of a build shares with the one that began it."""

    renderer: SiteRenderer
    folder: Path
    done: Callable[[int], None]


def render_site(
    renderer: SiteRenderer, folder: Path, workers: int, done: Callable[[int], None] = lambda _: None
) -> None:
    """Render every page, write every file, and let the search know of all of them.

    Args:
        renderer: Renders the site.
        folder: Where its pages and files go; it exists.
        workers: How many processes do it.
        done: Told how many pages and files have just been written, in whichever process that was.

    Raises:
        PaperError: A document could not be set as PDF.
        OSError: Something cannot be written.
    """
    site = renderer.site
    first, last = bundles(site)
    work = _Work(renderer, folder, done)
    attachments: dict[str, Attachment] = {}
    records: dict[str, bytes] = {}
    with _rare_collection():
        for groups in (first, last):
            tasks = [(group, _offered(site, group, attachments)) for group in groups]
            for rendered in _each(work, tasks, workers):
                attachments |= rendered.attachments
                records |= rendered.search_records
    for path in site.moved:
        write(folder / path, site.redirect(path))
    renderer.renderer.write_search(records[page.path] for page in site.pages)


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


def bundles(site: Site) -> tuple[list[Group], list[Group]]:
    """Return what can be made at once, and what has to wait for that; what says the same documents is one bundle."""
    whole_kit: list[Group] = []
    together: dict[tuple[str, str], list[tuple[str, LocalizedArtefact]]] = {}
    for path, artefact in site.artefacts.items():
        if artefact.row.format is Format.PAGE and not artefact.subject:
            whole_kit.append([(path, artefact)])
        else:
            together.setdefault(_bundle(site, artefact), []).append((path, artefact))
    first = sorted(together.items(), key=lambda one: one[0][0] != "")  # a small kit's handbook takes longest
    return [_files_first(group) for _, group in first], whole_kit


_VOLUMES = {
    "model": ("volume of structures", MODELS),
    "skill": ("volume of skills", SKILLS),
}
"""Which volumes of the handbook hold a thing, and how many of these stand in one."""
_IN_A_ROLE = frozenset({"stage", "handout", "table", "vacancy"})
"""What there is of each role: it is made together with the role's pages."""


def _bundle(site: Site, artefact: LocalizedArtefact) -> tuple[str, str]:
    """What an artefact is made together with: all that says the same documents."""
    about, subject = artefact.row.about, artefact.subject.partition("/")[0].partition(AT)[0]
    about = "role" if about in _IN_A_ROLE else about
    if about not in _VOLUMES or is_whole(site.kit):
        return about, subject
    volume, size = _VOLUMES[about]
    return volume, str(site.numbers[about, subject] // size + 1)


def _files_first(group: Group) -> Group:
    """A page says how large the files beside it are."""
    return sorted(group, key=lambda one: one[1].row.format is Format.PAGE)


def _offered(site: Site, group: Group, attachments: dict[str, Attachment]) -> dict[str, Attachment]:
    """The files that a group's pages offer, of those that have been written."""
    offered = (file.path for _, artefact in group for file in site.offers.get(artefact.path, ()))
    return {path: attachments[path] for path in offered if path in attachments}


def _each(work: _Work, tasks: Sequence[tuple[Group, dict[str, Attachment]]], workers: int) -> Iterator[_Rendered]:
    workers = min(workers, len(tasks))
    if workers < 2 or not can_fork():
        for group, attachments in tasks:
            yield _render(work, group, attachments)
        return
    with processes(workers, _share, work) as pool:  # forked processes have the work; it cannot be sent to them
        yield from results(
            [pool.submit(_render_shared, [path for path, _ in group], attachments) for group, attachments in tasks]
        )


_shared: _Work
"""The build's, in each process that was forked for it, and in no other."""


def _share(work: _Work) -> None:
    global _shared
    _shared = work


def _render_shared(paths: Sequence[str], attachments: dict[str, Attachment]) -> _Rendered:
    artefacts = _shared.renderer.site.artefacts
    return _render(_shared, [(path, artefacts[path]) for path in paths], attachments)


def _render(work: _Work, group: Group, attachments: dict[str, Attachment]) -> _Rendered:
    """Render a group, given files that have been written already."""
    renderer, rendered = work.renderer, _Rendered({}, {})
    for path, artefact in group:
        if artefact.row.format is Format.PAGE:
            page = renderer.page(artefact, attachments | rendered.attachments)
            rendered.search_records[artefact.path] = page.search_record
            write(work.folder / renderer.renderer.dest_uri(artefact.path), page.content)
        else:
            content = renderer.file(artefact)
            rendered.attachments[path] = renderer.attachment(artefact, content)
            write(work.folder / path, content)
        work.done(1)
    gc.collect(1)  # what Word's and Excel's writers leave goes in circles: some 6 MB a role, quick to find while young
    return rendered
