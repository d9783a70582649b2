"""`rolebook translate`: which translations are stale, and catalogues for the interface's words."""

from __future__ import annotations

from pathlib import Path

import click

from rolebook import report, rules
from rolebook.cli.checked import checked_kit, refuse
from rolebook.cli.paths import KIT, shown
from rolebook.exceptions import UsageError
from rolebook.files import replace
from rolebook.interface import catalogue, template
from rolebook.kit import Kit
from rolebook.language import CODE_LANGUAGE, language_of, own_folder
from rolebook.rules.translations import accepted_file, read_accepted, translation_stale, write_accepted
from rolebook.source.cached import load_cached
from rolebook.tags import is_known, suggestions


@click.command()
@KIT
@click.option("--accept", is_flag=True, help="Accept every translation as it is.")
@click.option("--interface", metavar="LANG", help="Write locale/LANG.po, for Rolebook's own words in that language.")
@click.option("--maintainers", is_flag=True, help="With --interface: also what they alone read, LANG.reference.po.")
def translate(kit: Path, accept: bool, interface: str | None, maintainers: bool) -> None:
    """Show each translation of KIT whose text has changed since it was accepted, or accept them all.

    With --interface LANG: write a catalogue for Rolebook's own words, or bring the one that there is up to date.
    """
    if interface is not None:
        _catalogues(kit, interface, maintainers=maintainers)
        return
    loaded = load_cached(kit)
    if loaded.kit is None:
        refuse(checked_kit(kit))
    if accept:
        _accept(loaded.kit, kit)
        return
    rule = rules.CODES["translation-stale"]
    stale = sorted(
        loaded.problem(finding, rule.code, rule.severity)
        for finding in translation_stale(loaded.kit, read_accepted(kit))
    )
    click.echo(report.as_text(stale, {loaded.file: loaded.text}))


def _accept(kit: Kit, path: Path) -> None:
    try:
        number = write_accepted(kit, path)
    except OSError as error:
        raise UsageError(f"{shown(accepted_file(path))} cannot be written: {error.strerror}.") from None
    click.echo(f"{shown(accepted_file(path))}: {number} translations accepted.")


def _catalogues(kit: Path, tag: str, *, maintainers: bool) -> None:
    """Write a language's catalogues beside a kit, or bring them up to date, and say how much they translate."""
    if not is_known(tag):
        meant = " or ".join(suggestions(tag)) or "one like fr or pt-BR"
        raise UsageError(f"“{tag}” is not a language code that Rolebook knows. Write {meant}.")
    if tag == CODE_LANGUAGE:
        raise UsageError("Rolebook's own words are English already.")
    if not kit.is_file():
        refuse(checked_kit(kit))
    for domain, ending in template.ENDINGS.items():
        path = own_folder(kit) / f"{tag}{ending}"
        if domain == template.READERS or maintainers or path.is_file():
            _catalogue(path, tag, domain)
    said, every = language_of(kit, tag).coverage
    click.echo(f"{said} of {every} messages that readers see are translated. What is empty appears in English.")


def _catalogue(path: Path, tag: str, domain: str) -> None:
    known = catalogue.read(path, tag) if path.is_file() else None
    if known is not None and not known.is_sound:
        click.echo(report.as_text(known.problems, {known.file: known.text}), err=True)
        click.echo(f"{path} is left as it is. Correct these lines first.", err=True)
        raise SystemExit(1)
    if path.exists() and not path.is_file():
        raise UsageError(f"{shown(path)} is no file. Take it away first.")
    try:
        replace(path.resolve(), template.written(tag, domain, known).encode())
    except OSError as error:
        raise UsageError(f"{shown(path)} cannot be written: {error.strerror}.") from None
    catalogue.forget()
    click.echo(f"{path} is {'up to date' if known else 'new, and empty'}.")
