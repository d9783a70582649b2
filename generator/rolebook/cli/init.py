"""`rolebook init`: a small kit of one's own that builds and passes `check` at once."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import click
from jinja2 import Environment, PackageLoader, StrictUndefined

from rolebook import schema
from rolebook.kit.moment import today
from rolebook.kit.text import check_characters

STARTER_LANGUAGES = ("en", "ar")
"""The languages that the starter kit is written in; others are added by hand, in data alone."""


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--name", prompt="Name of the kit", default="Hiring Kit", help="What the kit is called.")
@click.option("--organisation", prompt="Your organisation", default="Example Company", help="Whose kit it is.")
@click.option("--team", prompt="The team to hire for", default="Customer Support", help="The team, as people say it.")
@click.option(
    "--languages",
    prompt=f"Languages, the first one first ({', '.join(STARTER_LANGUAGES)})",
    default=",".join(STARTER_LANGUAGES),
    help="Its languages, with commas between them.",
)
def init(folder: Path, name: str, organisation: str, team: str, languages: str) -> None:
    """Write a small, commented kit of one's own into DIR."""
    tags = tuple(dict.fromkeys(tag.strip() for tag in languages.split(",") if tag.strip()))
    if not tags or set(tags) - set(STARTER_LANGUAGES):
        raise click.UsageError(
            f"The starter is written in {' and '.join(STARTER_LANGUAGES)}. Choose from these; the guide says how to "
            "add another language to a kit."
        )
    for text in (name, organisation, team):
        _check(text)
    files = {
        "roles.yaml": _kit(tags, name, organisation, team),
        "roles.schema.json": schema.as_json(),
        ".gitignore": "/site/\n/public/\n",
    }
    taken = [file for file in files if (folder / file).exists()]
    if taken:
        raise click.UsageError(f"{folder} has {' and '.join(taken)} already. Choose another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, content in files.items():
            (folder / file).write_text(content, "utf-8")
    except OSError as error:
        raise click.UsageError(f"{error.filename or folder} cannot be written: {error.strerror}.") from None
    click.echo(f"{folder / 'roles.yaml'} is your kit. Next: rolebook check {folder / 'roles.yaml'}")
    click.echo(f"Then: rolebook serve {folder / 'roles.yaml'}")


def _check(text: str) -> None:
    try:
        check_characters(text)
    except ValueError as error:
        raise click.UsageError(f"“{text}” cannot be shown as it is ({error}).") from None


def _kit(tags: tuple[str, ...], name: str, organisation: str, team: str) -> str:
    environment = Environment(  # noqa: S701 - YAML, in which every text is written as a JSON string
        loader=PackageLoader("rolebook", "templates/kit"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    return environment.get_template("roles.yaml").render(
        t=partial(_text, tags),
        languages=tags,
        today=today().isoformat(),
        name=_text(tags, name, name),
        organisation=_text(tags, organisation, organisation),
        team=_text(tags, team, team),
    )


def _text(tags: tuple[str, ...], *texts: str) -> str:
    """A text in the languages asked for, as a YAML flow mapping; JSON strings are YAML strings."""
    by_tag = dict(zip(STARTER_LANGUAGES, texts, strict=True))
    return "{" + ", ".join(f"{tag}: {json.dumps(by_tag[tag], ensure_ascii=False)}" for tag in tags) + "}"
