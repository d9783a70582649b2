"""`rolebook init`: a small kit of one's own, in a folder that is ready to become a repository."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import click

from rolebook.cli.origin import Origin, installed_from, named
from rolebook.cli.paths import KIT_FILE, command, shown
from rolebook.cli.starter import WRITTEN_IN, Starter, begun_in
from rolebook.exceptions import UsageError
from rolebook.kit.text import check_characters
from rolebook.language import Language
from rolebook.tags import is_known, suggestions


def text(value: str) -> str:
    """Check that a kit can contain a text."""
    try:
        return check_characters(value)
    except ValueError as error:
        raise click.BadParameter(f"“{value}” cannot be shown as it is ({error}).") from None


def tags(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """Read language tags, which may have commas or spaces between them."""
    if isinstance(value, tuple):
        return value
    found = tuple(dict.fromkeys(filter(None, re.split(r"[,،\s]+", value))))
    wrong = [tag for tag in found if not is_known(tag)]
    if wrong or not found:
        meant = [suggestion for tag in wrong for suggestion in suggestions(tag)]
        hint = f"Did you mean {' or '.join(meant)}?" if meant else "Write them like en, ar, pt-BR."
        raise click.BadParameter(f"“{', '.join(wrong) or value}” is no language tag that there is data for. {hint}")
    return found


def spec(value: str | Origin) -> Origin:
    """Read where Rolebook is installed from."""
    try:
        return value if isinstance(value, Origin) else named(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _free(ctx: click.Context, param: click.Parameter, folder: Path) -> Path:
    """Check that a folder contains no kit yet, before anything is asked."""
    if (folder / KIT_FILE).exists():
        raise UsageError(f"{shown(folder / KIT_FILE)} is there already. Choose another folder.")
    return folder


@click.command()
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", is_eager=True, callback=_free
)
@click.option(
    "--languages",
    type=tags,
    prompt=f"Languages, the first one first (any; there are texts to begin with in {' and '.join(WRITTEN_IN)})",
    default=",".join(WRITTEN_IN),
    help="Its languages, with commas between them.",
)
@click.option("--name", type=text, help="What the kit is called.")
@click.option("--organisation", type=text, help="Whose kit it is.")
@click.option("--team", type=text, help="The team to hire for, as people say it.")
@click.option(
    "--install",
    "origin",
    type=spec,
    help="Where its pipelines install Rolebook from: a wheel, or a git address with a commit [as this one was].",
)
def init(
    folder: Path,
    languages: tuple[str, ...],
    name: str | None,
    organisation: str | None,
    team: str | None,
    origin: Origin | None,
) -> None:
    """Write a small, commented kit of one's own into DIR, with what a repository needs to check and publish it.

    What is not given as an option is asked for. Files that are there already stay as they are.
    """
    starter = Starter(
        languages,
        _asked("Name of the kit", "Hiring Kit", languages, name),
        _asked("Your organisation", "Example Company", languages, organisation),
        _asked("The team to hire for", "Customer Support", languages, team),
        origin or installed_from(),
    )
    try:
        kept = _write(folder, starter)
    except OSError as error:
        raise UsageError(f"{shown(error.filename or folder)} cannot be written: {error.strerror}.") from None
    kit = folder / KIT_FILE
    click.echo(f"{shown(kit)} is your kit; {shown(folder / 'README.md')} says how to work on it and publish it.")
    if kept:
        click.echo(f"There already, and left as it is: {', '.join(kept)}.")
    if starter.origin is None:
        click.echo(f"Say in {shown(folder / 'requirements.txt')} where the pipelines install Rolebook from.")
    click.echo(f"Next: {command('check', kit)}\nThen: {command('serve', kit)}")


def _asked(what: str, default: str, languages: tuple[str, ...], given: str | None) -> Mapping[str, str]:
    """Return a text in each language that the kit begins with: as it was given, or as somebody answers."""
    first, *others = begun_in(languages)
    said = given or click.prompt(what, default=default, value_proc=text)
    return {first: said} | {
        tag: given or click.prompt(f"{what}, in {Language(tag).name}", default=said, value_proc=text) for tag in others
    }


def _write(folder: Path, starter: Starter) -> list[str]:
    """Write the files that do not exist yet, and return the names of those that do.

    Raises:
        OSError: Something cannot be written.
    """
    kept = []
    for name, content in starter.files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(content)
        except FileExistsError:
            kept.append(name)
    wheel = starter.origin.wheel if starter.origin else None
    if wheel and not (folder / wheel.name).exists():
        shutil.copyfile(wheel, folder / wheel.name)
    return kept
