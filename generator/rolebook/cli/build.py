"""`rolebook build` and `serve`: the sites, on disk and live."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from rolebook.audience import Audience
from rolebook.build import build as building
from rolebook.build.language import BuildResult
from rolebook.build.staging import is_ours
from rolebook.cli.checked import Checked, judged, kit_of, one_of, refuse
from rolebook.cli.paths import KIT, command, shown
from rolebook.cli.progress import progress
from rolebook.engine.choice import EngineName, engine
from rolebook.exceptions import UsageError
from rolebook.kit import Kit
from rolebook.language import language_of
from rolebook.preview.serve import serve as serve_live
from rolebook.problem import Problem, Severity
from rolebook.source import Loaded

_PORT = click.IntRange(1, 65535)
_SITES = {"site": Audience.INTERNAL, "public": Audience.PUBLIC}


@click.command()
@KIT
@click.option("--only", type=click.Choice(list(_SITES)), help="Build only this site.")
@click.option("--lang", help="Build only this language; the others stay as they are.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where the sites go [the kit's folder].")
@click.option(
    "--files/--pages-only",
    "with_files",
    default=True,
    envvar="ROLEBOOK_FILES",
    help="Write PDF, Word and Excel files as well [default], or only pages.",
)
@click.option(
    "--engine",
    "engine_name",
    type=click.Choice([name.value for name in EngineName]),
    default=EngineName.MATERIAL.value,
    show_default=True,
    help="material builds the site with Material for MkDocs; folder writes projects for ProperDocs or Zensical.",
)
@click.option("--force", is_flag=True, help="Replace a folder of that name even if Rolebook did not make it.")
def build(
    kit: Path, only: str | None, lang: str | None, out: Path | None, with_files: bool, engine_name: str, force: bool
) -> None:
    """Build the sites of KIT in all its languages: the internal one, and the public one if it has a careers section."""
    read = kit_of(kit)
    if lang is not None:
        one_of(lang, read.about.languages, "language")
    _tell_coverage(read, kit)
    if lang in read.about.drafts and only == "public":
        raise UsageError(f"{lang} is a draft, and the careers site contains only complete languages.")
    started = time.perf_counter()
    if only == "public" and read.careers is None:
        lacking = Problem(str(kit), 1, 1, "no-careers", "There is no careers section.", "Add “careers:” to the kit.")
        refuse(Checked(None, (lacking,)))
    has_public = read.careers is not None and lang not in read.about.drafts
    sites = [only] if only else [site for site in _SITES if site == "site" or has_public]
    folder = out or kit.parent
    name = EngineName(engine_name)
    if read.careers is None:
        _tell_left_over(folder / building.site_folder(Audience.PUBLIC, name))
    for site in sites:
        _build(read, kit, folder, _SITES[site], lang, engine_name=name, force=force, with_files=with_files)
    folders = [folder / building.site_folder(_SITES[site], name) for site in sites]
    click.echo(f"Done in {time.perf_counter() - started:.1f} s: {' '.join(map(shown, folders))}")
    match name:
        case EngineName.MATERIAL:
            click.echo(f"Look at it with: {command('serve', kit)}")
        case EngineName.FOLDER:
            _tell_generators(folders[0] / (lang or read.about.languages[0]))


def _tell_left_over(public: Path) -> None:
    """Say that there is still a careers site, although the kit has none any more: its postings are not closed."""
    if public.is_dir() and any(public.iterdir()) and is_ours(public):
        click.echo(
            f"{shown(public)} is of an earlier build: the kit has no careers section any more. Its postings stay open "
            "there. Remove the folder, and what you have published of it.",
            err=True,
        )


def _tell_generators(project: Path) -> None:
    """Say how a language's folder is built into a site."""
    click.echo("Each language is a separate project. To build one, run either:")
    click.echo(f"  properdocs build -f {shown(project / 'properdocs.yml')}")
    click.echo(f"  zensical build -f {shown(project / 'mkdocs.yml')}")
    click.echo(f"The site is written to {shown(project / 'site')}.")


def _build(
    kit: Kit,
    path: Path,
    out: Path,
    audience: Audience,
    lang: str | None,
    *,
    engine_name: EngineName,
    force: bool,
    with_files: bool,
) -> None:
    """Build one site, with progress on a terminal and plain lines in a log."""
    bar = partial(progress, building.site_folder(audience, engine_name))
    try:
        building.build(
            kit,
            path,
            out,
            audience=audience,
            language=lang,
            force=force,
            engine=engine_name,
            with_files=with_files,
            report=_tell,
            progress=bar,
        )
    except OSError as error:
        raise UsageError(f"{shown(error.filename or out)} cannot be written: {error.strerror}.") from None


def _tell_coverage(kit: Kit, path: Path) -> None:
    """Say of each language how much of the interface appears in English, where any does."""
    for tag in kit.about.languages:
        said, every = language_of(path, tag).coverage
        if said < every:
            click.echo(f"{tag}: {said} of {every} messages that readers see are translated; the others are in English.")


def _tell(built: BuildResult) -> None:
    click.echo(f"{built.name}: {built.pages} pages in {built.seconds:.1f} s")


@click.command()
@KIT
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=_PORT, help="The port of the internal site.")
@click.option("--public-port", type=_PORT, help="The port of the careers site [the next one].")
def serve(kit: Path, host: str, port: int, public_port: int | None) -> None:
    """Serve the sites of KIT on this machine, and build them again whenever a file is saved.

    While the kit has problems, the last good pages stay, and show what is wrong.
    """
    ports = {Audience.INTERNAL: port}
    if kit_of(kit).careers is not None:
        ports[Audience.PUBLIC] = public_port or port + 1
    if len(set(ports.values())) < len(ports):
        raise UsageError("Give the two sites different ports, with --port and --public-port.")
    try:
        serve_live(kit, engine(EngineName.MATERIAL), host, ports, partial(_wrong, kit), click.echo)
    except KeyboardInterrupt:
        click.echo()  # that is how it ends, and nothing went wrong
    except OSError as error:
        taken = " and ".join(f"{host}:{port}" for port in ports.values())
        raise UsageError(f"Cannot listen on {taken}: {error.strerror}. Choose another port with --port.") from None
    except OverflowError:
        raise UsageError(
            "There is no port after the last one. Choose one for the careers site with --public-port."
        ) from None


def _wrong(kit: Path, loaded: Loaded) -> Sequence[Problem]:
    """Return what keeps a served kit from being published, and show it on the terminal as well."""
    checked = judged(loaded, kit)
    if checked.kit is None:
        click.echo(checked.shown(), err=True)
    return [problem for problem in checked.problems if problem.severity is Severity.ERROR]
