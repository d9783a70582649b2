"""The command `rolebook`: its words, and one call for each verb.

Exit status: 0 done, 1 problems in the input (all of them shown), 2 wrong usage.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme announces its end of life on every import

from generator import catalogue, report, rules, schema
from generator import language as languages
from generator.audience import Audience, NoCareersError, edition_for
from generator.documents.blocks import Document, Kind
from generator.documents.edition import Edition
from generator.documents.interview_kit import stage_packet
from generator.documents.public.edition import PublicEdition
from generator.documents.speech import Speech
from generator.exchange.ats import SHAPES
from generator.exchange.job_posting import job_posting
from generator.formats import board, markdown, text
from generator.formats.pdf import PaperError
from generator.kit import Kit
from generator.language import Language
from generator.problem import Problem
from generator.publish import build as building
from generator.publish.current import current
from generator.publish.serve import serve as serve_live
from generator.publish.staging import ForeignFolderError

KIT = click.argument("kit", type=click.Path(path_type=Path), default="roles.yaml")
BINARY = ("pdf", "docx", "xlsx")
EXPORTS = (*BINARY, "md", "txt")
"""What `rolebook export` writes of any document; a document as Excel is a scorecard."""
BOARDS = ("html", "json")
"""What it writes of a posting beside: HTML for job boards, and schema.org's JobPosting."""
ATS = "ats"
"""What it calls the shapes of applicant-tracking systems, which are no documents."""
_SITES = {"site": Audience.INTERNAL, "public": Audience.PUBLIC}


def _checked(path: Path) -> tuple[Kit | None, tuple[Problem, ...]]:
    """The kit of a file, and everything that is wrong with it, in the file's order."""
    loaded = current(path)
    if loaded.kit is None:
        return None, loaded.problems
    found = (loaded.problem(finding, rule.code, rule.severity) for rule, finding in rules.findings(loaded.kit))
    return loaded.kit, tuple(sorted(found))


def _refuse(problems: Sequence[Problem]) -> NoReturn:
    click.echo(report.as_text(problems), err=True)
    raise SystemExit(1)


def _kit(path: Path) -> Kit:
    kit, problems = _checked(path)
    if kit is None:
        _refuse(problems)
    return kit


def _one_of(value: str, known: Sequence[str], what: str) -> str:
    if value not in known:
        raise click.UsageError(f"There is no {what} “{value}”. Choose one of: {', '.join(known)}.")
    return value


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rolebook")
def main() -> None:
    """One roles.yaml becomes a hiring kit: job descriptions, scorecards, interview kits and guides."""


@main.command()
@KIT
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", help="How to show problems.")
def check(kit: Path, form: str) -> None:
    """Show every problem in KIT, each with file, line and column."""
    read, problems = _checked(kit)
    output = report.FORMATS[form](problems)
    if output:
        click.echo(output)
    raise SystemExit(0 if read else 1)


@main.command()
@KIT
@click.option("--only", type=click.Choice(list(_SITES)), help="Build this site alone.")
@click.option("--lang", help="Build this language alone; the others stay as they are.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where the sites go [the kit's folder].")
def build(kit: Path, only: str | None, lang: str | None, out: Path | None) -> None:
    """Build the sites of KIT in all its languages: the internal one, and the public one if it has a careers section."""
    read = _kit(kit)
    if lang is not None:
        _one_of(lang, read.kit.languages, "language")
    started = time.perf_counter()
    if only == "public" and read.careers is None:
        _refuse([Problem(str(kit), 1, 1, "no-careers", "There is no careers section.", "Add “careers:” to the kit.")])
    sites = [only] if only else [site for site in _SITES if site == "site" or read.careers is not None]
    for site in sites:
        _build(read, kit, out or kit.parent, _SITES[site], lang)
    folders = " and ".join(str((out or kit.parent) / site) for site in sites)
    click.echo(f"Done in {time.perf_counter() - started:.1f} s. Look at it with `rolebook serve`, or serve {folders}.")


def _build(kit: Kit, path: Path, out: Path, audience: Audience, lang: str | None) -> None:
    """Build one site, with progress on a terminal and plain lines in a log."""
    console = Console()
    try:
        with console.status(f"Building {building.FOLDERS[audience]}…"):
            building.build(kit, path, out, audience=audience, language=lang, report=_tell)
    except building.BuildError as error:
        click.echo(f"Nothing was published. MkDocs found:\n{error}", err=True)
        raise SystemExit(1) from None
    except ForeignFolderError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"{error.filename or out} cannot be written: {error.strerror}.") from None


def _tell(built: building.Built) -> None:
    click.echo(f"{built.name}: {built.pages} pages in {built.seconds:.1f} s")


@main.command()
@KIT
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
def serve(kit: Path, host: str, port: int) -> None:
    """Serve KIT on this machine, and build it anew whenever a file is saved."""

    def rebuild(out: Path) -> None:
        read, problems = _checked(kit)
        if read is None:
            click.echo(report.as_text(problems), err=True)
            return
        try:
            building.build(read, kit, out, report=_tell)
        except building.BuildError as error:
            click.echo(str(error), err=True)

    _kit(kit)
    try:
        click.echo(f"Serving on http://{host}:{port}/ until Ctrl+C.")
        serve_live(kit, host, port, rebuild)
    except OSError as error:
        raise click.UsageError(
            f"{host}:{port} cannot be listened on: {error.strerror}. Choose another --port."
        ) from None


@main.command()
@click.argument("document", type=click.Choice([*(kind.value for kind in Kind), ATS]))
@click.argument("kit", type=click.Path(path_type=Path), default="roles.yaml")
@click.option("--role", help="The role that it is about.")
@click.option("--model", help="The leadership model that it is about.")
@click.option("--skill", help="The skill that it is about.")
@click.option("--stage", help="One stage of an interview kit.")
@click.option("--lang", help="The language [the kit's first].")
@click.option(
    "--format",
    "form",
    type=click.Choice([*EXPORTS, *BOARDS, *SHAPES]),
    help="How to write it [by the file's name, or md].",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file [standard output].")
def export(
    document: str,
    kit: Path,
    role: str | None,
    model: str | None,
    skill: str | None,
    stage: str | None,
    lang: str | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Write one DOCUMENT of KIT, or `ats`: its roles in the shape of an applicant-tracking system."""
    form = form or (output.suffix.lstrip(".").lower() if output and document != ATS else "md")
    _one_of(form, _forms(document), f"format of “{document}”,")
    if form == "xlsx" and document != Kind.SCORECARD:
        raise click.UsageError(f"“{document}” cannot be written as xlsx; “{Kind.SCORECARD}” can.")
    if output is None and form in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"A {form} file is not for a terminal. Name a file with -o.")
    read = _kit(kit)
    tag = _one_of(lang, read.kit.languages, "language") if lang else read.kit.languages[0]
    language = Language(tag, (kit.parent / "locale", languages.SHIPPED))
    named = {"role": role, "model": model, "skill": skill}
    try:
        content = (
            _shaped(Edition(read, language), form, named)
            if document == ATS
            else _exported(read, language, Kind(document), named, stage, form)
        )
    except PaperError as error:
        raise click.ClickException(str(error)) from None
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise click.UsageError(f"{output} cannot be written: {error.strerror}.") from None


def _forms(document: str) -> tuple[str, ...]:
    """The formats that something can be exported in."""
    if document == ATS:
        return tuple(SHAPES)
    return (*EXPORTS, *BOARDS) if document == Kind.POSTING else EXPORTS


def _shaped(edition: Edition, form: str, named: dict[str, str | None]) -> bytes:
    """The kit's roles, or the one that is named, in the shape of an applicant-tracking system."""
    if named["model"] or named["skill"]:
        raise click.UsageError(f"“{ATS}” takes --role alone.")
    ids = [role.id for role in edition.kit.roles]
    wanted = [_one_of(named["role"], ids, "role")] if named["role"] else ids
    shaped = SHAPES[form](edition, tuple(map(edition.kit.role, wanted)))
    return json.dumps(shaped, ensure_ascii=False, indent=2).encode() + b"\n"


def _exported(
    kit: Kit, language: Language, kind: Kind, named: dict[str, str | None], stage: str | None, form: str
) -> bytes:
    """The document that the options name, in a format."""
    row = catalogue.row(kind)
    try:
        edition = edition_for(row.audience, kit, language)
    except NoCareersError:
        raise click.UsageError("The kit has no careers section, and so no postings.") from None
    subject = _subject(kit, row, named)
    if form == "json" and isinstance(edition, PublicEdition):
        opening = edition.kit.opening(subject)
        if not opening.is_open:
            raise click.UsageError(f"The posting of “{subject}” is closed: it has no structured data.")
        return f"{json.dumps(job_posting(edition, opening), ensure_ascii=False, indent=2)}\n".encode()
    document = _document(edition, row, subject, stage)
    if form in BINARY:
        return catalogue.as_file(document, edition, catalogue.Format(form))
    write = {"md": markdown.write, "txt": text.write, "html": board.write}[form]
    return write(document, language).encode()


def _subject(kit: Kit, row: catalogue.Row, named: dict[str, str | None]) -> str:
    """What the options name.

    Raises:
        click.UsageError: They name nothing that there is such a document of.
    """
    given = {option: value for option, value in named.items() if value is not None}
    if set(given) - {row.about}:
        raise click.UsageError(f"“{row.kind}” does not take --{', --'.join(sorted(set(given) - {row.about}))}.")
    subjects = row.subjects(kit)
    if row.about and not given:
        raise click.UsageError(f"“{row.kind}” needs --{row.about}: one of {', '.join(subjects)}.")
    return _one_of(given[row.about], subjects, row.about) if row.about else ""


def _document(edition: Speech, row: catalogue.Row, subject: str, stage: str | None) -> Document:
    """The document of a row about a subject, or one stage of it."""
    if stage is None:
        return row.document(edition, subject)
    if row.kind is not Kind.INTERVIEW_KIT or not isinstance(edition, Edition):
        raise click.UsageError(f"“{row.kind}” has no stages; “{Kind.INTERVIEW_KIT}” has.")
    stages = [one.id for one in edition.kit.role(subject).interview]
    return stage_packet(edition, f"{subject}/{_one_of(stage, stages, 'stage')}")


@main.command(name="schema")
def schema_command() -> None:
    """Print the JSON Schema of a kit, for editors."""
    click.echo(schema.as_json(), nl=False)
